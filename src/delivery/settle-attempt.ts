import type { DeliveryRow } from "../storage/schema/delivery-tables.ts";
import type { RecordedOutcome } from "../storage/deliveries/write-transitions.ts";
import { type Consequence, consequenceOf } from "./consequence.ts";
import type { DeliveryPolicy } from "./delivery-policy.ts";
import type { Outcome } from "./outcome.ts";
import { backOffMs } from "./pace/back-off.ts";

/** What the ledger is to keep of an attempt, and what follows from it for others. */
export interface Settlement {
  readonly record: RecordedOutcome;
  readonly consequence: Consequence;
}

/**
 * Decides what an outcome means for its delivery.
 *
 * @param from `leased`, or `in_data` where the body was allowed to leave.
 * @param random In [0, 1), for the spread of the next attempt.
 */
export function settleAttempt(
  delivery: DeliveryRow,
  from: "leased" | "in_data",
  outcome: Outcome,
  policy: DeliveryPolicy,
  now: Date,
  random: number,
): Settlement {
  const consequence = consequenceOf(outcome);
  const reply = outcome.reply;
  if (consequence === "pause-run") {
    // The server refused us, not this reader: due at once when a person has mended it.
    return { consequence, record: { from, to: "deferred", reply, nextAttemptAt: now, isAttempt: false } };
  }
  if (outcome.state !== "deferred") {
    const suppress =
      consequence === "suppress" ? { reason: "refused" as const, detail: reply.text } : undefined;
    return { consequence, record: { from, to: outcome.state, reply, suppress, isAttempt: true } };
  }
  const waitMs = backOffMs(policy.retry, delivery.attempts + 1, random);
  const nextAttemptAt = new Date(now.getTime() + waitMs);
  return { consequence, record: { from, to: "deferred", reply, nextAttemptAt, isAttempt: true } };
}
