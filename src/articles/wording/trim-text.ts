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
  let isMore = false;
  // Sentences beyond what fits decide nothing.
  for (const sentence of splitSentences(paragraph.slice(0, 4 * maxColumns), language)) {
    columns += measureColumns(sentence);
    isMore = columns - (sentence.length - sentence.trimEnd().length) > maxColumns;
    if (isMore) break;
    kept.push(sentence);
  }
  const last = kept.at(-1) ?? "";
  if (kept.length > 1 && (/[:：]$/.test(last.trimEnd()) || (isMore && isNameWithMark.test(last)))) kept.pop();
  const text = kept.join("").trim();
  return text === "" ? trimAtWord(markCut(paragraph.trim()), maxColumns) : markCut(text);
}

/** A single word with a mark, which may be the start of a name such as `Reeds! Radio`. */
const isNameWithMark = /^\p{Lu}[\p{L}\p{M}]{0,15}[!?]\s+$/u;

/** What people end a sentence with for a full stop: an emoji, a smiley, and in East Asia a long wave. */
const cheer =
  /(?:[～〜♪♡♥]|(?<=[\u1100-\u11ff\u2e80-\ua4cf\uac00-\ud7a3])~{1,3}|(?<=\s)[:;]-?[)D]|(?:\p{Emoji_Presentation}|\p{Extended_Pictographic}\ufe0f)\p{Emoji_Modifier}?)["'”’»)\]」』）】]?$/u;

/** Ends a text that stops in mid-sentence, or before a list that is not shown, in an ellipsis. */
function markCut(text: string): string {
  if (text === "" || isWhole(text)) return text;
  return `${trimEndOf(text, (char) => /[\s,;:，、；：–—-]/u.test(char))}…`;
}

/** Whether a text stops where its author ended it: with a sentence, a cheer, or a remark of its own in brackets. */
export function isWhole(text: string): boolean {
  return endsSentence(text) || cheer.test(text) || endsInRemark(text);
}

/** Letters; a bracket that holds more is none that a remark stands in. */
const maxRemark = 300;

/** Whether a text ends in brackets that stand behind a whole sentence, or around all of it: `The boats are back. (So they say)`. */
function endsInRemark(text: string): boolean {
  if (!/[\p{L}\p{M}\p{N}]\s?[)）\]］]$/u.test(text)) return false;
  let depth = 0;
  for (let at = text.length - 1; at >= Math.max(0, text.length - maxRemark); at--) {
    if (/[)）\]］]/.test(text.charAt(at))) depth++;
    else if (/[(（[［]/.test(text.charAt(at))) depth--;
    if (depth > 0) continue;
    const before = text.slice(0, at).trimEnd();
    return before === "" || endsSentence(before);
  }
  return false;
}
