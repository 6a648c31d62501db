import { wrapText } from "../rendering/text/wrap-text.ts";

/** Narrower than that no text is wrapped, however narrow a terminal is. */
const leastColumns = 40;

/**
 * The lines of a text that stands behind an indent of so many columns: wrapped to the terminal's width, and one line
 * where a program reads.
 */
export function wrapToTerminal(
  text: string,
  indent: number,
  { isTTY, columns }: { readonly isTTY: boolean; readonly columns: number } = process.stdout,
): string[] {
  return isTTY ? wrapText(text, Math.max(columns - indent, leastColumns)).split("\n") : [text];
}
