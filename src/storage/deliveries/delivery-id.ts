import { createHash } from "node:crypto";
import type { Database } from "../ledger/open-database.ts";

/**
 * Names a delivery in logs: the same each time, and nobody can tell the address from it without this ledger.
 *
 * @param key What `readDeliveryKey` gives.
 */
export function deliveryIdOf(key: string, issueId: number, address: string): string {
  return createHash("sha256").update(`${key}\n${issueId}\n${address}`).digest("hex").slice(0, 16);
}

/** A number that only this ledger knows. */
export async function readDeliveryKey(database: Database): Promise<string> {
  const row = await database.selectFrom("instance").select("token").executeTakeFirst();
  return row?.token ?? "";
}
