import { existsSync, renameSync, rmSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { GazetteError } from "../../platform/errors.ts";
import { makePrivateFile } from "../../platform/private-file.ts";
import { journalFile } from "./body-journal.ts";

/**
 * Makes a ledger beside its place and moves it there whole, so that a ledger without tables is never one of ours.
 * The caller holds the lock under which ledgers are made.
 *
 * @param build Makes and closes a ledger at the path it is given.
 */
export async function createLedger(file: string, build: (path: string) => Promise<void>): Promise<void> {
  if (existsSync(file)) return;
  const beside = `${file}.new`;
  for (const path of [beside, `${beside}-wal`, `${beside}-shm`]) rmSync(path, { force: true });
  // It is a list of people.
  makePrivateFile(beside);
  await build(beside);
  renameSync(beside, file);
}

/**
 * Refuses a data folder whose ledger was there and is gone: taken for a new one, everybody would get everything again.
 *
 * @throws GazetteError `storage-failed`; nothing was changed.
 */
export function refuseLostLedger(file: string): void {
  const restore = "Put a backup of it in its place.";
  if (existsSync(file)) {
    if (statSync(file).size > 0) return;
    throw new GazetteError(
      "storage-failed",
      `The ledger ${file} is empty: what was sent to whom is no longer in it.`,
      {
        hint: `${restore} Only where nothing was ever sent from this folder, delete it and start anew.`,
      },
    );
  }
  const traces = [`${file}-wal`, journalFile(file)].filter(
    (path) => (statSync(path, { throwIfNoEntry: false })?.size ?? 0) > 0,
  );
  if (traces.length === 0) return;
  const names = traces.map((path) => path.slice(join(dirname(path), "/").length)).join(" and ");
  throw new GazetteError(
    "storage-failed",
    `The ledger ${file} is missing, and ${names} beside it shows that a send was under way.`,
    {
      hint: `${restore} To start anew, although readers may get an issue again, delete ${names} too.`,
    },
  );
}
