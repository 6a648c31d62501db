import { existsSync } from "node:fs";
import { expect, onTestFinished, test } from "vitest";
import { journalFile, openBodyJournal } from "../../../src/storage/ledger/body-journal.ts";
import { applyJournal } from "../../../src/storage/deliveries/apply-journal.ts";
import { eraseAddress, forgetErasure, loadErasures } from "../../../src/storage/audience/erase-address.ts";
import { freezeIssue } from "../../../src/storage/issues/freeze-issue.ts";
import { type Database, databaseFile, openDatabase } from "../../../src/storage/ledger/open-database.ts";
import { leaveNewsletter, storeSubscriptions } from "../../../src/storage/audience/subscribers.ts";
import { makeFormerLedger } from "../../support/former-ledger.ts";
import { frozenIssue } from "../../support/frozen-issue.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

const now = new Date("2026-11-23T07:00:00Z");
const later = new Date("2026-11-24T07:00:00Z");
const ada = {
  ascii: "ada@xn--bcher-kva.example",
  written: "ada@bücher.example",
  wide: "ada@ｂücher.example",
};

/** The version that kept domains as they were written. */
const openFormer = (write: Parameters<typeof makeFormerLedger>[1]): Promise<string> =>
  makeFormerLedger("0007-timetables", write);

async function openNow(folder: string): Promise<Database> {
  const database = await openDatabase(folder);
  onTestFinished(() => database.destroy());
  return database;
}

async function freeze(database: Database, addresses: readonly string[]): Promise<void> {
  const recipients = addresses.map((address) => ({ address, name: "" }));
  await freezeIssue(database, frozenIssue("2026-11-23T07:00:00.000Z", { recipients }));
}

async function join(
  database: Database,
  address: string,
  at: Date,
  topics: readonly string[] = [],
): Promise<void> {
  const row = { address, name: address, language: null, timeZone: null, topics };
  await storeSubscriptions(database, "weekly", [row], at);
}

test("spellings of one mailbox in an issue become one delivery: the one that is likelier to have arrived", async () => {
  const folder = await openFormer(async (database, sqlite) => {
    await freeze(database, [
      ada.written,
      ada.ascii,
      ada.wide,
      "ben@example.com",
      "zoë@example.com",
      "eva@éa.example",
    ]);
    const become = sqlite.prepare("UPDATE deliveries SET state = ?, attempts = 1 WHERE address = ?");
    become.run("accepted", ada.wide);
    become.run("failed", ada.ascii);
  });

  const database = await openNow(folder);

  const rows = await database
    .selectFrom("deliveries")
    .select(["address", "state"])
    .orderBy("address")
    .execute();
  expect(rows).toEqual([
    { address: ada.ascii, state: "accepted" },
    { address: "ben@example.com", state: "pending" },
    { address: "eva@xn--a-9fa.example", state: "pending" },
    { address: "zoë@example.com", state: "pending" },
  ]);
  expect(await database.selectFrom("issues").select("recipients").executeTakeFirst()).toEqual({
    recipients: 4,
  });
  expect(existsSync(`${databaseFile(folder)}.before-0008-domains`)).toBe(true);
});

test("no suppression is lost when spellings become one, and the first one says why", async () => {
  const folder = await openFormer(async (database) => {
    const suppress = (address: string, reason: "complaint" | "hard-bounce", at: Date) =>
      database
        .insertInto("suppressions")
        .values({ address, reason, detail: reason, created_at: at.toISOString() })
        .execute();
    await suppress(ada.ascii, "hard-bounce", later);
    await suppress(ada.written, "complaint", now);
    await suppress("eva@éa.example", "complaint", now);
  });

  const database = await openNow(folder);

  expect(await database.selectFrom("suppressions").select(["address", "reason"]).execute()).toEqual([
    { address: ada.ascii, reason: "complaint" },
    { address: "eva@xn--a-9fa.example", reason: "complaint" },
  ]);
});

test("of subscriptions that become one, what the reader said last counts", async () => {
  const folder = await openFormer(async (database) => {
    await join(database, ada.written, now, ["sport"]);
    await join(database, ada.ascii, now, ["news"]);
    await leaveNewsletter(database, "weekly", ada.ascii, later);
    await join(database, "eva@éa.example", now, ["old"]);
    await leaveNewsletter(database, "weekly", "eva@éa.example", now);
    await join(database, "eva@xn--a-9fa.example", later, ["new"]);
  });

  const database = await openNow(folder);

  const rows = await database.selectFrom("subscriptions").select(["address", "state", "topics"]).execute();
  expect(rows).toEqual([
    { address: ada.ascii, state: "left", topics: '["news"]' },
    { address: "eva@xn--a-9fa.example", state: "active", topics: '["new"]' },
  ]);
  expect(await database.selectFrom("subscribers").select("address").execute()).toHaveLength(2);
});

test("a reader who was erased under another spelling is still known, and can ask to come back", async () => {
  const database = await openNow(temporaryFolder());
  // The earlier version erased it as it was written.
  await eraseAddress(database, ada.written, now);

  expect((await loadErasures(database))(ada.ascii)).toBe(true);
  expect(await forgetErasure(database, ada.ascii)).toBe(true);
  expect((await loadErasures(database))(ada.ascii)).toBe(false);
});

test("what the journal of an earlier version knows of a reader is not lost", async () => {
  const folder = await openFormer((database) => freeze(database, [ada.written]));
  const journal = openBodyJournal(journalFile(databaseFile(folder)));
  journal.append([["begun", 1, ada.written, 1]]);
  journal.close();

  const database = await openNow(folder);
  await applyJournal(database, now);

  expect(await database.selectFrom("deliveries").select(["address", "state"]).execute()).toEqual([
    { address: ada.ascii, state: "uncertain" },
  ]);
});
