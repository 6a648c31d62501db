import {
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  linkSync,
  openSync,
  renameSync,
  rmSync,
} from "node:fs";
import { dirname } from "node:path";
import SQLite from "better-sqlite3";
import { GazetteError } from "../../platform/errors.ts";
import { inspectLedger, type LedgerSummary } from "./inspect-ledger.ts";
import { databaseFile } from "./open-database.ts";

const busyTimeoutMs = 10_000;

/**
 * Copies the ledger of a data folder into one file, as it is at one instant, while others read, write and send. What was
 * written is read through before it gets its name; an existing file is left alone unless `overwrite`.
 *
 * @throws GazetteError `usage` where there is no ledger or the file is there, `storage-failed` where the copy is not sound.
 */
export function backUpLedger(dataDir: string, file: string, overwrite: boolean): LedgerSummary {
  const source = databaseFile(dataDir);
  if (!existsSync(source)) {
    throw new GazetteError("usage", `There is no ledger in ${dataDir} yet.`, {
      hint: "Check DATA_DIR, or --data DIR.",
    });
  }
  if (!overwrite && existsSync(file)) throw taken(file);
  const part = `${file}.part-${process.pid}`;
  try {
    copyWhole(source, part);
    const summary = inspectLedger(part);
    flush(part);
    if (overwrite) renameSync(part, file);
    else linkSync(part, file);
    flush(dirname(file));
    return summary;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") throw taken(file);
    throw error;
  } finally {
    rmSync(part, { force: true });
  }
}

/** One reading transaction of SQLite: the copy is of one instant, and has no log of its own. */
function copyWhole(source: string, target: string): void {
  rmSync(target, { force: true });
  // Nobody else may read it: it is a list of people.
  closeSync(openSync(target, "wx", 0o600));
  const sqlite = new SQLite(source, { fileMustExist: true, timeout: busyTimeoutMs });
  try {
    sqlite.prepare("VACUUM INTO ?").run(target);
  } finally {
    sqlite.close();
  }
}

/** A power cut after this does not take it back. */
export function flush(path: string): void {
  const descriptor = openSync(path, "r");
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** A second name for a file, or a copy where the file system has no links. */
export function keepAs(file: string, path: string): void {
  try {
    linkSync(file, path);
  } catch {
    copyFileSync(file, path);
  }
}

function taken(file: string): GazetteError {
  return new GazetteError("usage", `${file} is there already.`, {
    hint: "Name another file, or overwrite it with --force.",
  });
}
