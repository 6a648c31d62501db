import type { DeliveryRow } from "../storage/schema/delivery-tables.ts";
import type { OutgoingMessage } from "./transport.ts";

export type Compose = (delivery: DeliveryRow) => Promise<OutgoingMessage>;

/**
 * Composes the messages that are next while others are on their way, so that no connection waits for a signature. What is not
 * sent after all is forgotten.
 *
 * @param upcoming The deliveries that are likely to be next.
 */
export function composeAhead(compose: Compose, upcoming: () => readonly DeliveryRow[]): Compose {
  const begun = new WeakMap<DeliveryRow, Promise<OutgoingMessage>>();
  const begin = (delivery: DeliveryRow): Promise<OutgoingMessage> => {
    const known = begun.get(delivery);
    if (known !== undefined) return known;
    const message = compose(delivery);
    begun.set(delivery, message);
    return message;
  };
  return (delivery) => {
    const message = begin(delivery);
    // Tried again, it is composed again: it may be that what failed is mended.
    begun.delete(delivery);
    for (const next of upcoming()) {
      // Whoever sends it hears what is wrong with it.
      begin(next).catch(() => undefined);
    }
    return message;
  };
}
