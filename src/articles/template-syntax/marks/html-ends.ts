import { blocks, containers } from "../../wording/html-elements.ts";

const container = new RegExp(String.raw`<(/?)(?:${containers})(?=[\s/>])`, "gi");
const startsBlock = new RegExp(String.raw`^ {0,3}</?(?:${blocks})(?=[\s/>])`, "i");
const endsElement = new RegExp(String.raw`</(?:${blocks})>[ \t]*$`, "i");
/** A line of text, or of Markdown's blocks: no blank one, no tag, no code, no list of kramdown's attributes. */
const text = /^ {0,3}(?![\s<]|\{:)/;
/** Notion writes its callouts so, with Markdown in them. */
const callout = /^ {0,3}<aside>[ \t]*$/i;
const icon = /^ {0,3}<img\b[^<>]{1,500}>[ \t]/i;

/**
 * Lets Markdown be read right below an element of HTML that ends: for kramdown the block ends with its last tag, for CommonMark
 * with the next blank line (0.31, section 4.6, type 6), and marks up to there stand as text. So it does in what Notion exports
 * as `<aside>`.
 */
export function openBelowHtml(markdown: string): string {
  if (!/>[ \t]*\n {0,3}(?:[^\s<]|<img\b)/.test(markdown)) return markdown;
  const lines = markdown.split("\n");
  let depth = 0;
  let isInHtml = false;
  return lines
    .map((line, at) => {
      if (line.trim() === "") isInHtml = false;
      else isInHtml ||= startsBlock.test(line);
      const before = depth;
      if (line.includes("<"))
        for (const [, slash] of line.matchAll(container))
          depth = Math.max(0, depth + (slash === "" ? 1 : -1));
      const next = lines[at + 1] ?? "";
      if (!isInHtml || (!text.test(next) && !(callout.test(line) && icon.test(next)))) return line;
      const ends = depth === 0 && endsElement.test(line);
      if (!ends && !(before === 0 && callout.test(line))) return line;
      isInHtml = false;
      return `${line}\n`;
    })
    .join("\n");
}
