import { containers } from "../../wording/html-elements.ts";

const blockStart = new RegExp(String.raw`^ {0,3}<(?:${containers})(?=[\s/>]|$)`, "i");
const tag = new RegExp(String.raw`<(/?)(?:${containers})(?=[\s/>]|$)`, "gi");
const indentedTag = /^(?: {4}| {0,3}\t)[ \t]*<[a-z/!]/i;

/**
 * Takes the indentation off elements within an element, behind a blank line: to CommonMark they are code from there on, and
 * to kramdown, and to whoever wrote them, HTML up to the end of the outer one. An element right below an opening that
 * stands at the margin may be an example, and stays.
 */
export function outdentHtml(markdown: string): string {
  if (!/\n[ \t]*\n(?: {4}| {0,3}\t)[ \t]*<[a-z/!]/i.test(markdown)) return markdown;
  let depth = 0;
  let margin = "";
  let above = "";
  let isBehindBlank = false;
  let isMoving = false;
  return markdown
    .split("\n")
    .map((line) => {
      if (line.trim() === "") {
        isBehindBlank = true;
        isMoving = false;
        return line;
      }
      if (depth === 0) margin = /^ */.exec(line)?.[0] ?? "";
      // The last line of code stands at the margin, whatever the code is indented by.
      const isWithin =
        (above.trimStart().startsWith("<") && (depth > 1 || isFurtherIn(above, margin))) ||
        (depth > 0 && /<\/pre>\s*$/i.test(above));
      isMoving ||= depth > 0 && isBehindBlank && isWithin && indentedTag.test(line);
      if (depth > 0 || blockStart.test(line))
        for (const [, slash] of line.matchAll(tag)) depth = Math.max(0, depth + (slash === "/" ? -1 : 1));
      isBehindBlank = false;
      above = line;
      return isMoving ? margin + line.trimStart() : line;
    })
    .join("\n");
}

function isFurtherIn(line: string, margin: string): boolean {
  return line.startsWith(margin) && /^\s/.test(line.slice(margin.length));
}
