export interface DailyPlan {
  /** Messages a day; undefined: as many as there are. */
  readonly perDay: number | undefined;
  /**
   * The cap of the first day on which a relay is used, of the second, and so on; after the last, `perDay` alone counts. A
   * new sender that starts with everything looks like a stolen account.
   */
  readonly warmUp: readonly number[];
}

/**
 * How many messages a relay may be given on a day. Days on which it was not used do not count: a weekly newsletter warms up
 * over its issues, and a clock that was wrong for a day does not end the plan.
 *
 * @param daysUsed On how many other days the relay was used.
 */
export function dailyLimit({ perDay, warmUp }: DailyPlan, daysUsed: number): number {
  return Math.min(perDay ?? Infinity, warmUp[daysUsed] ?? Infinity);
}
