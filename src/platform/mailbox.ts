import addressparser from "nodemailer/lib/addressparser";
import { GazetteError } from "./errors.ts";

/** One address with the name a mail program shows; `name` is empty where there is none. */
export interface Mailbox {
  readonly name: string;
  readonly address: string;
}

const maxLocalPartOctets = 64;
const maxAddressOctets = 254;
const localPart = /^[^\s@<>()[\],;:\\"\p{Cc}]+$/u;
const domainLabel = /^[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?$/u;

/**
 * Whether a mail server could take the address: a dot-atom local part of any script and a domain of valid
 * labels (RFC 5321 section 4.1.2, RFC 6531), within the lengths of RFC 5321 section 4.5.3.1. Quoted local parts and
 * address literals are refused: no reader of a newsletter has one, and they are how injections are written.
 */
export function isAddress(value: string): boolean {
  const at = value.lastIndexOf("@");
  if (at < 1) return false;
  const local = value.slice(0, at);
  const domain = value.slice(at + 1);
  const octets = (text: string): number => Buffer.byteLength(text);
  if (octets(local) > maxLocalPartOctets || octets(value) > maxAddressOctets) return false;
  if (!localPart.test(local) || local.startsWith(".") || local.endsWith(".") || local.includes(".."))
    return false;
  return domain.split(".").every((label) => domainLabel.test(label));
}

/**
 * Reads `Name <address>` or a bare address.
 *
 * @throws GazetteError `address-invalid` where it is not exactly one valid mailbox.
 */
export function parseMailbox(text: string): Mailbox {
  const [mailbox, ...others] = parseMailboxes(text);
  if (mailbox === undefined || others.length > 0) {
    throw new GazetteError("address-invalid", `"${text}" is not one address.`, {
      hint: "Write one address, such as reader@example.com or A Reader <reader@example.com>.",
    });
  }
  return mailbox;
}

/**
 * Reads a list of mailboxes separated by commas, in the order written. The parser is lenient (RFC 5322 groups, stray words), so
 * what it gives is held against the text: each address must stand in it as it is, and be valid.
 *
 * @throws GazetteError `address-invalid`, naming the first wrong entry.
 */
export function parseMailboxes(text: string): readonly Mailbox[] {
  return splitList(text).map((entry) => {
    const parsed = addressparser(entry, { flatten: true });
    const [only] = parsed;
    if (
      parsed.length !== 1 ||
      only === undefined ||
      !standsAlone(entry, only.address) ||
      !isAddress(only.address)
    ) {
      throw new GazetteError("address-invalid", `"${entry}" is not an email address.`, {
        hint: "Write reader@example.com or A Reader <reader@example.com>; separate several with commas.",
      });
    }
    return { name: only.name.trim(), address: only.address };
  });
}

/** `a b@c.d` parses as the address `b@c.d` named `a`: only a bare address or one in angle brackets counts. */
function standsAlone(entry: string, address: string): boolean {
  return entry === address || entry.endsWith(`<${address}>`);
}

/** Splits at commas outside of quotes. */
function splitList(text: string): string[] {
  const entries = text.match(/(?:"(?:\\.|[^"\\])*"|[^,])+/gu) ?? [];
  return entries.map((entry) => entry.trim()).filter((entry) => entry !== "");
}

/** The form in which two spellings of one address are one subscriber: no outer space, all lower case, NFC. */
export function normaliseAddress(address: string): string {
  return address.trim().normalize("NFC").toLowerCase();
}
