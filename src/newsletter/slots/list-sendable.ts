import { dueAt } from "../../delivery/delivery-policy.ts";
import { clearOtherAlerts, raiseAlert } from "../../storage/schedule/alerts.ts";
import { pauseAlertKey } from "../../storage/issues/issue-state.ts";
import { countDeliveries, countOpen, hasDue } from "../../storage/deliveries/deliveries.ts";
import { findPausedIssue, listStrayIssues, listUnfinishedIssues } from "../../storage/issues/issues.ts";
import type { IssueRow } from "../../storage/schema/issue-tables.ts";
import { policyOf } from "../sending/choose-relays.ts";
import type { LeasedRun, OpenContext, ScheduleRun } from "../timetable/schedule-run.ts";

/** An issue that was begun, with what it is sent by. */
export interface Sendable {
  readonly context: OpenContext;
  readonly issue: IssueRow;
}

/**
 * Issues that were begun and can go on now, in the order of the configuration, the oldest slot first. One whose cadence was
 * renamed or taken out since is among them: its readers still get it.
 *
 * @param frozen Issues that were frozen just now: they have their turn also where all their readers wait for their own time.
 */
export async function listSendable(
  { config, database, now }: Pick<ScheduleRun, "config" | "database" | "now">,
  frozen: ReadonlyMap<number, string> = new Map(),
): Promise<Sendable[]> {
  const sendable: Sendable[] = [];
  for (const newsletter of config.newsletters) {
    const due = dueAt(policyOf(config.delivery, newsletter), now());
    for (const issue of await listUnfinishedIssues(database, newsletter.key)) {
      if (
        frozen.has(issue.id) ||
        (await hasDue(database, issue.id, due)) ||
        // Everything was settled, and the process died before it could say so.
        countOpen(await countDeliveries(database, issue.id)) === 0
      )
        sendable.push({ context: { config, newsletter, cadence: issue.cadence, database }, issue });
    }
  }
  return sendable;
}

/** Tells the operator of issues that do not go on by themselves. */
export async function alertOfStandstill({ config, database, now }: LeasedRun): Promise<void> {
  for (const newsletter of config.newsletters) {
    const paused = await findPausedIssue(database, newsletter.key);
    if (paused === undefined) continue;
    const reason = paused.pause_reason ?? "by hand";
    const message = `No. ${paused.number} of "${newsletter.title}" is paused: ${reason}`;
    const remedy = `\`gazette status ${paused.id}\` shows why, \`gazette resume ${paused.id}\` goes on.`;
    await raiseAlert(database, { key: pauseAlertKey(paused.id), message, remedy }, now());
  }
  const known = config.newsletters.map(({ key }) => key);
  const strays = await listStrayIssues(database, known);
  for (const { id, number, newsletter } of strays) {
    const message = `No. ${number} of "${newsletter}" is not finished, and no newsletter is called that any more`;
    const remedy = `Name it so again in the configuration and it goes on; \`gazette cancel ${id}\` ends it.`;
    await raiseAlert(database, { key: strayKey(id), message, remedy }, now());
  }
  await clearOtherAlerts(
    database,
    strayKind,
    strays.map(({ id }) => strayKey(id)),
  );
}

const strayKind = "stray";

function strayKey(issueId: number): string {
  return `${strayKind}:${issueId}`;
}
