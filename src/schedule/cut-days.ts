import { zoneOffsetMs } from "../platform/zone-offset.ts";

/** The end of a day that the clocks never show: in Greenland a Saturday in March ends at 23:00, when Sunday begins. */
export interface CutDay {
  /** The instant at which the clocks go on into the next day. */
  readonly at: Date;
  /** How much of the day is left out, in milliseconds. */
  readonly missingMs: number;
  /** What the clocks were ahead of UTC by until then, in milliseconds. */
  readonly offsetMs: number;
}

const dayMs = 86_400_000;
/** No longer than the shortest time after which a clock change was taken back: 7 days, in Brazil in 2000. */
const stretchMs = 7 * dayMs;

/**
 * The first day in the half-open span (after, until] whose end a clock change cuts off. A day that is left out as a whole, as at
 * the date line, is none.
 */
export function findCutDay(timeZone: string, after: Date, until: Date): CutDay | undefined {
  const offsetAt = (ms: number): number => zoneOffsetMs(new Date(ms), timeZone);
  const end = until.getTime();
  let from = after.getTime();
  let offsetMs = offsetAt(from);
  while (from < end) {
    const to = Math.min(from + stretchMs, end);
    const next = offsetAt(to);
    if (next > offsetMs) {
      const at = findChange(from, to, (ms) => offsetAt(ms) !== offsetMs);
      const missingMs = missingAt(at, offsetMs, next);
      if (missingMs > 0) return { at: new Date(at), missingMs, offsetMs };
    }
    from = to;
    offsetMs = next;
  }
  return undefined;
}

/** How much of the day that runs at `at` is skipped; 0 where none runs, or the change stays within it. */
function missingAt(at: number, before: number, after: number): number {
  const runsMs = modulo(at + before, dayMs);
  const leftMs = dayMs - runsMs;
  return runsMs > 0 && after - before >= leftMs ? leftMs : 0;
}

/** The first millisecond in (from, to] that `isAfter`; the one at `to` is. */
function findChange(from: number, to: number, isAfter: (ms: number) => boolean): number {
  let [before, after] = [from, to];
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (isAfter(middle)) after = middle;
    else before = middle;
  }
  return after;
}

function modulo(value: number, by: number): number {
  return ((value % by) + by) % by;
}
