const dayMs = 24 * 60 * 60 * 1000;

export interface DailyPlan {
  /** Messages a day; undefined: as many as there are. */
  readonly perDay: number | undefined;
  /**
   * The cap of the first day a relay is used, of the second, and so on; after the last, `perDay` alone counts. A new
   * sender that starts with everything looks like a stolen account.
   */
  readonly warmUp: readonly number[];
}

/**
 * How many messages a relay may be given on a day.
 *
 * @param firstDay The first day it was used, such as `2026-11-22`; undefined: today is the first.
 */
export function dailyLimit(
  { perDay, warmUp }: DailyPlan,
  firstDay: string | undefined,
  today: string,
): number {
  const elapsed = Math.round((Date.parse(today) - Date.parse(firstDay ?? today)) / dayMs);
  return Math.min(perDay ?? Infinity, warmUp[Math.max(0, elapsed)] ?? Infinity);
}
