import { assertTransition } from "../deliveries/delivery-transitions.ts";
import { clearDomainHolds } from "../deliveries/domain-holds.ts";
import { reopenIssue, uncertainAlertKey } from "./issue-state.ts";
import type { Database } from "../ledger/open-database.ts";

/** The states a person may send again with `--only`. */
export type ResendState = "failed" | "deferred" | "uncertain" | "expired";

/** How many deliveries in `states` are to addresses that get no mail; those are never sent again. */
export async function countSuppressed(
  database: Database,
  issueId: number,
  states: readonly ResendState[],
): Promise<number> {
  const row = await database
    .selectFrom("deliveries")
    .select((expression) => expression.fn.countAll<number>().as("count"))
    .where("issue_id", "=", issueId)
    .where("state", "in", [...states])
    .where("address", "in", database.selectFrom("suppressions").select("address"))
    .executeTakeFirst();
  return row?.count ?? 0;
}

/**
 * Makes deliveries in `states` due now, because a person asked for it, and opens their issue again where it was complete;
 * suppressed addresses keep theirs. Whoever sends again says that what held a domain is mended, so no domain is held any more.
 * Expiry counts anew. All of it is one transaction: a row that is due in an issue that is complete would be forgotten.
 *
 * @returns How many are due.
 */
export async function requeueDeliveries(
  database: Database,
  issueId: number,
  states: readonly ResendState[],
  now: Date,
): Promise<number> {
  for (const state of states) assertTransition(state, "pending");
  return database.transaction().execute(async (transaction) => {
    const result = await transaction
      .updateTable("deliveries")
      .set({
        state: "pending",
        next_attempt_at: null,
        local_due_at: null,
        first_attempt_at: null,
        attempts: 0,
        updated_at: now.toISOString(),
      })
      .where("issue_id", "=", issueId)
      .where("state", "in", [...states])
      .where("address", "not in", transaction.selectFrom("suppressions").select("address"))
      // Whoever was erased is a hash and no address.
      .where("address", "like", "%@%")
      .executeTakeFirst();
    await clearDomainHolds(transaction);
    if (result.numUpdatedRows > 0n) await reopenIssue(transaction, issueId);
    if (states.includes("uncertain"))
      await transaction.deleteFrom("alerts").where("key", "=", uncertainAlertKey(issueId)).execute();
    return Number(result.numUpdatedRows);
  });
}
