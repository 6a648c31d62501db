/**
 * A text without the characters at its end that a test holds for. A regular expression that ends in `+$` would look from
 * every place of the text, and of a long run from every place of it.
 */
export function trimEndOf(text: string, isEnding: (char: string) => boolean): string {
  let end = text.length;
  while (end > 0 && isEnding(text.charAt(end - 1))) end--;
  return text.slice(0, end);
}

/** A path or an address without the slashes at its end. */
export function withoutEndSlashes(path: string): string {
  return trimEndOf(path, (char) => char === "/");
}
