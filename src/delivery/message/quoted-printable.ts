/** Octets a line may have, its soft break's `=` included (RFC 2045 section 6.7). */
const maxLine = 76;

/**
 * Encodes a piece of UTF-8 text as quoted-printable lines that can stand between other such pieces: it begins at a line's
 * start and ends in a soft line break, so that pieces concatenate. No line begins with a dot (RFC 5321 section 4.5.2 would
 * double it) or ends in white space, and white space never stands twice in a row unencoded, so that DKIM's relaxed body
 * (RFC 6376 section 3.4.4) is the body itself.
 *
 * @param text With LF line ends; any CR is dropped, for a bare one breaks signatures.
 */
export function encodePiece(text: string): string {
  if (text === "") return "";
  if (plainWords.test(text)) {
    const lines = cutPlain(text);
    if (lines !== undefined) return lines;
  }
  const lines = text.replaceAll("\r", "").split("\n");
  const out: string[] = [];
  lines.forEach((line, index) => {
    const isLast = index === lines.length - 1;
    encodeLine(line, isLast, out);
  });
  return out.join("");
}

/** Words of ASCII with single spaces, as names and links are: nothing in them is encoded but a dot that begins a line. */
const plainWords = /^[!-<>-~]+(?: [!-<>-~]+)*$/u;

/** @returns Undefined where a line would begin with a dot. */
function cutPlain(text: string): string | undefined {
  let out = "";
  for (let at = 0; at < text.length; at += maxLine - 1) {
    if (text.charCodeAt(at) === dot) return undefined;
    out += `${text.slice(at, at + maxLine - 1)}=\r\n`;
  }
  return out;
}

const hex = Array.from({ length: 256 }, (_, byte) => `=${byte.toString(16).toUpperCase().padStart(2, "0")}`);
const space = 0x20;
const tab = 0x09;
const equals = 0x3d;
const dot = 0x2e;
const tilde = 0x7e;

function encodeLine(line: string, isLast: boolean, out: string[]): void {
  const bytes = Buffer.from(line);
  let current = "";
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    const token = tokenOf(byte, current, at === bytes.length - 1);
    // Three octets of room: the soft break's `=`, and never a character cut in two by it.
    if (
      current.length + token.length > maxLine - 1 ||
      (isCharacterStart(byte) && !fits(bytes, at, current))
    ) {
      out.push(current, "=\r\n");
      current = "";
      current += tokenOf(byte, current, at === bytes.length - 1);
    } else current += token;
  }
  if (isLast) {
    if (current !== "") out.push(current, "=\r\n");
  } else out.push(current, "\r\n");
}

function tokenOf(byte: number, current: string, isLineEnd: boolean): string {
  if (byte === space || byte === tab) {
    return byte === tab || isLineEnd || current.endsWith(" ") ? (hex[byte] ?? "") : " ";
  }
  if (byte === dot && current === "") return "=2E";
  return byte > space && byte <= tilde && byte !== equals ? String.fromCharCode(byte) : (hex[byte] ?? "");
}

function isCharacterStart(byte: number): boolean {
  return byte >= 0xc0;
}

/** Whether a whole multi-byte character still fits on the line: some mail programs decode line by line. */
function fits(bytes: Buffer, at: number, current: string): boolean {
  const byte = bytes[at] ?? 0;
  const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
  return current.length + 3 * length <= maxLine - 1;
}
