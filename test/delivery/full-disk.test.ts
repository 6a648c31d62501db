import { spawn } from "node:child_process";
import { once } from "node:events";
import { statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { sql } from "kysely";
import { expect, test } from "vitest";
import { countDeliveries } from "../../src/storage/deliveries/deliveries.ts";
import { journalFile } from "../../src/storage/ledger/body-journal.ts";
import { databaseFile, openDatabase } from "../../src/storage/ledger/open-database.ts";
import { freezeForReaders } from "../support/issue-of-readers.ts";
import { startScriptedSmtpServer } from "../support/scripted-smtp-server.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const program = join(import.meta.dirname, "..", "support", "sender-process.ts");
const readers = 300;
const bytesABlock = 512;

test("a ledger's file that can grow no more, while its log still can, holds up nobody", async () => {
  const folder = temporaryFolder();
  const file = databaseFile(folder);
  const before = await openDatabase(folder);
  const issueId = await freezeForReaders(before, readers);
  await sql`CREATE TABLE filling (bytes BLOB)`.execute(before);
  await sql`INSERT INTO filling VALUES (zeroblob(4000000))`.execute(before);
  await before.destroy();
  // So long that the log is to be folded at the first message.
  writeFileSync(journalFile(file), `${" ".repeat(1100 * 1024)}\n`);
  const server = await startScriptedSmtpServer({ extensions: ["PIPELINING"] });

  // No file may become longer than the ledger's is already.
  const blocks = Math.ceil(statSync(file).size / bytesABlock);
  const child = spawn(
    "sh",
    ["-c", `ulimit -f ${blocks}; exec "$@"`, "sh", process.execPath, program, folder, server.url, "4"],
    { stdio: ["ignore", "ignore", "inherit"] },
  );
  expect(await once(child, "exit")).toEqual([0, null]);

  const after = await openDatabase(folder);
  const counts = await countDeliveries(after, issueId);
  await after.destroy();
  expect(counts).toEqual({ accepted: readers });
  expect(server.completed).toHaveLength(readers);
});
