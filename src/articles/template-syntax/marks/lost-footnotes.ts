/** Takes out references to footnotes that are nowhere, as where the end of a text is not shown. */
export function removeLostFootnotes(markdown: string): string {
  if (!markdown.includes("[^")) return markdown;
  const notes = new Set([...markdown.matchAll(/^[ \t>]*\[\^([^\]\s]{1,100})\]:/gm)].map(([, name]) => name));
  return markdown.replace(/(?<=[^\s[(])\[\^([\p{L}\p{N}_-]{1,100})\](?![:(\w])/gu, (all, name: string) =>
    notes.has(name) ? all : "",
  );
}
