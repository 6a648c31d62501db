import { GazetteError } from "../../platform/errors.ts";
import { clearAlert, raiseAlert } from "../../storage/schedule/alerts.ts";
import { findLatestIssue } from "../../storage/issues/issues.ts";
import { LeaseLost } from "../../storage/schedule/leases.ts";
import {
  followTimetable,
  listNewlyAbsentCadences,
  markAbsentCadences,
} from "../timetable/follow-timetable.ts";
import { type Cadence, listCadences } from "../timetable/list-cadences.ts";
import { listDueSlots, startSchedule } from "../timetable/list-due-slots.ts";
import { reviewNextSlot } from "./review-next-slot.ts";
import { runSlot } from "./run-slot.ts";
import type { LeasedRun, OpenContext } from "../timetable/schedule-run.ts";

/**
 * Does everything that is due but the sending: slots end in their records, the issue of a slot is frozen, editors get their
 * drafts. Safe while an issue is being sent.
 *
 * @returns `lost`: another process has the lease.
 */
export async function lookAtDesk(run: LeasedRun): Promise<"done" | "lost"> {
  for (const cadence of listCadences(run)) {
    if (run.signal.aborted) return "done";
    if ((await lookAtCadence(run, cadence)) === "lost") return "lost";
  }
  await markAbsentCadences(run);
  return "done";
}

async function lookAtCadence(run: LeasedRun, { context, cron }: Cadence): Promise<"done" | "lost"> {
  const { newsletter, cadence } = context;
  const key = `fault:${newsletter.key}:${cadence}`;
  try {
    const due = await listDueSlots(context, cron, run.now());
    if (due === undefined) {
      const record = await startSchedule(run, context);
      run.onEvent({ ...record, outcome: "started" });
      await alertOfRenaming(run, context);
    } else if (due.slots.length > 0) await runSlot(run, context, cron);
    await followTimetable(run, context, cron);
    if (!run.signal.aborted) await reviewNextSlot(run, context, cron);
    await clearAlert(run.database, key);
    return "done";
  } catch (error) {
    if (error instanceof LeaseLost) return "lost";
    // A fault in one newsletter must not keep the others from going out, nor end a process that runs for years.
    const message = `"${newsletter.title}" stopped: ${error instanceof Error ? error.message : String(error)}`;
    const isOurs = !(error instanceof GazetteError);
    const remedy = `It is tried again every minute${isOurs ? "; please report this with the log." : `. ${error.hint ?? ""}`.trimEnd()}`;
    if (await raiseAlert(run.database, { key, message, remedy }, run.now())) {
      const slot = { newsletter: newsletter.key, cadence, slot: run.now() };
      run.onEvent({ ...slot, outcome: "waiting", reason: message, ...(isOurs ? { fault: error } : {}) });
    }
    return "done";
  }
}

/**
 * A newsletter or cadence that comes when another one goes may be the same under another name, and what a name's readers had is
 * known under that name alone.
 */
async function alertOfRenaming(
  run: LeasedRun,
  { newsletter, cadence, database }: OpenContext,
): Promise<void> {
  const { key } = newsletter;
  const absent = await listNewlyAbsentCadences(run);
  const isNewName = (await findLatestIssue(database, key)) === undefined;
  const known = new Set(run.config.newsletters.map((one) => one.key));
  const former = absent.find((one) => (isNewName ? !known.has(one.newsletter) : one.newsletter === key));
  if (former === undefined) return;
  const [cadenceGone, gone] = isNewName ? [undefined, former.newsletter] : [former.cadence, former.cadence];
  if ((await findLatestIssue(database, former.newsletter, cadenceGone)) === undefined) return;
  const what = isNewName ? `the newsletter "${key}"` : `the cadence "${cadence}" of "${newsletter.title}"`;
  const message = `${what} is new, and "${gone}" is none of the configuration any more`;
  const remedy = isNewName
    ? `If it was renamed, call it "${gone}" again, with whatever title: under a new name its readers get articles again that they ` +
      "had, and subscribers of the old name get nothing. If it is another one, nothing is to be done."
    : `If it was renamed, call it "${gone}" again: under a new name it begins anew, so that readers named in the configuration get ` +
      "articles again that they had, and no draft of the old name goes out. If it is another one, nothing is to be done.";
  await raiseAlert(database, { key: `renamed:${key}:${cadence}:`, message, remedy }, run.now());
}
