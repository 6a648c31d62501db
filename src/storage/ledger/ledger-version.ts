import { type Kysely, sql } from "kysely";
import type { Tables } from "../schema/tables.ts";

/**
 * Names what the ledger holds: the same text for as long as nobody has written to it, neither another connection nor this one.
 * Only for comparing with another one of the same connection.
 */
export async function readLedgerVersion(database: Kysely<Tables>): Promise<string> {
  return readVersion(database, "total_changes()");
}

/** The version as it was before the INSERT that a transaction has just begun with. */
export async function readVersionBeforeInsert(transaction: Kysely<Tables>): Promise<string> {
  return readVersion(transaction, "total_changes() - changes()");
}

/** https://sqlite.org/pragma.html#pragma_data_version tells of others, `total_changes()` of ourselves. */
async function readVersion(database: Kysely<Tables>, own: string): Promise<string> {
  const { rows } = await sql<{ readonly version: string }>`
    SELECT data_version || '/' || (${sql.raw(own)}) AS version FROM pragma_data_version`.execute(database);
  return rows[0]?.version ?? "";
}
