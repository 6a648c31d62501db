import type { DeliveryCounts } from "../../storage/deliveries/deliveries.ts";

/** `3 accepted, 4 deferred (2 of them until their own time of day)`. @param untilOwnTime Of the deferred. */
export function describeCounts(counts: DeliveryCounts, untilOwnTime = 0): string {
  return Object.entries(counts)
    .map(([state, count]) =>
      state === "deferred" ? `${count} deferred${describeWaiting(count, untilOwnTime)}` : `${count} ${state}`,
    )
    .join(", ");
}

function describeWaiting(deferred: number, untilOwnTime: number): string {
  if (untilOwnTime === 0) return "";
  return untilOwnTime === deferred
    ? " until their own time of day"
    : ` (${untilOwnTime} of them until their own time of day)`;
}
