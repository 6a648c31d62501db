import { scanMarkup, type MarkupToken } from "./scan-markup.ts";

/**
 * Tidies what MJML wrote, without a change to what is shown:
 * - `height="auto"` on images is no HTML (the style says the same), and `target="_blank"` on links is a mail
 *   program's own affair;
 * - the name of the whole letter stands outside the landmarks of the template, where axe's rule "region" allows no
 *   content; the title says the same;
 * - the preview is hidden without being white on white as well, which filters against spam take for a trick;
 * - indentation is a fifth of the bytes, and Gmail clips a message by bytes;
 * - Handlebars writes `=` and the backtick as references, for attributes without quotation marks, which we never
 *   write.
 */
export function finishHtml(html: string): string {
  let preformatted = 0;
  const pieces: string[] = [];
  const tokens = scanMarkup(html);
  for (const [index, token] of tokens.entries()) {
    const piece = html.slice(token.start, token.end);
    if (token.kind === "open" && token.name === "pre") preformatted += 1;
    else if (token.kind === "close" && token.name === "pre") preformatted -= 1;
    if (token.kind === "open") pieces.push(plainReferences(finishTag(token, piece)));
    else if (token.kind === "text" && preformatted > 0) pieces.push(plainReferences(piece));
    else {
      const short = piece.includes("\n") ? withoutIndentation(piece) : piece;
      pieces.push(plainReferences(trimInDiv(short, tokens[index - 1], tokens[index + 1])));
    }
  }
  return `${dropUnusedStyle(pieces.join("")).trim()}\n`;
}

/** Line breaks without the blanks around them. Runs are found first: a run of blanks may be long, and have no line break. */
function withoutIndentation(piece: string): string {
  return piece.replace(/\s{2,}/g, (space) => {
    const at = space.indexOf("\n");
    if (at === -1) return space;
    let end = at;
    while (end > 0 && /[ \t]/.test(space.charAt(end - 1))) end--;
    return `${space.slice(0, end)}\n`;
  });
}

/** White space just inside the tags of a block is not shown, and MJML itself writes it only now and then. */
function trimInDiv(piece: string, before?: MarkupToken, after?: MarkupToken): string {
  const start = before?.kind === "open" && before.name === "div" ? piece.trimStart() : piece;
  return after?.kind === "close" && after.name === "div" ? start.trimEnd() : start;
}

/** MJML writes these rules wherever there is a picture, for an attribute (`fluid-on-mobile`) that few themes use. */
function dropUnusedStyle(html: string): string {
  if (/class="[^"]*mj-full-width-mobile/.test(html)) return html;
  return html.replace(/<style[^>]*>[^<]*table\.mj-full-width-mobile[^<]*<\/style>\n?/, "");
}

function finishTag(token: Extract<MarkupToken, { kind: "open" }>, piece: string): string {
  const oneLine = (/[\n\t]| {2}| >$/.test(piece) ? piece.replace(/\s+/g, " ") : piece).replace(
    / (\/?>)$/,
    "$1",
  );
  if (token.name === "img") return oneLine.replace(/ height="auto"/, "");
  if (token.name === "a") return oneLine.replace(/ target="_blank"/, "");
  if (oneLine.includes(' aria-roledescription="email"')) return oneLine.replace(/ aria-label="[^"]*"/, "");
  return oneLine.replace(/ style="([^"]*)"/, (_, style: string) => finishStyle(style));
}

const hiddenPreview = /^(display:none;font-size:1px;)color:#ffffff;/;

/** The last semicolon separates nothing, unless it ends a character reference. */
function finishStyle(style: string): string {
  const short = style
    .trim()
    .replace(hiddenPreview, "$1")
    .replace(/(?<!&#?\w{1,8});$/, "");
  return short === "" ? "" : ` style="${short}"`;
}

function plainReferences(text: string): string {
  if (!text.includes("&#x")) return text;
  return text.replaceAll("&#x3D;", "=").replaceAll("&#x60;", "`");
}
