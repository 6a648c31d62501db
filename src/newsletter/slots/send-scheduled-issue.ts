import { GazetteError } from "../../platform/errors.ts";
import { uncertainAlertKey } from "../../storage/issues/issue-state.ts";
import { clearAlert, clearSlotAlerts, raiseAlert } from "../../storage/schedule/alerts.ts";
import { countOpen, type DeliveryCounts } from "../../storage/deliveries/deliveries.ts";
import { lockSender } from "../../storage/ledger/lock-sender.ts";
import type { IssueRow } from "../../storage/schema/issue-tables.ts";
import { amendSlot } from "../../storage/schedule/slots.ts";
import type { LeasedRun, OpenContext } from "../timetable/schedule-run.ts";
import { assertWayOut } from "../sending/assert-way-out.ts";
import { describeCounts } from "./describe-counts.ts";
import { sendFrozenIssue, type SendProgress } from "../sending/send-issue.ts";

/**
 * Sends what of a frozen issue is due. What stands in the way is an alert, not the end of the issue: it goes on by itself.
 *
 * @returns The counts afterwards; undefined where nothing could be sent.
 */
export async function sendScheduledIssue(
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
    await assertWayOut(run.config, database);
    const progress: SendProgress = { signal: run.signal, now: run.now, onOutcome: run.onOutcome };
    const { counts } = await sendFrozenIssue(context, issue, progress);
    await clearAlert(database, key);
    await clearSlotAlerts(database, { newsletter: newsletter.key, cadence, slot });
    if ((counts.uncertain ?? 0) > 0) await tellUncertain(run, context, issue);
    if (countOpen(counts) === 0) {
      const reason = `No. ${issue.number}: ${describeCounts(counts)}`;
      await amendSlot(
        database,
        { newsletter: newsletter.key, cadence, slot, outcome: "sent", reason },
        run.now(),
      );
    }
    return counts;
  } catch (error) {
    if (!(error instanceof GazetteError)) throw error;
    const message = `No. ${issue.number} of "${newsletter.title}" waits: ${error.message}`;
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

/** Readers of whom nobody knows whether they have it get nothing before a person has looked, so a person is told. */
async function tellUncertain(
  run: LeasedRun,
  { newsletter, cadence, database }: OpenContext,
  { id, number, slot }: IssueRow,
): Promise<void> {
  const message = `messages of No. ${number} of "${newsletter.title}" are uncertain: the sending ended after they had left and before the answer came`;
  const remedy =
    `\`gazette status ${id}\` names the readers. Look for each in the server's log; ` +
    `\`gazette send ${newsletter.key} --issue ${id} --only uncertain --arrived ADDRESSES\` takes the names of those who are there, ` +
    "and sends it to the others. Without --arrived it goes to all of them.";
  const alert = { key: uncertainAlertKey(id), message, remedy };
  if (!(await raiseAlert(database, alert, run.now()))) return;
  const event = { newsletter: newsletter.key, cadence, slot: new Date(slot), issue: id };
  run.onEvent({ ...event, outcome: "waiting", reason: message });
}
