import { createHash, type KeyObject, sign } from "node:crypto";
import { promisify } from "node:util";

const signAsync = promisify(sign) as (
  algorithm: string | null,
  data: Buffer,
  key: KeyObject,
) => Promise<Buffer>;

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

/** Signs with each key (RFC 6376, relaxed/relaxed; RFC 8463 for Ed25519), on the thread pool. */
export function createSigner(keys: readonly DkimKey[]): MessageSigner {
  return {
    sign: async (fields, bodyHash) => {
      const canonical = new Map(fields.map((field) => [field.name, relaxHeader(field)]));
      const names = [
        ...oversigned.flatMap((name) => (canonical.has(name) ? [name, name] : [name])),
        ...signed.filter((name) => canonical.has(name)),
      ];
      const lines = [...oversigned, ...signed].flatMap((name) => canonical.get(name) ?? []).join("");
      const headers = await Promise.all(keys.map((key) => signWith(key, names, lines, bodyHash)));
      return headers.join("");
    },
  };
}

async function signWith(
  { domain, selector, algorithm, privateKey }: DkimKey,
  names: readonly string[],
  lines: string,
  bodyHash: string,
): Promise<string> {
  const tags =
    `v=1; a=${algorithm}; c=relaxed/relaxed; d=${domain}; s=${selector};\r\n` +
    ` h=${foldNames(names)};\r\n bh=${bodyHash};\r\n b=`;
  const unsigned = relaxHeader({ name: "DKIM-Signature", value: tags }).replace(/\r\n$/u, "");
  const data = Buffer.from(lines + unsigned);
  const signature =
    algorithm === "rsa-sha256"
      ? await signAsync("sha256", data, privateKey)
      : await signAsync(null, createHash("sha256").update(data).digest(), privateKey);
  const parts = signature.toString("base64").match(/.{1,72}/gu) ?? [];
  return `DKIM-Signature: ${tags}${parts.join("\r\n ")}\r\n`;
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
