import type { Cleaning } from "../basics/cleaning.ts";

const htmlCode = /(<(pre|code|samp)\b[^<>]{0,500}>)((?:(?!<\2\b)[\s\S]){0,20000}?)(?=<\/\2>)/gi;

/**
 * Puts code aside that is written as HTML, line by line: no signs in it are marks, such as the pluses of
 * `<code>i++ or ++i</code>`.
 */
export function keepHtmlCode(text: string, { keep }: Cleaning): string {
  if (!/<(?:pre|code|samp)\b/i.test(text)) return text;
  return text.replace(
    htmlCode,
    (_all, opening: string, _name, code: string) =>
      opening + code.replace(/\S(?:.*\S)?/g, (line) => keep(line)),
  );
}
