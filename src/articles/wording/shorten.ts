/**
 * A text of strangers as a message names it: no more than so many of its letters, up to the end of a whole character, with an
 * ellipsis where it is cut.
 */
export function shorten(text: string, maxLetters: number): string {
  if (text.length <= maxLetters) return text;
  let end = 0;
  for (const { index, segment } of new Intl.Segmenter().segment(text.slice(0, maxLetters + 1))) {
    if (index + segment.length > maxLetters) break;
    end = index + segment.length;
  }
  return `${text.slice(0, end)}…`;
}
