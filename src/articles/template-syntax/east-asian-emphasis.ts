const eastAsian = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/**
 * Emphasis that ends in a bracket or a full stop with the next word right behind it, as words stand in East Asia, is none
 * to CommonMark, and is one to kramdown and to whoever wrote it.
 */
export function emphasiseEastAsian(text: string): string {
  if (!text.includes("**") || !eastAsian.test(text)) return text;
  return text.replace(
    /\*\*(?![\s*])([^*\n]{1,300}?)(?<![\s*])\*\*/g,
    (all, inner: string, at: number, whole: string) => {
      const [before, after] = [whole.charAt(at - 1), whole.charAt(at + all.length)];
      const isBlocked =
        (/^[\p{P}\p{S}]/u.test(inner) && eastAsian.test(before)) ||
        (/[\p{P}\p{S}]$/u.test(inner) && eastAsian.test(after));
      return isBlocked ? `<strong>${inner}</strong>` : all;
    },
  );
}
