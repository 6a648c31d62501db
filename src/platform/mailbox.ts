import { domainToASCII, domainToUnicode } from "node:url";
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
const domainLabel = /^[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]{0,61}[\p{L}\p{M}\p{N}])?$/u;
const asciiLabel = /^[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?$/u;
/** `192.0.2.1`, `2130706433`, `0x7f.1`: what programs take for a number is no name (WHATWG URL, "ends in a number"). */
const numberLabel = /^(?:\d+|0x[\da-f]*)$/u;

/**
 * Whether a mail server could take the address: a dot-atom local part of any script and a domain of valid
 * labels (RFC 5321 section 4.1.2, RFC 6531, RFC 5891), within the lengths of RFC 5321 section 4.5.3.1. Quoted local parts,
 * address literals and domains that are numbers are refused: no reader of a newsletter has one, and they are how injections
 * are written.
 */
export function isAddress(value: string): boolean {
  const at = value.lastIndexOf("@");
  if (at < 1) return false;
  const local = value.slice(0, at);
  const domain = domainOf(value);
  const ascii = toAscii(domain.toLowerCase());
  if (ascii === undefined) return false;
  const labels = ascii.split(".");
  const octets = (text: string): number => Buffer.byteLength(text);
  if (octets(local) > maxLocalPartOctets || octets(`${local}@${ascii}`) > maxAddressOctets) return false;
  if (!localPart.test(local) || local.startsWith(".") || local.endsWith(".") || local.includes(".."))
    return false;
  if (!domain.split(".").every((label) => domainLabel.test(label))) return false;
  return labels.every((label) => asciiLabel.test(label)) && !numberLabel.test(labels.at(-1) ?? "");
}

/** Names that are their own ASCII form: most of them, and finding that out costs a hundredth of converting them. */
const plainDomain = /^[a-z\d.-]*$/u;
/** What a name of any script may have. The converter takes a text for a URL's host, and would drop what follows a slash. */
const convertible = /^[a-z\d.\u{80}-\u{10ffff}-]*$/u;

/** The domain of an address as it stands there; of a normalised address it is the one form that the domain has. */
export function domainOf(address: string): string {
  return address.slice(address.lastIndexOf("@") + 1);
}

/** The domain of an address in its one form: ASCII (RFC 5890) and lower case. One that has no such form stays as it is. */
export function asciiDomainOf(address: string): string {
  const domain = domainOf(address).toLowerCase();
  return toAscii(domain) ?? domain;
}

/** @param domain In lower case. */
function toAscii(domain: string): string | undefined {
  if (plainDomain.test(domain) && !domain.includes("xn--")) return domain;
  const ascii = convertible.test(domain) ? domainToASCII(domain) : "";
  return ascii === "" ? undefined : ascii;
}

/** An address with its domain as `asciiDomainOf` gives it; the local part as it is. */
export function asciiDomain(address: string): string {
  return `${address.slice(0, address.lastIndexOf("@") + 1)}${asciiDomainOf(address)}`;
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

/**
 * The form in which two spellings of one address are one subscriber: no outer space, all lower case, NFC, the domain in its
 * ASCII form.
 */
export function normaliseAddress(address: string): string {
  return asciiDomain(address.trim().normalize("NFC").toLowerCase());
}

/** A normalised address, and as it was kept while domains of other scripts stood as they were written. */
export function everySpelling(address: string): readonly string[] {
  if (!address.includes("xn--")) return [address];
  const at = address.lastIndexOf("@") + 1;
  return [address, `${address.slice(0, at)}${domainToUnicode(address.slice(at))}`];
}

/** One mailbox an address; of several the last says the name. */
export function uniqueMailboxes(mailboxes: readonly Mailbox[]): readonly Mailbox[] {
  return [...new Map(mailboxes.map((mailbox) => [normaliseAddress(mailbox.address), mailbox])).values()];
}
