import { Temporal } from "temporal-polyfill";

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

const msPerDay = 86_400_000;
/** The years 1 to 9998; a date beyond is printed in UTC. */
const earliest = Date.parse("0001-01-02T00:00:00Z");
const latest = Date.parse("9999-01-01T00:00:00Z");

/**
 * Opens a time zone. An hour's difference is asked for once a UTC day and remembered, because the sentences of
 * 100,000 verdicts each print a date and `Intl` takes two microseconds for one.
 *
 * @param timeZone IANA name; an unknown one is a RangeError (the configuration has checked it).
 */
export function createLocalTime(timeZone: string): LocalTime {
  const format = new Intl.DateTimeFormat("en-GB-u-ca-iso8601-nu-latn", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  });
  const offsets = new Map<number, number | "changes">();

  const measureOffset = (ms: number): number => {
    const field: Record<string, number> = {};
    for (const part of format.formatToParts(ms)) field[part.type] = Number(part.value);
    const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = field;
    return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(ms / 1000) * 1000;
  };

  const offsetAt = (ms: number): number => {
    if (ms < earliest || ms > latest) return 0;
    const utcDay = Math.floor(ms / msPerDay);
    let known = offsets.get(utcDay);
    if (known === undefined) {
      const atStart = measureOffset(utcDay * msPerDay);
      known = atStart === measureOffset((utcDay + 1) * msPerDay) ? atStart : "changes";
      offsets.set(utcDay, known);
    }
    return known === "changes" ? measureOffset(ms) : known;
  };

  const local = (instant: Date): Date => new Date(instant.getTime() + offsetAt(instant.getTime()));
  const dayOf = (date: Date): string =>
    `${String(date.getUTCFullYear()).padStart(4, "0")}-${twoDigits(date.getUTCMonth() + 1)}-${twoDigits(date.getUTCDate())}`;

  return {
    timeZone,
    day: (instant) => dayOf(local(instant)),
    minute: (instant) => {
      const date = local(instant);
      return `${dayOf(date)} ${twoDigits(date.getUTCHours())}:${twoDigits(date.getUTCMinutes())}`;
    },
    startOfDay: (instant, days = 0) => {
      const day = Temporal.Instant.fromEpochMilliseconds(instant.getTime())
        .toZonedDateTimeISO(timeZone)
        .toPlainDate()
        .add({ days });
      return new Date(day.toZonedDateTime({ timeZone }).epochMilliseconds);
    },
  };
}

function twoDigits(value: number): string {
  return value < 10 ? `0${value}` : String(value);
}
