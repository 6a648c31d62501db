import { GazetteError } from "../../platform/errors.ts";
import type { StepAnswer } from "../../storage/deliveries/write-transitions.ts";
import { consequenceOf } from "../consequence.ts";
import { isWithinHours } from "../pace/sending-hours.ts";
import { book, bookAhead, putBack, releaseNext } from "./bookings.ts";
import { connect, disconnect, isConnectionFault } from "./connection.ts";
import { type Booking, type LaneEnd, type LaneOptions, type Line, shortWaitMs, wait } from "./lane.ts";

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

/** A relay that takes no more for now is left alone for a while. */
async function rest(options: LaneOptions, line: Line): Promise<void> {
  const { relay, desk, signal, policy } = options;
  await releaseNext(options, line);
  await disconnect(options, line);
  desk.setDown(relay, policy.relayPauseMs);
  await wait(policy.relayPauseMs, signal);
}
