import { numberLinks } from "./link-numbers.ts";
import { wrapText } from "./wrap-text.ts";

/** What mail programs show without a line break of their own, quoted once or twice. */
const columns = 76;

/** Numbers the links, wraps the lines, and leaves at most two blank ones together. Slots are of plain text. */
export function finishText(text: string): string {
  return `${wrapLines(numberLinks(text))
    .replace(/\n{4,}/g, "\n\n\n")
    .trim()}\n`;
}

/** Wraps lines whose links have their numbers. */
export function wrapLines(text: string): string {
  return wrapText(text, columns);
}
