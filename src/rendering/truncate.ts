/** Cuts at a word within `length` characters as a reader counts them, and says so with an ellipsis. */
export function truncate(text: string, length: number): string {
  // Most texts are short enough, and counting characters is dear.
  if (text.length <= length) return text;
  const characters = [...new Intl.Segmenter().segment(text)].map(({ segment }) => segment);
  if (characters.length <= length) return text;
  const cut = characters.slice(0, Math.max(0, length - 1)).join("");
  const atWord = cut.replace(/\s+\S*$/u, "");
  return `${(atWord.length > cut.length / 2 ? atWord : cut).replace(/[\s,.;:–—-]+$/u, "")}…`;
}
