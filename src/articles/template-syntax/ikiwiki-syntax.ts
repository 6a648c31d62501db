import type { Cleaning } from "./cleaning.ts";

/** Directives that say something of the article, or show nothing in it. */
const silent = new Set(["meta", "tag", "taglink", "toc", "shortcut", "cutpaste", "format", "pagetemplate"]);

/**
 * Turns ikiwiki's `[[!img a.png alt="…"]]` into pictures, takes its other directives out, and writes its links as the other
 * wikis do, whose page comes first: `[[words|page]]`. A text without a directive is not ikiwiki's.
 */
export function replaceIkiwiki(text: string, cleaning: Cleaning): string {
  if (!/\[\[!\w/.test(text)) return text;
  return text
    .replace(
      /\[\[!img\s+([^\s[\]"]{1,1000})(\s[^[\]]{0,1000})?\]\]/g,
      (_all, source: string, given: string | undefined) => {
        const alt = /\balt="([^"]*)"/.exec(given ?? "")?.[1] ?? "";
        return `![${alt}](<${source}>)`;
      },
    )
    .replace(/\[\[!(\w{1,60})[^[\]]{0,4000}\]\]/g, (written, name: string) => {
      if (!silent.has(name)) cleaning.drop(`[[!${name}]]`, written);
      return "";
    })
    .replace(/\[\[([^[\]|!\n]{1,500})\|([^[\]|\n]{1,500})\]\]/g, "[[$2|$1]]");
}
