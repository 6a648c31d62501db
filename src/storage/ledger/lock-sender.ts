import { join } from "node:path";
import SQLite from "better-sqlite3";
import { makeFolder } from "../../platform/make-folder.ts";
import { makePrivateFile } from "../../platform/private-file.ts";

/** Held by the one process that sends from a data folder. */
export interface SenderLock {
  release(): void;
}

/**
 * Makes this process the only sender of a data folder. The lock is SQLite's own on a file of its own, so the operating
 * system lets go of it however the process ends, `kill -9` included.
 *
 * @returns Undefined where another process sends.
 */
export function lockSender(dataDir: string): SenderLock | undefined {
  makeFolder(dataDir, 0o700);
  const file = join(dataDir, "sender.lock");
  makePrivateFile(file);
  const lock = new SQLite(file, { timeout: 0 });
  try {
    lock.exec("BEGIN EXCLUSIVE");
  } catch (error) {
    lock.close();
    if (error instanceof SQLite.SqliteError && error.code.startsWith("SQLITE_BUSY")) return undefined;
    throw error;
  }
  return { release: () => lock.close() };
}
