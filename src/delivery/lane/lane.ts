import { setTimeout as sleep } from "node:timers/promises";
import type { GazetteError } from "../../platform/errors.ts";
import type { LedgerWriter } from "../../storage/deliveries/ledger-writer.ts";
import type { DeliveryRow } from "../../storage/schema/delivery-tables.ts";
import type { Compose } from "../compose-ahead.ts";
import type { DeliveryPolicy, Relay } from "../delivery-policy.ts";
import type { DeliveryQueue } from "../delivery-queue.ts";
import type { Outcome } from "../outcome.ts";
import type { RateLimiter } from "../pace/rate-limiter.ts";
import type { RelayDesk } from "../relay-desk.ts";
import type { OutgoingMessage, Transport } from "../transport.ts";

/** Why a lane ended. */
export type LaneEnd = "done" | "paused" | "stopped" | "hours" | "quota";

export interface LaneOptions {
  readonly relay: Relay;
  readonly relays: readonly Relay[];
  readonly desk: RelayDesk;
  readonly limiter: RateLimiter;
  readonly queue: DeliveryQueue;
  readonly writer: LedgerWriter;
  readonly policy: DeliveryPolicy;
  readonly now: () => Date;
  /** Aborted: the message in flight is finished. */
  readonly signal: AbortSignal;
  /** Its place among the relay's connections; the first tries the relay out for the others. */
  readonly index: number;
  /** How many connections each relay has open; relays that never had one are not in it. */
  readonly open: Map<Relay, number>;
  /** Relays that were given up, with why. */
  readonly faults: Map<Relay, GazetteError>;
  readonly compose: Compose;
  readonly settle: (delivery: DeliveryRow, from: "leased" | "in_data", outcome: Outcome) => void;
  readonly stop: (end: LaneEnd) => void;
}

/** A delivery that a connection has taken, and has booked with its relay. */
export interface Booking {
  readonly delivery: DeliveryRow;
  readonly message: Promise<OutgoingMessage>;
  /** It has its place in the pace of all relays: it begins with its announcement, else when it is handed over. */
  hasBegun: boolean;
}

/** Why there is nothing to hand over: nothing is due; all that is due waits; the relay has done its part for today. */
export type NoBooking = "empty" | "busy" | "spent";

/** A connection, with what it is about to hand over. */
export interface Line {
  transport: Transport | undefined;
  /** Begun while the message before it is on its way. */
  next: Promise<Booking | NoBooking> | undefined;
}

/** How long a lane looks away where it has to wait for others. */
export const shortWaitMs = 20;

/** Waits, unless the run ends first. */
export async function wait(ms: number, signal: AbortSignal): Promise<void> {
  await sleep(ms, undefined, { signal }).catch(() => undefined);
}
