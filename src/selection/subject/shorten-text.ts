import { cleanLine } from "../../platform/clean-text.ts";
import { displayWidth } from "../../platform/display-width.ts";

/** Made when first used: the first one takes 5 ms. */
const segmenters: Partial<Record<"grapheme" | "word", Intl.Segmenter>> = {};

/** What a line can hold in UTF-8, however narrow: a family of emoji is two columns and thirty octets. */
const maxOctets = 340;

/** Whether a line is no wider than so many columns, and no longer than a header line carries. */
export function fits(line: string, columns: number): boolean {
  return (
    displayWidth(line) <= columns && (line.length * 3 <= maxOctets || Buffer.byteLength(line) <= maxOctets)
  );
}

/**
 * Cuts a line to a width of `max` columns, at a word boundary of its script, with an ellipsis. A single word that is longer is
 * cut between two characters.
 */
export function shortenText(text: string, max: number): string {
  const line = cleanLine(text);
  if (fits(line, max)) return line;
  const byWords = takeSegments(segmentBy("word", line), max - 1).replace(/[\s\p{P}]+$/u, "");
  const kept = byWords === "" ? takeSegments(segmentBy("grapheme", line), max - 1) : byWords;
  return `${kept}…`;
}

function takeSegments(segments: Iterable<{ readonly segment: string }>, max: number): string {
  let kept = "";
  let width = 0;
  let octets = "…".length * 3;
  for (const { segment } of segments) {
    width += displayWidth(segment);
    octets += Buffer.byteLength(segment);
    if (width > max || octets > maxOctets) break;
    kept += segment;
  }
  return kept;
}

function segmentBy(granularity: "grapheme" | "word", text: string): Intl.Segments {
  return (segmenters[granularity] ??= new Intl.Segmenter("und", { granularity })).segment(text);
}
