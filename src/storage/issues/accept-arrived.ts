import { uncertainAlertKey } from "./issue-state.ts";
import type { Database } from "../ledger/open-database.ts";
import { assertTransition } from "../deliveries/delivery-transitions.ts";

/**
 * Puts uncertain deliveries on record as accepted, because a person found them in the server's log. The alert about an issue is
 * over with its last one.
 *
 * @param addresses Normalised.
 * @returns Those of them that have no uncertain delivery of this issue; where there is one, nothing is changed.
 */
export async function acceptArrived(
  database: Database,
  issueId: number,
  addresses: readonly string[],
  now: Date,
): Promise<string[]> {
  assertTransition("uncertain", "accepted");
  return database.transaction().execute(async (transaction) => {
    const rows = await transaction
      .selectFrom("deliveries")
      .select("address")
      .where("issue_id", "=", issueId)
      .where("state", "=", "uncertain")
      .execute();
    const uncertain = new Set(rows.map(({ address }) => address));
    const unknown = addresses.filter((address) => !uncertain.has(address));
    if (unknown.length > 0) return unknown;
    for (const address of addresses) {
      await transaction
        .updateTable("deliveries")
        .set({
          state: "accepted",
          response: "found in the server's log by a person",
          updated_at: now.toISOString(),
        })
        .where("issue_id", "=", issueId)
        .where("address", "=", address)
        .where("state", "=", "uncertain")
        .execute();
      uncertain.delete(address);
    }
    if (uncertain.size === 0)
      await transaction.deleteFrom("alerts").where("key", "=", uncertainAlertKey(issueId)).execute();
    return [];
  });
}
