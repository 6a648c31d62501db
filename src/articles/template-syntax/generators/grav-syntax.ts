import { asBlock, type Cleaning } from "../basics/cleaning.ts";
import { callout, renderCode } from "../basics/widgets.ts";

/** A passage whose lines start with signs that tell its colour, and at least three words. */
const notice =
  /(?<=^|\n[ \t]*\n)!{1,6} (?!\w+ ")(?=[\p{Lu}`*_["“]\S*(?: +\S+){2})[^\n]+(?:\n!{1,6} [^\n]+)*(?=\n[ \t]*(?:\n|$)|$)/gu;

/**
 * Turns what Grav adds to Markdown into Markdown: notices, `!!! A word to the wise.`, code in `[prism] … [/prism]`, and
 * passages in `[div class="…"] … [/div]`, which only dress them.
 *
 * @see https://github.com/getgrav/grav-plugin-markdown-notices
 */
export function replaceGrav(markdown: string, cleaning: Cleaning): string {
  let text = markdown;
  if (text.includes("[/prism]"))
    text = text.replace(
      /^\[prism([^\]\n]{0,200})\]\n((?:(?!\[prism)[\s\S]){0,20000}?)\n\[\/prism\][ \t]*$/gm,
      (_all, settings: string, code: string) =>
        asBlock(cleaning.keep(renderCode(code, /language-([\w+#-]+)/.exec(settings)?.[1] ?? ""))),
    );
  for (const name of ["div", "columns", "center", "section"])
    if (text.includes(`[/${name}]`))
      text = text.replace(new RegExp(`^\\[\\/?${name}(?:[ =][^\\]\\n]{0,200})?\\][ \\t]*$`, "gm"), "\n");
  if (!/^!{1,6} /m.test(text)) return text;
  return text.replace(notice, (passage) => asBlock(callout("", passage.replace(/^!{1,6} /gm, ""))));
}
