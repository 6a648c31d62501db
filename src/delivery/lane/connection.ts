import { GazetteError } from "../../platform/errors.ts";
import { backOffMs } from "../pace/back-off.ts";
import type { Transport } from "../transport.ts";
import { type LaneOptions, type Line, shortWaitMs, wait } from "./lane.ts";

/** @returns Undefined where the run ended or this connection was given up. */
export async function connect(options: LaneOptions): Promise<Transport | undefined> {
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

/** Ends the connection, if there is one. */
export async function disconnect({ relay, open }: LaneOptions, line: Line): Promise<void> {
  const { transport } = line;
  if (transport === undefined) return;
  line.transport = undefined;
  open.set(relay, (open.get(relay) ?? 1) - 1);
  await transport.close();
}

/** Whether an error means that there is no connection, and nothing worse. */
export function isConnectionFault({ code }: GazetteError): boolean {
  return code === "smtp-unreachable" || code === "smtp-refused";
}
