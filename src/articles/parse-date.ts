import { toInstant } from "./zone-time.ts";

const iso =
  /^(\d{4})-(\d{1,2})-(\d{1,2})(?:(?:[Tt]|\s+)(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d+))?)?\s*(Z|z|UTC|GMT|[+-]\d{2}:?\d{2}|[+-]\d{2})?)?$/;

/**
 * The instant that a date in front matter means; a date without a zone is read in the newsletter's.
 *
 * @returns undefined where the text is no date, or a date that does not exist, such as 2024-02-30.
 */
export function parseDate(text: string, timeZone: string): Date | undefined {
  const match = iso.exec(text.trim());
  if (match === null) return undefined;
  const [, year, month, day, hour, minute, second, fraction, offset] = match;
  const wall = { year: Number(year), month: Number(month), day: Number(day), timeMs: undefined };
  if (wall.month < 1 || wall.month > 12 || wall.day < 1) return undefined;
  if (wall.day > new Date(Date.UTC(wall.year, wall.month, 0)).getUTCDate()) return undefined;
  if (hour === undefined) return toInstant(wall, timeZone);
  const [h, m, s] = [Number(hour), Number(minute), Number(second ?? 0)];
  if (h > 23 || m > 59 || s > 59) return undefined;
  const timeMs = ((h * 60 + m) * 60 + s) * 1000 + Math.trunc(Number(`0.${fraction ?? 0}`) * 1000);
  if (offset === undefined) return toInstant({ ...wall, timeMs }, timeZone);
  return new Date(Date.UTC(wall.year, wall.month - 1, wall.day) + timeMs - offsetMs(offset));
}

function offsetMs(offset: string): number {
  const match = /^([+-])(\d{2}):?(\d{2})?$/.exec(offset);
  if (match === null) return 0;
  return (match[1] === "-" ? -1 : 1) * (Number(match[2]) * 60 + Number(match[3] ?? 0)) * 60_000;
}
