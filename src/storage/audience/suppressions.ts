import type { Database } from "../ledger/open-database.ts";
import type { SuppressionReason, SuppressionTable } from "../schema/audience-tables.ts";

/** Stops writing to an address; the first reason stands. @returns Whether it was new. */
export async function suppressAddress(
  database: Database,
  address: string,
  reason: SuppressionReason,
  detail: string,
  now: Date,
): Promise<boolean> {
  const result = await database
    .insertInto("suppressions")
    .values({ address, reason, detail, created_at: now.toISOString() })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return result.numInsertedOrUpdatedRows === 1n;
}

/** Lets an address get mail again. @returns Whether it was suppressed. */
export async function unsuppressAddress(database: Database, address: string): Promise<boolean> {
  const result = await database.deleteFrom("suppressions").where("address", "=", address).executeTakeFirst();
  return result.numDeletedRows === 1n;
}

export async function findSuppression(
  database: Database,
  address: string,
): Promise<SuppressionTable | undefined> {
  return database.selectFrom("suppressions").selectAll().where("address", "=", address).executeTakeFirst();
}

/** A page of the suppression list: by address, after `after`, at most `limit`. */
export async function listSuppressions(
  database: Database,
  after: string,
  limit: number,
): Promise<SuppressionTable[]> {
  return database
    .selectFrom("suppressions")
    .selectAll()
    .where("address", ">", after)
    .orderBy("address")
    .limit(limit)
    .execute();
}
