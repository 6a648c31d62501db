import { Cron } from "croner";

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
  return open(timetable).nextRuns(count, after);
}

/** The earliest slots in the half-open span (after, until], at most `limit`, in order. */
export function listSlotsBetween(timetable: Timetable, after: Date, until: Date, limit: number): Date[] {
  const pattern = open(timetable);
  const slots: Date[] = [];
  let slot = pattern.nextRun(after);
  while (slot !== null && slot <= until && slots.length < limit) {
    slots.push(slot);
    slot = pattern.nextRun(slot);
  }
  return slots;
}

/** Whether an instant is a slot of a timetable. */
export function isSlotOf(timetable: Timetable, instant: Date): boolean {
  return listSlotsBetween(timetable, new Date(instant.getTime() - 1), instant, 1).length > 0;
}

/** The latest slot in the half-open span (after, until], or undefined where none fell in it. */
export function latestSlot(timetable: Timetable, after: Date, until: Date): Date | undefined {
  // The enumeration is exclusive of its start, so an instant later makes it inclusive of `until`.
  const [latest] = open(timetable).previousRuns(1, new Date(until.getTime() + 1));
  return latest !== undefined && latest > after ? latest : undefined;
}

const opened = new Map<string, Cron>();
const openedAtMost = 100;

/** Reading a pattern costs a hundred times as much as asking it, and the same few are asked every minute. */
function open({ cron, timeZone }: Timetable): Cron {
  const key = `${cron} ${timeZone}`;
  const known = opened.get(key);
  if (known !== undefined) return known;
  // The same instants without loading the data of Intl, which takes longer than all the rest.
  const zone = timeZone === "UTC" ? { utcOffset: 0 } : { timezone: timeZone };
  const pattern = new Cron(cron, { paused: true, mode: "5-part", ...zone });
  if (opened.size >= openedAtMost) opened.clear();
  opened.set(key, pattern);
  return pattern;
}
