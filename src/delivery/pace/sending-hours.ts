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
  const minute = localMinuteOfDay(instant, timeZone);
  return fromMinute <= untilMinute
    ? minute >= fromMinute && minute < untilMinute
    : minute >= fromMinute || minute < untilMinute;
}

function localMinuteOfDay(instant: Date, timeZone: string): number {
  const parts = new Intl.DateTimeFormat("en-GB", {
    timeZone,
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  }).formatToParts(instant);
  const read = (type: string): number => Number(parts.find((part) => part.type === type)?.value ?? 0);
  return read("hour") * 60 + read("minute");
}
