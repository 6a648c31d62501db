import { Cron, type CronOptions } from "croner";
import { findCutDay } from "./cut-days.ts";

/** When a cadence is due: five cron fields, read in a time zone. */
export interface Timetable {
  /** Minute, hour, day of month, month, weekday; a restricted day and weekday are alternatives, as in cron(5). */
  readonly cron: string;
  /** IANA name. */
  readonly timeZone: string;
}

/** One instant at which a cadence of a newsletter is due. */
export interface Slot {
  readonly newsletter: string;
  readonly cadence: string;
  readonly slot: Date;
}

/**
 * The next `count` slots after an instant, in order. A local time that a clock change skips falls on the instant the
 * clocks change; one that occurs twice counts once.
 */
export function nextSlots(timetable: Timetable, after: Date, count: number): Date[] {
  return takeSlots(timetable, after, count, () => true);
}

/** The earliest slots in the half-open span (after, until], at most `limit`, in order. */
export function listSlotsBetween(timetable: Timetable, after: Date, until: Date, limit: number): Date[] {
  return takeSlots(timetable, after, limit, (slot) => slot <= until);
}

/** Whether an instant is a slot of a timetable. */
export function isSlotOf(timetable: Timetable, instant: Date): boolean {
  return listSlotsBetween(timetable, new Date(instant.getTime() - 1), instant, 1).length > 0;
}

function takeSlots(
  timetable: Timetable,
  after: Date,
  count: number,
  isWanted: (slot: Date) => boolean,
): Date[] {
  const slots: Date[] = [];
  let slot = nextSlot(timetable, after);
  while (slots.length < count && slot !== undefined && isWanted(slot)) {
    slots.push(slot);
    slot = nextSlot(timetable, slot);
  }
  return slots;
}

function nextSlot({ cron, timeZone }: Timetable, after: Date): Date | undefined {
  // The same instants without loading the data of Intl, which takes longer than all the rest.
  if (timeZone === "UTC") return open(cron, { utcOffset: 0 }).nextRun(after) ?? undefined;
  const next = open(cron, { timezone: timeZone }).nextRun(after) ?? undefined;
  return (next && findCutSlot({ cron, timeZone }, after, next)) ?? next;
}

/** Where the end of a day is skipped, croner looks for the slot on the next day, finds another date there, and drops it. */
function findCutSlot({ cron, timeZone }: Timetable, after: Date, until: Date): Date | undefined {
  const cut = findCutDay(timeZone, after, until);
  if (cut === undefined) return undefined;
  const { at, missingMs, offsetMs } = cut;
  // What the clocks would have shown, had they not been changed.
  const asked = open(cron, { utcOffset: offsetMs / 60_000 }).nextRun(new Date(at.getTime() - 1));
  const isSkipped = asked !== null && asked.getTime() < at.getTime() + missingMs;
  return isSkipped ? at : findCutSlot({ cron, timeZone }, at, until);
}

const opened = new Map<string, Cron>();
const openedAtMost = 100;

/** Reading a pattern costs a hundred times as much as asking it, and the same few are asked every minute. */
function open(cron: string, zone: Pick<CronOptions, "timezone" | "utcOffset">): Cron {
  const key = `${cron} ${zone.timezone ?? zone.utcOffset}`;
  const known = opened.get(key);
  if (known !== undefined) return known;
  const pattern = new Cron(cron, { paused: true, mode: "5-part", ...zone });
  if (opened.size >= openedAtMost) opened.clear();
  opened.set(key, pattern);
  return pattern;
}
