import { readdirSync } from "node:fs";
import { join } from "node:path";
import SQLite from "better-sqlite3";
import { Kysely, SqliteDialect } from "kysely";
import { type Migration, Migrator } from "kysely/migration";
import { type Database, databaseFile } from "../../src/storage/ledger/open-database.ts";
import type { Tables } from "../../src/storage/schema/tables.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const migrations = join(import.meta.dirname, "..", "..", "src", "storage", "migrations");

/**
 * A data folder whose ledger an earlier version made.
 *
 * @param last The last migration that version had.
 * @param write Fills it; only what the tables of that version take.
 */
export async function makeFormerLedger(
  last: string,
  write: (database: Database, sqlite: SQLite.Database) => Promise<void> = () => Promise.resolve(),
): Promise<string> {
  const folder = temporaryFolder();
  const sqlite = new SQLite(databaseFile(folder));
  sqlite.pragma("journal_mode = WAL");
  sqlite.pragma("foreign_keys = ON");
  const database = new Kysely<Tables>({ dialect: new SqliteDialect({ database: sqlite }) });
  try {
    const migrator = new Migrator({ db: database, provider: { getMigrations: () => loadUntil(last) } });
    const { error } = await migrator.migrateToLatest();
    if (error !== undefined) throw error instanceof Error ? error : new Error("The migration failed.");
    await write(database, sqlite);
  } finally {
    await database.destroy();
  }
  return folder;
}

async function loadUntil(last: string): Promise<Record<string, Migration>> {
  const names = readdirSync(migrations).map((file) => file.replace(/\.ts$/u, ""));
  const wanted = names.filter((name) => name <= last);
  if (!wanted.includes(last)) throw new Error(`There is no migration ${last}.`);
  const loaded = wanted.map(async (name) => [
    name,
    (await import(join(migrations, `${name}.ts`))) as Migration,
  ]);
  return Object.fromEntries(await Promise.all(loaded)) as Record<string, Migration>;
}
