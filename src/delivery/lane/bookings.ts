import type { DeliveryRow } from "../../storage/schema/delivery-tables.ts";
import type { OutgoingMessage } from "../transport.ts";
import type { Booking, LaneOptions, Line, NoBooking } from "./lane.ts";

/**
 * Takes the next delivery that is due, books it with the relay and begins its message.
 *
 * @param current What the connection hands over before it.
 */
export async function book(
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
export async function releaseNext(options: LaneOptions, line: Line): Promise<void> {
  const asked = line.next;
  line.next = undefined;
  // Where the ledger failed, the run has heard of it or ends anyway.
  const booking = await asked?.catch(() => undefined);
  if (typeof booking === "object") putBack(options, booking.delivery);
}

/** A delivery that was booked and is not handed over is the next to be taken. */
export function putBack({ relay, desk, queue }: LaneOptions, delivery: DeliveryRow): void {
  queue.putBack(delivery);
  desk.giveBack(relay);
}

/**
 * Books the delivery after `current` while that is on its way.
 *
 * @returns Gives its message, where there is one by then that may go at once.
 */
export function bookAhead(
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
