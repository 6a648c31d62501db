import { localParts } from "../../platform/local-parts.ts";

/** Minutes after local midnight, half-open; `from` after `until` spans midnight. */
export interface SendingHours {
  readonly fromMinute: number;
  readonly untilMinute: number;
}

/** Whether messages may leave at an instant, on the clock of a time zone. */
export function isWithinHours(
  { fromMinute, untilMinute }: SendingHours,
  instant: Date,
  timeZone: string,
): boolean {
  const local = localParts(instant, timeZone);
  const minute = local.hour * 60 + local.minute;
  return fromMinute <= untilMinute
    ? minute >= fromMinute && minute < untilMinute
    : minute >= fromMinute || minute < untilMinute;
}
