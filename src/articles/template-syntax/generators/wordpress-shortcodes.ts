import { asBlock, isInText, type Cleaning } from "../basics/cleaning.ts";
import { renderCode } from "../widgets/code-block.ts";

/** The block editor's embed, which leaves its bare address to WordPress. */
const embedBlock =
  /(<div class="wp-block-embed__wrapper">\s{0,20})(https?:\/\/[^\s<>"]{1,1000})(?=\s{0,20}<\/div>)/g;
const linkEmbed = '$1<a href="$2">$2</a>';

/**
 * Takes out the shortcodes of WordPress' own that imports leave in a text: captions stay under their pictures, addresses
 * become links, code becomes code; galleries and players disappear.
 *
 * @see https://wordpress.com/support/wordpress-editor/blocks/shortcode-block/
 */
export function replaceWordPress(written: string, cleaning: Cleaning): string {
  const markdown = written.includes("wp-block-embed") ? written.replace(embedBlock, linkEmbed) : written;
  if (!/\[\/?(?:caption|gallery|playlist|audio|video|embed|youtube|vimeo|sourcecode)\b/.test(markdown))
    return markdown;
  return markdown
    .replace(
      /(?:<p>[ \t]{0,9})?\[sourcecode([^\]\n]{0,200})\]((?:(?!\[sourcecode)[\s\S]){0,20000}?)\[\/sourcecode\](?:[ \t]{0,9}<\/p>)?/g,
      (_all, settings: string, code: string) =>
        cleaning.keep(
          renderCode(withoutParagraphs(code), /(?:language|lang)="?(\w+)/.exec(settings)?.[1] ?? ""),
        ),
    )
    .replace(
      /\[caption[^\]\n]{0,400}\]((?:(?!\[caption)[\s\S]){0,4000}?)\[\/caption\]/g,
      (_all, inner: string) => {
        const picture =
          /^\s*(?:<a\b[^>]*>\s*)?(?:<img\b[^>]*>|!\[[^\]]*\]\([^)]*\))\s*(?:<\/a>)?/i.exec(inner)?.[0] ?? "";
        const caption = inner.slice(picture.length).trim();
        return asBlock(`${picture.trim()}${caption === "" ? "" : `\n\n*${caption.replaceAll("*", "")}*`}`);
      },
    )
    .replace(/\[(?:embed|youtube|vimeo)[=\s]*(?:\]\s*)?(https?:\/\/[^\]\s[]+)\s*(?:\]|\[\/embed\])/g, "<$1>")
    .replace(
      /\[(gallery|playlist|audio|video)((?:\s[^\]\n]{0,400})?)\](?![(:[])(?:\[\/\1\])?/g,
      (all, name: string, given: string, at: number, whole: string) => {
        // Behind the words of a link, `[video]` says what it leads to.
        if (given.trim() === "" && !all.includes("[/") && isInText(whole, at, at + all.length)) return all;
        cleaning.drop(`[${name}]`, all);
        return "";
      },
    );
}

/** Code as it was before something that took it for a text set it in paragraphs. */
function withoutParagraphs(code: string): string {
  if (!/<\/?p>|^<br ?\/?>|&(?:lt|quot|amp);/.test(code)) return code;
  const text = code
    .replace(/<\/?p>|<br ?\/?>(?=\n)/g, "")
    .replace(/^<hr ?\/?>\n/gm, "")
    .replace(/<pre><code>|<\/code><\/pre>/g, "");
  // What is shown as `<` was written so twice over where code stood within it.
  return unescapeOnce(/&amp;(?:lt|gt|quot);/.test(text) ? unescapeOnce(text) : text);
}

function unescapeOnce(text: string): string {
  return text
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&amp;", "&");
}
