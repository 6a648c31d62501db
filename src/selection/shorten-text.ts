const graphemes = new Intl.Segmenter(undefined, { granularity: "grapheme" });
const words = new Intl.Segmenter(undefined, { granularity: "word" });

/**
 * Cuts a line to at most `max` characters as readers count them, at a word boundary of its script, with an ellipsis.
 * A single word that is longer is cut between two characters.
 */
export function shortenText(text: string, max: number): string {
  const line = text.replace(/[\s\p{Cc}]+/gu, " ").trim();
  if (countGraphemes(line) <= max) return line;
  let kept = "";
  let count = 0;
  for (const { segment } of words.segment(line)) {
    const length = countGraphemes(segment);
    if (count + length > max - 1) break;
    kept += segment;
    count += length;
  }
  kept = kept.replace(/[\s\p{P}]+$/u, "");
  if (kept === "") {
    kept = [...graphemes.segment(line)]
      .slice(0, max - 1)
      .map(({ segment }) => segment)
      .join("");
  }
  return `${kept}…`;
}

function countGraphemes(text: string): number {
  return [...graphemes.segment(text)].length;
}
