import { blocks } from "../../wording/html-elements.ts";
import { keptEnd, keptStart, type Cleaning } from "../basics/cleaning.ts";

const blockStart = new RegExp(String.raw`^ {0,3}</?(?:${blocks})(?=[\s/>]|$)`, "i");
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
