import { setTimeout as sleep } from "node:timers/promises";
import { GazetteError } from "../platform/errors.ts";
import type { LedgerWriter } from "../storage/deliveries/ledger-writer.ts";
import type { DeliveryRow } from "../storage/schema/delivery-tables.ts";
import type { StepAnswer } from "../storage/deliveries/write-transitions.ts";
import type { Compose } from "./compose-ahead.ts";
import { consequenceOf } from "./consequence.ts";
import type { DeliveryPolicy, Relay } from "./delivery-policy.ts";
import type { DeliveryQueue } from "./delivery-queue.ts";
import type { Outcome } from "./outcome.ts";
import { backOffMs } from "./pace/back-off.ts";
import type { RateLimiter } from "./pace/rate-limiter.ts";
import { isWithinHours } from "./pace/sending-hours.ts";
import type { RelayDesk } from "./relay-desk.ts";
import type { OutgoingMessage, Transport } from "./transport.ts";

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

const shortWaitMs = 20;

/** The ledger says that the body must not leave. */
class BodyRefused extends Error {
  readonly answer: StepAnswer;

  constructor(answer: StepAnswer) {
    super(`The ledger answered ${answer}.`);
    this.answer = answer;
  }
}

/** A delivery that a connection has taken, and has booked with its relay. */
interface Booking {
  readonly delivery: DeliveryRow;
  readonly message: Promise<OutgoingMessage>;
  /** It has its place in the pace of all relays: it begins with its announcement, else when it is handed over. */
  hasBegun: boolean;
}

/** Why there is nothing to hand over: nothing is due; all that is due waits; the relay has done its part for today. */
type NoBooking = "empty" | "busy" | "spent";

/** A connection, with what it is about to hand over. */
interface Line {
  transport: Transport | undefined;
  /** Begun while the message before it is on its way. */
  next: Promise<Booking | NoBooking> | undefined;
}

/** One connection's work: takes what is due, hands it over, and settles it with the ledger, until nothing is due. */
export async function runLane(options: LaneOptions): Promise<LaneEnd> {
  const { relay, desk, limiter, policy, now, signal } = options;
  const line: Line = { transport: undefined, next: undefined };
  try {
    while (!signal.aborted) {
      if (policy.hours !== undefined && !isWithinHours(policy.hours, now(), policy.timeZone)) {
        options.stop("hours");
        return "hours";
      }
      line.transport ??= await connect(options);
      if (line.transport === undefined) return "stopped";
      const ahead = line.next;
      line.next = undefined;
      const booked = await ahead;
      // That there was nothing while a message was on its way need not hold any more.
      const booking = typeof booked === "object" ? booked : await book(options);
      if (booking === "spent") return "quota";
      if (booking === "empty") return "done";
      if (booking === "busy") {
        await wait(shortWaitMs, signal);
        continue;
      }
      const waitMs = booking.hasBegun ? 0 : limiter.reserve(performance.now());
      if (waitMs > 0) await wait(waitMs, signal);
      await deliverOne(options, line, booking);
    }
    return "stopped";
  } finally {
    await releaseNext(options, line);
    desk.retire(relay);
    await disconnect(options, line);
  }
}

/** @param current What the connection hands over before it. */
async function book(
  { relay, desk, queue, now, compose }: LaneOptions,
  current?: DeliveryRow,
): Promise<Booking | NoBooking> {
  const answer = await desk.ask(relay, now());
  if (answer !== "take") return answer === "wait" ? "busy" : "spent";
  const delivery = await queue.take(current);
  if (typeof delivery === "string") {
    desk.giveBack(relay);
    return delivery;
  }
  const message = compose(delivery);
  // Whoever hands it over hears what is wrong with it.
  message.catch(() => undefined);
  return { delivery, message, hasBegun: false };
}

/** What the connection does not come to is others' to take. */
async function releaseNext(options: LaneOptions, line: Line): Promise<void> {
  const asked = line.next;
  line.next = undefined;
  // Where the ledger failed, the run has heard of it or ends anyway.
  const booking = await asked?.catch(() => undefined);
  if (typeof booking === "object") putBack(options, booking.delivery);
}

function putBack({ relay, desk, queue }: LaneOptions, delivery: DeliveryRow): void {
  queue.putBack(delivery);
  desk.giveBack(relay);
}

/** @returns Undefined where the run ended or this connection was given up. */
async function connect(options: LaneOptions): Promise<Transport | undefined> {
  const { relay, relays, desk, index, open, faults, policy, signal } = options;
  while (index > 0 && !open.has(relay) && !faults.has(relay) && !signal.aborted)
    await wait(shortWaitMs, signal);
  const startedAt = performance.now();
  for (let attempts = 1; !signal.aborted && !faults.has(relay); attempts += 1) {
    try {
      const transport = await relay.transport.open();
      open.set(relay, (open.get(relay) ?? 0) + 1);
      return transport;
    } catch (error) {
      if (!(error instanceof GazetteError)) throw error;
      // Before the first connection a fault is a setting to mend; after it, a relay that will be back.
      const isHopeless = !open.has(relay) || performance.now() - startedAt > policy.relayPatienceMs;
      if (isHopeless) {
        // A relay that takes fewer connections than it is offered goes on with those it has.
        if ((open.get(relay) ?? 0) > 0) return undefined;
        desk.drop(relay);
        faults.set(relay, error);
        if (faults.size === relays.length && open.size === 0) throw error;
        return undefined;
      }
      const pauseMs = backOffMs(policy.reconnect, attempts, Math.random());
      if ((open.get(relay) ?? 0) === 0) desk.setDown(relay, pauseMs);
      await wait(pauseMs, signal);
    }
  }
  return undefined;
}

async function disconnect({ relay, open }: LaneOptions, line: Line): Promise<void> {
  const { transport } = line;
  if (transport === undefined) return;
  line.transport = undefined;
  open.set(relay, (open.get(relay) ?? 1) - 1);
  await transport.close();
}

async function deliverOne(options: LaneOptions, line: Line, { delivery, message }: Booking): Promise<void> {
  const { relay, desk, queue, writer, signal } = options;
  const { transport } = line;
  if (transport === undefined || signal.aborted) {
    putBack(options, delivery);
    return;
  }
  if (queue.returnHeld(delivery)) {
    desk.giveBack(relay);
    // It may have been announced: then the server waits for it.
    await disconnect(options, line);
    return;
  }
  const body = { begun: false };
  const following = bookAhead(options, line, delivery);
  const beforeBody = async (): Promise<void> => {
    const answer = await writer.stepIntoBody(delivery, relay.transport.name);
    if (answer !== "go") throw new BodyRefused(answer);
    body.begun = true;
    desk.use(relay);
  };
  try {
    const outcome = await transport.deliver(await message, beforeBody, following);
    if (!body.begun) desk.use(relay);
    queue.leave(delivery);
    options.settle(delivery, body.begun ? "in_data" : "leased", outcome);
    if (consequenceOf(outcome) === "relay") await rest(options, line);
  } catch (error) {
    // After the body began, the row stays `in_data`, and the next start finds it uncertain.
    if (body.begun) throw error;
    if (error instanceof BodyRefused && error.answer !== "stopped") {
      desk.giveBack(relay);
      queue.leave(delivery);
      return;
    }
    putBack(options, delivery);
    if (error instanceof BodyRefused) options.stop("paused");
    else if (!(error instanceof GazetteError) || !isConnectionFault(error)) throw error;
    else await disconnect(options, line);
  }
}

/**
 * Books the delivery after `current` while that is on its way.
 *
 * @returns Gives its message, where there is one by then that may go at once.
 */
function bookAhead(
  options: LaneOptions,
  line: Line,
  current: DeliveryRow,
): () => OutgoingMessage | undefined {
  const { limiter, signal } = options;
  let ready: { readonly booking: Booking; readonly message: OutgoingMessage } | undefined;
  const asked = book(options, current);
  line.next = asked;
  const prepare = async (): Promise<void> => {
    const booking = await asked;
    if (typeof booking === "object") ready = { booking, message: await booking.message };
  };
  // Whoever takes the booking up hears what is wrong.
  prepare().catch(() => undefined);
  return () => {
    if (signal.aborted || ready === undefined) return undefined;
    const nowMs = performance.now();
    if (!limiter.isFree(nowMs)) return undefined;
    limiter.reserve(nowMs);
    ready.booking.hasBegun = true;
    return ready.message;
  };
}

function isConnectionFault({ code }: GazetteError): boolean {
  return code === "smtp-unreachable" || code === "smtp-refused";
}

async function rest(options: LaneOptions, line: Line): Promise<void> {
  const { relay, desk, signal, policy } = options;
  await releaseNext(options, line);
  await disconnect(options, line);
  desk.setDown(relay, policy.relayPauseMs);
  await wait(policy.relayPauseMs, signal);
}

/** Waits, unless the run ends first. */
async function wait(ms: number, signal: AbortSignal): Promise<void> {
  await sleep(ms, undefined, { signal }).catch(() => undefined);
}
