import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import SQLite from "better-sqlite3";
import { Kysely, SqliteDialect } from "kysely";
import { createLedger, refuseLostLedger } from "./create-ledger.ts";
import { migrate, whileMigrating } from "./migrate.ts";
import type { Tables } from "./schema.ts";
import { toStorageFault } from "./storage-fault.ts";

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
 * @throws GazetteError `storage-failed` where the folder cannot be written, the ledger is damaged or lost, or its tables are of
 * a newer Gazette.
 */
export async function openDatabase(dataDir: string): Promise<Database> {
  const file = databaseFile(dataDir);
  try {
    mkdirSync(dataDir, { recursive: true });
    refuseLostLedger(file);
    if (!existsSync(file))
      await whileMigrating(file, () =>
        createLedger(file, async (path) => (await openFile(path, { isLocked: true })).destroy()),
      );
    return await openFile(file, { isLocked: false });
  } catch (error) {
    throw toStorageFault(error, file) ?? error;
  }
}

async function openFile(file: string, { isLocked }: { readonly isLocked: boolean }): Promise<Database> {
  const sqlite = new SQLite(file, { timeout: busyTimeoutMs });
  try {
    sqlite.pragma("journal_mode = WAL");
    sqlite.pragma("synchronous = FULL");
    sqlite.pragma("foreign_keys = ON");
    const database: Database = new Kysely<Tables>({
      dialect: new SqliteDialect({ database: preparingOnce(sqlite) }),
    });
    await migrate(sqlite, database, file, { isLocked });
    return database;
  } catch (error) {
    sqlite.close();
    throw error;
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
