import { splitSentences } from "../wording/split-sentences.ts";

/**
 * Parts the paragraphs of a text that has no blank line at all and a paragraph on each line, as text from a page or a
 * word processor has. Text wrapped at a width, or with a sentence on each line, is left as it is.
 */
export function splitPlainLines(text: string): string {
  const body = text.trim();
  if (!body.includes("\n") || /\n[ \t]*\n/.test(body)) return text;
  const lines = body.split("\n");
  if (lines.some((line) => /^(?:[-*+>#|`~\t]| {4}|\d+[.)]\s|<)/.test(line))) return text;
  const mean = body.length / lines.length;
  if (mean < 150) return text;
  const sentences = lines
    .slice(0, 50)
    .reduce((sum, line) => sum + splitSentences(line.slice(0, 5000)).length, 0);
  return sentences / Math.min(50, lines.length) < 1.4 ? text : lines.join("\n\n");
}
