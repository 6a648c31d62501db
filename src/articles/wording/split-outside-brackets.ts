/**
 * Cuts a text where a separator stands outside of round brackets: one is inside where the next bracket closes.
 *
 * @param separator global.
 */
export function splitOutsideBrackets(text: string, separator: RegExp): string[] {
  const parts: string[] = [];
  const bracket = /[()（）]/g;
  let next = bracket.exec(text);
  let done = 0;
  for (const match of text.matchAll(separator)) {
    const end = match.index + match[0].length;
    while (next !== null && next.index < end) next = bracket.exec(text);
    if (next !== null && /[)）]/.test(next[0])) continue;
    parts.push(text.slice(done, match.index));
    done = end;
  }
  return [...parts, text.slice(done)];
}
