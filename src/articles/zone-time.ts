import { Temporal } from "temporal-polyfill";

/** A time on the clock on the wall, with no zone. */
export interface WallTime {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
  /** Milliseconds since midnight; undefined: the day only. */
  readonly timeMs: number | undefined;
}

const startsOfDay = new Map<string, number>();

/**
 * The instant at which a zone's clocks show a time; for a day only, the first instant of that day. A time that the
 * spring change skips is the one an hour later, and of two equal times in autumn the first is meant.
 */
export function toInstant(wall: WallTime, timeZone: string): Date {
  const date = Temporal.PlainDate.from({ year: wall.year, month: wall.month, day: wall.day });
  const start = startOfDay(date, timeZone);
  if (wall.timeMs === undefined) return new Date(start);
  const dayMs = 86_400_000;
  if (startOfDay(date.add({ days: 1 }), timeZone) - start === dayMs) return new Date(start + wall.timeMs);
  const time = Temporal.PlainTime.from("00:00").add({ milliseconds: wall.timeMs });
  return new Date(date.toZonedDateTime({ timeZone, plainTime: time }).epochMilliseconds);
}

/** Zone arithmetic costs some 50 microseconds, and articles share days. */
function startOfDay(date: Temporal.PlainDate, timeZone: string): number {
  const key = `${timeZone} ${date.toString()}`;
  let start = startsOfDay.get(key);
  if (start === undefined) {
    start = date.toZonedDateTime({ timeZone }).epochMilliseconds;
    startsOfDay.set(key, start);
  }
  return start;
}
