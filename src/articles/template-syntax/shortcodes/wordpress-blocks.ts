/** The block editor's embed, which leaves its bare address to WordPress. */
const embedBlock =
  /(<div class="wp-block-embed__wrapper">\s{0,20})(https?:\/\/[^\s<>"]{1,1000})(?=\s{0,20}<\/div>)/g;

/** Makes links of the addresses that WordPress' block editor embeds. */
export function replaceBlocks(markdown: string): string {
  return markdown.includes("wp-block-embed")
    ? markdown.replace(embedBlock, '$1<a href="$2">$2</a>')
    : markdown;
}
