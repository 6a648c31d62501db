import { rmSync, statSync } from "node:fs";
import SQLite from "better-sqlite3";
import type { Kysely } from "kysely";
import { type Migration, Migrator } from "kysely/migration";
import { GazetteError } from "../../platform/errors.ts";
import { makePrivateFile } from "../../platform/private-file.ts";
import * as ledger from "../migrations/0001-ledger.ts";
import * as delivery from "../migrations/0002-delivery.ts";
import * as articleNames from "../migrations/0003-article-names.ts";
import * as editions from "../migrations/0004-editions.ts";
import * as reports from "../migrations/0005-reports.ts";
import * as schedule from "../migrations/0006-schedule.ts";
import * as timetables from "../migrations/0007-timetables.ts";
import * as domains from "../migrations/0008-domains.ts";
import * as told from "../migrations/0009-told.ts";
import * as localDue from "../migrations/0010-local-due.ts";
import * as absentCadences from "../migrations/0011-absent-cadences.ts";

/** In the order they run; a name never changes once it is released. */
const migrations: Readonly<Record<string, Migration>> = {
  "0001-ledger": ledger,
  "0002-delivery": delivery,
  "0003-article-names": articleNames,
  "0004-editions": editions,
  "0005-reports": reports,
  "0006-schedule": schedule,
  "0007-timetables": timetables,
  "0008-domains": domains,
  "0009-told": told,
  "0010-local-due": localDue,
  "0011-absent-cadences": absentCadences,
};

const lockTimeoutMs = 60_000;

/**
 * Brings the tables of a ledger up to date. A ledger that has tables already is copied first, to
 * `FILE.before-<migration>`; that copy is the way back.
 *
 * @param isLocked The caller is inside `whileMigrating`.
 * @throws GazetteError `storage-failed` where the tables are of a newer Gazette; the file is left as it was.
 */
export async function migrate<T>(
  sqlite: SQLite.Database,
  database: Kysely<T>,
  file: string,
  { isLocked }: { readonly isLocked: boolean },
): Promise<void> {
  const applied = listAppliedMigrations(sqlite);
  refuseNewer(applied, file);
  if (applied.length === Object.keys(migrations).length) return;
  const work = async (): Promise<void> => {
    const before = listAppliedMigrations(sqlite);
    const next = Object.keys(migrations).find((name) => !before.includes(name));
    if (next === undefined) return;
    if (before.length > 0) backUp(sqlite, `${file}.before-${next}`);
    const migrator = new Migrator({
      db: database,
      provider: { getMigrations: () => Promise.resolve(migrations) },
    });
    const { error } = await migrator.migrateToLatest();
    if (error !== undefined) throw error instanceof Error ? error : new Error("The migration failed.");
  };
  await (isLocked ? work() : whileMigrating(file, work));
}

/** Two commands may start on an old ledger, or on none, at the same moment: one works, the other then finds it done. */
export async function whileMigrating(file: string, work: () => Promise<void>): Promise<void> {
  const lockFile = `${file}.migrating`;
  for (;;) {
    makePrivateFile(lockFile);
    const lock = new SQLite(lockFile, { timeout: lockTimeoutMs });
    try {
      if (!takeLock(lock, lockFile)) continue;
      await work();
      // Whoever comes from now on, or waits for this lock, finds the work done.
      removeIfAllowed(lockFile);
      return;
    } finally {
      lock.close();
    }
  }
}

/** @returns False where who had the lock has removed its file: SQLite takes that for a fault of the disk. */
function takeLock(lock: SQLite.Database, lockFile: string): boolean {
  const inode = (): number | undefined => statSync(lockFile, { throwIfNoEntry: false })?.ino;
  const opened = inode();
  try {
    lock.exec("BEGIN EXCLUSIVE");
    return true;
  } catch (error) {
    if (opened !== undefined && inode() === opened) throw error;
    return false;
  }
}

/** Some systems keep what is open; an empty file that stays does no harm. */
function removeIfAllowed(path: string): void {
  try {
    rmSync(path);
  } catch {
    // It stays.
  }
}

/** @throws GazetteError `storage-failed` for a ledger of a newer Gazette. */
export function refuseNewerLedger(sqlite: SQLite.Database, file: string): void {
  refuseNewer(listAppliedMigrations(sqlite), file);
}

function refuseNewer(applied: readonly string[], file: string): void {
  const unknown = applied.filter((name) => migrations[name] === undefined);
  if (unknown.length === 0) return;
  throw new GazetteError(
    "storage-failed",
    `The ledger ${file} was written by a newer Gazette (${unknown.join(", ")}).`,
    {
      hint: "Run that version, or restore a backup of this one; the file was not changed.",
    },
  );
}

/** A copy that is whole even while others read and write; one left by an earlier try is replaced. */
function backUp(sqlite: SQLite.Database, path: string): void {
  rmSync(path, { force: true });
  makePrivateFile(path);
  sqlite.prepare("VACUUM INTO ?").run(path);
}

/** Asked of the table itself: the migrator's own look at a ledger that is up to date costs ten times as much. */
function listAppliedMigrations(sqlite: SQLite.Database): string[] {
  const table = sqlite.prepare("SELECT 1 FROM sqlite_master WHERE name = 'kysely_migration'").get();
  if (table === undefined) return [];
  return sqlite.prepare<[], string>("SELECT name FROM kysely_migration").pluck().all();
}
