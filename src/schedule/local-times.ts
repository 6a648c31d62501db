import { Temporal } from "temporal-polyfill";

/**
 * When readers of each time zone get an issue that is due at a slot: at the slot's day and time of day on their own
 * clocks. A local time that a clock change skips falls on the instant the clocks change.
 *
 * @param zones IANA names; those that are none are left out, and their readers get the issue at the slot.
 */
export function localTimesOf(slot: Date, timeZone: string, zones: readonly string[]): Map<string, Date> {
  const wall = Temporal.Instant.fromEpochMilliseconds(slot.getTime())
    .toZonedDateTimeISO(timeZone)
    .toPlainDateTime();
  return new Map(
    zones.flatMap((zone): [string, Date][] => {
      try {
        return [[zone, new Date(toInstantOrChange(wall, zone).epochMilliseconds)]];
      } catch (error) {
        if (error instanceof RangeError) return [];
        throw error;
      }
    }),
  );
}

/** Of a time that occurs twice the first, as slots are. */
function toInstantOrChange(wall: Temporal.PlainDateTime, zone: string): Temporal.ZonedDateTime {
  // Of a time that does not occur, this is as long before the change as the clocks are put forward by, or less.
  const earlier = wall.toZonedDateTime(zone, { disambiguation: "earlier" });
  if (earlier.toPlainDateTime().equals(wall)) return earlier;
  return earlier.getTimeZoneTransition("next") ?? earlier;
}

/** How long before a slot its first readers are due, in milliseconds; 0 where none is due before it. */
export function localLeadMs(slot: Date, times: ReadonlyMap<string, Date>): number {
  return Math.max(0, ...[...times.values()].map((due) => slot.getTime() - due.getTime()));
}

/** No zone is further ahead of another than this. */
export const longestLocalLeadMs = 27 * 60 * 60 * 1000;
