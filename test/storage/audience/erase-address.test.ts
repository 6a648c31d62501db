import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import SQLite from "better-sqlite3";
import { sql } from "kysely";
import { expect, onTestFinished, test } from "vitest";
import { raiseAlert } from "../../../src/storage/schedule/alerts.ts";
import { eraseAddress, forgetErasure } from "../../../src/storage/audience/erase-address.ts";
import { addJoinedSince, freezeIssue } from "../../../src/storage/issues/freeze-issue.ts";
import { type Database, databaseFile, openDatabase } from "../../../src/storage/ledger/open-database.ts";
import { storeSubscriptions } from "../../../src/storage/audience/subscribers.ts";
import { frozenIssue } from "../../support/frozen-issue.ts";
import { openSendingScene } from "../../support/sending-scene.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

const now = new Date("2026-11-23T07:00:00Z");
const ada = "ada@example.com";

async function open(folder = temporaryFolder()): Promise<Database> {
  const database = await openDatabase(folder);
  onTestFinished(() => database.destroy());
  return database;
}

async function subscribe(database: Database, address: string): Promise<void> {
  const row = { address, name: "", language: null, timeZone: null, topics: [] };
  await storeSubscriptions(database, "weekly", [row], now, { rejoin: true });
}

/** How many files of a data folder have `text` in them. */
function filesNaming(folder: string, text: string): number {
  const names = readdirSync(folder).filter((name) => name.startsWith("gazette.sqlite"));
  return names.filter((name) => readFileSync(join(folder, name)).includes(text)).length;
}

test("no byte of an erased address is left, however often the ledger moved it before", async () => {
  const folder = temporaryFolder();
  const database = await open(folder);
  const addresses = Array.from(
    { length: 600 },
    (_, index) => `reader-${(index * 7919) % 600}-end@example.com`,
  );
  for (const address of addresses) await subscribe(database, address);
  await sql`PRAGMA wal_checkpoint(TRUNCATE)`.execute(database);

  for (const address of addresses.slice(0, 20)) {
    expect(await eraseAddress(database, address, now)).toMatchObject({
      subscriptions: 1,
      isOverwritten: true,
    });
    expect(filesNaming(folder, address)).toBe(0);
  }
});

test("an erasure while another process reads says that bytes may be left", async () => {
  const folder = temporaryFolder();
  const database = await open(folder);
  await subscribe(database, ada);
  const reader = new SQLite(databaseFile(folder));
  onTestFinished(() => void reader.close());
  reader.exec("BEGIN; SELECT count(*) FROM subscribers");
  await sql`PRAGMA busy_timeout = 50`.execute(database);

  expect(await eraseAddress(database, ada, now)).toMatchObject({ subscriptions: 1, isOverwritten: false });
});

test("what quotes an erased address is erased too, wherever a server's words are kept", async () => {
  const database = await open();
  const recipients = [ada, "bo@example.com"].map((address) => ({ address, name: "" }));
  await freezeIssue(database, frozenIssue(now.toISOString(), { recipients }));
  const quote = `550 5.1.1 <ADA@example.com>: not here`;
  const at = now.toISOString();
  await sql`UPDATE issues SET pause_reason = ${quote}`.execute(database);
  await sql`UPDATE deliveries SET response = ${quote}`.execute(database);
  await sql`INSERT INTO slots VALUES ('weekly', 'regular', ${at}, 'failed', ${quote}, ${at})`.execute(
    database,
  );
  await sql`INSERT INTO domain_holds VALUES ('example.com', ${at}, 'policy', ${quote})`.execute(database);
  await sql`INSERT INTO suppressions VALUES ('bo@example.com', 'refused', ${quote}, ${at})`.execute(database);
  await sql`INSERT INTO reports (hash, address, kind, diagnostic, received_at)
    VALUES ('h', 'bo@example.com', 'soft', ${quote}, ${at})`.execute(database);
  await sql`INSERT INTO alerts (key, message, remedy, raised_at)
    VALUES ('paused:1:' || ${quote}, ${quote}, '', ${at})`.execute(database);

  await eraseAddress(database, ada, now);

  expect(await listNaming(database, ada)).toEqual([]);
});

/** Every column of text that has `text` in it. */
async function listNaming(database: Database, text: string): Promise<string[]> {
  const { rows: columns } = await sql<{ readonly place: string; readonly name: string }>`
    SELECT tables.name AS place, columns.name AS name
    FROM sqlite_master AS tables, pragma_table_info(tables.name) AS columns WHERE tables.type = 'table'`.execute(
    database,
  );
  const found: string[] = [];
  for (const { place, name } of columns) {
    const { rows } = await sql`
      SELECT 1 FROM ${sql.table(place)} WHERE instr(lower(${sql.ref(name)}), ${text}) > 0`.execute(database);
    if (rows.length > 0) found.push(`${place}.${name}`);
  }
  return found;
}

test("an alert is kept without the addresses that a server's answer names", async () => {
  const database = await open();

  await raiseAlert(
    database,
    { key: "paused:1", message: `it said "550 <${ada}>: no"`, remedy: "Look." },
    now,
  );

  expect(await listNaming(database, ada)).toEqual([]);
});

test("a reader who was erased and comes back is not sent the same issue again, and can be erased again", async () => {
  const scene = await openSendingScene(3);
  const { database, issueId } = scene;
  const back = "reader000000@domain0.example";
  await scene.finish();
  const addJoined = (): Promise<number> =>
    addJoinedSince(
      database,
      { id: issueId },
      {
        newsletter: "weekly",
        cadence: "regular",
        cadences: ["regular"],
        sharedIssues: [],
        joinedSince: issueId,
      },
      (wishes) =>
        Promise.resolve({ chosen: wishes.map((wish) => ({ ...wish, key: "whole" })), editions: [] }),
      now,
    );

  await eraseAddress(database, back, now);
  expect(await forgetErasure(database, back)).toBe(true);
  await subscribe(database, back);

  expect(await addJoined()).toBe(0);
  expect(scene.server.completed.filter(({ to }) => to.includes(back))).toHaveLength(1);
  expect(await eraseAddress(database, back, now)).toMatchObject({ deliveries: 1, wasErased: false });
  expect(await scene.counts()).toEqual({ accepted: 3 });
});

test("an erased reader who has two deliveries of an issue keeps one, and the sums balance", async () => {
  const scene = await openSendingScene(3);
  const { database } = scene;
  const back = "reader000000@domain0.example";
  await scene.finish();
  await eraseAddress(database, back, now);
  await sql`INSERT INTO deliveries (issue_id, address, name, edition_key, state, updated_at)
    SELECT issue_id, ${back}, name, edition_key, state, updated_at FROM deliveries WHERE address LIKE 'erased-%'`.execute(
    database,
  );

  await eraseAddress(database, back, now);

  expect(await scene.counts()).toEqual({ accepted: 3 });
  expect(await database.selectFrom("issues").select("recipients").executeTakeFirst()).toEqual({
    recipients: 3,
  });
});
