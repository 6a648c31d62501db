import { setImmediate } from "node:timers/promises";

import { readRelayUsage, type RelayUsage } from "../storage/deliveries/relay-usage.ts";
import type { Database } from "../storage/ledger/open-database.ts";
import type { Relay } from "./delivery-policy.ts";
import { dailyLimit } from "./pace/daily-limit.ts";

/** What may be asked of a relay now: `wait` for the others to catch up or for its pause to end; `spent` for today. */
export type RelayAnswer = "take" | "wait" | "spent";

/** Keeps the relays to their shares and quotas, and remembers which of them are down. */
export interface RelayDesk {
  /** Books a message with a relay. */
  ask(relay: Relay, now: Date): Promise<RelayAnswer>;
  /** Gives a booked message back: it was not handed over. */
  giveBack(relay: Relay): void;
  /** A booked message is the ledger's to count from now on. */
  use(relay: Relay): void;
  /** The relay is not to be used for a while; a clock that is set meanwhile does not make it longer. */
  setDown(relay: Relay, forMs: number): void;
  /** The relay is gone for the rest of the run. */
  drop(relay: Relay): void;
  /** One of the relay's connections has ended its work: nobody waits for a relay without any. */
  retire(relay: Relay): void;
}

interface RelayState {
  taken: number;
  /** Messages that are booked, and that the ledger does not count yet: they belong to the day on which they leave. */
  booked: number;
  day: string;
  left: number;
  /** On the clock that nobody sets (`performance.now()`). */
  downUntilMs: number;
  isGone: boolean;
  lanes: number;
  /** Under way: its connections begin a day together, and what one of them has booked since counts for the others. */
  refreshing: Promise<void> | undefined;
}

export function createRelayDesk(database: Database, relays: readonly Relay[]): RelayDesk {
  const states = new Map<Relay, RelayState>(
    relays.map((relay) => [
      relay,
      {
        taken: 0,
        booked: 0,
        day: "",
        left: 0,
        downUntilMs: 0,
        isGone: false,
        lanes: relay.connections,
        refreshing: undefined,
      },
    ]),
  );
  const stateOf = (relay: Relay): RelayState => {
    const state = states.get(relay);
    if (state === undefined) throw new Error(`${relay.transport.name} is not one of the relays.`);
    return state;
  };

  const refresh = async (relay: Relay, state: RelayState, today: string): Promise<void> => {
    let booked: number;
    let usage: RelayUsage;
    do {
      booked = state.booked;
      usage = await readRelayUsage(database, relay.transport.name, today);
      // What the ledger counts by now may be booked here for a moment longer, and would count twice.
      await setImmediate();
    } while (state.booked !== booked);
    state.day = today;
    state.left = dailyLimit(relay.daily, usage.otherDays) - usage.messages - booked;
  };

  /** The smallest part done, in shares, of the relays that can take messages now. */
  const lowest = (nowMs: number): number =>
    Math.min(
      ...relays
        .map((relay) => ({ relay, state: stateOf(relay) }))
        .filter(
          ({ state }) =>
            !state.isGone &&
            state.lanes > 0 &&
            state.downUntilMs <= nowMs &&
            (state.left > 0 || state.day === ""),
        )
        .map(({ relay, state }) => state.taken / relay.share),
    );

  return {
    ask: async (relay, now) => {
      const state = stateOf(relay);
      const today = now.toISOString().slice(0, 10);
      while (state.day !== today) {
        state.refreshing ??= refresh(relay, state, today).finally(() => (state.refreshing = undefined));
        await state.refreshing;
      }
      if (state.left <= 0) return "spent";
      const nowMs = performance.now();
      if (state.downUntilMs > nowMs) return "wait";
      // As far ahead as its connections reach: so that relays work side by side and not in turns.
      if (state.taken / relay.share > lowest(nowMs) + relay.connections / relay.share) return "wait";
      state.taken += 1;
      state.booked += 1;
      state.left -= 1;
      return "take";
    },
    giveBack: (relay) => {
      const state = stateOf(relay);
      state.taken -= 1;
      state.booked -= 1;
      state.left += 1;
    },
    use: (relay) => {
      stateOf(relay).booked -= 1;
    },
    setDown: (relay, forMs) => {
      stateOf(relay).downUntilMs = performance.now() + forMs;
    },
    drop: (relay) => {
      stateOf(relay).isGone = true;
    },
    retire: (relay) => {
      stateOf(relay).lanes -= 1;
    },
  };
}
