import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { ReadMail, Verdict } from "../../../src/delivery/reports/report.ts";
import { readReport } from "../../../src/delivery/reports/read-report.ts";

const fixtures = join(import.meta.dirname, "fixtures");
const messageId = "<0123456789abcdef0123456789abcdef@list.example>";

async function read(name: string): Promise<ReadMail> {
  return readReport(readFileSync(join(fixtures, `${name}.eml`)));
}

interface Expected {
  readonly verdict: Verdict;
  readonly status?: string;
  readonly text: RegExp;
  readonly reporter: string;
  readonly address?: null;
}

const relay = "relay.example.net";

/** What each server's form is read as, by the codes alone. */
const bounces: Readonly<Record<string, Expected>> = {
  "postfix-unknown": {
    verdict: "hard",
    status: "5.1.1",
    text: /^550 5\.1\.1 .*local recipient table$/u,
    reporter: relay,
  },
  "postfix-headers-only": { verdict: "hard", status: "5.1.1", text: /no such user/u, reporter: relay },
  "postfix-mailbox-full": { verdict: "soft", status: "5.2.2", text: /^552 5\.2\.2/u, reporter: relay },
  "postfix-expired": { verdict: "soft", status: "4.4.1", text: /^connect to mx/u, reporter: relay },
  "postfix-delayed": { verdict: "delayed", status: "4.4.1", text: /^connect to mx/u, reporter: relay },
  "postfix-no-code": { verdict: "soft", status: "5.0.0", text: /^550 no such person/u, reporter: relay },
  "postfix-delivered": { verdict: "delivered", status: "2.1.5", text: /^250/u, reporter: relay },
  "sendmail-unknown": {
    verdict: "hard",
    status: "5.1.1",
    text: /User unknown$/u,
    reporter: "mx.example.com",
  },
  "exim-report": { verdict: "hard", status: "5.1.1", text: /^550 5\.1\.1/u, reporter: relay },
  "exim-text": { verdict: "hard", status: "5.1.1", text: /^550 5\.1\.1 .*User unknown$/u, reporter: relay },
  "exchange-not-found": {
    verdict: "hard",
    status: "5.1.10",
    text: /RecipientNotFound/u,
    reporter: "AB1PR01MB0001.prod.exchange.example",
  },
  "exchange-policy": {
    verdict: "policy",
    status: "5.7.129",
    text: /Restricted/u,
    reporter: "AB1PR01MB0001.prod.exchange.example",
  },
  "exchange-too-large": {
    verdict: "policy",
    status: "5.3.4",
    text: /MSGSIZE/u,
    reporter: "mail.example.com",
  },
  "gmail-unknown": {
    verdict: "hard",
    status: "5.1.1",
    text: /^550-5\.1\.1 .*gsmtp$/u,
    reporter: "googlemail.example",
  },
  "gmail-old-text": {
    verdict: "hard",
    status: "5.1.1",
    text: /^550 5\.1\.1/u,
    reporter: "googlemail.example",
  },
  "yahoo-text": {
    verdict: "hard",
    status: "5.1.1",
    text: /^554: delivery error/u,
    reporter: "yahoo.example",
  },
  "yahoo-full": { verdict: "soft", status: "5.2.2", text: /^552: 5\.2\.2/u, reporter: "yahoo.example" },
  qmail: { verdict: "hard", status: "5.1.1", text: /^Sorry, no mailbox/u, reporter: "mx.example.com" },
  "qmail-remote": {
    verdict: "policy",
    status: "5.7.1",
    text: /^550 5\.7\.1 Blocked/u,
    reporter: "mx.example.net",
  },
  complaint: { verdict: "complaint", text: /abuse/u, reporter: "mta1001.mail.yahoo.example" },
};

test.each(Object.entries(bounces))("%s", async (name, expected) => {
  const mail = await read(name);

  expect(mail).toMatchObject({
    kind: "report",
    report: {
      recipients: [{ addresses: ["ada@example.com"], verdict: expected.verdict, status: expected.status }],
      original: { messageId, to: ["ada@example.com"] },
      reporter: expected.reporter,
    },
  });
  const [recipient] = mail.kind === "report" ? mail.report.recipients : [];
  expect(recipient?.text).toMatch(expected.text);
});

test("every fixture is expected somewhere in this file", () => {
  const named = readFileSync(import.meta.filename, "utf8");
  for (const file of readdirSync(fixtures)) expect(named).toContain(file.replace(".eml", ""));
});

test("a report about several recipients says of each what was said of it", async () => {
  expect(await read("exim-unrouteable")).toMatchObject({
    kind: "report",
    report: {
      recipients: [
        { addresses: ["ada@example.com"], verdict: "soft", text: "Unrouteable address" },
        { addresses: ["bo@example.com"], verdict: "soft", text: "retry timeout exceeded" },
      ],
    },
  });
});

test("a complaint with the reader's address left out still has the Message-ID", async () => {
  expect(await read("complaint-redacted")).toMatchObject({
    kind: "report",
    report: {
      recipients: [{ verdict: "complaint" }],
      original: { messageId, to: ["redacted@outlook.example"] },
    },
  });
});

test.each(["complaint-taken-back", "authentication-failure"])("%s is no complaint", async (name) => {
  expect(await read(name)).toMatchObject({ kind: "report", report: { recipients: [] } });
});

test.each([
  ["vacation", "auto-reply"],
  ["exim-warning", "auto-reply"],
  ["letter", "other"],
  ["read-receipt", "other"],
])("%s is no bounce, whatever codes it talks of: %s", async (name, kind) => {
  expect((await read(name)).kind).toBe(kind);
});

test("a bounce in a form nobody knows is told by its code and by the return path it was sent to", async () => {
  expect(await read("unknown-form")).toMatchObject({
    kind: "report",
    report: {
      recipients: [{ addresses: [], verdict: "hard", status: "5.1.1" }],
      sentTo: ["bounces+12-0123456789ab-ada=example.com@list.example"],
    },
  });
});
