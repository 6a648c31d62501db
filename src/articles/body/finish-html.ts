import { unknownValue } from "../template-syntax/basics/cleaning.ts";
import { isSameTitle } from "../wording/same-title.ts";
import { trimEndOf } from "../../platform/trim-end.ts";
import { isCutOff } from "./cut-off.ts";
import { moreMark } from "./make-excerpt.ts";
import { nestElements } from "./nest-elements.ts";
import { noteMark, walkHtml } from "./walk-html.ts";

/** Stories stand under headings of the second level. */
const firstHeadingLevel = 3;

/**
 * The last touches to sanitised HTML, as a story of an issue: no heading that only repeats the title (its pictures stay), the others from
 * `<h3>` on without a gap, nothing that is empty, no links without an address, no marks of ours, and an ellipsis where the whole text stops in
 * mid-sentence.
 */
export function finishHtml(html: string, title: string): string {
  // Before, so that what pairs tags below finds those of one element; after, so that nothing here can break a page.
  const marked = withoutUnknownLines(markCutEnd(nestElements(html)))
    .replace(new RegExp(`<p>\\s*${moreMark}\\s*</p>\\n?`, "g"), "")
    .replaceAll(moreMark, "")
    .replaceAll(` ${unknownValue}`, "")
    .replaceAll(unknownValue, "")
    .replaceAll(noteMark, "")
    .replace(/<(figure|p)>\s*<\/\1>\n?/g, "")
    .replace(/<pre>\s*(?:<code>\s*<\/code>\s*)?<\/pre>\n?/g, "")
    .replace(/<thead>\s*<tr>\s*(?:<th[^>]*>\s*<\/th>\s*)+<\/tr>\s*<\/thead>\n?/g, "");
  const linked = marked
    // Of a picture that could not be shown, with its link.
    .replace(/<a href="[^"]*"(?: title="[^"]*")?>\s*<\/a>(?:<br \/>\n?)?/g, "")
    .replace(/<(strong|em)>\s*<\/\1>/g, "")
    .replace(/<p>\s*(?:<br \/>\s*)+/g, "<p>")
    .replace(/<p>\s*<\/p>\n?/g, "");
  return nestElements(levelHeadings(withoutTitle(linked, title))).trim();
}

/** A few words and a colon, such as `Size:`. */
const label = String.raw`(?:<strong>)?[^<>:：\n]{1,40}(?:[:：]</strong>|(?:</strong>)?[:：])`;
/** A line of code, and a part of the text, of no more than a label and a value that is not known. */
const unknownLine = new RegExp(
  `(?<=<code>|\\n)[ \\t]*(?:(?=\\S)${label}[ \\t]*)?${unknownValue}[ \\t]*(?:\\n|$)`,
  "g",
);
const unknownPart = new RegExp(String.raw`<(p|li)>\s*(?:(?=\S)${label}\s*)?${unknownValue}\s*</\1>\n?`, "g");
const emptied = /<(pre|li|[uo]l)>\s*(?:<code>\s*<\/code>\s*)?<\/\1>\n?/g;

/** Without labels, items and links of which a template would have printed all that they say. */
function withoutUnknownLines(html: string): string {
  if (!html.includes(unknownValue)) return html;
  let text = html
    .replaceAll(`&lt;${unknownValue}&gt;`, unknownValue)
    .replace(/<pre>[\s\S]*?<\/pre>/g, (code) => code.replace(unknownLine, ""))
    .replace(unknownPart, "");
  // An item may hold a list.
  for (let depth = 0; depth < 3; depth++) text = text.replace(emptied, "");
  return text;
}

function withoutTitle(html: string, title: string): string {
  const heading = /^\s*(?:<div>\s*)*<(h[1-3])>([\s\S]{0,1000}?)<\/\1>\s*/.exec(html);
  if (heading === null) return html;
  const text = [...walkHtml(heading[0])].map((passage) => passage.text).join(" ");
  if (!isSameTitle(text, title)) return html;
  const [, level = "", inner = ""] = heading;
  const pictures = inner.match(/<img\b[^>]*>/g)?.join(" ");
  return html.replace(`<${level}>${inner}</${level}>`, () =>
    pictures === undefined ? "" : `<p>${pictures}</p>`,
  );
}

/**
 * A heading is one below the heading that it stands under, whatever levels its author skipped: those of one level stay so. Those
 * of a quotation are its own, below where it stands, and nothing behind it stands under them.
 */
function levelHeadings(html: string): string {
  /** For the text and each quotation around the current place: the levels as they are written of the headings above, and its own. */
  const paths: number[][] = [[]];
  return html.replace(
    /<(\/?)(?:h([1-6])|blockquote)(?=[\s>])([^>]*)>/g,
    (all, slash: string, written?: string) => {
      if (written === undefined) {
        if (slash === "") paths.push([]);
        else if (paths.length > 1) paths.pop();
        return all;
      }
      const path = paths.at(-1) ?? [];
      if (slash === "") {
        while ((path.at(-1) ?? 0) >= Number(written)) path.pop();
        path.push(Number(written));
      }
      const depth = paths.reduce((sum, { length }) => sum + length, 0);
      return `<${slash}h${Math.min(6, firstHeadingLevel - 1 + depth)}>`;
    },
  );
}

/** Passages; what is longer is a whole text, whose last full stop was forgotten. */
const maxTeaser = 4;

/** What ends a sentence before the last one; whose author ends none writes without full stops. */
const sentenceEnd = /[.!?…।؟۔]["'”’»)\]]?(?:\s|<\/p>)|[。！？]/;

/** A teaser that was cut, as a page of them may be; not a short last line such as a signature. */
function markCutEnd(html: string): string {
  if (!html.endsWith("</p>")) return html;
  let last;
  let count = 0;
  for (const passage of walkHtml(html)) {
    if (++count > maxTeaser) return html;
    last = passage;
  }
  if (last?.kind !== "paragraph" || !isCutOff(last.text) || !sentenceEnd.test(html)) return html;
  const end = html.slice(0, -"</p>".length);
  return end.endsWith(">") ? html : `${trimEndOf(end, (char) => /[\s,;]/.test(char))}…</p>`;
}
