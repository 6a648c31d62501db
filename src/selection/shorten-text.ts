/** Made when first used: the first one takes 5 ms. */
const segmenters: Partial<Record<"grapheme" | "word", Intl.Segmenter>> = {};
const wide =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{Emoji_Presentation}\u3000-\u303f\uff01-\uff60]/u;

/** How wide a line is: one for each character as readers count them, two for those that take twice the room (台, 🙂). */
export function measureText(text: string): number {
  // Ten thousand editions measure a hundred thousand titles, and cutting them into characters takes a hundred times as long.
  if (/^[\x20-\x7e]*$/.test(text)) return text.length;
  let width = 0;
  for (const { segment } of segmentBy("grapheme", text)) width += wide.test(segment) ? 2 : 1;
  return width;
}

/** One line without control characters, whatever was in it. */
export function toOneLine(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, " ").trim();
}

/**
 * Cuts a line to a width of `max`, at a word boundary of its script, with an ellipsis. A single word that is longer is
 * cut between two characters.
 */
export function shortenText(text: string, max: number): string {
  const line = toOneLine(text);
  if (measureText(line) <= max) return line;
  const byWords = takeSegments(segmentBy("word", line), max - 1).replace(/[\s\p{P}]+$/u, "");
  const kept = byWords === "" ? takeSegments(segmentBy("grapheme", line), max - 1) : byWords;
  return `${kept}…`;
}

function takeSegments(segments: Iterable<{ readonly segment: string }>, max: number): string {
  let kept = "";
  let width = 0;
  for (const { segment } of segments) {
    width += measureText(segment);
    if (width > max) break;
    kept += segment;
  }
  return kept;
}

function segmentBy(granularity: "grapheme" | "word", text: string): Intl.Segments {
  return (segmenters[granularity] ??= new Intl.Segmenter("und", { granularity })).segment(text);
}
