import { mkdirSync } from "node:fs";
import { join } from "node:path";
import SQLite from "better-sqlite3";
import { Kysely, SqliteDialect } from "kysely";
import { type Migration, Migrator } from "kysely/migration";
import { GazetteError } from "../platform/errors.ts";
import * as ledger from "./migrations/0001-ledger.ts";
import type { Tables } from "./schema.ts";

export type Database = Kysely<Tables>;

/** In the order they run; a name never changes once it is released. */
const migrations: Readonly<Record<string, Migration>> = { "0001-ledger": ledger };

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
  try {
    mkdirSync(dataDir, { recursive: true });
    const sqlite = new SQLite(file, { timeout: busyTimeoutMs });
    sqlite.pragma("journal_mode = WAL");
    sqlite.pragma("synchronous = FULL");
    sqlite.pragma("foreign_keys = ON");
    const database: Database = new Kysely<Tables>({ dialect: new SqliteDialect({ database: sqlite }) });
    await migrate(sqlite, database, file);
    return database;
  } catch (error) {
    if (error instanceof GazetteError) throw error;
    throw new GazetteError("storage-failed", `The ledger ${file} cannot be opened: ${describe(error)}.`, {
      hint: "Check that the data folder can be written and has room (DATA_DIR, or --data DIR).",
      cause: error,
    });
  }
}

async function migrate(sqlite: SQLite.Database, database: Database, file: string): Promise<void> {
  const applied = listAppliedMigrations(sqlite);
  const unknown = applied.filter((name) => migrations[name] === undefined);
  if (unknown.length > 0) {
    throw new GazetteError(
      "storage-failed",
      `The ledger ${file} was written by a newer Gazette (${unknown.join(", ")}).`,
      {
        hint: "Run that version, or restore a backup of this one; the file was not changed.",
      },
    );
  }
  if (applied.length === Object.keys(migrations).length) return;
  const migrator = new Migrator({
    db: database,
    provider: { getMigrations: () => Promise.resolve(migrations) },
  });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw error instanceof Error ? error : new Error(describe(error));
}

/** Asked of the table itself: the migrator's own look at a ledger that is up to date costs ten times as much. */
function listAppliedMigrations(sqlite: SQLite.Database): string[] {
  const table = sqlite.prepare("SELECT 1 FROM sqlite_master WHERE name = 'kysely_migration'").get();
  if (table === undefined) return [];
  return sqlite.prepare<[], string>("SELECT name FROM kysely_migration").pluck().all();
}

function describe(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).replace(/\.$/u, "");
}
