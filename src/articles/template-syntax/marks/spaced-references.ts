import { definition, foldLabel } from "../basics/lost-references.ts";

/**
 * Two brackets with one space or line break between them, the second of which holds a number, as hardly anybody sets one in
 * brackets for its own sake: to CommonMark, they are no link (example 542). Not an item's box, or what goes on behind it.
 */
const spaced = /(?<![\]\\])\[(?![ xX^]\]|\^)([^[\]]{1,300})\](?: \n?|\n) ?\[(\d{1,4})\](?![([:])/g;

/**
 * Joins the brackets of links as the first Markdown let them stand, `[text] [1]`: where the second is a label that is
 * defined, and the first is none.
 *
 * @see https://daringfireball.net/projects/markdown/syntax#link
 */
export function joinReferences(markdown: string): string {
  if (!/\][ \n] ?\n?\[/.test(markdown)) return markdown;
  const defined = new Set([...markdown.matchAll(definition)].map(([, label = ""]) => foldLabel(label)));
  if (defined.size === 0) return markdown;
  return markdown.replace(spaced, (all, text: string, label: string) =>
    defined.has(foldLabel(label)) && !defined.has(foldLabel(text)) ? `[${text}][${label}]` : all,
  );
}
