import type { LedgerWriter } from "../storage/deliveries/ledger-writer.ts";
import type { DeliveryRow } from "../storage/schema/delivery-tables.ts";
import { domainOf } from "../platform/mailbox.ts";
import type { DomainGate } from "./pace/domain-gate.ts";

/** Hands leased deliveries to the connections. */
export interface DeliveryQueue {
  /**
   * The next delivery whose domain has a place free.
   *
   * @param current The delivery that the same connection hands over before it.
   * @returns `empty` where nothing is due; `busy` where all that is due waits for its domain.
   */
  take(current?: DeliveryRow): Promise<DeliveryRow | "empty" | "busy">;
  /** Whether the domain of a delivery that was taken is held by now: then the ledger has it back, and it is not tried. */
  returnHeld(delivery: DeliveryRow): boolean;
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
  /** In [0, 1), for the spread of what is held. */
  readonly random: () => number;
  readonly lease: (count: number) => Promise<DeliveryRow[]>;
  readonly writer: Pick<LedgerWriter, "record">;
  /** A delivery of a held domain could not be sent back; it stays leased. */
  readonly onFault: (error: unknown) => void;
  /** Aborted: nothing more is leased. */
  readonly signal: AbortSignal;
}

/** How many deliveries are leased at a time: what a crash hands back to `pending`. */
const leaseSize = 200;
/** So many wait for their domains at most, while others are looked for. */
const maxWaiting = 2000;
/** Where nothing else is due while some wait for their domains, the ledger is asked again after this. */
const lookAgainMs = 250;

export function createDeliveryQueue(options: DeliveryQueueOptions): DeliveryQueue {
  const { gate, now, random, lease, writer, onFault, signal } = options;
  const waiting: DeliveryRow[] = [];
  const sendingBack = new Set<Promise<void>>();
  let leasing: Promise<number> | undefined;
  let nextLookMs = 0;

  const refill = (): Promise<number> => {
    leasing ??= lease(leaseSize)
      .then((rows) => waiting.push(...rows) && rows.length)
      .finally(() => {
        leasing = undefined;
      });
    return leasing;
  };

  /** A delivery of a held domain is due again when the hold ends, spread over a tenth of the wait. */
  const sendBack = (delivery: DeliveryRow, untilMs: number, nowMs: number): void => {
    const nextAttemptAt = new Date(untilMs + ((untilMs - nowMs) / 10) * random());
    const record = { from: "leased", to: "deferred", nextAttemptAt, isAttempt: false } as const;
    const sent: Promise<void> = writer
      .record(delivery, record)
      .then(() => undefined, onFault)
      .finally(() => sendingBack.delete(sent));
    sendingBack.add(sent);
  };

  const pick = (current: DeliveryRow | undefined): DeliveryRow | "busy" | undefined => {
    const nowMs = now().getTime();
    const leaving = current === undefined ? undefined : domainOf(current.address);
    for (let index = 0; index < waiting.length; index += 1) {
      const delivery = waiting[index];
      if (delivery === undefined) continue;
      const domain = domainOf(delivery.address);
      const until = gate.heldUntil(domain, nowMs);
      if (until !== undefined) {
        waiting.splice(index, 1);
        index -= 1;
        sendBack(delivery, until, nowMs);
        continue;
      }
      const entry = gate.enter(domain, performance.now(), leaving);
      // It has its turn as soon as a connection is free, and nobody who books ahead goes before it.
      if (entry === "not ahead") return "busy";
      if (entry === "none") continue;
      waiting.splice(index, 1);
      return delivery;
    }
    return undefined;
  };

  return {
    take: async (current) => {
      for (;;) {
        const delivery = pick(current);
        if (delivery !== undefined) return delivery;
        if (signal.aborted || waiting.length >= maxWaiting) return "busy";
        if (waiting.length > 0 && performance.now() < nextLookMs) return "busy";
        // A whole audience may be held: no more of it is leased than the ledger has taken back.
        await Promise.all(sendingBack);
        if ((await refill()) > 0) continue;
        nextLookMs = performance.now() + lookAgainMs;
        return waiting.length === 0 ? "empty" : (pick(current) ?? "busy");
      }
    },
    returnHeld: (delivery) => {
      const domain = domainOf(delivery.address);
      const nowMs = now().getTime();
      const until = gate.heldUntil(domain, nowMs);
      if (until === undefined) return false;
      gate.leave(domain);
      sendBack(delivery, until, nowMs);
      return true;
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
