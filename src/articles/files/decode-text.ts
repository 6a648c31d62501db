import { isUtf8 } from "node:buffer";

import { ArticleRefusal } from "../article-refusal.ts";

/** A file's text, still as bytes where it is UTF-8, so that only the part that is looked at is decoded. */
export interface FileText {
  /** UTF-8, without a byte order mark, with LF line ends. */
  readonly bytes: Buffer;
}

const carriageReturn = 0x0d;
const lineFeed = 0x0a;

/** A byte order mark, and one that a program took for three letters, `ï»¿`. */
const byteOrderMarks = [Buffer.from("\ufeff"), Buffer.from("\u00ef\u00bb\u00bf")];

/**
 * Brings a file to UTF-8 with LF line ends: takes off a byte order mark, converts UTF-16 (with a mark, or plainly so),
 * CRLF and lone CR. Throws ArticleRefusal for bytes that are neither, with the line: guessing a legacy encoding would
 * put wrong letters into names.
 */
export function decodeFile(bytes: Buffer): FileText {
  const utf16 = detectUtf16(bytes);
  if (utf16 !== undefined) {
    const text = new TextDecoder(utf16).decode(bytes);
    return { bytes: toLineFeeds(Buffer.from(text.toWellFormed(), "utf8")) };
  }
  // Hardly any file begins with a letter that is none of ASCII's.
  const mark =
    (bytes[0] ?? 0) < 0x80
      ? undefined
      : byteOrderMarks.find((sign) => bytes.subarray(0, sign.length).equals(sign));
  const content = mark === undefined ? bytes : bytes.subarray(mark.length);
  if (!isUtf8(content)) refuseBytes(content);
  if (!content.includes(carriageReturn)) return { bytes: content };
  return { bytes: toLineFeeds(content) };
}

/**
 * Text as it may stand in a title or a body: no control characters but line feeds and tabs. Unicode's own ends of lines, which
 * no Markdown knows and some mail programs show as boxes, are spaces.
 */
export function withoutControls(text: string): string {
  return text.replace(/[\u2028\u2029]/g, " ").replace(/[\0-\x08\x0b\x0c\x0e-\x1f\x7f]/g, "");
}

/** Of UTF-8, where no part of another letter looks like a line end. */
function toLineFeeds(bytes: Buffer): Buffer {
  const changed = Buffer.allocUnsafe(bytes.length);
  let length = 0;
  for (let at = 0; at < bytes.length; at++) {
    if (bytes[at] !== carriageReturn) changed[length++] = bytes[at] ?? 0;
    else if (bytes[at + 1] !== lineFeed) changed[length++] = lineFeed;
  }
  return changed.subarray(0, length);
}

/** A byte order mark, or ASCII letters with a zero byte before or after each of the first four. */
function detectUtf16(bytes: Buffer): "utf-16le" | "utf-16be" | undefined {
  const [a, b, c, d] = bytes;
  if (a === 0xff && b === 0xfe) return "utf-16le";
  if (a === 0xfe && b === 0xff) return "utf-16be";
  if (a === undefined || b === undefined || c === undefined || d === undefined) return undefined;
  if (a !== 0 && b === 0 && c !== 0 && d === 0) return "utf-16le";
  if (a === 0 && b !== 0 && c === 0 && d !== 0) return "utf-16be";
  return undefined;
}

/** Finds the first line that is not UTF-8 by halves: to ask each of many short lines would take long. */
function refuseBytes(bytes: Buffer): never {
  // All before the one is UTF-8, and between the two, both of which are starts of lines, something is not.
  let sound = 0;
  let faulty = bytes.length;
  for (;;) {
    const middle = sound + Math.floor((faulty - sound) / 2);
    const before = bytes.lastIndexOf(lineFeed, middle) + 1;
    const start = before > sound ? before : bytes.indexOf(lineFeed, middle) + 1;
    if (start <= sound || start >= faulty) break;
    if (isUtf8(bytes.subarray(sound, start))) sound = start;
    else faulty = start;
  }
  let line = 1;
  for (let at = 0; at < sound; at++) if (bytes[at] === lineFeed) line++;
  throw new ArticleRefusal("The line holds bytes that are not UTF-8; save the file as UTF-8.", line);
}
