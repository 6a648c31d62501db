import { mkdirSync } from "node:fs";
import { join } from "node:path";
import SQLite from "better-sqlite3";
import { Kysely, SqliteDialect } from "kysely";
import { GazetteError } from "../platform/errors.ts";
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
    const database: Database = new Kysely<Tables>({
      dialect: new SqliteDialect({ database: preparingOnce(sqlite) }),
    });
    await migrate(sqlite, database, file);
    return database;
  } catch (error) {
    sqlite?.close();
    throw storageError(error, file);
  }
}

const statementsKept = 100;

/** Kysely prepares a statement each time it runs; the few that a send repeats by the thousand are kept instead. */
function preparingOnce(sqlite: SQLite.Database): Pick<SQLite.Database, "prepare" | "close"> {
  const kept = new Map<string, SQLite.Statement>();
  const prepare = (source: string): SQLite.Statement => {
    const known = kept.get(source);
    if (known !== undefined) return known;
    const statement = sqlite.prepare(source);
    if (kept.size >= statementsKept) kept.clear();
    kept.set(source, statement);
    return statement;
  };
  return { prepare: prepare as SQLite.Database["prepare"], close: () => sqlite.close() };
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
