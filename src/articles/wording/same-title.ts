/** Whether two texts are one title, but for their case, their signs, and the accents that a title is often written without. */
export function isSameTitle(text: string, title: string): boolean {
  // Most texts are far longer than a title, and need no closer look.
  return text.length <= 2 * title.length + maxSigns && foldTitle(text) === foldTitle(title);
}

/** Letters; as many signs as a title may have more of in one place than in another. */
const maxSigns = 20;

function foldTitle(text: string): string {
  return text
    .toLowerCase()
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
