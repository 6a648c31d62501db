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
import type { Transport } from "./transport.ts";

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

/** One connection's work: takes what is due, hands it over, and settles it with the ledger, until nothing is due. */
export async function runLane(options: LaneOptions): Promise<LaneEnd> {
  const { relay, desk, queue, policy, now, signal, limiter } = options;
  const line: { transport: Transport | undefined } = { transport: undefined };
  try {
    while (!signal.aborted) {
      if (policy.hours !== undefined && !isWithinHours(policy.hours, now(), policy.timeZone)) {
        options.stop("hours");
        return "hours";
      }
      line.transport ??= await connect(options);
      if (line.transport === undefined) return "stopped";
      const answer = await desk.ask(relay, now());
      if (answer === "spent") return "quota";
      if (answer === "wait") {
        await wait(shortWaitMs, signal);
        continue;
      }
      const delivery = await queue.take();
      if (typeof delivery === "string") {
        desk.giveBack(relay);
        if (delivery === "empty") return "done";
        await wait(shortWaitMs, signal);
        continue;
      }
      const waitMs = limiter.reserve(performance.now());
      if (waitMs > 0) await wait(waitMs, signal);
      await deliverOne(options, line, delivery);
    }
    return "stopped";
  } finally {
    desk.retire(relay);
    await disconnect(options, line);
  }
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

async function disconnect(
  { relay, open }: LaneOptions,
  line: { transport: Transport | undefined },
): Promise<void> {
  const { transport } = line;
  if (transport === undefined) return;
  line.transport = undefined;
  open.set(relay, (open.get(relay) ?? 1) - 1);
  await transport.close();
}

async function deliverOne(
  options: LaneOptions,
  line: { transport: Transport | undefined },
  delivery: DeliveryRow,
): Promise<void> {
  const { relay, desk, queue, writer, signal } = options;
  const { transport } = line;
  if (transport === undefined || signal.aborted) {
    queue.putBack(delivery);
    desk.giveBack(relay);
    return;
  }
  const body = { begun: false };
  const beforeBody = async (): Promise<void> => {
    const answer = await writer.stepIntoBody(delivery, relay.transport.name);
    if (answer !== "go") throw new BodyRefused(answer);
    body.begun = true;
  };
  try {
    const outcome = await transport.deliver(await options.compose(delivery), beforeBody);
    queue.leave(delivery);
    options.settle(delivery, body.begun ? "in_data" : "leased", outcome);
    if (consequenceOf(outcome) === "relay") await rest(options, line);
  } catch (error) {
    // After the body began, the row stays `in_data`, and the next start finds it uncertain.
    if (body.begun) throw error;
    desk.giveBack(relay);
    if (error instanceof BodyRefused) {
      if (error.answer === "stopped") {
        queue.putBack(delivery);
        options.stop("paused");
      } else queue.leave(delivery);
      return;
    }
    queue.putBack(delivery);
    if (!(error instanceof GazetteError) || !isConnectionFault(error)) throw error;
    await disconnect(options, line);
  }
}

function isConnectionFault({ code }: GazetteError): boolean {
  return code === "smtp-unreachable" || code === "smtp-refused";
}

async function rest(options: LaneOptions, line: { transport: Transport | undefined }): Promise<void> {
  const { relay, desk, signal, policy } = options;
  await disconnect(options, line);
  desk.setDown(relay, policy.relayPauseMs);
  await wait(policy.relayPauseMs, signal);
}

/** Waits, unless the run ends first. */
async function wait(ms: number, signal: AbortSignal): Promise<void> {
  await sleep(ms, undefined, { signal }).catch(() => undefined);
}
