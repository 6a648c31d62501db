import { functionWords } from "./function-words.ts";

/** Scripts that put no spaces between words. */
const unspaced =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}\p{sc=Tibetan}]/u;
const run = /[\p{L}\p{M}\p{N}]+(?:['’._][\p{L}\p{M}\p{N}]+)*/gu;
let segmenter: Intl.Segmenter | undefined;

/** The words of a text in order, lower case, in any script; `3.1.5` and `node.js` are one word each. */
export function splitWords(text: string): string[] {
  const words: string[] = [];
  for (const [found] of text.normalize("NFKC").matchAll(run)) {
    if (!unspaced.test(found)) {
      // Two capitals are a name (EU, AI, US), where two small letters are grammar.
      words.push(/^\p{Lu}{2}$/u.test(found) ? found : fold(found));
      continue;
    }
    segmenter ??= new Intl.Segmenter("und", { granularity: "word" });
    for (const { segment, isWordLike } of segmenter.segment(found)) {
      if (isWordLike === true) words.push(fold(segment));
    }
  }
  return words;
}

/** Whether a word says something about a story: no grammar, no bare year, no one or two small letters. */
export function isContentWord(word: string): boolean {
  if (functionWords.has(word) || /^(?:19|20)\d\d$/u.test(word)) return false;
  return unspaced.test(word) || !/^[\p{Ll}\p{Lo}\p{M}]{1,2}$/u.test(word);
}

function fold(word: string): string {
  return word.toLowerCase().replace(/['’]s?$|['’]s$/u, "");
}
