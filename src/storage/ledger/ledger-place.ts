import { existsSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { type Kysely, sql } from "kysely";
import { GazetteError } from "../../platform/errors.ts";
import type { Tables } from "../schema/tables.ts";
import { makeFolder } from "../../platform/make-folder.ts";
import { makePrivateFile } from "../../platform/private-file.ts";

/** Where the ledger's file lies, for a send to see that it still does. */
export interface LedgerPlace {
  /** False where the file was removed or another one put in its place: what is written then is lost with this process. */
  isHeld(): boolean;
  /** The fault to stop the send with. */
  fault(): GazetteError;
  /** Writes the ledger, which this process alone still has, back to its place; beside it where something else is there now. */
  putBack(database: Kysely<Tables>): Promise<void>;
}

export function holdLedgerPlace(file: string): LedgerPlace {
  const { ino } = statSync(file);
  return {
    isHeld: () => statSync(file, { throwIfNoEntry: false })?.ino === ino,
    fault: () =>
      new GazetteError("storage-failed", `The ledger ${file} was removed or replaced while it was in use.`, {
        hint: existsSync(file)
          ? `The sending was stopped, and what it knew is in ${file}.saved: decide which of the two is right, and keep it as ${file}.`
          : "The sending was stopped, and the ledger was put back, because without it everybody would get everything again.",
      }),
    putBack: async (database) => {
      makeFolder(dirname(file), 0o700);
      const path = existsSync(file) ? `${file}.saved` : file;
      if (existsSync(path)) return;
      makePrivateFile(path);
      await sql`VACUUM INTO ${path}`.execute(database);
    },
  };
}
