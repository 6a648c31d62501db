import { asBlock, escapeHtml } from "./cleaning.ts";

/**
 * Sets TeX aside as code, so that Markdown reads no emphasis into it; an email cannot typeset it. Only what is plainly
 * TeX counts: a dollar sign is money far more often.
 */
export function maskMath(markdown: string, keep: (text: string) => string): string {
  if (!markdown.includes("$")) return markdown;
  return markdown
    .replace(/\$\s?([_^])\{?([\w+-]{1,6})\}?\s?\$/g, (_all, mark: string, small: string) =>
      keep(mark === "_" ? `<sub>${small}</sub>` : `<sup>${small}</sup>`),
    )
    .replace(/(?<![\\$])\$\$(?!\$)([\s\S]{1,4000}?)(?<!\\)\$\$(?!\$)/g, (all, tex: string) =>
      isTex(tex) && !/\n[ \t]*\n/.test(tex)
        ? asBlock(keep(`<pre><code>${escapeHtml(tex.trim()).replace(/\n[ \t]*\n/g, "\n")}</code></pre>`))
        : all,
    )
    .replace(
      /(?<![\\$\w])\$(?![\s$\d])([^$\n]{1,500}?(?:\n[^$\n]{1,500}?)?)(?<![\s\\])\$(?![\d\w$])/g,
      (all, tex: string) => (isTex(tex) ? keep(`<code>${escapeHtml(tex)}</code>`) : all),
    );
}

function isTex(text: string): boolean {
  return /\\[A-Za-z]|[\^_{}=]|^\s*[A-Za-z]'?(?:\([\w, ]{1,20}\))?\s*$/.test(text);
}
