/**
 * Takes out references to footnotes that are nowhere, as where the end of a text is not shown. Where no footnote stands at all,
 * only those with a number: `[^u]` and `[^a-z]` are more often the letters that a pattern does not take.
 */
export function removeLostFootnotes(written: string): string {
  if (!written.includes("[^")) return written;
  const markdown = joinNames(written);
  const notes = new Set([...markdown.matchAll(/^[ \t>]*\[\^([^\]\s]{1,100})\]:/gm)].map(([, name]) => name));
  return markdown.replace(/(?<=[^\s[(])\[\^([\p{L}\p{N}_-]{1,100})\](?![:(\w])/gu, (all, name: string) =>
    notes.has(name) || (notes.size === 0 && !/^\d+$/.test(name)) ? all : "",
  );
}

/** Names of several words, `[^1 left]`, as one: Markdown here knows no others, and Zola's does. */
function joinNames(markdown: string): string {
  const names = [...markdown.matchAll(/^[ \t>]*\[\^([^\]\s]{1,40}(?: [^\]\s]{1,40}){1,5})\]:/gm)].map(
    ([, name = ""]) => name,
  );
  if (names.length === 0) return markdown;
  const spaced = new Set(names);
  return markdown.replace(/\[\^([^\][\n]{1,240})\]/g, (all, name: string) =>
    spaced.has(name) ? `[^${name.replaceAll(" ", "-")}]` : all,
  );
}
