import { numberLinks } from "./link-numbers.ts";
import { wrapText } from "./wrap-text.ts";

/** What mail programs show without a line break of their own, quoted once or twice. */
const columns = 76;

/**
 * Numbers the links, wraps the lines, and leaves at most two blank ones together. Slots are of plain text.
 *
 * @param known - Lines that were wrapped before, see `wrapText`.
 */
export function finishText(text: string, known?: Map<string, string>): string {
  const wrapped = wrapText(numberLinks(text), columns, known);
  return `${wrapped.replace(/\n{4,}/g, "\n\n\n").trim()}\n`;
}
