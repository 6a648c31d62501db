import { digest } from "../../delivery/message/message-id.ts";
import { type Mailbox, normaliseAddress } from "../../platform/mailbox.ts";
import type { NoticeEnd } from "./send-notice.ts";

/** Something that people are to be told, as the ledger keeps it. */
interface Telling {
  /** Hashes of the addresses that have it, in JSON. */
  readonly told_to: string;
  /** How often it was tried before. */
  readonly attempts: number;
}

/** What is to be kept of a try. */
export interface Told {
  /** Everyone has it who can be reached, and that is at least one. */
  readonly isTold: boolean;
  readonly toldTo: string;
  /** For those who do not have it. */
  readonly nextAttemptAt: Date;
}

const minuteMs = 60_000;
const longestWaitMinutes = 60;

/** Who has not got it yet. */
export function listUntold({ told_to }: Telling, people: readonly Mailbox[]): Mailbox[] {
  const told = new Set(JSON.parse(told_to) as string[]);
  return people.filter((person) => !told.has(markOf(person)));
}

/** Decides whether people are told after a try, and when the rest is tried again: later each time, an hour at most. */
export function judgeTelling(
  { told_to, attempts }: Telling,
  { reached, waiting }: NoticeEnd,
  now: Date,
): Told {
  const told = [...(JSON.parse(told_to) as string[]), ...reached.map(markOf)];
  const waitMs = Math.min(2 ** attempts, longestWaitMinutes) * minuteMs;
  return {
    isTold: told.length > 0 && waiting.length === 0,
    toldTo: JSON.stringify(told),
    nextAttemptAt: new Date(now.getTime() + waitMs),
  };
}

/** What is kept where everyone was told who can be: those who have it, and whom no server takes it for. */
export function markAll({ told_to }: Telling, people: readonly Mailbox[]): string {
  return JSON.stringify([...new Set([...(JSON.parse(told_to) as string[]), ...people.map(markOf)])]);
}

/** The ledger needs no addresses of people whom the configuration names. */
function markOf({ address }: Mailbox): string {
  return digest(normaliseAddress(address)).slice(0, 16);
}
