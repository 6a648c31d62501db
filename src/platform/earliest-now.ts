/** Nothing of Gazette is older than this: a clock that says less was never set, as on a small computer that has just started. */
export const earliestNow = new Date("2026-01-01T00:00:00Z");
