const definition = /^[ \t>]*\[([^[\]]{1,200})\]:[ \t]*\S/gm;
const reference = /(?<![\w\]!\\])\[([^[\]]{1,300})\]\[([^[\]]{0,200})\]/g;

/**
 * Links whose addresses stand in another file, `[text][label]` and `[label][]`, as their words: where a template includes
 * other files, what is defined nowhere in the text is defined in one of them.
 */
export function openLostReferences(markdown: string): string {
  if (!markdown.includes("][")) return markdown;
  const defined = new Set([...markdown.matchAll(definition)].map(([, label = ""]) => fold(label)));
  return markdown.replace(reference, (all, text: string, label: string) =>
    defined.has(fold(label.trim() === "" ? text : label)) ? all : text,
  );
}

/** As CommonMark compares labels. */
function fold(label: string): string {
  return label.trim().replace(/\s+/g, " ").toLowerCase();
}
