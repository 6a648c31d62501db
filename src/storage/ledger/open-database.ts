import { existsSync } from "node:fs";
import { join } from "node:path";
import SQLite from "better-sqlite3";
import { Kysely, SqliteDialect } from "kysely";
import { createLedger, refuseLostLedger } from "./create-ledger.ts";
import { holdLedgerPlace, type LedgerPlace } from "./ledger-place.ts";
import { createLogSync, type LogSync } from "./log-sync.ts";
import { migrate, whileMigrating } from "./migrate.ts";
import type { Tables } from "../schema/tables.ts";
import { toStorageFault } from "./storage-fault.ts";
import { makeFolder } from "../../platform/make-folder.ts";

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
    makeFolder(dataDir, 0o700);
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
    const log = createLogSync(`${file}-wal`);
    const database: Database = new Kysely<Tables>({
      dialect: new SqliteDialect({ database: preparingOnce(sqlite, () => log.close()) }),
    });
    await migrate(sqlite, database, file, { isLocked });
    ledgerFiles.set(database, { ...openLedgerFile(sqlite, database, log), place: holdLedgerPlace(file) });
    return database;
  } catch (error) {
    sqlite.close();
    throw error;
  }
}

/** The connection under a database, for what is too frequent to be built as queries. */
export interface LedgerFile {
  readonly sqlite: SQLite.Database;
  /** Where it lay when it was opened. */
  readonly place: LedgerPlace;
  /**
   * Runs `work` while no other transaction of this process is open. What it commits has to be followed by `sync()`: only then
   * is it on the disk. All other commits wait for the disk themselves.
   */
  commit<T>(work: () => T): Promise<T>;
  /** Resolves when every commit made before it is on the disk; meanwhile other work goes on. */
  sync(): Promise<void>;
}

const ledgerFiles = new WeakMap<Database, LedgerFile>();

/** @throws Error for a database that `openDatabase` did not open. */
export function ledgerFileOf(database: Database): LedgerFile {
  const file = ledgerFiles.get(database);
  if (file === undefined) throw new Error("The ledger's file is known only for what openDatabase opened.");
  return file;
}

function openLedgerFile(
  sqlite: SQLite.Database,
  database: Database,
  log: LogSync,
): Omit<LedgerFile, "place"> {
  const isLogged = sqlite.pragma("journal_mode", { simple: true }) === "wal";
  const withLateSync = <T>(work: () => T): T => {
    // `exec`, because `pragma` makes a statement each time, and a send asks for this hundreds of times a second.
    sqlite.exec("PRAGMA synchronous = NORMAL");
    try {
      return work();
    } finally {
      sqlite.exec("PRAGMA synchronous = FULL");
    }
  };
  return {
    sqlite,
    commit: (work) =>
      database.connection().execute(() => Promise.resolve(isLogged ? withLateSync(work) : work())),
    // Where the file system has no write-ahead log (it needs shared memory), SQLite has waited for the disk itself.
    sync: () => (isLogged ? log.sync() : Promise.resolve()),
  };
}

const statementsKept = 100;

/**
 * Every transaction of ours writes, and begins as one that does: one that begins by reading is refused at once, however long it
 * would wait, where somebody else has written in between.
 */
const beginning: ReadonlyMap<string, string> = new Map([["begin", "begin immediate"]]);

/** Kysely prepares a statement each time it runs; the few that a send repeats by the thousand are kept instead. */
function preparingOnce(
  sqlite: SQLite.Database,
  onClose: () => void,
): Pick<SQLite.Database, "prepare" | "close"> {
  const kept = new Map<string, SQLite.Statement>();
  const prepare = (source: string): SQLite.Statement => {
    const known = kept.get(source);
    if (known !== undefined) return known;
    const statement = sqlite.prepare(beginning.get(source) ?? source);
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
