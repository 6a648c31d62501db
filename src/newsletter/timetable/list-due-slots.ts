import { isSlotOf, listSlotsBetween } from "../../schedule/slots.ts";
import { localLeadMs, localTimesOf, longestLocalLeadMs } from "../../schedule/local-times.ts";
import { listTimeZones } from "../../storage/deliveries/local-deliveries.ts";
import { findLastSlot, recordSlot, type SlotRecord } from "../../storage/schedule/slots.ts";
import { findTimetable, type KnownTimetable } from "../../storage/schedule/timetables.ts";
import type { OpenContext, ScheduleRun } from "./schedule-run.ts";

/** So many are looked at together; after a long downtime the rest follows at once. */
const slotsAtATime = 1000;

export interface DueSlots {
  /** In order; the last one may go out, the others were missed. */
  readonly slots: readonly Date[];
  /** Whether there are more after them. */
  readonly isMore: boolean;
}

/**
 * The slots of a cadence that are due and have no record. Where its schedule or time zone was changed since the last look,
 * only those that were due by the one before too, and where the cadence was taken out and put back, none of the time between:
 * nobody missed the others.
 *
 * @returns Undefined where its schedule was never started.
 */
export async function listDueSlots(
  context: OpenContext,
  cron: string,
  now: Date,
): Promise<DueSlots | undefined> {
  const { database, newsletter, cadence } = context;
  const last = await findLastSlot(database, newsletter.key, cadence, now);
  if (last === undefined) return undefined;
  const timetable = { cron, timeZone: newsletter.timeZone };
  const until = new Date(now.getTime() + localMarginMs(context));
  const found = listSlotsBetween(timetable, last.slot, until, slotsAtATime + 1);
  const isMore = found.length > slotsAtATime;
  const before = await findTimetable(database, { newsletter: newsletter.key, cadence });
  const slots: Date[] = [];
  for (const slot of found.slice(0, slotsAtATime)) {
    if (before !== undefined && !wasPlanned(before, slot, now)) continue;
    if ((await dueAt(context, slot)) <= now) slots.push(slot);
  }
  return { slots, isMore };
}

/** A cadence that was out of the configuration for less than this was never meant to be. */
const shortAbsenceMs = 24 * 60 * 60 * 1000;
/** A slot that is found within this is on time. */
const onTimeMs = 10 * 60 * 1000;

/** Whether a slot was due by the timetable of the last look, and not while its cadence was taken out for longer. */
function wasPlanned(before: KnownTimetable, slot: Date, now: Date): boolean {
  if (!isSlotOf(before, slot)) return false;
  if (!wasAbsentLong(before, now) || before.absentSince === undefined) return true;
  return slot <= before.absentSince || now.getTime() - slot.getTime() <= onTimeMs;
}

/** Whether a cadence was taken out of the configuration and is back. */
export function wasAbsentLong({ absentSince }: Pick<KnownTimetable, "absentSince">, now: Date): boolean {
  return absentSince !== undefined && now.getTime() - absentSince.getTime() >= shortAbsenceMs;
}

/** When a slot's issue has to be made: at the slot, or earlier where readers further east get it at their own time. */
export async function dueAt({ database, newsletter }: OpenContext, slot: Date): Promise<Date> {
  if (!newsletter.localTime) return slot;
  const zones = await listTimeZones(database, newsletter.key);
  return new Date(slot.getTime() - localLeadMs(slot, localTimesOf(slot, newsletter.timeZone, zones)));
}

function localMarginMs({ newsletter }: OpenContext): number {
  return newsletter.localTime ? longestLocalLeadMs : 0;
}

/** What was due before a schedule was first started is not missed. */
export async function startSchedule(
  run: ScheduleRun,
  { newsletter, cadence }: OpenContext,
): Promise<SlotRecord> {
  const started = { newsletter: newsletter.key, cadence, slot: run.now(), outcome: "started" as const };
  const record = { ...started, reason: "the schedule was first started; slots from now on are sent" };
  await recordSlot(run.database, record, run.now());
  return record;
}
