/**
 * Takes out references to footnotes that are nowhere, as where the end of a text is not shown. Where no footnote stands at all,
 * only those with a number: `[^u]` and `[^a-z]` are more often the letters that a pattern does not take.
 */
export function removeLostFootnotes(markdown: string): string {
  if (!markdown.includes("[^")) return markdown;
  const notes = new Set([...markdown.matchAll(/^[ \t>]*\[\^([^\]\s]{1,100})\]:/gm)].map(([, name]) => name));
  return markdown.replace(/(?<=[^\s[(])\[\^([\p{L}\p{N}_-]{1,100})\](?![:(\w])/gu, (all, name: string) =>
    notes.has(name) || (notes.size === 0 && !/^\d+$/.test(name)) ? all : "",
  );
}
