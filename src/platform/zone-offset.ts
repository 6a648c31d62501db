/** How far a zone's clocks are ahead of UTC at an instant, in milliseconds. */
export function createOffsetMeter(timeZone: string): (ms: number) => number {
  const format = new Intl.DateTimeFormat("en", { timeZone, timeZoneName: "longOffset" });
  return (ms) => {
    // "11/23/2026, GMT+01:00"; before standard time with seconds, in UTC without any figure.
    const [, sign, hours, minutes, seconds] =
      /GMT([-+\u2212])(\d+):(\d+)(?::(\d+))?$/u.exec(format.format(ms)) ?? [];
    if (sign === undefined) return 0;
    const ahead = ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds ?? 0)) * 1000;
    return sign === "+" ? ahead : -ahead;
  };
}

const meters = new Map<string, (ms: number) => number>();

/** The same at one instant, for those who ask about few zones again and again. */
export function zoneOffsetMs(instant: Date, timeZone: string): number {
  if (timeZone === "UTC") return 0;
  const meter = meters.get(timeZone) ?? createOffsetMeter(timeZone);
  meters.set(timeZone, meter);
  return meter(instant.getTime());
}
