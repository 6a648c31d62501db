import { asBlock } from "../basics/cleaning.ts";
import { renderTex } from "../basics/mask-math.ts";
import type { Cleaning } from "../basics/cleaning.ts";
import { callout } from "../widgets/callouts.ts";
import { renderCode } from "../widgets/code-block.ts";

const gate = /<(?:spoiler\s|source(?:\s|>)|oembed>|habracut|cut\s?\/?>)|\$inline\$|\$\$display\$\$/;
/** What a click opens; it may hold another. */
const spoiler =
  /<spoiler\s[^<>]{0,40}title=(?:"([^"]{0,200})"|'([^']{0,200})')[^<>]{0,40}>((?:(?!<\/?spoiler)[\s\S]){0,20000}?)<\/spoiler>/g;
/** Code, and no film's file: that has an address, and no end. */
const source =
  /<source(?:\s{1,9}lang=["']?([\w+#-]{1,30})["']?)?\s{0,9}>((?:(?!<\/?source)[\s\S]){0,20000}?)<\/source>/g;
const inline = /\$inline\$((?:(?!\$inline\$)[\s\S]){1,2000}?)\$inline\$/g;
const display = /\$\$display\$\$((?:(?!\$\$display\$\$)[\s\S]){1,5000}?)\$\$display\$\$/g;
const embed = /<oembed>\s{0,20}(https?:[^<>\s]{1,1000})\s{0,20}<\/oembed>/g;

/**
 * Brings what Habr writes in a text to Markdown: spoilers, code and formulas between their words, embeds; its cut is the end of
 * the summary.
 *
 * @see https://habr.com/docs/help/markdown
 */
export function replaceHabr(markdown: string, cleaning: Cleaning): string {
  if (!gate.test(markdown)) return markdown;
  return markdown
    .replace(source, (_all, language: string | undefined, code: string) =>
      asBlock(cleaning.keep(renderCode(code, language ?? "").trim())),
    )
    .replace(display, (_all, tex: string) => asBlock(cleaning.keep(renderTex(tex))))
    .replace(inline, (_all, tex: string) => cleaning.keep(renderTex(tex)))
    .replace(embed, (_all, address: string) => asBlock(`<${address}>`))
    .replace(spoiler, (_all, double: string | undefined, single: string | undefined, inner: string) =>
      callout(double ?? single ?? "", inner),
    )
    .replace(/<habracut(?:\s[^<>]{0,200})?\/?>|<\/?cut\s?\/?>/g, "");
}
