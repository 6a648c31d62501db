import SQLite from "better-sqlite3";
import { type Database, ledgerFileOf, openDatabase } from "../../../src/storage/ledger/open-database.ts";

/** What a process that is dead says to whoever still waits for it. */
export class Crash extends Error {}

interface Asked {
  readonly database: SQLite.Database;
}

type Ways = Record<"all" | "get" | "run", (this: Asked, ...values: unknown[]) => unknown>;

/** What every statement of this process goes through. */
const statements = Object.getPrototypeOf(new SQLite(":memory:").prepare("SELECT 1")) as Ways;

/**
 * Does `work` on a ledger as a process sees it that dies at its `fuse`th statement: from there on nothing that it asks is
 * done, and closing the file undoes what it had begun. Other connections of this process live on.
 */
export async function dieAt(
  fuse: number,
  data: string,
  work: (victim: Database) => Promise<void>,
): Promise<void> {
  const victim = await openDatabase(data);
  const { sqlite } = ledgerFileOf(victim);
  const alive: Ways = { all: statements.all, get: statements.get, run: statements.run };
  let left = fuse;
  for (const name of ["all", "get", "run"] as const) {
    statements[name] = function (...values) {
      if (this.database === sqlite) {
        left -= 1;
        if (left <= 0) throw new Crash("the process is dead");
      }
      return alive[name].apply(this, values);
    };
  }
  try {
    await work(victim).catch((error: unknown) => {
      if (!(error instanceof Crash)) throw error;
    });
  } finally {
    await new Promise((resolve) => setTimeout(resolve, 5));
    Object.assign(statements, alive);
    await victim.destroy();
  }
}
