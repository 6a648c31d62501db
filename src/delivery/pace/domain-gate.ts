import type { DomainLimit } from "../delivery-policy.ts";
import { type BackOff, backOffMs } from "./back-off.ts";
import { createRateLimiter, type RateLimiter } from "./rate-limiter.ts";

/**
 * Whether a place was taken. `not ahead`: there is one, for a message that begins at once; where a domain has so many messages
 * a second, a place that was booked ahead would be used at another time than its own.
 */
export type Entry = "taken" | "none" | "not ahead";

/** Decides whether a message to a domain may start now. */
export interface DomainGate {
  /** When a hold on the domain ends; undefined: it is not held. */
  heldUntil(domain: string, nowMs: number): number | undefined;
  /** Holds a domain that asks for less: longer each time it does. @returns Until when. */
  backOff(domain: string, nowMs: number): number;
  /** Holds a domain until an instant; a longer hold that it has stands. @returns Until when it is held. */
  hold(domain: string, untilMs: number, nowMs: number): number;
  /**
   * Takes one of the domain's places, if it can.
   *
   * @param nowMs On a clock that nobody sets.
   * @param leaving The domain whose place the caller has, and leaves before it uses this one: so it does not begin at once.
   */
  enter(domain: string, nowMs: number, leaving?: string): Entry;
  leave(domain: string): void;
}

interface DomainState {
  active: number;
  heldUntilMs: number;
  holds: number;
  readonly limiter: RateLimiter | undefined;
  readonly connections: number;
}

/**
 * @param random In [0, 1), asked for each hold.
 * @param longestHoldMs A hold that ends later than this from now was written by a clock that was wrong, and is none.
 */
export function createDomainGate(
  limits: ReadonlyMap<string, DomainLimit>,
  backOff: BackOff,
  random: () => number,
  longestHoldMs: number,
): DomainGate {
  const states = new Map<string, DomainState>();
  const isHeld = (untilMs: number, nowMs: number): boolean =>
    untilMs > nowMs && untilMs <= nowMs + longestHoldMs;
  const stateOf = (domain: string): DomainState => {
    const known = states.get(domain);
    if (known !== undefined) return known;
    const limit = limits.get(domain);
    const fresh: DomainState = {
      active: 0,
      heldUntilMs: 0,
      holds: 0,
      limiter: limit?.perSecond === undefined ? undefined : createRateLimiter(limit.perSecond),
      connections: limit?.connections ?? Infinity,
    };
    states.set(domain, fresh);
    return fresh;
  };
  return {
    heldUntil: (domain, nowMs) => {
      const until = states.get(domain)?.heldUntilMs ?? 0;
      return isHeld(until, nowMs) ? until : undefined;
    },
    backOff: (domain, nowMs) => {
      const state = stateOf(domain);
      // Several messages on their way say the same thing once.
      if (isHeld(state.heldUntilMs, nowMs)) return state.heldUntilMs;
      state.holds += 1;
      state.heldUntilMs = nowMs + backOffMs(backOff, state.holds, random());
      return state.heldUntilMs;
    },
    hold: (domain, untilMs, nowMs) => {
      const state = stateOf(domain);
      if (!isHeld(state.heldUntilMs, nowMs) || state.heldUntilMs < untilMs) state.heldUntilMs = untilMs;
      return state.heldUntilMs;
    },
    enter: (domain, nowMs, leaving) => {
      // Only domains with a limit are kept in mind: an audience has as many domains as it likes.
      if (!limits.has(domain)) return "taken";
      const state = stateOf(domain);
      const others = state.active - (leaving === domain ? 1 : 0);
      if (others >= state.connections) return "none";
      if (state.limiter !== undefined) {
        if (!state.limiter.isFree(nowMs)) return "none";
        if (leaving !== undefined) return "not ahead";
        state.limiter.reserve(nowMs);
      }
      state.active += 1;
      return "taken";
    },
    leave: (domain) => {
      const state = limits.has(domain) ? states.get(domain) : undefined;
      if (state !== undefined) state.active -= 1;
    },
  };
}
