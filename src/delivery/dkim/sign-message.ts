import { createHash, type KeyObject, sign } from "node:crypto";
import { promisify } from "node:util";
import { limitRunning } from "./limit-running.ts";

const signAsync = promisify(sign) as (
  algorithm: string | null,
  data: Buffer,
  key: KeyObject,
) => Promise<Buffer>;

/**
 * Node's thread pool has four threads, and the ledger's log is flushed there too: it must find one free, for every connection
 * waits for it.
 */
const signingAtOnce = limitRunning(2);

/** A header as it stands in the message, folded. */
export interface HeaderField {
  readonly name: string;
  readonly value: string;
}

/** A key that mail is signed with, held parsed: from PEM each signature would cost three times as much. */
export interface DkimKey {
  readonly domain: string;
  readonly selector: string;
  readonly algorithm: "rsa-sha256" | "ed25519-sha256";
  readonly privateKey: KeyObject;
}

export interface MessageSigner {
  /** These fields will be the same objects in many messages, and are prepared once. */
  share(fields: readonly HeaderField[]): void;
  /**
   * @param fields In the order of the message.
   * @param bodyHash SHA-256 in base64 of the relaxed body.
   * @returns DKIM-Signature headers with their line ends, one a key, to stand before everything else.
   */
  sign(fields: readonly HeaderField[], bodyHash: string): Promise<string>;
}

/** Named once more than they occur, so that nobody can add another (RFC 6376 section 8.15). */
const oversigned = ["From", "Subject", "To", "Reply-To", "Date"];
/** Signed where they occur. List-Unsubscribe and its Post must be (RFC 8058 section 4). */
const signed = [
  "Message-ID",
  "MIME-Version",
  "Content-Type",
  "List-Id",
  "List-Unsubscribe",
  "List-Unsubscribe-Post",
  "List-Help",
  "Feedback-ID",
  "Auto-Submitted",
];

/** What messages with the same header names share: the fields that are signed, and each key's unfinished signature. */
interface Layout {
  /** Places of the signed fields, in the order of `h=`. */
  readonly places: readonly number[];
  /** In the order of the keys: the tags as far as the body's hash, and what of them is signed. */
  readonly tags: readonly { readonly text: string; readonly canonical: string }[];
}

/** Signs with each key (RFC 6376, relaxed/relaxed; RFC 8463 for Ed25519), on the thread pool. */
export function createSigner(keys: readonly DkimKey[]): MessageSigner {
  const layouts = new Map<string, Layout>();
  const relaxed = new WeakMap<HeaderField, string>();
  const layoutOf = (fields: readonly HeaderField[]): Layout => {
    const names = fields.map(({ name }) => name).join(":");
    const known = layouts.get(names);
    if (known !== undefined) return known;
    const layout = makeLayout(fields, keys);
    layouts.set(names, layout);
    return layout;
  };
  return {
    share: (fields) => {
      for (const field of fields) relaxed.set(field, relaxHeader(field));
    },
    sign: async (fields, bodyHash) => {
      const { places, tags } = layoutOf(fields);
      let lines = "";
      for (const place of places) {
        const field = fields[place];
        if (field !== undefined) lines += relaxed.get(field) ?? relaxHeader(field);
      }
      const [only, ...others] = keys.map((key, index) =>
        signWith(key, lines, bodyHash, tags[index] ?? { text: "", canonical: "" }),
      );
      if (only === undefined) return "";
      return others.length === 0 ? only : (await Promise.all([only, ...others])).join("");
    },
  };
}

function makeLayout(fields: readonly HeaderField[], keys: readonly DkimKey[]): Layout {
  const placeOf = (name: string): number => fields.findLastIndex((field) => field.name === name);
  const present = (name: string): boolean => placeOf(name) >= 0;
  const names = [
    ...oversigned.flatMap((name) => (present(name) ? [name, name] : [name])),
    ...signed.filter(present),
  ];
  const places = [...oversigned, ...signed].filter(present).map(placeOf);
  const tags = keys.map(({ algorithm, domain, selector }) => {
    const text =
      `v=1; a=${algorithm}; c=relaxed/relaxed; d=${domain}; s=${selector};\r\n` +
      ` h=${foldNames(names)};\r\n bh=`;
    return { text, canonical: relaxHeader({ name: "DKIM-Signature", value: text }).replace(/\r\n$/u, "") };
  });
  return { places, tags };
}

async function signWith(
  { algorithm, privateKey }: DkimKey,
  lines: string,
  bodyHash: string,
  { text, canonical }: Layout["tags"][number],
): Promise<string> {
  const data = Buffer.from(`${lines}${canonical}${bodyHash}; b=`);
  const signature =
    algorithm === "rsa-sha256"
      ? await signingAtOnce(() => signAsync("sha256", data, privateKey))
      : await signAsync(null, createHash("sha256").update(data).digest(), privateKey);
  const encoded = signature.toString("base64");
  let folded = encoded.slice(0, 72);
  for (let at = 72; at < encoded.length; at += 72) folded += `\r\n ${encoded.slice(at, at + 72)}`;
  return `DKIM-Signature: ${text}${bodyHash};\r\n b=${folded}\r\n`;
}

/** RFC 6376 section 3.4.2. */
function relaxHeader({ name, value }: HeaderField): string {
  const line = value
    .replace(/\r\n/gu, "")
    .replace(/[ \t]+/gu, " ")
    .trim();
  return `${name.toLowerCase()}:${line}\r\n`;
}

function foldNames(names: readonly string[]): string {
  let column = 3;
  return names
    .map((name, index) => {
      const text = index < names.length - 1 ? `${name}:` : name;
      column += text.length;
      if (column <= 74) return text;
      column = 1 + text.length;
      return `\r\n ${text}`;
    })
    .join("");
}
