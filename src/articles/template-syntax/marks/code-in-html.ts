import { keptEnd, keptStart, type Cleaning } from "../basics/cleaning.ts";

/** Where a block of HTML starts that goes up to the next blank line (CommonMark 0.31, section 4.6, type 6). */
const blockStart =
  /^ {0,3}<\/?(?:article|aside|blockquote|center|d[dlt]|details|div|figcaption|figure|footer|header|li|main|nav|[ou]l|p|section|summary|table|tbody|t[dhr]|thead)(?=[\s/>]|$)/i;
const keptLine = new RegExp(`^ {0,3}${keptStart}(\\d+)${keptEnd}$`);

/** Sets a blank line before fenced code within a block of HTML: without one, its fence and all its lines are HTML. */
export function openFences(markdown: string, { kept }: Cleaning): string {
  if (!markdown.includes("<") || !markdown.includes(keptStart)) return markdown;
  let isInHtml = false;
  return markdown
    .split("\n")
    .map((line) => {
      const isFence = isInHtml && /^(?:`{3}|~{3})/.test(kept[Number(keptLine.exec(line)?.[1])] ?? "");
      isInHtml = !isFence && line.trim() !== "" && (isInHtml || blockStart.test(line));
      return isFence ? `\n${line}` : line;
    })
    .join("\n");
}

/** What holds blocks and has to be closed. */
const containers =
  "article aside blockquote center div dl figure footer header main nav ol section table ul".split(" ");
const regionTag = new RegExp(`<(/?)(${containers.join("|")})(?=[\\s/>])[^<>]{0,1000}>`, "gi");
const regionStart = new RegExp(`^ {0,3}<(?:${containers.join("|")})(?=[\\s>])(?![^<>]*\\smarkdown\\b)`, "i");
const indentedTag =
  /^(?: {4}|\t)[ \t]*(?=<\/?(?:article|aside|blockquote|center|d[dlt]|details|div|figcaption|figure|footer|h[1-6]|header|hr|img|li|main|nav|[ou]l|p|section|summary|table|tbody|t[dhr]|tfoot|thead)(?:[\s/>]|$))/i;

const listItem = /^[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]/;

/**
 * Takes the indentation off tags within HTML that is opened and closed: behind a blank line they would be code, and are HTML in
 * kramdown and in what was brought over from WordPress. Where a list of Markdown stands in it, it is Markdown.
 */
export function dedentHtml(markdown: string): string {
  if (!/\n[ \t]*(?:\[toc\][ \t]*)?\n(?: {4}|\t)[ \t]*</i.test(markdown)) return markdown;
  const lines = markdown.split("\n");
  let depth = 0;
  let from = 0;
  for (const [at, line] of lines.entries()) {
    if (depth === 0 && !regionStart.test(line)) continue;
    if (depth === 0) from = at;
    for (const [tag, slash] of line.matchAll(regionTag))
      if (!tag.endsWith("/>")) depth = Math.max(0, depth + (slash === "/" ? -1 : 1));
    const region = depth === 0 ? lines.slice(from, at + 1) : [];
    if (!region.some((row) => listItem.test(row)))
      lines.splice(from, region.length, ...region.map((row) => row.replace(indentedTag, "")));
  }
  return lines.join("\n");
}
