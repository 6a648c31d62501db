import type { NewsletterConfig } from "../config/config.ts";
import { holdLease } from "../schedule/hold-lease.ts";
import { clearAlert, listUntoldAlerts, raiseAlert } from "../storage/alerts.ts";
import { countSending } from "../storage/instance.ts";
import { LeaseLost } from "../storage/leases.ts";
import { forgetImpossibleSlots, hasImpossibleSlots, listDueSlots, startSchedule } from "./list-due-slots.ts";
import { finishUnfinished, isUnfinishedDue } from "./finish-unfinished.ts";
import { doubtInstance, placeOf } from "./instance-doubt.ts";
import { isReviewDue, reviewNextSlot } from "./review/review-next-slot.ts";
import { runSlot } from "./run-slot.ts";
import type { LeasedRun, OpenContext, ScheduleRun } from "./schedule-run.ts";
import { tellAlerts } from "./tell-alerts.ts";

/** The one work that a data folder has at most one process doing. */
const leaseName = "schedule";

/**
 * Does what is due now for every newsletter: goes on with unfinished issues, makes drafts for the editors, sends the slot
 * that is due, records those that were missed, and tells the operator what needs one. Whatever happens, each slot ends in
 * one record.
 *
 * @returns `busy`: another process is at it. `doubted`: this data folder may be a copy, and a person has to say.
 */
export async function runDueSlots(run: ScheduleRun): Promise<"done" | "nothing-due" | "busy" | "doubted"> {
  const doubt = await doubtInstance(run);
  if (doubt !== undefined) {
    if (await raiseAlert(run.database, { key: "instance", ...doubt }, run.now())) {
      run.onEvent({ ...noSlot(run), outcome: "held", reason: doubt.message });
    }
    await holdLease(run.database, leaseName, run, () => tellAlerts(run));
    return "doubted";
  }
  await clearAlert(run.database, "instance");
  const cadences = listCadences(run);
  if (!(await isAnythingDue(run, cadences))) return "nothing-due";
  const isDone = await holdLease(run.database, leaseName, run, async (lease, signal) => {
    await countSending(run.database, placeOf(run.config));
    for (const cadence of cadences) {
      if (signal.aborted) return;
      if ((await runCadence({ ...run, lease, signal }, cadence)) === "lost") return;
    }
    await tellAlerts(run);
  });
  return isDone ? "done" : "busy";
}

/** Whether a slot waits for its decision: the moment from which a changed configuration counts. */
export async function isSlotDue(run: ScheduleRun): Promise<boolean> {
  for (const { context, cron } of listCadences(run)) {
    const due = await listDueSlots(context, cron, run.now());
    if (due !== undefined && due.slots.length > 0) return true;
  }
  return false;
}

interface Cadence {
  readonly context: OpenContext;
  readonly cron: string;
}

function listCadences({ config, database }: ScheduleRun): Cadence[] {
  return config.newsletters.flatMap((newsletter: NewsletterConfig) =>
    newsletter.cadences.map(({ name, cron }) => ({
      context: { config, newsletter, cadence: name, database },
      cron,
    })),
  );
}

/** Asked every minute, so nothing is written for it. */
async function isAnythingDue(run: ScheduleRun, cadences: readonly Cadence[]): Promise<boolean> {
  if ((await listUntoldAlerts(run.database, run.now())).length > 0) return true;
  for (const { context, cron } of cadences) {
    if (await isUnfinishedDue(context, run.now())) return true;
    const due = await listDueSlots(context, cron, run.now());
    if (due === undefined || due.slots.length > 0) return true;
    if (await hasImpossibleSlots(context, run.now())) return true;
    if (await isReviewDue(context, cron, run.now())) return true;
  }
  return false;
}

async function runCadence(run: LeasedRun, { context, cron }: Cadence): Promise<"done" | "lost"> {
  const { newsletter, cadence } = context;
  const key = `fault:${newsletter.key}:${cadence}`;
  try {
    await forgetImpossibleSlots(context, run.now());
    await finishUnfinished(run, context);
    const due = await listDueSlots(context, cron, run.now());
    if (due === undefined) {
      const record = await startSchedule(run, context);
      run.onEvent({ ...record, outcome: "started" });
    } else if (due.slots.length > 0) await runSlot(run, context, cron);
    if (!run.signal.aborted) await reviewNextSlot(run, context, cron);
    await clearAlert(run.database, key);
    return "done";
  } catch (error) {
    if (error instanceof LeaseLost) return "lost";
    // A fault in one newsletter must not keep the others from going out, nor end a process that runs for years.
    const message = `"${newsletter.title}" stopped: ${error instanceof Error ? error.message : String(error)}`;
    const remedy = "It is tried again every minute; please report this with the log.";
    if (await raiseAlert(run.database, { key, message, remedy }, run.now())) {
      run.onEvent({
        ...noSlot(run, newsletter.key, cadence),
        outcome: "waiting",
        reason: message,
        fault: error,
      });
    }
    return "done";
  }
}

function noSlot(
  { now }: ScheduleRun,
  newsletter = "all",
  cadence = "all",
): { readonly newsletter: string; readonly cadence: string; readonly slot: Date } {
  return { newsletter, cadence, slot: now() };
}
