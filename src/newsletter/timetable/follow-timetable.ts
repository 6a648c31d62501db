import { clearAlert } from "../../storage/schedule/alerts.ts";
import { assertLease } from "../../storage/schedule/leases.ts";
import { recordSlot } from "../../storage/schedule/slots.ts";
import {
  type CadenceKey,
  findTimetable,
  listPresentCadences,
  markCadenceAbsent,
  storeTimetable,
} from "../../storage/schedule/timetables.ts";
import { listCadences } from "./list-cadences.ts";
import { listDueSlots, wasAbsentLong } from "./list-due-slots.ts";
import type { LeasedRun, OpenContext, ScheduleRun } from "./schedule-run.ts";

/** Whether a cadence has another schedule or time zone than at the last look, or was out of the configuration then. */
export async function hasNewTimetable(
  { database, newsletter, cadence }: OpenContext,
  cron: string,
): Promise<boolean> {
  const known = await findTimetable(database, { newsletter: newsletter.key, cadence });
  return known?.cron !== cron || known.timeZone !== newsletter.timeZone || known.absentSince !== undefined;
}

/**
 * Takes a changed schedule or time zone for the one that counts, once what was due by both is decided: from here on its slots
 * are due, and none before is missed. The same for a cadence that is back in the configuration.
 */
export async function followTimetable(run: LeasedRun, context: OpenContext, cron: string): Promise<void> {
  const { newsletter, cadence, database } = context;
  if (!(await hasNewTimetable(context, cron))) return;
  const key = { newsletter: newsletter.key, cadence };
  const timetable = { ...key, cron, timeZone: newsletter.timeZone };
  const before = await findTimetable(database, key);
  if (before === undefined) {
    await storeTimetable(database, timetable);
    return;
  }
  const due = await listDueSlots(context, cron, run.now());
  if (due !== undefined && due.slots.length > 0) return;
  const isBack = wasAbsentLong(before, run.now());
  const isSame = before.cron === cron && before.timeZone === newsletter.timeZone;
  const what = isSame ? "is back in the configuration" : `is now "${cron}" in ${newsletter.timeZone}`;
  const record = {
    ...key,
    slot: run.now(),
    outcome: "started" as const,
    reason: `the schedule ${what}; its slots from here on are sent`,
  };
  await database.transaction().execute(async (transaction) => {
    await assertLease(transaction, run.lease);
    if (isBack || !isSame) await recordSlot(transaction, record, run.now());
    await storeTimetable(transaction, timetable);
  });
  if (isBack || !isSame) run.onEvent(record);
}

/** Cadences that the configuration had at the last look, and has no more. */
export async function listNewlyAbsentCadences(
  run: Pick<ScheduleRun, "config" | "database">,
): Promise<CadenceKey[]> {
  const there = new Set(
    listCadences(run).map(({ context }) => `${context.newsletter.key} ${context.cadence}`),
  );
  const known = await listPresentCadences(run.database);
  return known.filter(({ newsletter, cadence }) => !there.has(`${newsletter} ${cadence}`));
}

/** Keeps since when a cadence is out of the configuration, so that none of its slots is missed. */
export async function markAbsentCadences(run: LeasedRun): Promise<void> {
  for (const key of await listNewlyAbsentCadences(run)) {
    await markCadenceAbsent(run.database, key, run.now());
    await clearAlert(run.database, `renamed:${key.newsletter}:${key.cadence}:`);
  }
}
