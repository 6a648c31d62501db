/** Scripts that put no spaces between words: a keyword stands anywhere in them. */
const noSpaces = String.raw`\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}\p{sc=Tibetan}`;
const startsWord = new RegExp(String.raw`^(?![${noSpaces}])[\p{L}\p{N}]`, "u");
/** Korean has spaces, but its particles follow a word without one. */
const endsWord = new RegExp(String.raw`(?![${noSpaces}\p{sc=Hangul}])[\p{L}\p{M}\p{N}]$`, "u");

/**
 * One expression that finds any of the keywords: whole words where the script has words, anywhere where it has none,
 * without case. `*` at the end of a keyword lets the word go on.
 *
 * @returns undefined where there is no keyword.
 */
export function compileKeywords(keywords: readonly string[]): RegExp | undefined {
  const sources = keywords.map(toSource).filter((source) => source !== "");
  return sources.length === 0 ? undefined : new RegExp(sources.join("|"), "iu");
}

function toSource(keyword: string): string {
  const text = keyword.normalize("NFKC").trim();
  const open = text.endsWith("*");
  const words = (open ? text.slice(0, -1) : text).trim();
  if (words === "") return "";
  const before = startsWord.test(words) ? String.raw`(?<![\p{L}\p{M}\p{N}])` : "";
  const after = !open && endsWord.test(words) ? String.raw`(?![\p{L}\p{M}\p{N}])` : "";
  const source = words
    .split(/\s+/u)
    .map((word) => word.replace(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`))
    .join(String.raw`\s+`);
  return before + source + after;
}
