/** The local day of an instant, such as `2026-11-22`. */
export function localDay(instant: Date, timeZone: string): string {
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

/** For people: `Mon 23 November 2026, 07:00`. */
export function localMinute(instant: Date, timeZone: string): string {
  return new Intl.DateTimeFormat("en-GB", {
    timeZone,
    weekday: "short",
    day: "numeric",
    month: "long",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
  })
    .format(instant)
    .replace(" at ", ", ");
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
