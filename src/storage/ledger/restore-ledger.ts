import { closeSync, copyFileSync, existsSync, openSync, renameSync, rmSync } from "node:fs";
import { dirname } from "node:path";
import SQLite from "better-sqlite3";
import { GazetteError } from "../../platform/errors.ts";
import { flush, keepAs } from "./back-up.ts";
import { inspectLedger, type LedgerSummary } from "./inspect-ledger.ts";
import { databaseFile } from "./open-database.ts";
import { restoredPlace } from "./instance.ts";

export interface Restored extends LedgerSummary {
  /** Where the ledger that was there is now; undefined: there was none. */
  readonly replaced: string | undefined;
  /** Issues that were being sent when the backup was made, paused now. */
  readonly paused: number;
}

const busyTimeoutMs = 2000;

/**
 * Puts a backup in the place of a data folder's ledger. Only for the holder of the sender's lock. The ledger that was there
 * stays beside it; the journal of what was sent stays too, and the next send takes it in. Issues that were unfinished when
 * the backup was made are paused, and the folder counts as a copy: what went out since is not known to it, and nothing is
 * sent before a person has said so.
 *
 * @throws GazetteError `storage-failed` where the backup is not sound, `issue-state` where another process has the ledger
 * open; nothing was changed.
 */
export function restoreLedger(dataDir: string, backup: string, now: Date): Restored {
  const summary = inspectLedger(backup);
  const file = databaseFile(dataDir);
  const beside = `${file}.restoring`;
  for (const path of [beside, `${beside}-wal`, `${beside}-shm`, `${beside}-journal`])
    rmSync(path, { force: true });
  closeSync(openSync(beside, "wx", 0o600));
  copyFileSync(backup, beside);
  const paused = markRestored(beside);
  flush(beside);
  const replaced = existsSync(file) ? setAside(file, now) : undefined;
  // A log without its ledger would be taken for the new one's.
  for (const path of [`${file}-wal`, `${file}-shm`]) rmSync(path, { force: true });
  renameSync(beside, file);
  flush(dirname(file));
  return { ...summary, replaced, paused };
}

function markRestored(file: string): number {
  const sqlite = new SQLite(file, { fileMustExist: true });
  try {
    sqlite.pragma("journal_mode = DELETE");
    const tables = new Set(
      sqlite.prepare<[], string>("SELECT name FROM sqlite_master WHERE type = 'table'").pluck().all(),
    );
    const { changes } = sqlite
      .prepare("UPDATE issues SET state = 'paused', pause_reason = ? WHERE state = 'sending'")
      .run("restored from a backup: readers may have got it since, so compare with the mail server's log");
    // The place is that of no folder, so whoever asks whether this one may send is told that it is a copy.
    if (tables.has("instance")) {
      sqlite
        .prepare(
          `INSERT INTO instance (id, token, place, counter, adopted_at) VALUES (1, ?, ?, 0, ?)
           ON CONFLICT (id) DO UPDATE SET place = excluded.place`,
        )
        .run(restoredPlace, restoredPlace, new Date(0).toISOString());
    }
    return changes;
  } finally {
    sqlite.close();
  }
}

/** Folds the log into the ledger, which only succeeds where nobody else has it open, and keeps it under another name. */
function setAside(file: string, now: Date): string {
  const replaced = `${file}.replaced-${now.toISOString().replace(/[:.]/gu, "-")}`;
  let sqlite: SQLite.Database | undefined;
  try {
    sqlite = new SQLite(file, { fileMustExist: true, timeout: busyTimeoutMs });
    if (sqlite.pragma("journal_mode = DELETE", { simple: true }) !== "delete") throw inUse(file);
  } catch (error) {
    if (error instanceof SQLite.SqliteError && /^SQLITE_(?:BUSY|LOCKED)/u.test(error.code))
      throw inUse(file, error);
    // A damaged ledger is why one restores: it is kept as it is, with its log.
    if (!(error instanceof SQLite.SqliteError)) throw error;
    for (const end of ["-wal", "-shm"])
      if (existsSync(`${file}${end}`)) keepAs(`${file}${end}`, `${replaced}${end}`);
  } finally {
    sqlite?.close();
  }
  keepAs(file, replaced);
  return replaced;
}

function inUse(file: string, cause?: unknown): GazetteError {
  return new GazetteError(
    "issue-state",
    `Another process has the ledger ${file} open; nothing was changed.`,
    {
      hint: "Stop `gazette schedule` (npm start) and every other command of Gazette, then restore.",
      cause,
    },
  );
}
