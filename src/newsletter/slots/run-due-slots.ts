import { earliestNow } from "../../platform/earliest-now.ts";
import { holdLease } from "../../schedule/hold-lease.ts";
import { clearAlert, listUntoldAlerts, raiseAlert } from "../../storage/schedule/alerts.ts";
import { assertLedgerInPlace } from "../../storage/ledger/assert-ledger-in-place.ts";
import { countSending } from "../../storage/ledger/instance.ts";
import { hasNewTimetable, listNewlyAbsentCadences } from "../timetable/follow-timetable.ts";
import { hasAbandoned } from "../../storage/deliveries/recover-deliveries.ts";
import { listCadences } from "../timetable/list-cadences.ts";
import { listDueSlots } from "../timetable/list-due-slots.ts";
import { doubtInstance, placeOf } from "../instance/instance-doubt.ts";
import { alertOfStandstill, listSendable } from "./list-sendable.ts";
import { isReviewDue } from "./review-next-slot.ts";
import { lookAtDesk } from "./look-at-desk.ts";
import { recoverAbandoned } from "./recover-abandoned.ts";
import type { LeasedRun, ScheduleRun } from "../timetable/schedule-run.ts";
import { sendInTurns } from "./send-in-turns.ts";
import { tellAlerts } from "../notices/tell-alerts.ts";

/** The one work that a data folder has at most one process doing. */
const leaseName = "schedule";

/**
 * Does what is due now for every newsletter: records slots that were missed, freezes the issue of the one that is due, makes
 * drafts for the editors, sends what is unfinished, and tells the operator what needs one. While a long send runs, slots and
 * drafts go on, and other issues get their turns. Whatever happens, each slot ends in one record.
 *
 * @throws GazetteError `storage-failed` where the ledger was taken away or cannot be written; what is due stays due.
 * @returns `busy`: another process is at it. `doubted`: this data folder may be a copy, and a person has to say.
 */
export async function runDueSlots(given: ScheduleRun): Promise<"done" | "nothing-due" | "busy" | "doubted"> {
  assertLedgerInPlace(given.database);
  const run = await withConfigOfNow(given);
  if (run.now() < earliestNow) {
    await sayClockIsUnset(run);
    return "nothing-due";
  }
  const doubt = await doubtInstance(run);
  if (doubt !== undefined) {
    if (await raiseAlert(run.database, { key: "instance", ...doubt }, run.now())) {
      run.onEvent({ ...everything, slot: run.now(), outcome: "held", reason: doubt.message });
    }
    await holdLease(run.database, leaseName, run, () => tellAlerts(run));
    return "doubted";
  }
  await clearAlert(run.database, "instance");
  await clearAlert(run.database, "clock");
  if (!(await isAnythingDue(run))) return "nothing-due";
  const isDone = await holdLease(run.database, leaseName, run, async (lease, signal) => {
    await countSending(run.database, placeOf(run.config));
    let leased: LeasedRun = { ...run, lease, signal, frozen: new Map() };
    await recoverAbandoned(leased);
    if ((await lookAtDesk(leased)) === "lost") return;
    await sendInTurns(
      () => leased,
      async () => {
        leased = await withConfigOfNow(leased);
        const end = await lookAtDesk(leased);
        await tellAll(leased);
        return end;
      },
    );
    await tellAll(leased);
  });
  return isDone ? "done" : "busy";
}

/** A run that paused itself is told of at once, and not when the next slot is due. */
async function tellAll(run: LeasedRun): Promise<void> {
  await alertOfStandstill(run);
  await tellAlerts(run);
}

const everything = { newsletter: "all", cadence: "all" };

/** By a clock that was never set, every slot of half a century would be missed once it is. */
async function sayClockIsUnset({ database, now, onEvent }: ScheduleRun): Promise<void> {
  const message = `the clock says ${now().toISOString()}, so it was never set, and nothing is done by it`;
  const remedy = "Set the clock, and keep it set (systemd-timesyncd, chrony); `gazette doctor` looks at it.";
  if (await raiseAlert(database, { key: "clock", message, remedy }, now()))
    onEvent({ ...everything, slot: now(), outcome: "waiting", reason: message });
}

async function withConfigOfNow<T extends ScheduleRun>(run: T): Promise<T> {
  return run.readConfig === undefined ? run : { ...run, config: await run.readConfig() };
}

/** Whether a slot waits for its decision: the moment from which a changed configuration counts. */
export async function isSlotDue(run: Pick<ScheduleRun, "config" | "database" | "now">): Promise<boolean> {
  for (const { context, cron } of listCadences(run)) {
    const due = await listDueSlots(context, cron, run.now());
    if (due !== undefined && due.slots.length > 0) return true;
  }
  return false;
}

/** Asked every 15 seconds, so nothing is written for it. */
async function isAnythingDue(run: ScheduleRun): Promise<boolean> {
  if ((await listUntoldAlerts(run.database, run.now())).length > 0) return true;
  if ((await listSendable(run)).length > 0) return true;
  if (await hasAbandoned(run.database)) return true;
  if ((await listNewlyAbsentCadences(run)).length > 0) return true;
  for (const { context, cron } of listCadences(run)) {
    const due = await listDueSlots(context, cron, run.now());
    if (due === undefined || due.slots.length > 0) return true;
    if (await hasNewTimetable(context, cron)) return true;
    if (await isReviewDue(context, cron, run.now())) return true;
  }
  return false;
}
