import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { expect, onTestFinished, test } from "vitest";
import { loadConfig } from "../../../src/config/load-config.ts";
import { verpAddress, verpToken } from "../../../src/delivery/message/verp.ts";
import { issueKeyOf, messageIdFor } from "../../../src/newsletter/readers/address-reader.ts";
import { takeReports } from "../../../src/newsletter/reports/take-reports.ts";
import { countDeliveries } from "../../../src/storage/deliveries/deliveries.ts";
import { freezeIssue } from "../../../src/storage/issues/freeze-issue.ts";
import { type Database, openDatabase } from "../../../src/storage/ledger/open-database.ts";
import { findSuppression } from "../../../src/storage/audience/suppressions.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

const now = new Date("2026-11-24T07:00:00Z");
const dayMs = 24 * 60 * 60 * 1000;
const fixtures = join(import.meta.dirname, "..", "..", "delivery", "reports", "fixtures");
const placeholder = "<0123456789abcdef0123456789abcdef@list.example>";
const readers = ["ada@example.com", "bo@example.com", "cy@example.com"];
const sender = {
  key: "weekly",
  title: "The Weekly",
  from: { name: "The Weekly", address: "weekly@list.example" },
  replyTo: undefined,
  messageKey: "0123456789abcdef",
};

interface Desk {
  readonly database: Database;
  /** Freezes another issue whose deliveries were accepted. */
  readonly freeze: (slot: string) => Promise<number>;
  readonly take: (text: string | Buffer) => ReturnType<typeof takeReports>;
  readonly messageId: (slot: string, address: string) => string;
  readonly stateOf: (issueId: number, address: string) => Promise<string | undefined>;
}

const slot = "2026-11-23T07:00:00.000Z";

async function openDesk(
  settings: { readonly softBounces?: { count: number; days: number } } = {},
): Promise<Desk> {
  const delivery = { returnPath: "bounces@list.example", verp: true, ...settings };
  const newsletters = { weekly: { title: "The Weekly", from: "weekly@list.example" } };
  const folder = temporaryFolder({ "gazette.config.json": JSON.stringify({ delivery, newsletters }) });
  const config = await loadConfig(folder);
  const database = await openDatabase(config.data);
  onTestFinished(() => database.destroy());
  return {
    database,
    freeze: async (at) => {
      const issue = await freezeIssue(database, {
        issue: {
          newsletter: "weekly",
          cadence: "regular",
          slot: at,
          number: 1,
          origin: "schedule",
          since: at,
          until: at,
          subject: "Subject",
          preheader: "Preheader",
          hash: "hash",
          manifest: "{}",
          sender: JSON.stringify(sender),
          frozen_at: at,
        },
        articles: [],
        newNames: [],
        editions: [{ key: "whole", subject: "Subject", preheader: "", html: [""], text: [""], readers: 1 }],
        images: [],
        recipients: readers.map((address) => ({ address, name: "" })),
        editionKey: "whole",
        audience: { newsletter: "weekly", cadence: "regular", cadences: ["regular"], sharedIssues: [] },
      });
      if (issue === undefined) throw new Error("The issue was not frozen.");
      await database.updateTable("deliveries").set({ state: "accepted" }).execute();
      return issue.id;
    },
    take: (text) =>
      takeReports({
        database,
        config,
        path: "-",
        standardInput: Readable.from([Buffer.from(text)]),
        now: () => now,
        onRefused: () => undefined,
      }),
    messageId: (at, address) => messageIdFor(sender, issueKeyOf("weekly", "regular", new Date(at)), address),
    stateOf: async (issueId, address) => {
      const row = await database
        .selectFrom("deliveries")
        .select("state")
        .where("issue_id", "=", issueId)
        .where("address", "=", address)
        .executeTakeFirst();
      return row?.state;
    },
  };
}

function fixture(name: string, messageId: string): string {
  return readFileSync(join(fixtures, `${name}.eml`), "utf8").replaceAll(placeholder, messageId);
}

test("a bounce of an issue that knew the reader by another spelling is understood", async () => {
  const { database, freeze, take, messageId, stateOf } = await openDesk();
  const issueId = await freeze(slot);
  const address = "dina@xn--bcher-kva.example";
  await database
    .updateTable("deliveries")
    .set({ address })
    .where("address", "=", "ada@example.com")
    .execute();

  await take(fixture("postfix-unknown", messageId(slot, "dina@bücher.example")));

  expect(await stateOf(issueId, address)).toBe("bounced");
  expect(await findSuppression(database, address)).toMatchObject({ reason: "hard-bounce" });
});

test("a hard bounce moves its delivery on, suppresses the address, and is kept in one line", async () => {
  const { database, freeze, take, messageId, stateOf } = await openDesk();
  const issueId = await freeze(slot);

  const counts = await take(fixture("postfix-unknown", messageId(slot, "ada@example.com")));

  expect(counts).toMatchObject({ messages: 1, hard: 1, bounced: 1, suppressed: 1, unrecognised: 0 });
  expect(await stateOf(issueId, "ada@example.com")).toBe("bounced");
  expect(await findSuppression(database, "ada@example.com")).toMatchObject({
    reason: "hard-bounce",
    detail: expect.stringMatching(/^550 5\.1\.1/u) as string,
  });
  expect(await database.selectFrom("reports").selectAll().execute()).toEqual([
    {
      hash: expect.stringMatching(/^[0-9a-f]{64}$/u) as string,
      address: "ada@example.com",
      kind: "hard",
      status: "5.1.1",
      diagnostic: expect.stringContaining("User unknown") as string,
      reporter: "relay.example.net",
      issue_id: issueId,
      received_at: "2026-11-23T07:00:09.000Z",
    },
  ]);
});

test("reading the same reports again changes nothing, also where a person has lifted the suppression since", async () => {
  const { database, freeze, take, messageId } = await openDesk();
  await freeze(slot);
  const text = fixture("postfix-unknown", messageId(slot, "ada@example.com"));
  await take(text);
  await database.deleteFrom("suppressions").execute();
  const before = await database.selectFrom("deliveries").selectAll().execute();

  const counts = await take(text);

  expect(counts).toMatchObject({ messages: 1, known: 1, hard: 0, bounced: 0, suppressed: 0 });
  expect(await findSuppression(database, "ada@example.com")).toBeUndefined();
  expect(await database.selectFrom("deliveries").selectAll().execute()).toEqual(before);
});

test("a complaint suppresses at once, also after a bounce, and wins over it", async () => {
  const { freeze, take, messageId, stateOf, database } = await openDesk();
  const issueId = await freeze(slot);
  await take(fixture("postfix-mailbox-full", messageId(slot, "ada@example.com")));

  const counts = await take(fixture("complaint", messageId(slot, "ada@example.com")));

  expect(counts).toMatchObject({ complaints: 1, complained: 1, suppressed: 1 });
  expect(await stateOf(issueId, "ada@example.com")).toBe("complained");
  expect((await findSuppression(database, "ada@example.com"))?.reason).toBe("complaint");
});

test("soft bounces of so many issues within so many days suppress; older ones and second reports do not count", async () => {
  const { freeze, take, messageId, database } = await openDesk({ softBounces: { count: 3, days: 30 } });
  const at = (daysAgo: number): string => new Date(Date.parse(slot) - daysAgo * dayMs).toISOString();
  const bounce = async (daysAgo: number, mark = ""): Promise<number> => {
    const date = new Date(Date.parse(at(daysAgo)) + 60_000).toUTCString();
    const text = fixture("postfix-mailbox-full", messageId(at(daysAgo), "ada@example.com"));
    const counts = await take(`X-Mark: ${mark}\r\n${text.replace(/^Date: .*$/mu, `Date: ${date}`)}`);
    expect(counts).toMatchObject({ soft: 1, unrecognised: 0 });
    return counts.suppressed;
  };
  for (const daysAgo of [60, 20, 10, 0]) await freeze(at(daysAgo));

  expect(await bounce(60)).toBe(0);
  expect(await bounce(20)).toBe(0);
  expect(await bounce(20, "the same again, by another way")).toBe(0);
  expect(await bounce(10)).toBe(0);
  expect(await bounce(0)).toBe(1);
  expect((await findSuppression(database, "ada@example.com"))?.reason).toBe("soft-bounces");
});

test("a refusal by policy bounces the delivery and never suppresses, however often it comes", async () => {
  const { freeze, take, messageId, stateOf, database } = await openDesk({
    softBounces: { count: 1, days: 30 },
  });
  for (const daysAgo of [0, 1, 2, 3, 4]) {
    const at = new Date(Date.parse(slot) - daysAgo * dayMs).toISOString();
    const issueId = await freeze(at);
    expect(await take(fixture("exchange-policy", messageId(at, "ada@example.com")))).toMatchObject({
      policy: 1,
      bounced: 1,
      suppressed: 0,
    });
    expect(await stateOf(issueId, "ada@example.com")).toBe("bounced");
  }
  expect(await findSuppression(database, "ada@example.com")).toBeUndefined();
});

test("a delay, a success, an absence note, a letter and a receipt change nothing", async () => {
  const { freeze, take, messageId, database } = await openDesk();
  const issueId = await freeze(slot);
  const id = messageId(slot, "ada@example.com");

  expect(await take(fixture("postfix-delayed", id))).toMatchObject({ delayed: 1 });
  expect(await take(fixture("postfix-delivered", id))).toMatchObject({ delayed: 1 });
  expect(await take(fixture("vacation", id))).toMatchObject({ autoReplies: 1 });
  expect(await take(fixture("letter", id))).toMatchObject({ other: 1 });
  expect(await take(fixture("read-receipt", id))).toMatchObject({ other: 1 });
  expect(await take(fixture("complaint-taken-back", id))).toMatchObject({ other: 1 });
  expect(await countDeliveries(database, issueId)).toEqual({ accepted: 3 });
  expect(await database.selectFrom("suppressions").selectAll().execute()).toEqual([]);
});

test("a forged report suppresses nobody: not with a made-up Message-ID, and not with one's own about a stranger", async () => {
  const { freeze, take, messageId, stateOf, database } = await openDesk();
  const issueId = await freeze(slot);
  const guessed = messageIdFor(
    { ...sender, messageKey: "another key" },
    issueKeyOf("weekly", "regular", new Date(slot)),
    "ada@example.com",
  );

  expect(await take(fixture("postfix-unknown", guessed))).toMatchObject({ unrecognised: 1, suppressed: 0 });
  expect(await take(fixture("postfix-unknown", "<>"))).toMatchObject({ unrecognised: 1, suppressed: 0 });
  expect(await stateOf(issueId, "ada@example.com")).toBe("accepted");

  // Cy has one message of ours and writes Ada's name all over the report: it hits Cy, and nobody else.
  await take(fixture("postfix-unknown", messageId(slot, "cy@example.com")));
  expect(await findSuppression(database, "ada@example.com")).toBeUndefined();
  expect(await stateOf(issueId, "ada@example.com")).toBe("accepted");
  expect(await findSuppression(database, "cy@example.com")).toMatchObject({ reason: "hard-bounce" });
});

test("a return path with the right token is proof, whatever form the bounce has; with a guessed one it is none", async () => {
  const { freeze, take, messageId, stateOf } = await openDesk();
  const issueId = await freeze(slot);
  const address = "ada@example.com";
  const path = verpAddress("bounces@list.example", {
    issueId,
    token: verpToken(messageId(slot, address)),
    address,
  });
  const sentTo = (to: string): string =>
    fixture("unknown-form", "").replace("bounces+12-0123456789ab-ada=example.com@list.example", to);

  expect(await take(fixture("unknown-form", ""))).toMatchObject({ unrecognised: 1 });
  expect(await take(sentTo(path.replace(/-[0-9a-f]{12}-/u, "-000000000000-")))).toMatchObject({
    unrecognised: 1,
  });
  expect(await stateOf(issueId, address)).toBe("accepted");
  expect(await take(sentTo(path))).toMatchObject({ hard: 1, bounced: 1, suppressed: 1 });
  expect(await stateOf(issueId, address)).toBe("bounced");
});

test("a return path without the address, and a complaint with it left out, are found by their proof", async () => {
  const { freeze, take, messageId, stateOf } = await openDesk();
  const issueId = await freeze(slot);
  const token = verpToken(messageId(slot, "bo@example.com"));
  const short = fixture("unknown-form", "").replace(
    /^To: .*$/mu,
    `To: bounces+${issueId}-${token}@list.example`,
  );

  expect(await take(short)).toMatchObject({ hard: 1, suppressed: 1 });
  expect(await take(fixture("complaint-redacted", messageId(slot, "cy@example.com")))).toMatchObject({
    complaints: 1,
    suppressed: 1,
  });
  expect(await stateOf(issueId, "bo@example.com")).toBe("bounced");
  expect(await stateOf(issueId, "cy@example.com")).toBe("complained");
});

test("a report settles an uncertain delivery, and leaves one alone that was never sent", async () => {
  const { freeze, take, messageId, stateOf, database } = await openDesk();
  const issueId = await freeze(slot);
  const put = (address: string, state: "uncertain" | "pending") =>
    database.updateTable("deliveries").set({ state }).where("address", "=", address).execute();
  await put("ada@example.com", "uncertain");
  await put("bo@example.com", "pending");

  await take(fixture("postfix-unknown", messageId(slot, "ada@example.com")));
  const counts = await take(fixture("qmail", messageId(slot, "bo@example.com")));

  expect(await stateOf(issueId, "ada@example.com")).toBe("bounced");
  expect(await stateOf(issueId, "bo@example.com")).toBe("pending");
  expect(counts).toMatchObject({ hard: 1, bounced: 0 });
});

test("of a report about several others, the mildest part counts, because nobody knows which was ours", async () => {
  const { freeze, take, messageId } = await openDesk();
  await freeze(slot);
  const text = fixture("postfix-unknown", messageId(slot, "bo@example.com")).replace(
    /Final-Recipient: rfc822; ada@example.com\r\nOriginal-Recipient: rfc822;ada@example.com\r\n/u,
    "Final-Recipient: rfc822; one@elsewhere.example\r\nAction: failed\r\nStatus: 4.2.2\r\n\r\nFinal-Recipient: rfc822; two@elsewhere.example\r\n",
  );

  expect(await take(text)).toMatchObject({ soft: 1, hard: 0, suppressed: 0 });
});

test("an mbox holds many, and each counts for itself", async () => {
  const { freeze, take, messageId } = await openDesk();
  await freeze(slot);
  const mails = [
    fixture("qmail", messageId(slot, "ada@example.com")),
    fixture("vacation", ""),
    fixture("yahoo-full", messageId(slot, "bo@example.com")),
    fixture("gmail-unknown", messageId(slot, "cy@example.com")),
    "\0\0\0rubbish",
  ];
  const mbox = mails.map((mail) => `From MAILER-DAEMON Mon Nov 23 07:00:09 2026\r\n${mail}\r\n\r\n`).join("");

  const counts = await take(mbox);

  expect(counts).toMatchObject({ messages: 5, hard: 2, soft: 1, autoReplies: 1, refused: 1, suppressed: 2 });
  const {
    messages,
    hard,
    soft,
    policy,
    complaints,
    delayed,
    autoReplies,
    other,
    unrecognised,
    known,
    refused,
  } = counts;
  expect(
    hard + soft + policy + complaints + delayed + autoReplies + other + unrecognised + known + refused,
  ).toBe(messages);
});
