import { type RawBuilder, sql } from "kysely";
import { applyJournal } from "./apply-journal.ts";
import { deliveriesIn } from "./deliveries.ts";
import { assertTransition } from "./delivery-transitions.ts";
import type { Database } from "../ledger/open-database.ts";
import type { DeliveryState } from "../schema/delivery-tables.ts";

/** For each state by itself, so that the index by issue and state answers. */
const hasOneUnderWay: RawBuilder<boolean> = sql`(
  EXISTS (SELECT 1 FROM deliveries WHERE issue_id = issues.id AND state = 'leased')
  OR EXISTS (SELECT 1 FROM deliveries WHERE issue_id = issues.id AND state = 'in_data'))`;

/**
 * Sorts out what a sender that died left behind, in every issue: one that was paused or cancelled meanwhile has no sender to
 * come. Only for the holder of the sender's lock. `leased` had sent no byte of its body and goes back to `pending`, or to
 * `deferred` where it had waited for a time; `in_data` may have been accepted and becomes `uncertain`.
 */
export async function recoverDeliveries(database: Database, now: Date): Promise<void> {
  await applyJournal(database, now);
  const issues = await database.selectFrom("issues").select("id").where(hasOneUnderWay).execute();
  for (const { id } of issues) await recoverIssue(database, id, now);
}

async function recoverIssue(database: Database, issueId: number, now: Date): Promise<void> {
  const recover = async (from: DeliveryState, to: DeliveryState, isWaiting?: boolean): Promise<void> => {
    assertTransition(from, to);
    await database
      .updateTable("deliveries")
      .set({ state: to, updated_at: now.toISOString() })
      .where("issue_id", "=", issueId)
      .where("address", "in", deliveriesIn(issueId, from))
      .$if(isWaiting === true, (query) => query.where("next_attempt_at", "is not", null))
      .execute();
  };
  await recover("leased", "deferred", true);
  await recover("leased", "pending");
  await recover("in_data", "uncertain");
}

/** Whether an issue that nobody sends any more, paused or ended, has deliveries under way: their sender died, or is just ending. */
export async function hasAbandoned(database: Database): Promise<boolean> {
  const row = await database
    .selectFrom("issues")
    .select("id")
    .where("state", "!=", "sending")
    .where(hasOneUnderWay)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
