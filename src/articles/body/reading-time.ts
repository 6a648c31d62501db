import { walkHtml } from "./walk-html.ts";

/** Silent reading of prose: Brysbaert, "How many words do we read per minute?", 2019. */
const wordsPerMinute = 238;
/** Characters of Chinese, Japanese and Korean, from the range that studies of their readers give, 400 to 600. */
const charactersPerMinute = 500;
/** Scripts without spaces between words, by the length of their average word. */
const unspacedLettersPerWord = 5;

/** Whole minutes, at least 1, that a reader takes for an article; code is looked at, not read. */
export function readingMinutes(html: string): number {
  let words = 0;
  let characters = 0;
  for (const { kind, text } of walkHtml(html)) {
    if (kind === "code") continue;
    characters +=
      text.match(/[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff]/g)?.length ?? 0;
    words += (text.match(/[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]/g)?.length ?? 0) / unspacedLettersPerWord;
    words +=
      text.match(
        /(?:(?![\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff])[\p{L}\p{N}][\p{M}\u200c\u200d'’-]*)+/gu,
      )?.length ?? 0;
  }
  return Math.max(1, Math.round(words / wordsPerMinute + characters / charactersPerMinute));
}
