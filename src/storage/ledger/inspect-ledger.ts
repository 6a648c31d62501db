import { existsSync, statSync } from "node:fs";
import SQLite from "better-sqlite3";
import { GazetteError } from "../../platform/errors.ts";
import { refuseNewerLedger } from "./migrate.ts";

/** What is in a ledger that was read through and found sound. */
export interface LedgerSummary {
  readonly bytes: number;
  readonly issues: number;
  readonly deliveries: number;
  readonly subscribers: number;
  readonly suppressions: number;
  /** The slot of its newest issue, in ISO 8601; null where it has none. */
  readonly newestSlot: string | null;
}

/**
 * Reads a ledger's file through, changing nothing.
 *
 * @throws GazetteError `storage-failed` where it is no ledger, is damaged, or was written by a newer Gazette.
 */
export function inspectLedger(file: string): LedgerSummary {
  if (!existsSync(file)) throw unsound(file, "there is no such file");
  let sqlite: SQLite.Database | undefined;
  try {
    sqlite = new SQLite(file, { readonly: true, fileMustExist: true });
    const checked = sqlite.pragma("quick_check(1)", { simple: true });
    if (checked !== "ok") throw unsound(file, `it is damaged (${String(checked).slice(0, 200)})`);
    if (sqlite.prepare("SELECT 1 FROM sqlite_master WHERE name = 'deliveries'").get() === undefined)
      throw unsound(file, "it is no ledger of Gazette");
    refuseNewerLedger(sqlite, file);
    return { bytes: statSync(file).size, ...countRows(sqlite) };
  } catch (error) {
    if (error instanceof SQLite.SqliteError) throw unsound(file, error.message, error);
    throw error;
  } finally {
    sqlite?.close();
  }
}

function countRows(sqlite: SQLite.Database): Omit<LedgerSummary, "bytes"> {
  const tables = new Set(
    sqlite.prepare<[], string>("SELECT name FROM sqlite_master WHERE type = 'table'").pluck().all(),
  );
  const count = (table: string): number =>
    tables.has(table) ? (sqlite.prepare<[], number>(`SELECT count(*) FROM ${table}`).pluck().get() ?? 0) : 0;
  const newest = sqlite.prepare<[], string | null>("SELECT max(slot) FROM issues").pluck().get();
  return {
    issues: count("issues"),
    deliveries: count("deliveries"),
    subscribers: count("subscribers"),
    suppressions: count("suppressions"),
    newestSlot: newest ?? null,
  };
}

function unsound(file: string, why: string, cause?: unknown): GazetteError {
  return new GazetteError("storage-failed", `${file} is no ledger to rely on: ${why.replace(/\.$/u, "")}.`, {
    hint: "Name a file that `gazette backup` wrote.",
    cause,
  });
}
