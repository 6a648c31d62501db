import type { DeliveryRow } from "../storage/schema/delivery-tables.ts";
import { type DomainGate, domainOf } from "./pace/domain-gate.ts";

/** Hands leased deliveries to the connections. */
export interface DeliveryQueue {
  /**
   * The next delivery whose domain has a place free.
   *
   * @returns `empty` where nothing is due; `busy` where all that is due waits for its domain.
   */
  take(): Promise<DeliveryRow | "empty" | "busy">;
  /** The delivery is on its way no more. */
  leave(delivery: DeliveryRow): void;
  /** Back to the front: it was not tried. */
  putBack(delivery: DeliveryRow): void;
  /** The deliveries that are leased and are likely to be taken next. */
  upcoming(count: number): readonly DeliveryRow[];
  /** What is leased and was not taken; the queue is empty afterwards. */
  clear(): DeliveryRow[];
}

export interface DeliveryQueueOptions {
  readonly gate: DomainGate;
  readonly now: () => Date;
  readonly lease: (count: number) => Promise<DeliveryRow[]>;
  /** A delivery of a held domain: it is due again when the hold ends. */
  readonly onHeld: (delivery: DeliveryRow, untilMs: number) => void;
}

/** How many deliveries are leased at a time: what a crash hands back to `pending`. */
const leaseSize = 200;
/** So many wait for their domains at most, while others are looked for. */
const maxWaiting = 2000;

export function createDeliveryQueue({ gate, now, lease, onHeld }: DeliveryQueueOptions): DeliveryQueue {
  const waiting: DeliveryRow[] = [];
  let leasing: Promise<number> | undefined;

  const refill = (): Promise<number> => {
    leasing ??= lease(leaseSize)
      .then((rows) => waiting.push(...rows) && rows.length)
      .finally(() => {
        leasing = undefined;
      });
    return leasing;
  };

  const pick = (): DeliveryRow | undefined => {
    const nowMs = now().getTime();
    for (let index = 0; index < waiting.length; index += 1) {
      const delivery = waiting[index];
      if (delivery === undefined) continue;
      const domain = domainOf(delivery.address);
      const until = gate.heldUntil(domain, nowMs);
      if (until !== undefined) {
        waiting.splice(index, 1);
        index -= 1;
        onHeld(delivery, until);
      } else if (gate.enter(domain, performance.now())) {
        waiting.splice(index, 1);
        return delivery;
      }
    }
    return undefined;
  };

  return {
    take: async () => {
      for (;;) {
        const delivery = pick();
        if (delivery !== undefined) return delivery;
        if (waiting.length >= maxWaiting) return "busy";
        const found = await refill();
        if (found === 0) return waiting.length === 0 ? "empty" : (pick() ?? "busy");
      }
    },
    leave: (delivery) => gate.leave(domainOf(delivery.address)),
    putBack: (delivery) => {
      gate.leave(domainOf(delivery.address));
      waiting.unshift(delivery);
    },
    upcoming: (count) => waiting.slice(0, count),
    clear: () => waiting.splice(0),
  };
}
