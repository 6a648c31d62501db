import type { Cleaning } from "../basics/cleaning.ts";

const htmlCode = /(<(pre|code|samp|d-code)\b[^<>]{0,500}>)((?:(?!<\2\b)[\s\S]){0,20000}?)(?=<\/\2>)/gi;

/**
 * Puts code aside that is written as HTML, line by line: no signs in it are marks, such as the pluses of
 * `<code>i++ or ++i</code>`.
 */
export function keepHtmlCode(text: string, { keep }: Cleaning): string {
  if (!/<(?:pre|code|samp|d-code)\b/i.test(text)) return text;
  return text.replace(
    htmlCode,
    (_all, opening: string, _name, code: string) =>
      opening + code.replace(/\S(?:.*\S)?/g, (line) => keep(line)),
  );
}

const drawing = /<(div|pre|p|figure)(\s[^<>]{0,300})>/gi;

/** Takes out what a script of Mermaid's draws: `<div class="mermaid">`, up to the first end of such an element. */
export function removeDrawings(text: string, { drop }: Cleaning): string {
  if (!/\bmermaid\b/i.test(text)) return text;
  let result = "";
  let done = 0;
  for (const { 0: opening, 1: name = "", 2: attributes = "", index } of text.matchAll(drawing)) {
    if (index < done || !/\sclass(?:Name)?=\{?["'][^"']*\bmermaid\b/i.test(attributes)) continue;
    const end = text.indexOf(`</${name}>`, index + opening.length);
    if (end === -1) break;
    drop(`<${name} class="mermaid">`, opening);
    result += `${text.slice(done, index)}\n\n`;
    done = end + name.length + 3;
  }
  return result + text.slice(done);
}
