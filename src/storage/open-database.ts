import { mkdirSync } from "node:fs";
import { join } from "node:path";
import SQLite from "better-sqlite3";
import { Kysely, SqliteDialect } from "kysely";
import { GazetteError } from "../platform/errors.ts";
import { createLogSync, type LogSync } from "./log-sync.ts";
import { migrate } from "./migrate.ts";
import type { Tables } from "./schema.ts";

export type Database = Kysely<Tables>;

const busyTimeoutMs = 10_000;

/** The file of the embedded ledger in a data folder. */
export function databaseFile(dataDir: string): string {
  return join(dataDir, "gazette.sqlite");
}

/**
 * Opens the ledger of a data folder, made where it is not there, and brings its tables up to date. Write-ahead log with
 * `synchronous=FULL`: a commit that returned survives a loss of power. Must be closed with `destroy()`.
 *
 * @throws GazetteError `storage-failed` where the folder cannot be written or the tables are of a newer Gazette.
 */
export async function openDatabase(dataDir: string): Promise<Database> {
  const file = databaseFile(dataDir);
  let sqlite: SQLite.Database | undefined;
  try {
    mkdirSync(dataDir, { recursive: true });
    sqlite = new SQLite(file, { timeout: busyTimeoutMs });
    sqlite.pragma("journal_mode = WAL");
    sqlite.pragma("synchronous = FULL");
    sqlite.pragma("foreign_keys = ON");
    const log = createLogSync(`${file}-wal`);
    const database: Database = new Kysely<Tables>({
      dialect: new SqliteDialect({ database: preparingOnce(sqlite, () => log.close()) }),
    });
    await migrate(sqlite, database, file);
    ledgerFiles.set(database, openLedgerFile(sqlite, database, log));
    return database;
  } catch (error) {
    sqlite?.close();
    throw storageError(error, file);
  }
}

/** The connection under a database, for what is too frequent to be built as queries. */
export interface LedgerFile {
  readonly sqlite: SQLite.Database;
  /**
   * Runs `work` while no other transaction of this process is open. What it commits is on the disk when the promise
   * resolves, as with every commit here; but other work goes on in the meantime.
   */
  commit<T>(work: () => T): Promise<T>;
}

const ledgerFiles = new WeakMap<Database, LedgerFile>();

/** @throws Error for a database that `openDatabase` did not open. */
export function ledgerFileOf(database: Database): LedgerFile {
  const file = ledgerFiles.get(database);
  if (file === undefined) throw new Error("The ledger's file is known only for what openDatabase opened.");
  return file;
}

function openLedgerFile(sqlite: SQLite.Database, database: Database, log: LogSync): LedgerFile {
  const isLogged = sqlite.pragma("journal_mode", { simple: true }) === "wal";
  const withLateSync = <T>(work: () => T): T => {
    sqlite.pragma("synchronous = NORMAL");
    try {
      return work();
    } finally {
      sqlite.pragma("synchronous = FULL");
    }
  };
  return {
    sqlite,
    commit: async (work) => {
      const run = () => Promise.resolve(isLogged ? withLateSync(work) : work());
      const result = await database.connection().execute(run);
      // Where the file system has no write-ahead log (it needs shared memory), SQLite has waited for the disk itself.
      if (isLogged) await log.sync();
      return result;
    },
  };
}

const statementsKept = 100;

/** Kysely prepares a statement each time it runs; the few that a send repeats by the thousand are kept instead. */
function preparingOnce(
  sqlite: SQLite.Database,
  onClose: () => void,
): Pick<SQLite.Database, "prepare" | "close"> {
  const kept = new Map<string, SQLite.Statement>();
  const prepare = (source: string): SQLite.Statement => {
    const known = kept.get(source);
    if (known !== undefined) return known;
    const statement = sqlite.prepare(source);
    if (kept.size >= statementsKept) kept.clear();
    kept.set(source, statement);
    return statement;
  };
  const close = (): SQLite.Database => {
    onClose();
    return sqlite.close();
  };
  return { prepare: prepare as SQLite.Database["prepare"], close };
}

/** What a fault of the ledger's file means for the operator; a GazetteError is passed through. */
function storageError(error: unknown, file: string): GazetteError {
  if (error instanceof GazetteError) return error;
  const text = (error instanceof Error ? error.message : String(error)).replace(/\.$/u, "");
  return new GazetteError("storage-failed", `The ledger ${file} cannot be used: ${text}.`, {
    hint: "Check that the data folder can be written and has room (DATA_DIR, or --data DIR).",
    cause: error,
  });
}

/** Whether a database function failed because of the file or the disk, and not because of a mistake of ours. */
export function isStorageFault(error: unknown): boolean {
  return (
    error instanceof SQLite.SqliteError &&
    /^SQLITE_(?:BUSY|LOCKED|FULL|READONLY|IOERR|CORRUPT|NOTADB|CANTOPEN|PERM|NOMEM)/u.test(error.code)
  );
}
