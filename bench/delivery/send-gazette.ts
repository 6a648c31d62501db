// One contestant: Gazette's own delivery, ledger on disk at full durability, every message personal and signed.
// node send-gazette.ts DATA_DIR SMTP_URL CONNECTIONS KEY_FILE
import { createSigner } from "../../src/delivery/dkim/sign-message.ts";
import { loadDkimKey } from "../../src/delivery/dkim/load-dkim-key.ts";
import { deliverIssue } from "../../src/delivery/deliver-issue.ts";
import { defaultPolicy } from "../../src/delivery/delivery-policy.ts";
import { createSmtpTransport } from "../../src/delivery/smtp/smtp-transport.ts";
import { issueHeaders, type IssueSender } from "../../src/newsletter/readers/address-reader.ts";
import { cutWhole, openMessageWriter } from "../../src/newsletter/sending/write-messages.ts";
import { countDeliveries } from "../../src/storage/deliveries/deliveries.ts";
import { openEditions, readImages } from "../../src/storage/issues/editions.ts";
import { openDatabase } from "../../src/storage/ledger/open-database.ts";
import { startMeasuring } from "./letter.ts";

const [dataDir = "", url = "", connections = "8", keyFile = ""] = process.argv.slice(2);
const database = await openDatabase(dataDir);
const finish = startMeasuring();
const { html, text } = await (await openEditions(database, 1)).read("whole");
const images = await readImages(database, 1);
const sender: IssueSender = {
  key: "weekly",
  title: "The Weekly",
  from: { name: "The Editor", address: "editor@example.com" },
  replyTo: undefined,
};
const slot = new Date("2026-11-23T07:00:00Z");
const write = openMessageWriter(
  {
    config: {
      publicUrl: "https://news.example.com",
      secret: "a secret for the benchmark",
      delivery: {
        relays: [],
        sendmail: undefined,
        perSecond: undefined,
        hours: undefined,
        domains: {},
        retryMinutes: undefined,
        expireHours: undefined,
        errorBudget: undefined,
        returnPath: undefined,
        verp: false,
        softBounces: { count: 3, days: 30 },
        dkim: [],
      },
    },
    sender,
    issueKey: "weekly/regular/2026-11-23",
    issueId: 1,
    slot,
    timeZone: "UTC",
    headers: issueHeaders(sender, { number: 1, subject: "What the tides said", date: slot }),
    edition: cutWhole({ html: html.join(""), text: text.join("") }),
    images,
  },
  createSigner([loadDkimKey({ domain: "example.com", selector: "bench", key: { file: keyFile } })]),
);
await deliverIssue({
  database,
  issueId: 1,
  relays: [
    {
      transport: createSmtpTransport({ url }),
      connections: Number(connections),
      share: 1,
      daily: { perDay: undefined, warmUp: [] },
    },
  ],
  policy: defaultPolicy,
  compose: ({ address, name }) => write({ address, name }),
  now: () => new Date(),
  signal: new AbortController().signal,
  onOutcome: () => undefined,
});
finish((await countDeliveries(database, 1)).accepted ?? 0);
await database.destroy();
