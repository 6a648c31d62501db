/** A line that is one tag of those that stand in a line of text. */
const tagAlone =
  /^ {0,3}<\/?(?:a|abbr|b|br|cite|em|font|i|img|kbd|mark|q|s|small|span|strong|su[bp]|u)(?=[\s/>])(?:"[^"]*"|'[^']*'|[^<>"'])*>[ \t]*$/i;
const encloses = /^ {0,3}<\/?(?!img|br)/i;
const inlineMark =
  /\*\*[^\s*]|(?<![\w*])\*[^\s*][^*\n]*\*(?![\w*])|(?<!\w)_[^\s_][^_\n]*_(?!\w)|`[^`\n]+`|\[[^\]\n]*\]\(/;
const blockMark =
  /^ {0,3}(?:#{1,6} |[-*+] |\d{1,9}[.)] |>|\||<\/?(?:div|p|pre|table|[ou]l|li|h[1-6]|blockquote)\b)|^ {4}/i;

/**
 * Lets Markdown be read behind a line that is only a picture, a break or the start of a link: kramdown takes such elements for
 * a part of the text, and CommonMark for the start of a block of HTML (0.31, section 4.6, type 7), in which marks stand as
 * text. Behind a picture or a break, the text begins anew; what encloses a text goes on its line.
 */
export function openInlineHtml(markdown: string): string {
  if (!/^ {0,3}<\/?[a-z][^\n]*>[ \t]*\n[ \t]*[^\s<]/im.test(markdown)) return markdown;
  const lines = markdown.split("\n");
  const opened: string[] = [];
  let at = 0;
  while (at < lines.length) {
    const line = lines[at] ?? "";
    const isFirst = (lines[at - 1] ?? "").trim() === "";
    if (!isFirst || !tagAlone.test(line)) {
      opened.push(line);
      at++;
      continue;
    }
    let end = at;
    while (end < lines.length && (lines[end] ?? "").trim() !== "") end++;
    opened.push(...openBlock(lines.slice(at, end)));
    at = end;
  }
  return opened.join("\n");
}

/** @param block Lines up to a blank one, of which the first is a tag alone. */
function openBlock(block: readonly string[]): readonly string[] {
  const textAt = block.findIndex((line) => !tagAlone.test(line));
  if (textAt === -1) return block;
  const [tags, text] = [block.slice(0, textAt), block.slice(textAt)];
  const hasBlocks = text.some((line) => blockMark.test(line));
  if (tags.some((tag) => encloses.test(tag)))
    return hasBlocks || !text.some((line) => inlineMark.test(line))
      ? block
      : [[...tags, text[0] ?? ""].join(" "), ...text.slice(1)];
  return hasBlocks || text.some((line) => inlineMark.test(line)) ? [...tags, "", ...text] : block;
}
