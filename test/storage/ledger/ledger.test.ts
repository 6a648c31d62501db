import SQLite from "better-sqlite3";
import { defaultPolicy, dueAt } from "../../../src/delivery/delivery-policy.ts";
import { expect, onTestFinished, test } from "vitest";
import { countDeliveries, leaseDeliveries } from "../../../src/storage/deliveries/deliveries.ts";
import { type FrozenIssue, freezeIssue } from "../../../src/storage/issues/freeze-issue.ts";
import { cancelIssue, pauseIssue, resumeIssue } from "../../../src/storage/issues/issue-state.ts";
import {
  completeIfSettled,
  findIssue,
  listUnfinishedIssues,
  listConsumingIssues,
  listSentArticles,
  nextIssueNumber,
} from "../../../src/storage/issues/issues.ts";
import { listDomainHolds } from "../../../src/storage/deliveries/domain-holds.ts";
import { createLedgerWriter } from "../../../src/storage/deliveries/ledger-writer.ts";
import { lockSender } from "../../../src/storage/ledger/lock-sender.ts";
import { type Database, databaseFile, openDatabase } from "../../../src/storage/ledger/open-database.ts";
import { hasAbandoned, recoverDeliveries } from "../../../src/storage/deliveries/recover-deliveries.ts";
import { requeueDeliveries } from "../../../src/storage/issues/requeue-deliveries.ts";
import { findLastSlot, recordSlot } from "../../../src/storage/schedule/slots.ts";
import { frozenIssue } from "../../support/frozen-issue.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

const now = new Date("2026-11-23T07:00:00Z");

async function openTemporary(folder = temporaryFolder()): Promise<Database> {
  const database = await openDatabase(folder);
  onTestFinished(() => database.destroy());
  return database;
}

interface Frozen {
  readonly slot?: string;
  readonly articles?: readonly string[];
  readonly recipients?: readonly string[];
}

function frozen({
  slot = "2026-11-23T07:00:00.000Z",
  articles = ["a"],
  recipients = ["r@example.com"],
}: Frozen = {}): FrozenIssue {
  return frozenIssue(slot, {
    articles: articles.map((id) => ({ id, contentHash: `hash-of-${id}`, path: `${id}.md` })),
    recipients: recipients.map((address) => ({ address, name: "" })),
  });
}

async function freeze(database: Database, wanted: Frozen = {}): Promise<number> {
  const issue = await freezeIssue(database, frozen(wanted));
  if (issue === undefined) throw new Error("The issue was not frozen.");
  return issue.id;
}

const writerOf = (database: Database) => createLedgerWriter({ database, now: () => now, gatherMs: 0 });

test("a slot has one issue, whoever freezes it first, and a second try records nothing", async () => {
  const folder = temporaryFolder();
  const [first, second] = [await openTemporary(folder), await openTemporary(folder)];

  await freeze(first);

  expect(await freezeIssue(second, frozen({ articles: ["b"] }))).toBeUndefined();
  expect([...(await listSentArticles(first, "weekly", "regular")).keys()]).toEqual(["a", "hash-of-a"]);
});

test("an article is in one issue of a cadence, and a second issue with it is not frozen at all", async () => {
  const database = await openTemporary();
  await freeze(database, { articles: ["a", "b"] });

  const next = frozen({ slot: "2026-11-30T07:00:00.000Z", articles: ["c", "b"] });

  expect(await freezeIssue(database, next)).toBeUndefined();
  expect(await listConsumingIssues(database, "weekly", "regular")).toHaveLength(1);
  expect([...(await listSentArticles(database, "weekly", "regular")).keys()]).not.toContain("c");
});

test("a fault in what is frozen is a fault, and not somebody who was faster", async () => {
  const database = await openTemporary();
  const image = { name: "a.png", contentType: "image/png", bytes: Buffer.from("a") };

  await expect(freezeIssue(database, { ...frozen(), images: [image, image] })).rejects.toMatchObject({
    code: "SQLITE_CONSTRAINT_PRIMARYKEY",
  });
  expect(await nextIssueNumber(database, "weekly")).toBe(1);
});

test("an article that moved in one week and was edited in the next is still known", async () => {
  const database = await openTemporary();
  await freeze(database, { articles: ["a"] });
  const named = (slot: string, newNames: FrozenIssue["newNames"]): FrozenIssue => ({
    ...frozen({ slot, articles: [`of-${slot}`] }),
    newNames,
  });

  await freezeIssue(database, named("2026-11-30T07:00:00.000Z", [{ name: "moved", knownAs: "hash-of-a" }]));
  await freezeIssue(
    database,
    named("2026-12-07T07:00:00.000Z", [{ name: "hash-of-edit", knownAs: "moved" }]),
  );

  const sent = await listSentArticles(database, "weekly", "regular");
  expect(sent.get("moved")).toEqual(sent.get("a"));
  expect(sent.get("hash-of-edit")).toEqual(sent.get("a"));
});

test("issues are numbered one after the other", async () => {
  const database = await openTemporary();

  expect(await nextIssueNumber(database, "weekly")).toBe(1);
  await freeze(database);
  expect(await nextIssueNumber(database, "weekly")).toBe(2);
  expect(await nextIssueNumber(database, "monthly")).toBe(1);
});

test("three thousand recipients are recorded in one issue, one row an address", async () => {
  const database = await openTemporary();
  const recipients = Array.from({ length: 3000 }, (_, index) => `reader${index}@example.com`);

  const id = await freeze(database, { recipients });

  expect(await countDeliveries(database, id)).toEqual({ pending: 3000 });
});

test("a lease goes to one sender, and a transition with an old fence does nothing", async () => {
  const database = await openTemporary();
  const id = await freeze(database, { recipients: ["a@example.com", "b@example.com"] });

  const [first] = await leaseDeliveries(database, id, 1, now, dueAt(defaultPolicy, now));
  if (first === undefined) throw new Error("Nothing was leased.");
  const others = await leaseDeliveries(database, id, 10, now, dueAt(defaultPolicy, now));
  expect(others.map(({ address }) => address)).toEqual(["b@example.com"]);

  await recoverDeliveries(database, now);
  const [again] = await leaseDeliveries(database, id, 1, now, dueAt(defaultPolicy, now));
  expect(again?.fence).toBe(first.fence + 1);
  const writer = writerOf(database);
  expect(await writer.stepIntoBody(first, "relay")).toBe("lost");
  expect(await writer.stepIntoBody({ ...first, fence: first.fence + 1 }, "relay")).toBe("go");
});

test("after a crash what was leased is due again, and what was on the wire is uncertain", async () => {
  const database = await openTemporary();
  const id = await freeze(database, { recipients: ["a@example.com", "b@example.com", "c@example.com"] });
  const [first] = await leaseDeliveries(database, id, 2, now, dueAt(defaultPolicy, now));
  if (first === undefined) throw new Error("Nothing was leased.");
  await writerOf(database).stepIntoBody(first, "relay");

  await recoverDeliveries(database, now);

  expect(await countDeliveries(database, id)).toEqual({ pending: 2, uncertain: 1 });
});

test("only the states a person names are due again", async () => {
  const database = await openTemporary();
  const id = await freeze(database, { recipients: ["a@example.com", "b@example.com"] });
  const [first, second] = await leaseDeliveries(database, id, 2, now, dueAt(defaultPolicy, now));
  if (first === undefined || second === undefined) throw new Error("Nothing was leased.");
  const writer = writerOf(database);
  await writer.stepIntoBody(second, "relay");
  await writer.record(first, { from: "leased", to: "failed", isAttempt: true });
  await writer.record(second, { from: "in_data", to: "accepted", isAttempt: true });

  await requeueDeliveries(database, id, ["failed"], now);

  expect(await countDeliveries(database, id)).toEqual({ accepted: 1, pending: 1 });
});

test("what is sent again is due together with its issue, and what held a domain is forgotten", async () => {
  const database = await openTemporary();
  const id = await freeze(database, { recipients: ["a@example.com", "b@example.com"] });
  const writer = writerOf(database);
  const until = "2026-11-23T11:00:00.000Z";
  for (const delivery of await leaseDeliveries(database, id, 2, now, dueAt(defaultPolicy, now))) {
    const hold = { domain: "example.com", until, kind: "policy", reply: "550 5.7.1 No" } as const;
    await writer.record(delivery, { from: "leased", to: "failed", isAttempt: true, hold });
  }
  await completeIfSettled(database, id, now);
  expect(await findIssue(database, id)).toMatchObject({ state: "complete" });
  expect(await listDomainHolds(database, now)).toHaveLength(1);

  expect(await requeueDeliveries(database, id, ["uncertain"], now)).toBe(0);
  expect(await findIssue(database, id)).toMatchObject({ state: "complete" });
  expect(await requeueDeliveries(database, id, ["failed"], now)).toBe(2);

  expect(await findIssue(database, id)).toMatchObject({ state: "sending", completed_at: null });
  expect(await listUnfinishedIssues(database, "weekly")).toHaveLength(1);
  expect(await listDomainHolds(database, now)).toEqual([]);
});

test("what a sender that died had on the wire is uncertain also where its issue was cancelled or paused since", async () => {
  const database = await openTemporary();
  const ids: number[] = [];
  for (const day of ["23", "24", "25"]) {
    const id = await freeze(database, { slot: `2026-11-${day}T07:00:00.000Z`, articles: [`of-${day}`] });
    const [delivery] = await leaseDeliveries(database, id, 1, now, dueAt(defaultPolicy, now));
    if (delivery === undefined) throw new Error("Nothing was leased.");
    await writerOf(database).stepIntoBody(delivery, "relay");
    ids.push(id);
  }
  const [cancelled = 0, paused = 0] = ids;
  await cancelIssue(database, cancelled, now);
  await pauseIssue(database, paused, "by hand");

  expect(await hasAbandoned(database)).toBe(true);
  await recoverDeliveries(database, now);

  expect(await Promise.all(ids.map((id) => countDeliveries(database, id)))).toEqual(
    ids.map(() => ({ uncertain: 1 })),
  );
  expect(await hasAbandoned(database)).toBe(false);
});

test("a finished issue says when; one with work left is not finished", async () => {
  const database = await openTemporary();
  const id = await freeze(database);
  const writer = writerOf(database);

  expect(await completeIfSettled(database, id, now)).toEqual({ pending: 1 });
  expect(await findIssue(database, id)).toMatchObject({ state: "sending" });
  const [delivery] = await leaseDeliveries(database, id, 1, now, dueAt(defaultPolicy, now));
  if (delivery === undefined) throw new Error("Nothing was leased.");
  await writer.stepIntoBody(delivery, "relay");
  await writer.record(delivery, { from: "in_data", to: "accepted", isAttempt: true });
  await completeIfSettled(database, id, now);

  expect(await findIssue(database, id)).toMatchObject({
    state: "complete",
    completed_at: now.toISOString(),
  });
});

test("a paused issue lets no body leave, and goes on when it is resumed", async () => {
  const database = await openTemporary();
  const id = await freeze(database);
  const writer = writerOf(database);
  const [delivery] = await leaseDeliveries(database, id, 1, now, dueAt(defaultPolicy, now));
  if (delivery === undefined) throw new Error("Nothing was leased.");

  expect(await pauseIssue(database, id, "by hand")).toBe(true);
  expect(await writer.stepIntoBody(delivery, "relay")).toBe("stopped");
  expect(await resumeIssue(database, id)).toBe(true);
  expect(await writer.stepIntoBody(delivery, "relay")).toBe("go");
});

test("a cancelled issue of which nothing left gives its articles back; what was not sent is skipped", async () => {
  const database = await openTemporary();
  const id = await freeze(database);

  expect(await cancelIssue(database, id, now)).toBe(true);

  expect(await countDeliveries(database, id)).toEqual({ skipped: 1 });
  expect(await listConsumingIssues(database, "weekly", "regular")).toEqual([]);
  expect((await listSentArticles(database, "weekly", "regular")).size).toBe(0);
  expect(await resumeIssue(database, id)).toBe(false);
});

test("a cancelled issue that some readers have keeps its articles, so that nobody gets them twice", async () => {
  const database = await openTemporary();
  const id = await freeze(database, { recipients: ["a@example.com", "b@example.com"] });
  const writer = writerOf(database);
  const [delivery] = await leaseDeliveries(database, id, 1, now, dueAt(defaultPolicy, now));
  if (delivery === undefined) throw new Error("Nothing was leased.");
  await writer.stepIntoBody(delivery, "relay");
  await writer.record(delivery, { from: "in_data", to: "accepted", isAttempt: true });

  await cancelIssue(database, id, now);

  expect(await countDeliveries(database, id)).toEqual({ accepted: 1, skipped: 1 });
  expect([...(await listSentArticles(database, "weekly", "regular")).keys()]).toContain("a");
});

test("the first record of a slot stands", async () => {
  const database = await openTemporary();
  const record = {
    newsletter: "weekly",
    cadence: "regular",
    slot: now,
    outcome: "sent" as const,
    reason: "issue 1",
  };

  await recordSlot(database, record, now);
  await recordSlot(database, { ...record, outcome: "failed", reason: "again" }, now);

  expect(await findLastSlot(database, "weekly", "regular")).toMatchObject(record);
});

test("one process sends at a time, and the next may when it lets go", () => {
  const folder = temporaryFolder();
  const first = lockSender(folder);

  expect(lockSender(folder)).toBeUndefined();
  first?.release();
  const next = lockSender(folder);
  expect(next).toBeDefined();
  next?.release();
});

test("a ledger of a newer Gazette is refused and left as it is", async () => {
  const folder = temporaryFolder();
  const database = await openDatabase(folder);
  await database.destroy();
  const sqlite = new SQLite(databaseFile(folder));
  sqlite.exec("INSERT INTO kysely_migration VALUES ('9999-from-the-future', '2030-01-01')");
  sqlite.close();

  await expect(openDatabase(folder)).rejects.toMatchObject({ code: "storage-failed" });
});

test("a file that is no ledger is one clear error", async () => {
  const folder = temporaryFolder({
    "gazette.sqlite": "this is a text file, and a long enough one to be read as such\n".repeat(100),
  });

  await expect(openDatabase(folder)).rejects.toMatchObject({
    code: "storage-failed",
    message: expect.stringContaining("gazette.sqlite") as unknown,
  });
});

test("a transaction that reads before it writes is not refused because somebody else writes meanwhile: they wait", async () => {
  const folder = temporaryFolder();
  const database = await openTemporary(folder);
  const other = new SQLite(databaseFile(folder), { timeout: 0 });
  onTestFinished(() => void other.close());
  const write = other.prepare("INSERT INTO article_names VALUES ('weekly', 'regular', 'a', 'b')");
  const kept = database.transaction().execute(async (transaction) => {
    await transaction.selectFrom("article_names").selectAll().execute();
    expect(() => write.run()).toThrow("database is locked");
    await transaction
      .insertInto("article_names")
      .values({ newsletter: "weekly", cadence: "regular", name: "c", known_as: "d" })
      .execute();
  });

  await expect(kept).resolves.toBeUndefined();
  expect(write.run().changes).toBe(1);
});
