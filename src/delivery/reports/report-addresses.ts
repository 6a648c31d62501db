import { isAddress, normaliseAddress } from "../../platform/mailbox.ts";

const maxAddresses = 20;
const maxTextLength = 5000;
const candidate = /[^\s<>"(),:;[\]]{1,64}@[^\s<>"(),:;[\]]{1,255}/gu;

/** The valid addresses in a text such as a header or an RFC 3464 recipient (`rfc822; ada@example.com`), normalised, each once. */
export function findAddresses(text: string | undefined): string[] {
  if (text === undefined) return [];
  const found = text.slice(0, maxTextLength).match(candidate) ?? [];
  const valid = found.map((address) => normaliseAddress(decodeXtext(address))).filter(isAddress);
  return [...new Set(valid)].slice(0, maxAddresses);
}

/** `+2B` for `+`: how RFC 3461 section 4 writes an original recipient; some servers hand it on as it came. */
function decodeXtext(address: string): string {
  const decoded = address.replace(/\+(2B|3D)/gu, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return decoded.replace(/\.+$/u, "");
}

/** One line for the record: no control characters, no doubled spaces, cut. */
export function oneLine(text: string, maxLength = 500): string {
  return text
    .slice(0, 4 * maxLength)
    .replace(/[\s\p{Cc}]+/gu, " ")
    .trim()
    .slice(0, maxLength);
}
