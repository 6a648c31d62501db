// Intl loads its data at its first use, for 15 ms: half of what a small command takes. UTC, the default zone, needs none.
const utc = "UTC";

/** The local day of an instant, such as `2026-11-22`. */
export function localDay(instant: Date, timeZone: string): string {
  if (timeZone === utc) return instant.toISOString().slice(0, 10);
  const parts = new Map(
    new Intl.DateTimeFormat("en-u-ca-iso8601-nu-latn", {
      timeZone,
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
    })
      .formatToParts(instant)
      .map(({ type, value }) => [type, value]),
  );
  return `${(parts.get("year") ?? "").padStart(4, "0")}-${parts.get("month") ?? ""}-${parts.get("day") ?? ""}`;
}

/** For people: `Mon, 23 Nov 2026 07:00`. */
export function localMinute(instant: Date, timeZone: string): string {
  if (timeZone === utc) return instant.toUTCString().slice(0, -":00 GMT".length);
  const parts = new Map(
    new Intl.DateTimeFormat("en-US", {
      timeZone,
      weekday: "short",
      day: "2-digit",
      month: "short",
      year: "numeric",
      hour: "2-digit",
      minute: "2-digit",
      hourCycle: "h23",
    })
      .formatToParts(instant)
      .map(({ type, value }) => [type, value]),
  );
  const part = (name: Intl.DateTimeFormatPartTypes): string => parts.get(name) ?? "";
  return `${part("weekday")}, ${part("day")} ${part("month")} ${part("year")} ${part("hour")}:${part("minute")}`;
}

/** For people: the days of a half-open span, `15–22 November 2026`, or one day. */
export function localDays(since: Date, until: Date, timeZone: string): string {
  const format = new Intl.DateTimeFormat("en-GB", {
    timeZone,
    day: "numeric",
    month: "long",
    year: "numeric",
  });
  const last = new Date(Math.max(since.getTime(), until.getTime() - 1));
  return format.formatRange(since, last);
}
