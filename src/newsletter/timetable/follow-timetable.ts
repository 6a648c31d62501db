import { assertLease } from "../../storage/schedule/leases.ts";
import { recordSlot } from "../../storage/schedule/slots.ts";
import { findTimetable, storeTimetable } from "../../storage/schedule/timetables.ts";
import { listDueSlots } from "./list-due-slots.ts";
import type { LeasedRun, OpenContext } from "./schedule-run.ts";

/** Whether a cadence has another schedule or time zone than at the last look. */
export async function hasNewTimetable(
  { database, newsletter, cadence }: OpenContext,
  cron: string,
): Promise<boolean> {
  const known = await findTimetable(database, { newsletter: newsletter.key, cadence });
  return known?.cron !== cron || known.timeZone !== newsletter.timeZone;
}

/**
 * Takes a changed schedule or time zone for the one that counts, once what was due by both is decided: from here on its slots
 * are due, and none before is missed.
 */
export async function followTimetable(run: LeasedRun, context: OpenContext, cron: string): Promise<void> {
  const { newsletter, cadence, database } = context;
  if (!(await hasNewTimetable(context, cron))) return;
  const key = { newsletter: newsletter.key, cadence };
  const timetable = { ...key, cron, timeZone: newsletter.timeZone };
  if ((await findTimetable(database, key)) === undefined) {
    await storeTimetable(database, timetable);
    return;
  }
  const due = await listDueSlots(context, cron, run.now());
  if (due !== undefined && due.slots.length > 0) return;
  const record = {
    ...key,
    slot: run.now(),
    outcome: "started" as const,
    reason: `the schedule is now "${cron}" in ${newsletter.timeZone}; its slots from here on are sent`,
  };
  await database.transaction().execute(async (transaction) => {
    await assertLease(transaction, run.lease);
    await recordSlot(transaction, record, run.now());
    await storeTimetable(transaction, timetable);
  });
  run.onEvent(record);
}
