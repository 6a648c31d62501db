import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import SQLite from "better-sqlite3";
import { expect, onTestFinished, test } from "vitest";
import { countDeliveries } from "../../src/storage/deliveries/deliveries.ts";
import { openDatabase } from "../../src/storage/ledger/open-database.ts";
import { lockSender } from "../../src/storage/ledger/lock-sender.ts";
import { freezeForReaders } from "../support/issue-of-readers.ts";
import { opinionPage } from "../support/opinion-page.ts";
import { runGazette } from "../support/run-gazette.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

async function ledgerOf(readers: number): Promise<{ readonly cwd: string; readonly data: string }> {
  const cwd = temporaryFolder(opinionPage);
  const data = join(cwd, ".gazette");
  const database = await openDatabase(data);
  await freezeForReaders(database, readers);
  await database.destroy();
  return { cwd, data };
}

test("a backup taken while others write is whole, private, of one instant, and never overwrites unasked", async () => {
  const { cwd, data } = await ledgerOf(20_000);
  const database = await openDatabase(data);
  onTestFinished(() => database.destroy());
  const writing = new AbortController();
  // Each transaction moves a row there and a row back: at every instant the sums are the same.
  const busy = (async () => {
    for (let index = 0; !writing.signal.aborted; index = (index + 1) % 10_000) {
      // Everything here is done at once, and would let nothing else happen.
      await setImmediate();
      await database.transaction().execute(async (transaction) => {
        const rows = transaction
          .selectFrom("deliveries")
          .select("address")
          .orderBy("address")
          .limit(1)
          .offset(index);
        await transaction
          .updateTable("deliveries")
          .set({ state: "accepted" })
          .where("address", "in", rows)
          .execute();
        await transaction
          .updateTable("issues")
          .set((eb) => ({ number: eb("number", "+", 1) }))
          .execute();
      });
    }
  })();

  const first = await runGazette(["backup", "copy.sqlite", "--json"], { cwd });
  const second = await runGazette(["backup", "copy.sqlite"], { cwd });
  const forced = await runGazette(["backup", "copy.sqlite", "--force"], { cwd });
  writing.abort();
  await busy;

  expect(JSON.parse(first.stdout)).toMatchObject({ issues: 1, deliveries: 20_000, subscribers: 20_000 });
  expect(second.exitCode).toBe(2);
  expect(second.stderr).toContain("copy.sqlite is there already");
  expect(forced.exitCode).toBe(0);
  expect(statSync(join(cwd, "copy.sqlite")).mode & 0o077).toBe(0);
  expect(readdirSync(cwd).filter((name) => name.includes("part"))).toEqual([]);
  const copy = new SQLite(join(cwd, "copy.sqlite"), { readonly: true });
  onTestFinished(() => void copy.close());
  const [accepted, number] = [
    copy.prepare("SELECT count(*) FROM deliveries WHERE state = 'accepted'").pluck().get(),
    copy.prepare("SELECT number FROM issues").pluck().get(),
  ];
  expect(accepted).toBe(Number(number) - 1);
});

test("a restored ledger is as it was, what was there stays beside it, and unfinished issues wait for a person", async () => {
  const { cwd, data } = await ledgerOf(3);
  await runGazette(["backup", "copy.sqlite"], { cwd });
  await runGazette(["subscribers", "add", "later@example.com"], { cwd });

  const run = await runGazette(["restore", "copy.sqlite", "--json"], { cwd });
  const status = await runGazette(["status", "--json"], { cwd });
  const shown = await runGazette(["subscribers", "list", "--newsletter", "digest", "--json"], { cwd });

  const restored = JSON.parse(run.stdout) as { readonly replaced: string };
  expect(restored).toMatchObject({ issues: 1, deliveries: 3, paused: 1 });
  expect(JSON.parse(status.stdout)).toMatchObject({
    issues: [{ state: "paused", pauseReason: expect.stringContaining("restored from a backup") as string }],
  });
  expect(JSON.parse(shown.stdout)).toMatchObject({ count: 0 });
  expect(readFileSync(restored.replaced).includes("later@example.com")).toBe(true);
  const database = await openDatabase(data);
  onTestFinished(() => database.destroy());
  expect(await countDeliveries(database, 1)).toEqual({ pending: 3 });
});

test("a damaged ledger can be replaced, and a damaged or foreign backup cannot replace one", async () => {
  const { cwd, data } = await ledgerOf(500);
  const ledger = join(data, "gazette.sqlite");
  await runGazette(["backup", "copy.sqlite"], { cwd });
  const sound = readFileSync(ledger);
  const broken = readFileSync(join(cwd, "copy.sqlite"));
  broken.fill(0x7f, 4096, 40_000);
  writeFileSync(join(cwd, "broken.sqlite"), broken);
  new SQLite(join(cwd, "foreign.sqlite")).exec("CREATE TABLE letters (id)").close();
  writeFileSync(join(cwd, "text.sqlite"), "no database at all");

  for (const name of ["broken.sqlite", "foreign.sqlite", "text.sqlite", "nowhere.sqlite"]) {
    const run = await runGazette(["restore", name], { cwd });
    expect(run.exitCode).toBe(2);
    expect(run.stderr).toContain(`${name} is no ledger to rely on`);
    expect(readFileSync(ledger).equals(sound)).toBe(true);
  }
  writeFileSync(ledger, broken);
  expect((await runGazette(["status"], { cwd })).exitCode).toBe(2);
  const run = await runGazette(["restore", "copy.sqlite", "--json"], { cwd });
  expect(JSON.parse(run.stdout)).toMatchObject({ deliveries: 500 });
  expect((await runGazette(["status"], { cwd })).exitCode).toBe(0);
});

test("nothing is restored while a sender runs or anyone else has the ledger open", async () => {
  const { cwd, data } = await ledgerOf(3);
  await runGazette(["backup", "copy.sqlite"], { cwd });
  const before = readFileSync(join(data, "gazette.sqlite"));

  const lock = lockSender(data);
  const sending = await runGazette(["restore", "copy.sqlite"], { cwd });
  lock?.release();
  const database = await openDatabase(data);
  await database.selectFrom("issues").selectAll().execute();
  const open = await runGazette(["restore", "copy.sqlite"], { cwd });
  await database.destroy();

  expect([sending.exitCode, open.exitCode]).toEqual([2, 2]);
  expect(sending.stderr).toContain("Another Gazette is sending");
  expect(open.stderr).toContain("Another process has the ledger");
  expect(readFileSync(join(data, "gazette.sqlite")).equals(before)).toBe(true);
});

test("a backup is restored into an empty folder, and without a ledger there is nothing to back up", async () => {
  const { cwd } = await ledgerOf(3);
  await runGazette(["backup", "copy.sqlite"], { cwd });

  const none = await runGazette(["backup", "none.sqlite", "--data", "elsewhere"], { cwd });
  const run = await runGazette(["restore", "copy.sqlite", "--data", "elsewhere", "--json"], { cwd });

  expect(none.exitCode).toBe(2);
  expect(existsSync(join(cwd, "none.sqlite"))).toBe(false);
  expect(JSON.parse(run.stdout)).toMatchObject({ deliveries: 3, replaced: null });
});

test("after a restore nothing goes out by itself until a person has said so, and status says it", async () => {
  const { cwd } = await ledgerOf(1);
  await runGazette(["backup", "copy.sqlite"], { cwd });
  await runGazette(["restore", "copy.sqlite"], { cwd });

  const asked = await runGazette(["send", "--due"], { cwd });
  const status = JSON.parse((await runGazette(["status", "--json"], { cwd })).stdout) as {
    readonly attention: readonly { readonly message: string; readonly command: string }[];
  };
  const adopted = await runGazette(["schedule", "--adopt", "skip"], { cwd });
  const afterwards = await runGazette(["send", "--due"], { cwd });

  expect(asked.exitCode).toBe(2);
  expect(asked.stderr).toContain("was put back from a backup");
  expect(status.attention.map(({ message }) => message).join()).toContain("was put back from a backup");
  expect(adopted.exitCode).toBe(0);
  expect(afterwards.stderr).not.toContain("was put back");
});
