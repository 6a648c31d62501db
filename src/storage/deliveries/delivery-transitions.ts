import type { DeliveryState } from "../schema/delivery-tables.ts";

/**
 * Every step a delivery may take. A step that is not in the table does not exist: the functions that move rows ask here
 * before they touch one.
 */
export const deliveryTransitions: Readonly<Record<DeliveryState, readonly DeliveryState[]>> = {
  // To `uncertain` where the journal says that a body left and the ledger has lost it.
  pending: ["leased", "skipped", "uncertain"],
  // Back to `pending` while no byte of the body has left; refused before the body, it is final or due later.
  leased: ["pending", "in_data", "deferred", "failed", "skipped", "uncertain"],
  in_data: ["accepted", "deferred", "failed", "uncertain"],
  deferred: ["leased", "expired", "skipped", "pending", "uncertain"],
  // A report about a message proves that it was accepted.
  accepted: ["bounced", "complained"],
  // To itself where the journal knows a later attempt.
  uncertain: ["accepted", "pending", "bounced", "complained", "uncertain"],
  failed: ["pending", "uncertain"],
  expired: ["pending", "uncertain"],
  skipped: [],
  bounced: ["complained"],
  complained: [],
};

/** States from which no sender moves a delivery by itself: an issue whose rows are all in one of these is complete. */
export const settledStates: ReadonlySet<DeliveryState> = new Set([
  "accepted",
  "failed",
  "uncertain",
  "skipped",
  "expired",
  "bounced",
  "complained",
]);

export function isTransition(from: DeliveryState, to: DeliveryState): boolean {
  return deliveryTransitions[from].includes(to);
}

/** @throws Error for a step the table does not have: a bug of the caller. */
export function assertTransition(from: DeliveryState, to: DeliveryState): void {
  if (!isTransition(from, to)) throw new Error(`A delivery cannot go from ${from} to ${to}.`);
}
