import type { Generated, Selectable } from "kysely";
import type { Instant } from "./instant.ts";

/**
 * How a slot ended. `started` is no slot but the instant a schedule was first started: what was due before it is not
 * missed.
 */
export type SlotOutcome = "started" | "sent" | "skipped" | "held" | "failed";

export interface SlotTable {
  newsletter: string;
  cadence: string;
  slot: Instant;
  outcome: SlotOutcome;
  reason: string;
  decided_at: Instant;
}

/** When a cadence was due at the last look. */
export interface TimetableTable {
  newsletter: string;
  cadence: string;
  cron: string;
  /** IANA name. */
  time_zone: string;
  /** When it was first seen that the configuration has this cadence no more; null: it has. */
  absent_since: Generated<Instant | null>;
}

/** Work that one process at a time may do. */
export interface LeaseTable {
  name: string;
  /** Machine, process and a number that no other process has. */
  holder: string;
  /** Grows with every holder: what one that lost the lease still writes is refused. */
  fence: number;
  expires_at: Instant;
}

/** Whose data folder this is: one row. */
export interface InstanceTable {
  id: number;
  token: string;
  /** What tells this machine and folder from a copy of it. */
  place: string;
  /** Grows with everything that is sent; a ledger behind the file beside it is an old copy. */
  counter: number;
  adopted_at: Instant;
}

/**
 * `open`: waits for an editor. `superseded`: a newer one of its slot, or a later slot, took its place. `sent`: it became
 * an issue.
 */
export type DraftState = "open" | "approved" | "rejected" | "superseded" | "sent";

/** An issue as an editor is asked to approve it. It consumes nothing. */
export interface DraftTable {
  id: Generated<number>;
  newsletter: string;
  cadence: string;
  slot: Instant;
  number: number;
  hash: string;
  state: DraftState;
  /** What it was made from; another one means that something was edited. */
  signature: string;
  /** As `issue.json` has it. */
  manifest: string;
  /** Everything the issue would be frozen with. */
  frozen: Uint8Array;
  made_at: Instant;
  decided_at: Instant | null;
  /** When the editors were told of it. */
  told_at: Instant | null;
  /** Hashes of the addresses of editors who have it, in JSON. */
  told_to: Generated<string>;
  /** How often editors were tried to be told who do not have it, and when the next try is due. */
  attempts: Generated<number>;
  next_attempt_at: Generated<Instant | null>;
}

/** Something the operator is told once. The row goes when it is over, so that the next time is told again. */
export interface AlertTable {
  key: string;
  message: string;
  /** What to do, with the command. */
  remedy: string;
  raised_at: Instant;
  told_at: Instant | null;
  attempts: Generated<number>;
  next_attempt_at: Instant | null;
  /** Hashes of the addresses that have it by mail, in JSON. */
  told_to: Generated<string>;
}

export type DraftRow = Selectable<DraftTable>;
export type AlertRow = Selectable<AlertTable>;
