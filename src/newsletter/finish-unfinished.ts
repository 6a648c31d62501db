import { dueAt } from "../delivery/delivery-policy.ts";
import { GazetteError } from "../platform/errors.ts";
import { clearAlert, clearSlotAlerts, raiseAlert } from "../storage/alerts.ts";
import { countDeliveries, countOpen, type DeliveryCounts, hasDue } from "../storage/deliveries.ts";
import { findPausedIssue, listUnfinishedIssues } from "../storage/issues.ts";
import { lockSender } from "../storage/lock-sender.ts";
import type { IssueRow } from "../storage/schema/issue-tables.ts";
import { amendSlot } from "../storage/slots.ts";
import { policyOf } from "./choose-relays.ts";
import type { LeasedRun, OpenContext } from "./schedule-run.ts";
import { sendFrozenIssue, type SendProgress } from "./send-issue.ts";

/** Whether an issue of the cadence was begun and can go on now. */
export async function isUnfinishedDue(
  { config, database, newsletter, cadence }: OpenContext,
  now: Date,
): Promise<boolean> {
  const due = dueAt(policyOf(config.delivery, newsletter), now);
  for (const issue of await listUnfinishedIssues(database, newsletter.key)) {
    if (issue.cadence !== cadence) continue;
    if (await hasDue(database, issue.id, due)) return true;
    // Everything was settled, and the process died before it could say so.
    if (countOpen(await countDeliveries(database, issue.id)) === 0) return true;
  }
  return false;
}

/** Goes on with the cadence's issues that were begun, the oldest first. */
export async function finishUnfinished(run: LeasedRun, context: OpenContext): Promise<void> {
  const { newsletter, cadence, database } = context;
  for (const issue of await listUnfinishedIssues(database, newsletter.key)) {
    if (issue.cadence !== cadence || run.signal.aborted) continue;
    const slot = new Date(issue.slot);
    const before = await countDeliveries(database, issue.id);
    const sent = await sendIssue(run, context, issue);
    // Most minutes nothing of it is due, and nobody wants to read that.
    if (sent === undefined || describeCounts(before) === describeCounts(sent)) continue;
    const event = { newsletter: newsletter.key, cadence, slot, outcome: "resumed" as const, issue: issue.id };
    run.onEvent({ ...event, reason: `went on with issue ${issue.number}: ${describeCounts(sent)}` });
  }
  const paused = await findPausedIssue(database, newsletter.key);
  if (paused !== undefined && paused.cadence === cadence) {
    const message = `issue ${paused.number} of "${newsletter.title}" is paused: ${paused.pause_reason ?? "by hand"}`;
    const remedy = `\`gazette status ${paused.id}\` shows why, \`gazette resume ${paused.id}\` goes on.`;
    await raiseAlert(
      database,
      { key: `paused:${paused.id}:${paused.pause_reason ?? ""}`, message, remedy },
      run.now(),
    );
  }
}

/**
 * Sends what of a frozen issue is due. What stands in the way is an alert, not the end of the issue: it goes on by itself.
 *
 * @returns The counts afterwards; undefined where nothing could be sent.
 */
export async function sendIssue(
  run: LeasedRun,
  context: OpenContext,
  issue: IssueRow,
): Promise<DeliveryCounts | undefined> {
  const { newsletter, cadence, database } = context;
  const slot = new Date(issue.slot);
  // Another process may be sending by hand; the next tick finds out.
  const lock = lockSender(run.config.data);
  if (lock === undefined) return undefined;
  const key = `sending:${issue.id}`;
  try {
    const progress: SendProgress = { signal: run.signal, now: run.now, onOutcome: run.onOutcome };
    const { counts } = await sendFrozenIssue(context, issue, progress);
    await clearAlert(database, key);
    await clearSlotAlerts(database, { newsletter: newsletter.key, cadence });
    if (countOpen(counts) === 0) {
      const reason = `issue ${issue.number}: ${describeCounts(counts)}`;
      await amendSlot(
        database,
        { newsletter: newsletter.key, cadence, slot, outcome: "sent", reason },
        run.now(),
      );
    }
    return counts;
  } catch (error) {
    if (!(error instanceof GazetteError)) throw error;
    const message = `issue ${issue.number} of "${newsletter.title}" waits: ${error.message}`;
    const remedy =
      `It goes on by itself; \`gazette status ${issue.id}\` shows how far it is. ${error.hint ?? ""}`.trim();
    if (await raiseAlert(database, { key, message, remedy }, run.now())) {
      const event = {
        newsletter: newsletter.key,
        cadence,
        slot,
        outcome: "waiting" as const,
        issue: issue.id,
      };
      run.onEvent({ ...event, reason: message });
    }
    return undefined;
  } finally {
    lock.release();
  }
}

/** `3 accepted, 1 deferred`. */
export function describeCounts(counts: DeliveryCounts): string {
  return Object.entries(counts)
    .map(([state, count]) => `${count} ${state}`)
    .join(", ");
}
