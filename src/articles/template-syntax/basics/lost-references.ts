/** A line that says where a label leads. */
export const definition = /^[ \t>]*\[([^[\]]{1,200})\]:[ \t]*\S/gm;
const reference = /(?<![\w\]!\\])\[([^[\]]{1,300})\]\[([^[\]]{0,200})\]/g;

/**
 * Links whose addresses stand in another file, `[text][label]` and `[label][]`, as their words: where a template includes
 * other files, what is defined nowhere in the text is defined in one of them.
 */
export function openLostReferences(markdown: string): string {
  if (!markdown.includes("][")) return markdown;
  const defined = new Set([...markdown.matchAll(definition)].map(([, label = ""]) => foldLabel(label)));
  return markdown.replace(reference, (all, text: string, label: string) =>
    defined.has(foldLabel(label.trim() === "" ? text : label)) ? all : text,
  );
}

/** As CommonMark compares labels. */
export function foldLabel(label: string): string {
  return label.trim().replace(/\s+/g, " ").toLowerCase();
}
