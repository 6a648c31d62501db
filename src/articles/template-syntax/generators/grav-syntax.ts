import { asBlock, type Cleaning } from "../basics/cleaning.ts";
import { renderCode } from "../widgets/code-block.ts";

/**
 * Turns Grav's shortcodes into Markdown: code in `[prism] … [/prism]`, and passages in `[div class="…"] … [/div]`, which only
 * dress them.
 *
 * @see https://github.com/getgrav/grav-plugin-shortcode-core
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
  return text;
}
