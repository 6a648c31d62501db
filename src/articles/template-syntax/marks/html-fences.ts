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
