import { keptEnd, keptStart } from "../basics/cleaning.ts";

const isEastAsian = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
/** Code that was put aside stands between signs too. */
const sign = String.raw`[\p{P}\p{S}${keptStart}${keptEnd}]`;
const isSign = new RegExp(sign, "u");
const startsWithSign = new RegExp(`^${sign}`, "u");
const endsWithSign = new RegExp(`${sign}$`, "u");
const isLetter = /[\p{L}\p{N}]/u;

/**
 * A line all in bold, with spaces within the stars, which is bold to nobody else: `** Open at noon **`; a
 * label at its start, `**When: ** at noon`; in East Asia, where a space parts no words, any part of a line: `**注意： **关门`.
 */
const spacedLine = /^([ \t]*)\*\*[ \t]{1,9}(?=\S)([^*\n]{1,300}?)[ \t]{1,9}\*\*[ \t]*$/gm;
const spacedLabel =
  /^([ \t>]*(?:[*+-][ \t][ \t>]*)?)\*\*(?=[\p{L}\p{N}¿¡])([^*\n]{1,80}[:：])([ \t]{1,9})\*\*(?=[^*\n]*$)/gmu;
const spacedPart =
  /^((?:[ \t>]*[*+-][ \t])?[^*\n]*)(?<![A-Za-z0-9])\*\*([ \t]{0,3})(?=\S)([^*\n]{1,300}?)([ \t]{0,3})\*\*(?=[^*\n]*$)/gm;
/** Emphasis by lines with the next word of East Asia right behind it. */
const underlined =
  /(?<=^|[\s（(「『"“,，。.、；;：:！!？?])_(?=[^\s_])([^_\n]{1,200})(?<=[^\s_])_(?=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}])/gmu;

/**
 * Emphasis that ends in a bracket or a full stop with the next word right behind it, as words stand in East Asia and behind
 * `**Note:**`, is none to CommonMark, and is one to kramdown and to whoever wrote it.
 */
export function openBlockedEmphasis(written: string): string {
  const text = openSpaced(written).replace(underlined, "<em>$1</em>");
  if (!text.includes("*")) return text;
  const strong = mayBeBlocked(text) ? openStrong(text) : text;
  return strong.replace(single, (all, inner: string, at: number, whole: string) => {
    const isOpen = opens.test(inner) && isEastAsian.test(whole.charAt(at - 1));
    const isEnd = closes.test(inner) && isEastAsian.test(whole.charAt(at + all.length));
    return isOpen || isEnd ? `<em>${inner}</em>` : all;
  });
}

/** One star stands for any letters of a name too, `*.txt`, and between factors: only brackets, quotes and code end in it. */
const single = /(?<![*\\\w)\]])\*(?![\s*])([^*\n]{1,300}?)(?<![\s*\\])\*(?!\*)/g;
const opens = new RegExp(`^[\\p{Ps}\\p{Pi}"'${keptStart}]`, "u");
const closes = new RegExp(`[\\p{Pe}\\p{Pf}"'?!。？！…～~${keptEnd}]$`, "u");

function openStrong(text: string): string {
  return text.replace(
    /\*\*(?![\s*])([^*\n]{1,300}?)(?<![\s*])\*\*/g,
    (all, inner: string, at: number, whole: string) => {
      const [before, after] = [whole.charAt(at - 1), whole.charAt(at + all.length)];
      const isOpen = startsWithSign.test(inner) && isEastAsian.test(before);
      const isEnd = isEastAsian.test(after) ? endsWithSign.test(inner) : endsInWords(inner, before, after);
      return isOpen || isEnd ? `<strong>${inner}</strong>` : all;
    },
  );
}

function openSpaced(text: string): string {
  if (!text.includes("** ") && !text.includes(" **")) return text;
  return text
    .replace(spacedLine, "$1**$2**")
    .replace(spacedLabel, "$1**$2**$3")
    .replace(spacedPart, (all, before: string, opening: string, inner: string, closing: string) =>
      (opening === "" && closing === "") || !isEastAsian.test(inner)
        ? all
        : `${before}${opening}**${inner}**${closing}`,
    );
}

/** Whether emphasis in a script with spaces ends in a mark that closes a part of a sentence, with a word right behind it. */
function endsInWords(inner: string, before: string, after: string): boolean {
  return /[:：.!?)\]"”’»\ufdd1]$/.test(inner) && isLetter.test(after) && !isLetter.test(before);
}

/** Whether there is a sign on one side of two stars and a letter on the other; a look at each pair of stars. */
function mayBeBlocked(text: string): boolean {
  for (let at = text.indexOf("**"); at !== -1; at = text.indexOf("**", at + 2)) {
    const [before, after] = [text.charAt(at - 1), text.charAt(at + 2)];
    if (isSign.test(before) ? isLetter.test(after) : isEastAsian.test(before) && isSign.test(after))
      return true;
  }
  return false;
}
