import type { Kysely } from "kysely";
import { assertTransition } from "../deliveries/delivery-transitions.ts";
import { clearDomainHolds } from "../deliveries/domain-holds.ts";
import type { Database } from "../ledger/open-database.ts";
import type { IssueState } from "../schema/issue-tables.ts";
import type { Tables } from "../schema/tables.ts";

/** From which states a person or the error budget may move an issue, and to which. */
const issueTransitions: Readonly<Record<"paused" | "sending" | "cancelled", readonly IssueState[]>> = {
  paused: ["sending"],
  sending: ["paused"],
  cancelled: ["sending", "paused"],
};

/** States an issue can be brought to `to` from; for error messages. */
export function issueStatesBefore(to: "paused" | "sending" | "cancelled"): readonly IssueState[] {
  return issueTransitions[to];
}

/**
 * Pauses an issue: no further message begins, because each asks the ledger first.
 *
 * @returns False where it is not being sent.
 */
export async function pauseIssue(database: Database, id: number, reason: string): Promise<boolean> {
  const result = await database
    .updateTable("issues")
    .set({ state: "paused", pause_reason: reason })
    .where("id", "=", id)
    .where("state", "in", issueTransitions.paused)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/**
 * Lets a paused issue go on. Whoever does that says that what held a domain is mended, so no domain is held any more.
 *
 * @returns False where it is not paused.
 */
export async function resumeIssue(database: Database, id: number): Promise<boolean> {
  return database.transaction().execute(async (transaction) => {
    const result = await transaction
      .updateTable("issues")
      .set({ state: "sending", pause_reason: null, completed_at: null })
      .where("id", "=", id)
      .where("state", "in", issueTransitions.sending)
      .executeTakeFirst();
    if (result.numUpdatedRows !== 1n) return false;
    await clearDomainHolds(transaction);
    await endPauseAlert(transaction, id);
    return true;
  });
}

/** Names the alert about a pause: told once a pause, and over with it. */
export function pauseAlertKey(id: number): string {
  return `paused:${id}`;
}

/** Names the alert about messages of which nobody knows whether they arrived; over once they are sent again. */
export function uncertainAlertKey(id: number): string {
  return `uncertain:${id}`;
}

async function endPauseAlert(transaction: Kysely<Tables>, id: number): Promise<void> {
  await transaction.deleteFrom("alerts").where("key", "=", pauseAlertKey(id)).execute();
}

/** Opens an issue again that was complete, because more of it is due. */
export async function reopenIssue(database: Kysely<Tables>, id: number): Promise<void> {
  await database
    .updateTable("issues")
    .set({ state: "sending", completed_at: null })
    .where("id", "=", id)
    .where("state", "=", "complete")
    .execute();
}

/**
 * Ends an issue for good; what was not sent is `skipped`. Where nothing of it has left, its articles are free for the next
 * issue; where a reader may have it, they stay with this one, so that nobody gets them twice.
 *
 * @returns False where it is complete or cancelled already.
 */
export async function cancelIssue(database: Database, id: number, now: Date): Promise<boolean> {
  assertTransition("pending", "skipped");
  assertTransition("leased", "skipped");
  assertTransition("deferred", "skipped");
  return database.transaction().execute(async (transaction) => {
    const result = await transaction
      .updateTable("issues")
      .set({ state: "cancelled", pause_reason: null, completed_at: now.toISOString() })
      .where("id", "=", id)
      .where("state", "in", issueTransitions.cancelled)
      .executeTakeFirst();
    if (result.numUpdatedRows !== 1n) return false;
    await endPauseAlert(transaction, id);
    await transaction
      .updateTable("deliveries")
      .set({ state: "skipped", next_attempt_at: null, updated_at: now.toISOString() })
      .where("issue_id", "=", id)
      .where("state", "in", ["pending", "leased", "deferred"])
      .execute();
    const out = await transaction
      .selectFrom("deliveries")
      .select("address")
      .where("issue_id", "=", id)
      .where("state", "in", ["in_data", "accepted", "uncertain", "bounced", "complained"])
      .limit(1)
      .executeTakeFirst();
    if (out === undefined) {
      await transaction.deleteFrom("issue_articles").where("issue_id", "=", id).execute();
      // For readers who left the cadence, the issue that takes these articles is now their last one.
      await transaction
        .updateTable("cadence_changes")
        .set({ closed_in: null })
        .where("closed_in", "=", id)
        .execute();
    }
    return true;
  });
}
