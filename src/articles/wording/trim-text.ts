import { endsSentence, splitSentences } from "./split-sentences.ts";
import { trimEndOf } from "../../platform/trim-end.ts";

const wide =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|[\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/gu;

/** The columns a text takes: an ideograph as much room as two letters. */
export function measureColumns(text: string): number {
  let columns = text.length;
  if (/[\u1100-\uffff]/.test(text))
    columns += text.match(wide)?.reduce((sum, char) => sum + 2 - char.length, 0) ?? 0;
  return columns;
}

/**
 * Shortens a text to so many columns, at the end of a word and of a whole character in any script, and marks the cut
 * with an ellipsis; a text that fits comes back unchanged.
 */
export function trimAtWord(text: string, maxColumns: number): string {
  if (measureColumns(text) <= maxColumns) return text;
  const head = text.slice(0, maxColumns + 100);
  const kept = takeSegments(head, "word", maxColumns - 1);
  const whole = kept.trim() === "" ? takeSegments(head, "grapheme", maxColumns - 1) : kept;
  return `${trimEndOf(whole, (char) => /[\s\p{Pd}\p{Ps}\p{Pi},;:.、，；：·|/]/u.test(char))}…`;
}

/** As many whole words, or characters, as fit. */
function takeSegments(text: string, granularity: "word" | "grapheme", maxColumns: number): string {
  let kept = "";
  let columns = 0;
  for (const { segment } of new Intl.Segmenter(undefined, { granularity }).segment(text)) {
    columns += measureColumns(segment);
    if (columns > maxColumns) break;
    kept += segment;
  }
  return kept;
}

/**
 * As many whole sentences of a paragraph as fit, at least one of them, and that cut at a word where it must be. A text
 * that stops in mid-sentence ends in an ellipsis; a last sentence that only leads to a list is left out where it can be.
 */
export function trimAtSentence(paragraph: string, maxColumns: number, language?: string): string {
  const kept: string[] = [];
  let columns = 0;
  // Sentences beyond what fits decide nothing.
  for (const sentence of splitSentences(paragraph.slice(0, 4 * maxColumns), language)) {
    columns += measureColumns(sentence);
    if (columns - (sentence.length - sentence.trimEnd().length) > maxColumns) break;
    kept.push(sentence);
  }
  if (kept.length > 1 && /[:：]$/.test((kept.at(-1) ?? "").trimEnd())) kept.pop();
  const text = kept.join("").trim();
  return text === "" ? trimAtWord(markCut(paragraph.trim()), maxColumns) : markCut(text);
}

/** What people end a sentence with for a full stop: an emoji, and in East Asia a long wave. */
const cheer =
  /(?:[～〜♪♡♥]|(?<=[\u1100-\u11ff\u2e80-\ua4cf\uac00-\ud7a3])~{1,3}|(?:\p{Emoji_Presentation}|\p{Extended_Pictographic}\ufe0f)\p{Emoji_Modifier}?)["'”’»)\]」』）】]?$/u;

/** Ends a text that stops in mid-sentence, or before a list that is not shown, in an ellipsis. */
function markCut(text: string): string {
  if (text === "" || endsSentence(text) || cheer.test(text)) return text;
  return `${trimEndOf(text, (char) => /[\s,;:–—-]/u.test(char))}…`;
}
