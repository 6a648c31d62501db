/** How a list of subscribers is written: found out from its beginning. */
export interface ListFormat {
  readonly encoding: "utf-8" | "utf-16le" | "utf-16be" | "windows-1252";
  readonly delimiter: "," | ";" | "\t" | "|";
  /** Lines before the heading: Excel's `sep=;`. */
  readonly skippedLines: number;
}

const delimiters = [",", ";", "\t", "|"] as const;
const separatorLine = /^"?sep=(.)"?\s*(?:\r?\n|$)/iu;

/**
 * Tells encoding and delimiter of a list by its first bytes: a byte order mark, or NULs where UTF-16 has them, or bytes that
 * are no UTF-8 (Excel's plain "CSV" is Windows-1252); then Excel's own `sep=` line, or whichever delimiter stands most often
 * in the heading.
 */
export function detectListFormat(start: Uint8Array): ListFormat {
  const encoding = detectEncoding(start);
  const text = new TextDecoder(encoding).decode(start);
  const [line, stated] = separatorLine.exec(text) ?? [];
  const heading = (line === undefined ? text : text.slice(line.length)).split(/\r?\n|\r/u, 1)[0] ?? "";
  const bare = heading.replace(/"[^"]*"/gu, "");
  const counted = delimiters.map((delimiter) => ({ delimiter, count: bare.split(delimiter).length }));
  const [most] = counted.sort((a, b) => b.count - a.count);
  const known = delimiters.find((delimiter) => delimiter === stated);
  return { encoding, delimiter: known ?? most?.delimiter ?? ",", skippedLines: line === undefined ? 0 : 1 };
}

function detectEncoding(start: Uint8Array): ListFormat["encoding"] {
  if (start[0] === 0xff && start[1] === 0xfe) return "utf-16le";
  if (start[0] === 0xfe && start[1] === 0xff) return "utf-16be";
  const head = start.subarray(0, 200);
  const nulsAt = (parity: 0 | 1): number =>
    head.filter((byte, index) => byte === 0 && index % 2 === parity).length;
  if (nulsAt(1) > head.length / 4) return "utf-16le";
  if (nulsAt(0) > head.length / 4) return "utf-16be";
  try {
    // `stream`: the last character may be cut.
    new TextDecoder("utf-8", { fatal: true }).decode(start, { stream: true });
    return "utf-8";
  } catch {
    return "windows-1252";
  }
}
