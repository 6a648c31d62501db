import { execFile } from "node:child_process";
import { readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { defaultPolicy, dueAt } from "../../../src/delivery/delivery-policy.ts";
import { expect, onTestFinished, test } from "vitest";
import { countDeliveries, leaseDeliveries } from "../../../src/storage/deliveries/deliveries.ts";
import { recoverDeliveries } from "../../../src/storage/deliveries/recover-deliveries.ts";
import { requeueDeliveries } from "../../../src/storage/issues/requeue-deliveries.ts";
import {
  journalFile,
  type JournalLine,
  openBodyJournal,
  readBodyJournal,
} from "../../../src/storage/ledger/body-journal.ts";
import { createLedgerWriter } from "../../../src/storage/deliveries/ledger-writer.ts";
import { type Database, databaseFile, openDatabase } from "../../../src/storage/ledger/open-database.ts";
import { freezeForReaders } from "../../support/issue-of-readers.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

const now = new Date("2026-11-23T07:00:00Z");
const later = new Date("2026-11-23T08:00:00Z");

async function makeLedger(folder: string): Promise<void> {
  const database = await openDatabase(folder);
  await freezeForReaders(database, 10);
  await database.destroy();
}

test("a ledger that has become empty is refused, and the hint is a backup", async () => {
  const folder = temporaryFolder();
  await makeLedger(folder);
  truncateSync(databaseFile(folder), 0);

  await expect(openDatabase(folder)).rejects.toMatchObject({
    code: "storage-failed",
    message: expect.stringContaining("is empty") as unknown,
    hint: expect.stringContaining("backup") as unknown,
  });
  expect(readFileSync(databaseFile(folder))).toHaveLength(0);
});

test.each([
  ["the write-ahead log", (folder: string) => `${databaseFile(folder)}-wal`],
  ["the journal", (folder: string) => journalFile(databaseFile(folder))],
])("a ledger that is missing while %s is there is refused, not made anew", async (_, trace) => {
  const folder = temporaryFolder();
  await makeLedger(folder);
  rmSync(databaseFile(folder));
  writeFileSync(trace(folder), "something");

  await expect(openDatabase(folder)).rejects.toMatchObject({
    code: "storage-failed",
    message: expect.stringContaining("is missing") as unknown,
  });
});

test.each([
  ["overwritten in its middle", (bytes: Buffer) => bytes.fill(0xaa, 4096, bytes.length)],
  ["overwritten at its start", (bytes: Buffer) => bytes.fill(0xaa, 0, 100)],
  ["cut short", (bytes: Buffer) => bytes.subarray(0, 3000)],
])("a ledger that was %s is refused with the hint to restore a backup", async (_, damage) => {
  const folder = temporaryFolder();
  await makeLedger(folder);
  writeFileSync(databaseFile(folder), damage(readFileSync(databaseFile(folder))));

  await expect(openDatabase(folder)).rejects.toMatchObject({
    code: "storage-failed",
    message: expect.stringMatching(/gazette\.sqlite.*damaged/u) as unknown,
    hint: expect.stringContaining("backup") as unknown,
  });
});

test("what an interrupted start left beside a ledger is no ledger, and a new one is made", async () => {
  const folder = temporaryFolder({ "gazette.sqlite.new": "half of something" });

  const database = await openDatabase(folder);
  onTestFinished(() => database.destroy());

  expect(await freezeForReaders(database, 3)).toBe(1);
});

test(
  "eight processes that start at once on a folder without a ledger make one, and none of them fails",
  { timeout: 60_000 },
  async () => {
    const folder = temporaryFolder();
    const module = JSON.stringify(import.meta.resolve("../../../src/storage/ledger/open-database.ts"));
    const code = `import { openDatabase } from ${module}; await (await openDatabase(${JSON.stringify(folder)})).destroy();`;
    const run = promisify(execFile);

    const starts = Array.from({ length: 8 }, () =>
      run(process.execPath, ["--input-type=module", "-e", code]).then(
        () => "opened",
        (error: unknown) => String(error),
      ),
    );

    expect(await Promise.all(starts)).toEqual(Array.from({ length: 8 }, () => "opened"));
    const database = await openDatabase(folder);
    onTestFinished(() => database.destroy());
    expect(await freezeForReaders(database, 4)).toBe(1);
  },
);

test("a folder that cannot be is one clear error", async () => {
  const folder = temporaryFolder({ file: "" });

  await expect(openDatabase(join(folder, "file", "data"))).rejects.toMatchObject({ code: "storage-failed" });
});

/** Leases two deliveries, lets both bodies begin and ends the first; then forgets to close, as a kill does. */
async function beginTwo(database: Database): Promise<string[]> {
  const issueId = await freezeForReaders(database, 10);
  const [first, second] = await leaseDeliveries(database, issueId, 2, now, dueAt(defaultPolicy, now));
  if (first === undefined || second === undefined) throw new Error("Nothing was leased.");
  const writer = createLedgerWriter({ database, now: () => now, gatherMs: 0 });
  await writer.stepIntoBody(first, "relay");
  await writer.stepIntoBody(second, "relay");
  await writer.record(first, {
    from: "in_data",
    to: "accepted",
    reply: { code: 250, enhancedCode: "2.0.0", text: "250 2.0.0 Taken", host: "relay" },
    isAttempt: true,
  });
  return [first.address, second.address];
}

test("what the ledger forgot of a send, the journal brings back: accepted, or uncertain", async () => {
  const folder = temporaryFolder();
  const database = await openDatabase(folder);
  onTestFinished(() => database.destroy());
  const addresses = await beginTwo(database);
  const journal = readFileSync(journalFile(databaseFile(folder)));

  // The rows as they were before the lease, which is what a lost log leaves.
  await database.updateTable("deliveries").set({ state: "pending", fence: 0 }).execute();
  writeFileSync(journalFile(databaseFile(folder)), journal);
  await recoverDeliveries(database, later);

  expect(await countDeliveries(database, 1)).toEqual({ accepted: 1, uncertain: 1, pending: 8 });
  const rows = await database
    .selectFrom("deliveries")
    .select(["address", "state"])
    .where("state", "!=", "pending")
    .orderBy("address")
    .execute();
  expect(rows.map(({ address }) => address)).toEqual(addresses);
  expect([...readBodyJournal(journalFile(databaseFile(folder)))]).toEqual([]);
});

test("a journal that is older than the ledger changes nothing, even where a person asked for it again", async () => {
  const folder = temporaryFolder();
  const database = await openDatabase(folder);
  onTestFinished(() => database.destroy());
  const [accepted, uncertain] = await beginTwo(database);
  const journal = readFileSync(journalFile(databaseFile(folder)));
  await recoverDeliveries(database, later);
  await database
    .updateTable("deliveries")
    .set({ state: "pending" })
    .where("state", "=", "uncertain")
    .execute();

  writeFileSync(journalFile(databaseFile(folder)), journal);
  await recoverDeliveries(database, later);

  expect(await countDeliveries(database, 1)).toEqual({ accepted: 1, pending: 9 });
  expect(accepted).not.toBe(uncertain);
});

test("a failure that was sent again, which the ledger forgot, is not sent a third time", async () => {
  const folder = temporaryFolder();
  const database = await openDatabase(folder);
  onTestFinished(() => database.destroy());
  await freezeForReaders(database, 3);
  const lines = (await database.selectFrom("deliveries").select("address").execute()).flatMap(
    ({ address }, index): JournalLine[] => [
      ["begun", 1, address, 2],
      ...(index === 0 ? [["ended", 1, address, 2, "accepted", 250] as const] : []),
    ],
  );
  await database.updateTable("deliveries").set({ state: "failed", fence: 1 }).execute();
  const journal = openBodyJournal(journalFile(databaseFile(folder)));
  journal.append(lines);
  journal.close();

  await recoverDeliveries(database, later);

  expect(await countDeliveries(database, 1)).toEqual({ accepted: 1, uncertain: 2 });
  expect(await requeueDeliveries(database, 1, ["failed"], later)).toBe(0);
});

test("a journal longer than what is read at a time brings back every line of it, in its order", async () => {
  const folder = temporaryFolder();
  const database = await openDatabase(folder);
  onTestFinished(() => database.destroy());
  await freezeForReaders(database, 3);
  const [first = "", second = "", third = ""] = (
    await database.selectFrom("deliveries").select("address").orderBy("address").execute()
  ).map(({ address }) => address);
  const others = Array.from({ length: 60_000 }, (_, index): JournalLine => {
    return ["ended", 2, `reader${index}@other.example`, 1, "accepted", 250];
  });
  const journal = openBodyJournal(journalFile(databaseFile(folder)));
  journal.append([
    ["begun", 1, first, 1],
    ["begun", 1, second, 1],
    ["ended", 1, third, 1, "deferred", 450],
    ...others,
    ["ended", 1, first, 1, "accepted", 250],
    ["ended", 1, third, 2, "accepted", 250],
  ]);
  journal.close();

  await recoverDeliveries(database, later);

  expect(await countDeliveries(database, 1)).toEqual({ accepted: 2, uncertain: 1 });
  expect([...readBodyJournal(journalFile(databaseFile(folder)))]).toEqual([]);
});

test("a journal's last line that was cut short, and lines that are no lines, say nothing", () => {
  const path = join(temporaryFolder(), "sending.journal");
  const journal = openBodyJournal(path);
  journal.append([["begun", 1, "a@example.com", 1]]);
  journal.append([["ended", 1, "a@example.com", 1, "accepted", 250]]);
  const takeBack = journal.append([["begun", 1, "b@example.com", 1]]);
  takeBack();
  journal.close();
  writeFileSync(path, 'rubbish\n["other"]\n["begun",1,"c@exam', { flag: "a" });

  expect([...readBodyJournal(path)]).toEqual([
    ["begun", 1, "a@example.com", 1],
    ["ended", 1, "a@example.com", 1, "accepted", 250],
  ]);
});
