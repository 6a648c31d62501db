import { segmenter } from "../view/formats.ts";

/** Full stops of an abbreviation, such as "Mr." or "No.", end no sentence. */
const sentenceEnd = /(?:[\p{L}\p{M}\p{N})"”’»]{4}[.!?…]|[。！？؟।॥۔։።။។])["”’»）」』)]*$/u;

/**
 * Shortens to `length` characters as a reader counts them: at the end of a sentence where that leaves enough, else
 * at a word, with an ellipsis.
 */
export function truncate(text: string, length: number): string {
  // Most texts are short enough, and counting characters is dear.
  if (text.length <= length) return text;
  const characters = [...segmenter("grapheme").segment(text)].map(({ segment }) => segment);
  if (characters.length <= length) return text;
  const cut = characters.slice(0, Math.max(0, length - 1)).join("");
  const sentences = wholeSentences(text, cut.length);
  if (sentences.length > cut.length * 0.4) return sentences;
  const atWord = /^\s/u.test(text.slice(cut.length)) ? cut : cut.replace(/\s+\S*$/u, "");
  return `${(atWord.length > cut.length / 2 ? atWord : cut).replace(/[\s,.;:–—-]+$/u, "")}…`;
}

/** As many sentences as fit into `most` UTF-16 units. */
function wholeSentences(text: string, most: number): string {
  let kept = "";
  for (const { segment, index } of segmenter("sentence").segment(text)) {
    const until = text.slice(0, index + segment.length).trimEnd();
    if (until.length > most) break;
    if (sentenceEnd.test(until)) kept = until;
  }
  return kept;
}
