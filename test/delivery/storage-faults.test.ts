import { spawn } from "node:child_process";
import { renameSync, rmSync, symlinkSync, unlinkSync } from "node:fs";
import { join } from "node:path";
import SQLite from "better-sqlite3";
import { sql } from "kysely";
import { expect, onTestFinished, test } from "vitest";
import { databaseFile, openDatabase } from "../../src/storage/ledger/open-database.ts";
import { createSmtpTransport } from "../../src/delivery/smtp/smtp-transport.ts";
import { expectNobodyTwice, openSendingScene, relayTo, type SendingScene } from "../support/sending-scene.ts";

const readers = 200;

/** A scene whose ledger fails once some messages are out. @param reply What the server says to them from then on. */
async function failingScene(
  fail: (scene: SendingScene) => Promise<unknown>,
  reply?: string,
): Promise<SendingScene> {
  let met = 0;
  const scene: SendingScene = await openSendingScene(readers, {
    extensions: ["PIPELINING"],
    answer: (step) => {
      if (step !== "data-end") return undefined;
      if ((met += 1) === 60) void fail(scene);
      return met >= 60 && met < 70 ? reply : undefined;
    },
  });
  await sql`PRAGMA busy_timeout = 50`.execute(scene.database);
  return scene;
}

/** Takes a write lock from another connection, as a database browser or another process would. */
function lockLedger(folder: string): () => void {
  const other = new SQLite(databaseFile(folder));
  other.exec("BEGIN IMMEDIATE");
  const release = (): void => {
    if (other.open) other.close();
  };
  onTestFinished(release);
  return release;
}

const faults: readonly {
  name: string;
  fail: (scene: SendingScene) => Promise<unknown>;
  mend: (scene: SendingScene) => Promise<unknown>;
  says: RegExp;
}[] = [
  {
    name: "the disk is full",
    // Not one page more than it has, and no room in pages that were freed.
    fail: async ({ database }) => {
      await sql`CREATE TABLE filling (bytes BLOB)`.execute(database);
      await sql`PRAGMA max_page_count = 1`.execute(database);
    },
    mend: ({ database }) => sql`PRAGMA max_page_count = 1000000`.execute(database),
    says: /disk is full/u,
  },
  {
    name: "the ledger is read-only",
    fail: ({ database }) => sql`PRAGMA query_only = ON`.execute(database),
    mend: ({ database }) => sql`PRAGMA query_only = OFF`.execute(database),
    says: /cannot be written/u,
  },
];

test.each(faults)(
  "when $name in mid-send, it stops with one clear error, and goes on without a double",
  async ({ fail, mend, says }) => {
    const scene = await failingScene(fail);

    await expect(scene.run()).rejects.toMatchObject({
      code: "storage-failed",
      message: expect.stringMatching(says) as unknown,
      hint: expect.stringContaining("goes on where this one stopped") as unknown,
    });
    expect(scene.server.completed.length).toBeLessThan(readers);
    await mend(scene);
    const counts = await scene.finish();

    expectNobodyTwice([scene.server], counts, readers);
    // Four connections: what was on its way when the ledger stopped answering.
    expect(counts.uncertain ?? 0).toBeLessThanOrEqual(4);
    expect((counts.accepted ?? 0) + (counts.uncertain ?? 0)).toBe(readers);
  },
);

test("a ledger that fails where a domain is to be held stops the send with one clear error, and no other", async () => {
  const scene = await failingScene(
    ({ database }) => sql`PRAGMA query_only = ON`.execute(database),
    "450 4.7.1 Slow down",
  );

  // Whatever else is rejected meanwhile, unseen by the run, fails this test.
  await expect(scene.run()).rejects.toMatchObject({ code: "storage-failed" });
  await sql`PRAGMA query_only = OFF`.execute(scene.database);
  const counts = await scene.finish();

  expectNobodyTwice([scene.server], counts, readers);
  expect(counts.uncertain ?? 0).toBeLessThanOrEqual(4);
});

test("a flush of the ledger's log that fails ends the send, and no body leaves that the disk has not confirmed", async () => {
  const scene = await openSendingScene(20);
  // The log that would be flushed is gone from its folder: the flush fails, while SQLite itself goes on writing.
  unlinkSync(`${databaseFile(scene.folder)}-wal`);

  await expect(scene.run()).rejects.toMatchObject({ code: "storage-failed" });

  expect(scene.server.completed).toEqual([]);
  // Nobody asks such a disk again: what it was asked for is found by the next start.
  expect((await scene.counts()).accepted).toBeUndefined();
});

test("a ledger that another program locks for long stops the send; when it lets go, the send goes on", async () => {
  let release: (() => void) | undefined;
  const scene = await failingScene((open) => {
    release = lockLedger(open.folder);
    return Promise.resolve();
  });

  await expect(scene.run()).rejects.toMatchObject({
    code: "storage-failed",
    message: expect.stringContaining("another program keeps it locked") as unknown,
  });
  release?.();
  const counts = await scene.finish();

  expectNobodyTwice([scene.server], counts, readers);
  expect(counts.uncertain ?? 0).toBeLessThanOrEqual(4);
});

test("a ledger that another process locks for a moment only delays the send", async () => {
  let locker: ReturnType<typeof spawn> | undefined;
  const scene = await failingScene(({ folder }) => {
    const code = `
      const SQLite = require("better-sqlite3");
      const other = new SQLite(process.argv[1]);
      other.exec("BEGIN IMMEDIATE");
      setTimeout(() => other.close(), 700);`;
    locker = spawn(process.execPath, ["-e", code, databaseFile(folder)], {
      stdio: "inherit",
      cwd: import.meta.dirname,
    });
    return Promise.resolve();
  });
  await sql`PRAGMA busy_timeout = 10000`.execute(scene.database);

  // This process is both sender and server, and waits as a whole.
  const transport = createSmtpTransport({ url: scene.server.url });
  const counts = await scene.finish({ relays: [relayTo(transport)] });

  expect(locker).toBeDefined();
  expect(counts).toEqual({ accepted: readers });
  expectNobodyTwice([scene.server], counts, readers);
});

test("a data folder deleted in mid-send stops the send, and the ledger is put back", async () => {
  const scene = await failingScene(({ folder }) => {
    rmSync(folder, { recursive: true });
    return Promise.resolve();
  });

  await expect(scene.run()).rejects.toMatchObject({
    code: "storage-failed",
    hint: expect.stringContaining("put back") as unknown,
  });
  expect(scene.server.completed.length).toBeLessThan(readers);
  const saved = await openDatabase(scene.folder);
  onTestFinished(() => saved.destroy());
  const counts = await scene.finish({}, saved);

  expect(counts).toEqual({ accepted: readers });
  expectNobodyTwice([scene.server], counts, readers);
});

test("a data folder that cannot be looked at stops the send with one clear error, and mended it goes on", async () => {
  const scene = await failingScene(({ folder }) => {
    renameSync(folder, `${folder}-moved`);
    // A link to itself leads nowhere.
    symlinkSync(folder, folder);
    return Promise.resolve();
  });

  await expect(scene.run()).rejects.toMatchObject({ code: "storage-failed" });
  unlinkSync(scene.folder);
  renameSync(`${scene.folder}-moved`, scene.folder);
  const counts = await scene.finish();

  expectNobodyTwice([scene.server], counts, readers);
  expect((counts.accepted ?? 0) + (counts.uncertain ?? 0)).toBe(readers);
  expect(counts.uncertain ?? 0).toBeLessThanOrEqual(4);
});

test("a backup put in place of the ledger in mid-send stops the send, and neither of the two is lost", async () => {
  const scene: SendingScene = await failingScene(async ({ folder, database }) => {
    const backup = join(folder, "backup.sqlite");
    await sql`VACUUM INTO ${backup}`.execute(database);
    renameSync(backup, databaseFile(folder));
  });

  await expect(scene.run()).rejects.toMatchObject({
    code: "storage-failed",
    hint: expect.stringContaining(".saved") as unknown,
  });
  const sent = new SQLite(`${databaseFile(scene.folder)}.saved`)
    .prepare("SELECT count(*) FROM deliveries WHERE state = 'accepted'")
    .pluck()
    .get();
  expect(sent).toBe(scene.server.completed.length);
});
