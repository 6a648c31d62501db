import type { GazetteError } from "../platform/errors.ts";
import { domainOf } from "../platform/mailbox.ts";
import {
  expireDeliveries,
  findNextAttempt,
  handBackDeliveries,
  leaseDeliveries,
} from "../storage/deliveries/deliveries.ts";
import { listDomainHolds } from "../storage/deliveries/domain-holds.ts";
import { findIssue } from "../storage/issues/issues.ts";
import { recoverDeliveries } from "../storage/deliveries/recover-deliveries.ts";
import { createLedgerWriter, type LedgerWriter } from "../storage/deliveries/ledger-writer.ts";
import type { Database } from "../storage/ledger/open-database.ts";
import type { DeliveryRow, DomainHold } from "../storage/schema/delivery-tables.ts";
import { toDatabaseFault } from "../storage/ledger/storage-fault.ts";
import { type Compose, composeAhead } from "./compose-ahead.ts";
import type { Consequence } from "./consequence.ts";
import { type DeliveryPolicy, dueAt, longestWaitMs, type Relay } from "./delivery-policy.ts";
import { createDeliveryQueue, type DeliveryQueue } from "./delivery-queue.ts";
import { limitGarbage } from "./limit-garbage.ts";
import type { Outcome } from "./outcome.ts";
import { createDomainGate, type DomainGate } from "./pace/domain-gate.ts";
import { createErrorBudget } from "./pace/error-budget.ts";
import { createRateLimiter } from "./pace/rate-limiter.ts";
import { createRelayDesk } from "./relay-desk.ts";
import type { LaneEnd } from "./lane/lane.ts";
import { runLane } from "./lane/run-lane.ts";
import { settleAttempt } from "./settle-attempt.ts";

export interface DeliverOptions {
  readonly database: Database;
  readonly issueId: number;
  /** At least one. */
  readonly relays: readonly Relay[];
  readonly policy: DeliveryPolicy;
  /** Asked ahead of the sending, so for messages that are not sent after all too. */
  readonly compose: Compose;
  readonly now: () => Date;
  /** Aborted: messages in flight are finished, no further one is begun. */
  readonly signal: AbortSignal;
  readonly onOutcome: (delivery: DeliveryRow, outcome: Outcome) => void;
}

/**
 * Why a run ended. `done`: nothing is due; `nextAttemptAt` says when something will be. `paused`: by a person or by what the
 * servers said. `stopped`: by the signal. `hours` and `quota`: the rest waits for its time.
 */
export interface DeliveryRun {
  readonly end: LaneEnd;
  readonly nextAttemptAt: Date | undefined;
}

const statePollMs = 1000;
/** A message is on its way for several times as long. */
const gatherMs = 1;

/**
 * Sends an issue to those it is still due to. Only for the holder of the sender's lock: it first sorts out what a sender
 * that died left behind.
 *
 * @throws GazetteError where nothing can be handed over at all; what was not sent stays `pending`.
 */
export async function deliverIssue(options: DeliverOptions): Promise<DeliveryRun> {
  limitGarbage();
  const { database, issueId, policy, now } = options;
  await recoverDeliveries(database, now());
  await expire(options);
  const writer = createLedgerWriter({
    database,
    now,
    gatherMs: countConnections(options) > 1 ? gatherMs : 0,
  });
  const gate = createDomainGate(policy.domains, policy.domainBackOff, Math.random, longestWaitMs(policy));
  for (const { domain, until } of await listDomainHolds(database, now()))
    gate.hold(domain, Date.parse(until), now().getTime());
  const run = new RunState(options);
  const queue = openQueue(options, run, writer, gate);
  const first = await queue.take();
  if (typeof first === "string") {
    await writer.drain();
    return { end: "done", nextAttemptAt: await findNextAttempt(database, issueId) };
  }
  queue.putBack(first);
  const watch = watchIssue(options, run);
  try {
    const end = await runLanes(options, run, queue, writer, gate);
    await expire(options);
    return { end, nextAttemptAt: await findNextAttempt(database, issueId) };
  } finally {
    clearInterval(watch);
  }
}

/** What the lanes of one run share: whether it goes on, and the first fault. */
class RunState {
  readonly halt = new AbortController();
  end: LaneEnd = "done";
  fault: unknown;

  constructor({ signal }: Pick<DeliverOptions, "signal">) {
    if (signal.aborted) this.stop("stopped");
    else signal.addEventListener("abort", () => this.stop("stopped"), { once: true });
  }

  stop(end: LaneEnd): void {
    if (this.halt.signal.aborted) return;
    this.end = end;
    this.halt.abort();
  }

  fail(error: unknown): void {
    this.fault ??= error;
    this.stop("stopped");
  }
}

function openQueue(
  { database, issueId, policy, now }: DeliverOptions,
  run: RunState,
  writer: LedgerWriter,
  gate: DomainGate,
): DeliveryQueue {
  return createDeliveryQueue({
    gate,
    now,
    random: Math.random,
    lease: (count) => leaseDeliveries(database, issueId, count, now(), dueAt(policy, now())),
    writer,
    onFault: (error) => run.fail(error),
    signal: run.halt.signal,
  });
}

async function runLanes(
  options: DeliverOptions,
  run: RunState,
  queue: DeliveryQueue,
  writer: LedgerWriter,
  gate: DomainGate,
): Promise<LaneEnd> {
  const { database, relays, policy, now } = options;
  const desk = createRelayDesk(database, relays);
  const limiter = createRateLimiter(policy.perSecond);
  const { settle, finish } = createSettle(options, run, writer, gate);
  const connections = countConnections(options);
  const compose = composeAhead(options.compose, () => queue.upcoming(connections));
  const open = new Map<Relay, number>();
  const faults = new Map<Relay, GazetteError>();
  const lanes = relays.flatMap((relay) =>
    Array.from({ length: relay.connections }, (_, index) =>
      runLane({
        relay,
        index,
        relays,
        desk,
        limiter,
        queue,
        writer,
        policy,
        now,
        open,
        faults,
        signal: run.halt.signal,
        compose,
        settle,
        stop: (end) => run.stop(end),
      }).catch((error: unknown) => {
        run.fail(error);
        return "stopped" as const;
      }),
    ),
  );
  const ends = await Promise.all(lanes);
  // How the last messages ended is on record before the run says how it ended.
  await finish();
  await writer.drain().catch((error: unknown) => run.fail(error));
  await handBackDeliveries(database, queue.clear(), now()).catch((error: unknown) => run.fail(error));
  if (run.fault !== undefined) throw asError(run.fault);
  if (run.halt.signal.aborted) return run.end;
  // Every relay is gone, and there is still something due.
  const [gone] = faults.values();
  if (gone !== undefined && faults.size === relays.length) throw gone;
  return ends.includes("quota") && !ends.includes("done") ? "quota" : "done";
}

function countConnections({ relays }: DeliverOptions): number {
  return relays.reduce((sum, { connections }) => sum + connections, 0);
}

interface Settling {
  readonly settle: (delivery: DeliveryRow, from: "leased" | "in_data", outcome: Outcome) => void;
  /** Resolves when everything that follows from the outcomes so far is done. */
  readonly finish: () => Promise<void>;
}

function createSettle(
  { policy, now, onOutcome }: DeliverOptions,
  run: RunState,
  writer: LedgerWriter,
  gate: DomainGate,
): Settling {
  const budget = policy.errorBudget === undefined ? undefined : createErrorBudget(policy.errorBudget);
  const holdFor = (
    consequence: Consequence,
    { address }: DeliveryRow,
    reply: string,
    nowMs: number,
  ): DomainHold | undefined => {
    if (consequence !== "back-off" && consequence !== "policy") return undefined;
    const domain = domainOf(address);
    const untilMs =
      consequence === "back-off"
        ? gate.backOff(domain, nowMs)
        : gate.hold(domain, nowMs + policy.policyHoldMs, nowMs);
    return { domain, until: new Date(untilMs).toISOString(), kind: consequence, reply };
  };
  const follow = async (
    delivery: DeliveryRow,
    from: "leased" | "in_data",
    outcome: Outcome,
  ): Promise<void> => {
    const at = now();
    const { record, consequence } = settleAttempt(delivery, from, outcome, policy, at, Math.random());
    const said = outcome.reply.text;
    const overspent = budget?.spend(outcome);
    const pause =
      consequence === "pause-run" ? `the server refuses the sender or the message: "${said}"` : overspent;
    const hold = holdFor(consequence, delivery, said, at.getTime());
    if (pause !== undefined) run.stop("paused");
    if (await writer.record(delivery, { ...record, hold, pause })) onOutcome(delivery, outcome);
  };
  const following = new Set<Promise<void>>();
  return {
    settle: (delivery, from, outcome) => {
      const followed: Promise<void> = follow(delivery, from, outcome)
        .catch((error: unknown) => run.fail(error))
        .finally(() => following.delete(followed));
      following.add(followed);
    },
    finish: async () => {
      while (following.size > 0) await Promise.all(following);
    },
  };
}

/** A person may pause while every connection waits for something; then nobody asks the ledger. */
function watchIssue({ database, issueId }: DeliverOptions, run: RunState): NodeJS.Timeout {
  const timer = setInterval(() => {
    findIssue(database, issueId)
      .then((issue) => {
        if (issue?.state !== "sending") run.stop("paused");
      })
      .catch((error: unknown) => run.fail(error));
  }, statePollMs);
  timer.unref();
  return timer;
}

async function expire({ database, issueId, policy, now }: DeliverOptions): Promise<void> {
  const firstTriedBefore = new Date(now().getTime() - policy.expireAfterMs);
  const { minimumAttempts } = policy;
  await expireDeliveries(database, issueId, { firstTriedBefore, minimumAttempts }, now());
}

function asError(error: unknown): Error {
  const fault = toDatabaseFault(error);
  if (fault !== undefined) return fault;
  return error instanceof Error ? error : new Error(String(error));
}
