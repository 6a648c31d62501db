import { GazetteError } from "../../platform/errors.ts";
import { clearAlert, raiseAlert } from "../../storage/schedule/alerts.ts";
import { LeaseLost } from "../../storage/schedule/leases.ts";
import { followTimetable, markAbsentCadences } from "../timetable/follow-timetable.ts";
import { type Cadence, listCadences } from "../timetable/list-cadences.ts";
import { listDueSlots, startSchedule } from "../timetable/list-due-slots.ts";
import { reviewNextSlot } from "./review-next-slot.ts";
import { runSlot } from "./run-slot.ts";
import type { LeasedRun } from "../timetable/schedule-run.ts";

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
