import { displayWidth } from "../../platform/display-width.ts";
import { segmenter } from "../view/formats.ts";

/** Begins a line that is not to be wrapped, such as a line of code. */
export const keptLine = "\uFDD4";

/** Follows the number of an item in a list, to tell it from a sentence that begins with a number and a full stop. */
export const itemMark = "\uFDD7";

/** Marks that quotations, lists and indented text begin with; the lines after the first begin under the text. */
const leader = /^(?:[ ]|> |\* |\d+\. \uFDD7)*/;

/** Where a line may not begin, and where it may not end (JIS X 4051, the common part). */
const neverFirst =
  /^[、。，．・：；？！）」』】〕》〉”’…ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ,.:;?!)\]}]/u;
const neverLast = /[（「『【〔《〈“‘([{]$/u;

/**
 * Wraps every line by display width, so that Chinese, Japanese and Korean characters count as two columns. A word
 * or an address that is longer than a line stays whole.
 *
 * @param columns - At most so many columns a line.
 */
export function wrapText(text: string, columns: number): string {
  return text
    .split("\n")
    .map((line) => wrapLine(line, columns))
    .join("\n");
}

/** Words of one column a character, a blank between each: most lines of most languages in Latin letters. */
const simple =
  /^[\x21-\x7E\u00A1-\u00AC\u00AE-\u024F\u2010-\u2027]+(?: [\x21-\x7E\u00A1-\u00AC\u00AE-\u024F\u2010-\u2027]+)*$/;

function wrapLine(line: string, columns: number): string {
  if (line === "" || (line.length <= columns && simple.test(line))) return line;
  if (line.startsWith(keptLine)) return line.slice(keptLine.length).trimEnd();
  const marked = leader.exec(line)?.[0] ?? "";
  const first = marked.replaceAll(itemMark, "");
  const hanging = first.replace(/\* |\d+\. /g, (mark) => " ".repeat(mark.length));
  const lines: string[] = [];
  let current = first;
  let width = displayWidth(first);
  let isEmpty = true;
  for (const { text, spaced } of splitWords(line.slice(marked.length))) {
    const added = displayWidth(text);
    if (isEmpty || width + added + (spaced ? 1 : 0) <= columns) {
      current += (spaced && !isEmpty ? " " : "") + text;
      width += added + (spaced && !isEmpty ? 1 : 0);
    } else {
      lines.push(current);
      current = hanging + text;
      width = hanging.length + added;
    }
    isEmpty = false;
  }
  return [...lines, current].map((one) => one.trimEnd()).join("\n");
}

/** Pieces between which a line may break: at blanks, and beside the characters of scripts that write none. */
function splitWords(line: string): { text: string; spaced: boolean }[] {
  const pieces: { text: string; spaced: boolean }[] = [];
  for (const word of line.split(" ")) {
    if (word === "") continue;
    splitUnspaced(word).forEach((text, index) => pieces.push({ text, spaced: index === 0 }));
  }
  return pieces;
}

const unspaced = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;

function splitUnspaced(word: string): string[] {
  if (!unspaced.test(word) || word.includes("://")) return [word];
  const pieces: string[] = [];
  for (const { segment } of segmenter("word").segment(word)) {
    const last = pieces.at(-1);
    const joins =
      last !== undefined &&
      (neverFirst.test(segment) || neverLast.test(last) || !(unspaced.test(segment) || unspaced.test(last)));
    if (joins) pieces[pieces.length - 1] = last + segment;
    else pieces.push(segment);
  }
  return pieces;
}
