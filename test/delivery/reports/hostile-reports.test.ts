import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { expect, test } from "vitest";
import { readReport } from "../../../src/delivery/reports/read-report.ts";
import { maxMessageBytes, splitMbox } from "../../../src/delivery/reports/split-mbox.ts";
import fc from "../../support/fast-check.ts";

const fixtures = join(import.meta.dirname, "fixtures");
const samples = readdirSync(fixtures).map((name) => readFileSync(join(fixtures, name)));
const crlf = (text: string): Buffer => Buffer.from(text.replaceAll("\n", "\r\n"));

async function timed<T>(work: () => Promise<T>): Promise<{ readonly result: T; readonly ms: number }> {
  const start = performance.now();
  const result = await work();
  return { result, ms: performance.now() - start };
}

function nested(depth: number, type: string): Buffer {
  const parts = Array.from(
    { length: depth },
    (_, index) => `Content-Type: ${type}; boundary="b${index}"\n\n--b${index}\n`,
  );
  return crlf(`From: MAILER-DAEMON@example.net\n${parts.join("")}Content-Type: text/plain\n\n550 5.1.1\n`);
}

const hostile: Readonly<Record<string, Buffer>> = {
  "multiparts 1,000 deep": nested(1000, "multipart/report"),
  "messages in messages 1,000 deep": crlf(
    `From: a@example.net\n${"Content-Type: message/rfc822\n\n".repeat(1000)}x`,
  ),
  "one header of a megabyte": crlf(
    `From: a@example.net\nX-Failed-Recipients: ${"a".repeat(1e6)}@example.com\n\nx`,
  ),
  "100,000 headers": crlf(`${"To: a@example.com\n".repeat(50_000)}\n550 5.1.1`),
  "a header folded 100,000 times": crlf(
    `From: MAILER-DAEMON@example.net\nTo: a@example.com${"\n ,".repeat(80_000)}\n\nx`,
  ),
  "brackets and comments without end": crlf(
    `From: ${"(".repeat(60_000)}\nTo: ${"<".repeat(60_000)}\nContent-Type: multipart/report; boundary=${'"'.repeat(30_000)}\n\nx`,
  ),
  "NUL bytes everywhere": Buffer.concat([samples[0] ?? Buffer.alloc(0), Buffer.alloc(100_000)]),
  "a delivery status of 100,000 recipients": crlf(
    `From: MAILER-DAEMON@example.net\nContent-Type: multipart/report; boundary=b\n\n--b\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; x\n\n${"Final-Recipient: rfc822; a@example.com\nAction: failed\nStatus: 5.1.1\n\n".repeat(12_000)}--b--\n`,
  ),
  "a line of a megabyte": crlf(
    `From: MAILER-DAEMON@example.net\n\nHi. This is the ${"<a@b>:".repeat(170_000)}`,
  ),
  "paragraphs without end": crlf(
    `From: MAILER-DAEMON@example.net\n\nHi. This is the\n\n${"<a@b.example>:\n\n".repeat(60_000)}`,
  ),
  "dashes without end": crlf(
    `X-Failed-Recipients: a@example.com\n\n${"-".repeat(500_000)}\n${"-\n".repeat(200_000)}`,
  ),
  "codes without end": crlf(`From: MAILER-DAEMON@example.net\n\n${"550-5.1.".repeat(120_000)}`),
  "nothing but spaces": Buffer.alloc(1e6, " "),
  "an encoding that is none": crlf(
    `From: a@example.net\nContent-Type: multipart/report; boundary=b\n\n--b\nContent-Type: message/delivery-status; charset=no-such\nContent-Transfer-Encoding: base64\n\n====\n--b--\n`,
  ),
};

test.each(Object.entries(hostile))("%s is read or refused within a moment", async (_, bytes) => {
  const { result, ms } = await timed(() => readReport(bytes.subarray(0, maxMessageBytes)));

  expect(["report", "auto-reply", "other", "refused"]).toContain(result.kind);
  if (result.kind === "report") {
    expect(result.report.recipients.length).toBeLessThanOrEqual(50);
    for (const { text, addresses } of result.report.recipients) {
      expect(text.length).toBeLessThanOrEqual(500);
      expect(text).not.toMatch(/\p{Cc}/u);
      expect(addresses.length).toBeLessThanOrEqual(60);
    }
  }
  // Seconds on a busy machine, where a pattern that backtracks would take hours.
  expect(ms).toBeLessThan(5000);
});

test("a message of 50 MB is held to its beginning, and its hash is of all of it", async () => {
  const chunk = Buffer.alloc(1024 * 1024, "x");
  const chunks = [samples[0] ?? chunk, ...Array.from({ length: 50 }, () => chunk)];
  const messages = [];
  for await (const message of splitMbox(Readable.from(chunks))) messages.push(message);
  const shorter = [];
  for await (const message of splitMbox(Readable.from(chunks.slice(0, -1)))) shorter.push(message);

  expect(messages.map(({ bytes }) => bytes.length)).toEqual([maxMessageBytes]);
  expect(messages[0]?.hash).not.toBe(shorter[0]?.hash);
});

test("no report, however broken, makes the reader throw", async () => {
  const cut = fc
    .tuple(
      fc.constantFrom(...samples),
      fc.array(fc.tuple(fc.nat(4000), fc.uint8Array({ maxLength: 12 })), { maxLength: 6 }),
    )
    .map(([sample, edits]) => {
      let bytes = Buffer.from(sample);
      for (const [place, insert] of edits) {
        const at = place % (bytes.length + 1);
        // Some bytes are overwritten, some pushed in, and some of the rest is lost.
        bytes = Buffer.concat([
          bytes.subarray(0, at),
          insert,
          bytes.subarray(Math.min(bytes.length, at + (place % 7))),
        ]);
      }
      return bytes;
    });
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(
        cut,
        fc.uint8Array({ maxLength: 3000 }),
        fc.string().map((text) => Buffer.from(text)),
      ),
      async (bytes) => {
        const mail = await readReport(bytes);
        expect(["report", "auto-reply", "other", "refused"]).toContain(mail.kind);
      },
    ),
    { numRuns: process.env["GAZETTE_SOAK"] === "1" ? 50_000 : 600 },
  );
});

test("an mbox is cut into the messages it was made of, wherever the stream happens to be cut", async () => {
  const line = fc.constantFrom(
    "Subject: x",
    "From: a@example.com",
    "hello",
    "From the sea",
    ">From here",
    "",
    "\0",
  );
  const message = fc.array(line, { minLength: 1, maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(
      fc.array(message, { minLength: 1, maxLength: 5 }),
      fc.constantFrom("\n", "\r\n"),
      fc.integer({ min: 1, max: 9 }),
      async (messages, end, size) => {
        // An mbox quotes such lines where they follow an empty one, or else they would be separators.
        const bodies = messages.map((lines) =>
          ["X: y", ...lines].filter((text) => !text.startsWith("From ")).join(end),
        );
        const mbox = Buffer.from(
          bodies.map((body) => `From a@b Mon Nov 23${end}${body}${end}${end}`).join(""),
        );
        const chunks = Array.from({ length: Math.ceil(mbox.length / size) }, (_, index) =>
          mbox.subarray(index * size, (index + 1) * size),
        );
        const found: string[] = [];
        for await (const { bytes } of splitMbox(Readable.from(chunks)))
          found.push(Buffer.from(bytes).toString());
        expect(found.map((text) => text.trimEnd())).toEqual(bodies.map((body) => body.trimEnd()));
      },
    ),
    { numRuns: 200 },
  );
});
