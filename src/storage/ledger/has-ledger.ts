import { statSync } from "node:fs";
import { join } from "node:path";
import { GazetteError } from "../../platform/errors.ts";

/**
 * Whether a data folder has a ledger. One that this user may not look into is not one that has none: nothing would have been sent.
 *
 * @throws GazetteError `storage-failed`
 */
export function hasLedger(dataDir: string): boolean {
  const file = join(dataDir, "gazette.sqlite");
  try {
    return statSync(file, { throwIfNoEntry: false }) !== undefined;
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : String(error);
    throw new GazetteError(
      "storage-failed",
      `Nobody can say whether there is a ledger at ${file}: ${code}.`,
      {
        hint: "Run Gazette as the user who owns the data folder, or see that its disk can be read.",
        cause: error,
      },
    );
  }
}
