import { Temporal } from "temporal-polyfill";

/**
 * A date as somebody wrote it: an instant in milliseconds since 1970 where it names a zone, else the time on the clock on
 * the wall, `2026-11-20` or `2026-11-20T09:30:00.000`, to be read in a zone later.
 */
export type WrittenDate = number | string;

const dayMs = 86_400_000;
const days = new Map<string, { readonly startMs: number; readonly lengthMs: number }>();

/**
 * The instant at which a zone's clocks show a written date; for a day only, the first instant of that day. A time that
 * the spring change skips is the one an hour later, and of two equal times in autumn the first is meant.
 */
export function toInstant(written: WrittenDate, timeZone: string): Date {
  if (typeof written === "number") return new Date(written);
  const time = written.indexOf("T");
  const day = findDay(time === -1 ? written : written.slice(0, time), timeZone);
  if (time === -1) return new Date(day.startMs);
  if (day.lengthMs === dayMs) return new Date(day.startMs + Date.parse(`1970-01-01${written.slice(time)}Z`));
  return new Date(Temporal.PlainDateTime.from(written).toZonedDateTime(timeZone).epochMilliseconds);
}

/** Zone arithmetic costs some 50 microseconds, and articles share days. */
function findDay(date: string, timeZone: string): { readonly startMs: number; readonly lengthMs: number } {
  const key = date + timeZone;
  let day = days.get(key);
  if (day === undefined) {
    const start = Temporal.PlainDate.from(date).toZonedDateTime(timeZone);
    const lengthMs = start.add({ days: 1 }).startOfDay().epochMilliseconds - start.epochMilliseconds;
    day = { startMs: start.epochMilliseconds, lengthMs };
    days.set(key, day);
  }
  return day;
}
