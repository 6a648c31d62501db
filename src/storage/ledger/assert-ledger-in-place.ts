import { GazetteError } from "../../platform/errors.ts";
import { type Database, ledgerFileOf } from "./open-database.ts";

/**
 * @throws GazetteError `storage-failed` where the file that this process has open lies in its place no more: what it would
 * write now, nobody would ever read.
 */
export function assertLedgerInPlace(database: Database): void {
  const { sqlite, place } = ledgerFileOf(database);
  if (place.isHeld()) return;
  throw new GazetteError(
    "storage-failed",
    `The ledger ${sqlite.name} was removed or replaced while Gazette runs, so nothing is done.`,
    { hint: "Stop Gazette, see that the right file is there, and start it again." },
  );
}
