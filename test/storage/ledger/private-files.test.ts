import { spawnSync } from "node:child_process";
import { readdirSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { journalFile, openBodyJournal } from "../../../src/storage/ledger/body-journal.ts";
import { lockSender } from "../../../src/storage/ledger/lock-sender.ts";
import { databaseFile, openDatabase } from "../../../src/storage/ledger/open-database.ts";
import { makeFormerLedger } from "../../support/former-ledger.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

const modeOf = (path: string): string => (statSync(path).mode & 0o777).toString(8);

test("nobody but its owner can read a data folder that is made, and no file in it", async () => {
  const before = process.umask(0o022);
  try {
    const folder = join(temporaryFolder(), "deep", "data");
    const database = await openDatabase(folder);
    const lock = lockSender(folder);
    const journal = openBodyJournal(journalFile(databaseFile(folder)));
    const modes = Object.fromEntries(readdirSync(folder).map((name) => [name, modeOf(join(folder, name))]));
    journal.close();
    lock?.release();
    await database.destroy();

    expect([modeOf(folder), modeOf(dirname(folder))]).toEqual(["700", "700"]);
    expect(Object.keys(modes)).toEqual(
      expect.arrayContaining(["gazette.sqlite", "gazette.sqlite-wal", "sending.journal"]),
    );
    expect(new Set(Object.values(modes))).toEqual(new Set(["600"]));
  } finally {
    process.umask(before);
  }
});

test("the copy that is made before an upgrade is as private as the ledger", async () => {
  const folder = await makeFormerLedger("0007-timetables");

  await (await openDatabase(folder)).destroy();

  expect(modeOf(`${databaseFile(folder)}.before-0008-domains`)).toBe("600");
});

test("asking for a sender's lock that this process has does not let go of it", () => {
  const folder = temporaryFolder();
  const lock = lockSender(folder);
  expect(lockSender(folder)).toBeUndefined();

  const module = JSON.stringify(import.meta.resolve("../../../src/storage/ledger/lock-sender.ts"));
  const code = `import { lockSender } from ${module}; console.log(lockSender(${JSON.stringify(folder)}) === undefined);`;
  const other = spawnSync(process.execPath, ["--input-type=module", "-e", code], { encoding: "utf8" });

  lock?.release();
  expect(other.stdout.trim()).toBe("true");
});
