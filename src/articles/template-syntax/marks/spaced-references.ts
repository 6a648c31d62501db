import { definition, foldLabel } from "../basics/lost-references.ts";

/** Two brackets with one space or line break between them; not an item's box, a note, or what goes on behind it. */
const spaced =
  /(?<![\]\\])\[(?![ xX^]\]|\^)([^[\]]{1,300})\](?: \n?|\n) ?\[(?!\^)([^[\]\n]{1,200})\](?![([:])/g;

/**
 * Joins the brackets of links as the first Markdown let them stand, `[text] [label]`: where the second is a label that is
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
