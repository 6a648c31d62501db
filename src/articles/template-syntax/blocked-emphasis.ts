const eastAsian = "\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}";
const isEastAsian = new RegExp(`[${eastAsian}]`, "u");
const mayBeBlocked = new RegExp(String.raw`[\p{P}\p{S}]\*\*[\p{L}\p{N}]|[${eastAsian}]\*\*[\p{P}\p{S}]`, "u");

/**
 * Emphasis that ends in a bracket or a full stop with the next word right behind it, as words stand in East Asia and behind
 * `**Note:**`, is none to CommonMark, and is one to kramdown and to whoever wrote it.
 */
export function openBlockedEmphasis(text: string): string {
  if (!text.includes("**") || !mayBeBlocked.test(text)) return text;
  return text.replace(
    /\*\*(?![\s*])([^*\n]{1,300}?)(?<![\s*])\*\*/g,
    (all, inner: string, at: number, whole: string) => {
      const [before, after] = [whole.charAt(at - 1), whole.charAt(at + all.length)];
      const isOpen = /^[\p{P}\p{S}]/u.test(inner) && isEastAsian.test(before);
      const isEnd = isEastAsian.test(after)
        ? /[\p{P}\p{S}]$/u.test(inner)
        : endsInWords(inner, before, after);
      const isBlocked = isOpen || isEnd;
      return isBlocked ? `<strong>${inner}</strong>` : all;
    },
  );
}

/** Whether emphasis in a script with spaces ends in a mark that closes a part of a sentence, with a word right behind it. */
function endsInWords(inner: string, before: string, after: string): boolean {
  return /[:：.!?)\]"”’»]$/.test(inner) && /[\p{L}\p{N}]/u.test(after) && !/[\p{L}\p{N}]/u.test(before);
}
