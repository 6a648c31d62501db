/** A body without the pictures that were written into it. */
export interface TextAndPictures {
  /** With `gazette-data:N` for each. */
  readonly text: string;
  /** In base64, by their number. */
  readonly embedded: readonly string[];
}

const opening = /data:image\/(?:png|jpe?g|gif|webp|avif);base64,/g;
/** What is shorter is an example of such an address. */
const minLetters = 16;

/**
 * Takes the pictures out of a body that stand there as `data:` addresses (RFC 2397). Walks over their letters one by one: an
 * expression for a picture of some megabytes is more than V8's stack bears.
 */
export function takeEmbedded(source: string): TextAndPictures {
  const embedded: string[] = [];
  let text = "";
  let end = 0;
  for (const match of source.matchAll(opening)) {
    if (match.index < end) continue;
    const start = match.index + match[0].length;
    let lettersEnd = start;
    while (isBase64(source.charCodeAt(lettersEnd))) lettersEnd++;
    if (lettersEnd - start < minLetters) continue;
    text += `${source.slice(end, match.index)}gazette-data:${embedded.length}`;
    embedded.push(source.slice(start, lettersEnd));
    end = lettersEnd + (/^={0,2}/.exec(source.slice(lettersEnd, lettersEnd + 2))?.[0].length ?? 0);
  }
  return { text: text + source.slice(end), embedded };
}

/** RFC 4648, section 4, without the padding. What stands behind the end of a text is none. */
function isBase64(code: number): boolean {
  const letter = code | 0x20;
  return (letter >= 0x61 && letter <= 0x7a) || (code >= 0x2f && code <= 0x39) || code === 0x2b;
}
