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

/** Letters of a drawing; a longer one is left to who takes out what an email cannot show. */
const svg = /<svg(?=[\s>])[^<>]{0,2000}>((?:(?!<\/?svg\b)[\s\S]){0,40000}?)<\/svg>/gi;
/** Words in a drawing; a name of it, `<title>`, is an icon's more often. */
const labels =
  /<(?:text|tspan|foreignObject)(?=[\s>])[^<>]{0,2000}>(?:\s|<(?!\/text)[^<>]{0,500}>){0,20}[^\s<]/i;

/** Takes out drawings that say something: those with words in them, `<svg>`, and what a script of Mermaid's draws. */
export function removeDrawings(text: string, cleaning: Cleaning): string {
  const { drop } = cleaning;
  const drawn = removeMermaid(text, cleaning);
  if (!/<svg[\s>]/i.test(drawn)) return drawn;
  return drawn.replace(svg, (all: string, inner: string) => {
    if (!labels.test(inner)) return all;
    drop("<svg>", all.split("\n", 1)[0] ?? "");
    return "";
  });
}

/** `<div class="mermaid">`, up to the first end of such an element. */
function removeMermaid(text: string, { drop }: Cleaning): string {
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
