import { asciiDomain, type Mailbox } from "../../platform/mailbox.ts";

const maxLine = 76;
/** Octets of text an encoded word holds, in base64, within its 75 characters (RFC 2047 section 2). */
const wordBytes = 45;
const printable = /^[\x20-\x7e]*$/u;

/**
 * A text as the value of a header such as Subject: folded, and as encoded words where it is not plain ASCII (RFC 2047).
 *
 * @param used Characters that stand on the first line already.
 */
export function encodeHeaderText(text: string, used: number): string {
  const line = text.replace(/[\s\p{Cc}]+/gu, " ").trim();
  const isPlain =
    printable.test(line) &&
    !line.includes("=?") &&
    line.split(" ").every((word) => word.length <= maxLine - 1);
  return isPlain ? fold(line.split(" "), used) : fold(encodedWords(line), used);
}

/** `Name <address>` as a header has it; the domain in its ASCII form (RFC 5890). */
export function encodeMailbox({ name, address }: Mailbox, used: number): string {
  return encodeNamed(name, asciiDomain(address), used);
}

/** `Name <id>`, as From and List-Id have it (RFC 5322 section 3.4, RFC 2919 section 2); no name gives the brackets alone. */
export function encodeNamed(name: string, id: string, used: number): string {
  return fold([...encodePhrase(name), `<${id}>`], used);
}

function encodePhrase(name: string): string[] {
  if (name === "") return [];
  const isPlain = printable.test(name) && name.length <= 60 && !name.includes("=?");
  return isPlain ? [`"${name.replace(/["\\]/gu, "\\$&")}"`] : encodedWords(name.replace(/\p{Cc}+/gu, " "));
}

/** Items separated by commas, a line each where they do not fit on one. */
export function encodeList(items: readonly string[], used: number): string {
  return fold(
    items.map((item, index) => (index < items.length - 1 ? `${item},` : item)),
    used,
  );
}

/** Whether an address needs SMTPUTF8: its local part has characters beyond ASCII. */
export function needsUtf8(address: string): boolean {
  return !printable.test(address.slice(0, address.lastIndexOf("@")));
}

function encodedWords(text: string): string[] {
  const words: string[] = [];
  let current = "";
  const close = (): void => {
    if (current !== "") words.push(`=?UTF-8?B?${Buffer.from(current).toString("base64")}?=`);
    current = "";
  };
  for (const character of text.toWellFormed()) {
    if (Buffer.byteLength(current + character) > wordBytes) close();
    current += character;
  }
  close();
  return words;
}

function fold(words: readonly string[], used: number): string {
  let out = "";
  let column = used;
  words.forEach((word, index) => {
    if (index > 0 && column + 1 + word.length > maxLine) {
      out += `\r\n ${word}`;
      column = 1 + word.length;
    } else {
      out += index === 0 ? word : ` ${word}`;
      column += word.length + (index === 0 ? 0 : 1);
    }
  });
  return out;
}
