import { leaseDeliveries, moveDelivery, recoverDeliveries } from "../storage/deliveries.ts";
import type { Database } from "../storage/open-database.ts";
import type { DeliveryRow } from "../storage/schema.ts";
import type { Outcome } from "./outcome.ts";
import type { OutgoingMessage, Transport, TransportFactory } from "./transport.ts";

export interface DeliverOptions {
  readonly database: Database;
  readonly issueId: number;
  readonly transport: TransportFactory;
  readonly compose: (delivery: DeliveryRow) => Promise<OutgoingMessage>;
  readonly now: () => Date;
  /** Aborted: messages in flight are finished, no further one is begun. */
  readonly signal: AbortSignal;
  readonly onOutcome: (delivery: DeliveryRow, outcome: Outcome) => void;
}

/** How many deliveries are leased at a time: what a crash hands back to `pending`. */
const leaseSize = 50;

/** The delivery went to another sender between lease and body; its rows are that sender's business now. */
class LostLease extends Error {}

/**
 * Sends an issue to those it is still due to. Only for the holder of the sender's lock: it first sorts out what a sender
 * that died left behind.
 *
 * @throws GazetteError where nothing can be handed over at all; what was not sent stays `pending`.
 */
export async function deliverIssue(options: DeliverOptions): Promise<void> {
  const { database, issueId, now } = options;
  await recoverDeliveries(database, issueId, now());
  let leased = await leaseDeliveries(database, issueId, leaseSize, now());
  if (leased.length === 0) return;
  const transport = await openOrHandBack(options, leased);
  try {
    while (leased.length > 0) {
      for (const [index, delivery] of leased.entries()) {
        if (options.signal.aborted) {
          await handBack(options, leased.slice(index));
          return;
        }
        await deliverOne(options, transport, delivery);
      }
      leased = await leaseDeliveries(database, issueId, leaseSize, now());
    }
  } finally {
    await transport.close();
  }
}

async function openOrHandBack(options: DeliverOptions, leased: readonly DeliveryRow[]): Promise<Transport> {
  try {
    return await options.transport.open();
  } catch (error) {
    await handBack(options, leased);
    throw error;
  }
}

async function handBack(options: DeliverOptions, deliveries: readonly DeliveryRow[]): Promise<void> {
  for (const delivery of deliveries) {
    await moveDelivery(options.database, delivery, "leased", "pending", options.now());
  }
}

async function deliverOne(
  options: DeliverOptions,
  transport: Transport,
  delivery: DeliveryRow,
): Promise<void> {
  const { database, now } = options;
  const body = { begun: false };
  const beforeBody = async (): Promise<void> => {
    body.begun = await moveDelivery(database, delivery, "leased", "in_data", now());
    if (!body.begun) throw new LostLease();
  };
  try {
    const outcome = await transport.deliver(await options.compose(delivery), beforeBody);
    const from = body.begun ? "in_data" : "leased";
    await moveDelivery(database, delivery, from, outcome.state, now(), outcome.reply);
    options.onOutcome(delivery, outcome);
  } catch (error) {
    if (error instanceof LostLease) return;
    // Before the body the delivery is safe to hand back; after it began, the next start finds it `in_data`.
    if (!body.begun) await handBack(options, [delivery]);
    throw error;
  }
}
