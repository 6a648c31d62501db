export interface BackOff {
  /** Wait after the first failed attempt. */
  readonly firstMs: number;
  /** No wait is longer, jitter included. */
  readonly longestMs: number;
}

/**
 * How long to wait after a number of attempts: doubles each time, spread over half to one of that, so that what failed
 * together does not come back together.
 *
 * @param attempts At least 1.
 * @param random In [0, 1).
 */
export function backOffMs({ firstMs, longestMs }: BackOff, attempts: number, random: number): number {
  const full = Math.min(longestMs, firstMs * 2 ** Math.min(attempts - 1, 40));
  return Math.round(full / 2 + (full / 2) * random);
}
