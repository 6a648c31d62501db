import type { Due } from "../storage/deliveries/deliveries.ts";
import type { BackOff } from "./pace/back-off.ts";
import type { DailyPlan } from "./pace/daily-limit.ts";
import type { ErrorBudgetLimits } from "./pace/error-budget.ts";
import type { SendingHours } from "./pace/sending-hours.ts";
import type { TransportFactory } from "./transport.ts";

/** A way out, with its part of the messages. */
export interface Relay {
  readonly transport: TransportFactory;
  /** How many messages are on their way through it at a time. */
  readonly connections: number;
  /** Its part, relative to the other relays' shares. */
  readonly share: number;
  readonly daily: DailyPlan;
}

export interface DomainLimit {
  readonly connections: number | undefined;
  readonly perSecond: number | undefined;
}

/** How fast to send, and what to do when it does not go well. */
export interface DeliveryPolicy {
  /** All relays together; Infinity: as fast as it goes. */
  readonly perSecond: number;
  /** Undefined: at any hour. */
  readonly hours: SendingHours | undefined;
  /** IANA name; the clock of `hours`. */
  readonly timeZone: string;
  /** By recipient domain. */
  readonly domains: ReadonlyMap<string, DomainLimit>;
  /** Between two attempts at one message. */
  readonly retry: BackOff;
  /** A deferred message is given up this long after its first attempt, and not before `minimumAttempts`. */
  readonly expireAfterMs: number;
  readonly minimumAttempts: number;
  /** How long a domain that says 421 or 4.7.x gets nothing. */
  readonly domainBackOff: BackOff;
  /** How long a domain that says 5.7.x gets nothing; a person should look in the meantime. */
  readonly policyHoldMs: number;
  /** Undefined: a run is never paused by itself. */
  readonly errorBudget: ErrorBudgetLimits | undefined;
  /** Between two attempts to reach a relay that was lost. */
  readonly reconnect: BackOff;
  /** How long a relay that says 421 is left alone. */
  readonly relayPauseMs: number;
  /** How long to try to reach a relay that was lost in mid-run. */
  readonly relayPatienceMs: number;
}

const minute = 60_000;
const hour = 60 * minute;

export const defaultPolicy: DeliveryPolicy = {
  perSecond: Infinity,
  hours: undefined,
  timeZone: "UTC",
  domains: new Map(),
  retry: { firstMs: 5 * minute, longestMs: 4 * hour },
  expireAfterMs: 48 * hour,
  minimumAttempts: 4,
  domainBackOff: { firstMs: 5 * minute, longestMs: hour },
  policyHoldMs: 4 * hour,
  errorBudget: { window: 200, minimum: 40, share: 0.25 },
  reconnect: { firstMs: 500, longestMs: 15_000 },
  relayPauseMs: 5_000,
  relayPatienceMs: 2 * minute,
};

/** No wait that the policy sets is as long as this; one that is was written by a clock that was wrong. */
export function longestWaitMs({ retry, domainBackOff, policyHoldMs }: DeliveryPolicy): number {
  return Math.max(retry.longestMs, domainBackOff.longestMs, policyHoldMs) * 2;
}

/** Readers may wait for their own time of day; no zone is further behind another than this, with a day's margin. */
const longestLocalWaitMs = 52 * hour;

/** Which deferred deliveries are due at an instant. */
export function dueAt(policy: DeliveryPolicy, now: Date): Due {
  const longestMs = Math.max(longestWaitMs(policy), longestLocalWaitMs);
  return { dueBefore: now, impossible: new Date(now.getTime() + longestMs) };
}
