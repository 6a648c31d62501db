import { callout } from "../widgets/callouts.ts";

const block =
  /^\[\[([a-z][\w-]{0,40})(?:[ \t]*\|[ \t]*([^\]\n]{1,200}))?\]\][ \t]*\n((?:\|(?:[ \t][^\n]*)?(?:\n|$)){1,500})/gim;

/**
 * Turns the blocks of Gatsby's plugin, `[[warning | Title]]` over lines that a bar begins, into passages set off from the text;
 * lines that a bar ends as well are a table's.
 *
 * @see https://www.gatsbyjs.com/plugins/gatsby-remark-custom-blocks/
 */
export function replaceGatsbyBlocks(markdown: string): string {
  if (!markdown.includes("]]\n|")) return markdown;
  return markdown.replace(block, (all, kind: string, title: string | undefined, lines: string) => {
    const rows = lines.trimEnd().split("\n");
    if (rows.some((row) => /\|[ \t]*$/.test(row.slice(1)))) return all;
    const words = title?.trim() ?? kind.charAt(0).toUpperCase() + kind.slice(1);
    return callout(words, rows.map((row) => row.replace(/^\|[ \t]?/, "")).join("\n"));
  });
}
