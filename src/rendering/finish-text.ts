import { numberLinks } from "./link-numbers.ts";
import { wrapText } from "./wrap-text.ts";

/** What mail programs show without a line break of their own, quoted once or twice. */
const columns = 76;

/** Numbers the links, wraps the lines, and evens out blank ones. Slots are of plain text. */
export function finishText(text: string): string {
  const wrapped = wrapText(numberLinks(text), columns);
  return `${wrapped.replace(/\n{3,}/g, "\n\n").trim()}\n`;
}
