export interface RateLimiter {
  /** Books the next place and gives how long to wait for it. @param nowMs On a clock that nobody sets. */
  reserve(nowMs: number): number;
  /** Whether nobody has to wait for the next place. */
  isFree(nowMs: number): boolean;
}

/**
 * Evenly spaced places, `perSecond` of them a second, with a start of at most a tenth of a second's worth at once.
 *
 * @param perSecond Infinity: no limit.
 */
export function createRateLimiter(perSecond: number): RateLimiter {
  const spacingMs = 1000 / perSecond;
  const slackMs = 100;
  let nextMs = -Infinity;
  return {
    reserve: (nowMs) => {
      if (spacingMs === 0) return 0;
      const at = Math.max(nextMs, nowMs - Math.min(slackMs, spacingMs * 10));
      nextMs = at + spacingMs;
      return Math.max(0, at - nowMs);
    },
    isFree: (nowMs) => nextMs <= nowMs,
  };
}
