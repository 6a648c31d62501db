import { generateKeyPairSync } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { dkimVerify } from "mailauth/lib/dkim/verify.js";
import { simpleParser } from "mailparser";
import { expect, test } from "vitest";
import { dkimRecord, loadDkimKey } from "../../src/delivery/dkim/load-dkim-key.ts";
import { createSigner, type DkimKey } from "../../src/delivery/dkim/sign-message.ts";
import { composeMessage, type Message } from "../../src/delivery/message/compose-message.ts";
import fc from "../support/fast-check.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";
import { plainMessage } from "./plain-message.ts";

const message: Message = {
  ...plainMessage,
  to: { name: "", address: "reader@bücher.example" },
  subject: "A subject",
};

function keyFile(type: "rsa" | "ed25519", bits = 2048): string {
  const { privateKey } =
    type === "rsa" ? generateKeyPairSync("rsa", { modulusLength: bits }) : generateKeyPairSync("ed25519");
  const file = join(temporaryFolder(), "key.pem");
  writeFileSync(file, privateKey.export({ type: "pkcs8", format: "pem" }));
  return file;
}

function signingKeys(): DkimKey[] {
  return [keyFile("rsa"), keyFile("ed25519")].map((file, index) =>
    loadDkimKey({ domain: "example.com", selector: `s${index}`, key: { file } }),
  );
}

test("a message has one signature a key, the list headers are signed, and what forgers add is named twice", async () => {
  const keys = signingKeys();

  const raw = (await composeMessage(message, createSigner(keys))).toString();

  const signatures = [...raw.matchAll(/^DKIM-Signature: (?:[^\r]|\r\n )*/gmu)].map(([text]) =>
    text.replace(/\s+/gu, ""),
  );
  expect(signatures.map((text) => /a=([\w-]+);/u.exec(text)?.[1])).toEqual(["rsa-sha256", "ed25519-sha256"]);
  const names = (/;h=([^;]+);/u.exec(signatures[0] ?? "")?.[1] ?? "").split(":");
  for (const name of ["From", "Subject", "To", "Date"])
    expect(names.filter((other) => other === name)).toHaveLength(2);
  expect(names).toEqual(
    expect.arrayContaining(["Reply-To", "List-Unsubscribe", "List-Unsubscribe-Post", "Feedback-ID"]),
  );
  expect(keys.map((key) => dkimRecord(key).name)).toEqual([
    "s0._domainkey.example.com",
    "s1._domainkey.example.com",
  ]);
});

/** What mailauth says of each signature of a message, with our records in its DNS. */
async function verify(raw: Buffer | string, keys: readonly DkimKey[]): Promise<(string | undefined)[]> {
  const records = new Map(keys.map(dkimRecord).map(({ name, value }) => [name, value]));
  const { results } = await dkimVerify(raw, {
    resolver: (name: string) => Promise.resolve([[records.get(name) ?? ""]]),
  });
  return results.map(({ status }) => status.result);
}

test("another implementation verifies both signatures, whatever the message says and to whom", async () => {
  const keys = signingKeys();
  const signer = createSigner(keys);
  const messages: Message[] = [
    message,
    { ...message, replyTo: { name: "Letters", address: "letters@example.com" } },
    {
      ...message,
      subject: `Ünï ${"code ".repeat(60)}`,
      to: { name: "فاطمة 漢", address: "reader@bücher.example" },
    },
    { ...message, list: { ...message.list, unsubscribe: ["mailto:editor@example.com?subject=unsubscribe"] } },
    {
      ...message,
      images: [{ name: "a.png", contentType: "image/png", bytes: Buffer.alloc(3000, 7) }],
      html: '<img src="cid:a.png">',
    },
    { ...message, to: { name: "", address: "用户@example.com" } },
  ];

  for (const each of messages) {
    expect(await verify(await composeMessage(each, signer), keys)).toEqual(["pass", "pass"]);
  }
});

test.each([
  ["a second Subject in front", (raw: string) => `Subject: Send money\r\n${raw}`],
  ["a second From in front", (raw: string) => `From: <else@example.com>\r\n${raw}`],
  ["a Reply-To where there was none", (raw: string) => `Reply-To: <else@example.com>\r\n${raw}`],
  ["another unsubscribe link", (raw: string) => raw.replace("/unsubscribe/token", "/unsubscribe/other")],
  ["another word in the body", (raw: string) => raw.replace("<p>Hello", "<p>Hallo")],
])("%s makes the signatures fail", async (_, forge) => {
  const keys = signingKeys();
  const raw = (await composeMessage(message, createSigner(keys))).toString();
  const forged = forge(raw);

  expect(forged).not.toBe(raw);
  for (const result of await verify(forged, keys)) expect(result).not.toBe("pass");
});

test("a key that cannot sign stops everything, and says why", () => {
  const source = (file: string) => ({ domain: "example.com", selector: "s", key: { file } });

  expect(() => loadDkimKey(source(keyFile("rsa", 1024)))).toThrow(/1024 bits/u);
  expect(() => loadDkimKey(source(join(temporaryFolder({ "key.pem": "no key" }), "key.pem")))).toThrow(
    /cannot sign/u,
  );
});

test("any text comes back as it was, on short lines, with nothing a relay or a signature would trip over", async () => {
  const hostile = fc.string({
    unit: fc.constantFrom("a", ".", " ", "\t", "=", "\n", "é", "漢", "😀", "-", "long word"),
  });
  await fc.assert(
    fc.asyncProperty(hostile, async (text) => {
      const raw = (await composeMessage({ ...message, text })).toString();

      expect((await simpleParser(raw)).text?.replace(/\n$/u, "")).toBe(text.replace(/\n$/u, ""));
      const body = raw.slice(raw.indexOf("\r\n\r\n") + 4).split("\r\n");
      expect(body.every((line) => line.length <= 76 || line.startsWith("--"))).toBe(true);
      expect(body.some((line) => line.startsWith(".") || /[ \t]$|[ \t]{2}/u.test(line))).toBe(false);
    }),
    { numRuns: 200 },
  );
});

test("a domain of another script is written in its ASCII form", async () => {
  expect((await composeMessage(message)).toString()).toContain("To: <reader@xn--bcher-kva.example>");
});
