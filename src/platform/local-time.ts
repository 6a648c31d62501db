import { createOffsetMeter } from "./zone-offset.ts";
import { toInstant } from "./zone-time.ts";

/** Instants as the newsletter's readers see them on a clock. */
export interface LocalTime {
  readonly timeZone: string;
  /** Such as `2026-11-12 09:00`. */
  minute(instant: Date): string;
  /** Such as `2026-11-12`. */
  day(instant: Date): string;
  /** The first instant of the local day `days` after that of `instant`; 01:00 where a clock change skips midnight. */
  startOfDay(instant: Date, days?: number): Date;
}

const msPerMinute = 60_000;
const msPerDay = 86_400_000;
/** No longer than the shortest time after which a clock change was taken back: 7 days, in Brazil in 2000. */
const msPerStretch = 7 * msPerDay;
/** The years 1 to 9997; a date beyond is printed in UTC. */
const earliest = Date.parse("0001-02-01T00:00:00Z");
const latest = Date.parse("9998-01-01T00:00:00Z");
const twoDigits = Array.from({ length: 60 }, (_, value) => String(value).padStart(2, "0"));

/**
 * Opens a time zone. Its clock is looked up once a week of dates and each day is written once, because the sentences of
 * 100,000 verdicts each print a date and `Intl` takes some microseconds for one.
 *
 * @param timeZone IANA name; an unknown one is a RangeError (the configuration has checked it).
 */
export function createLocalTime(timeZone: string): LocalTime {
  const measureOffset = createOffsetMeter(timeZone);
  const stretches = new Map<number, number>();
  const days = new Map<number, string>();

  const offsetFrom = (stretch: number): number => {
    const known = stretches.get(stretch) ?? measureOffset(stretch * msPerStretch);
    stretches.set(stretch, known);
    return known;
  };
  const toLocal = (ms: number): number => {
    if (ms < earliest || ms > latest) return ms;
    const stretch = Math.floor(ms / msPerStretch);
    const offset = offsetFrom(stretch);
    return ms + (offset === offsetFrom(stretch + 1) ? offset : measureOffset(ms));
  };
  const dayOf = (local: number): string => {
    const day = Math.floor(local / msPerDay);
    let known = days.get(day);
    if (known === undefined) {
      known = new Date(day * msPerDay).toISOString().replace(/T.*/u, "");
      days.set(day, known);
    }
    return known;
  };

  return {
    timeZone,
    day: (instant) => dayOf(toLocal(instant.getTime())),
    minute: (instant) => {
      const local = toLocal(instant.getTime());
      const minute = Math.floor((local - Math.floor(local / msPerDay) * msPerDay) / msPerMinute);
      return `${dayOf(local)} ${twoDigits[Math.floor(minute / 60)] ?? ""}:${twoDigits[minute % 60] ?? ""}`;
    },
    startOfDay: (instant, days = 0) =>
      toInstant(dayOf(toLocal(instant.getTime()) + days * msPerDay), timeZone),
  };
}
