import type { Generated, Selectable } from "kysely";
import type { Instant } from "./instant.ts";

/** The states of a delivery; delivery-transitions.ts says how one follows another. */
export type DeliveryState =
  | "pending"
  | "leased"
  | "in_data"
  | "accepted"
  | "deferred"
  | "failed"
  | "uncertain"
  | "skipped"
  | "expired"
  | "bounced"
  | "complained";

export interface DeliveryTable {
  issue_id: number;
  /** Normalised: one row for each issue and address. */
  address: string;
  name: string;
  /** BCP 47; null: the newsletter's. */
  language: Generated<string | null>;
  /** Empty: nothing of the issue was left for this reader, and the delivery is `skipped`. */
  edition_key: string;
  state: DeliveryState;
  /** Grows with every lease; a transition with an old one does nothing. */
  fence: Generated<number>;
  attempts: Generated<number>;
  first_attempt_at: Generated<Instant | null>;
  /** When a deferred delivery is due again. */
  next_attempt_at: Generated<Instant | null>;
  /** The reader's own time of day: nothing is attempted before it, whatever a retry is due by. Null: none is waited for. */
  local_due_at: Generated<Instant | null>;
  code: Generated<number | null>;
  enhanced_code: Generated<string | null>;
  response: Generated<string | null>;
  host: Generated<string | null>;
  updated_at: Instant;
}

/** A domain that asked for less (`back-off`) or refuses by policy (`policy`). */
export interface DomainHoldTable {
  domain: string;
  until: Instant;
  kind: "back-off" | "policy";
  reply: string;
}

/** How many messages a relay was given on a day of UTC. */
export interface RelayUsageTable {
  relay: string;
  day: string;
  messages: number;
}

export type DeliveryRow = Selectable<DeliveryTable>;
export type DomainHold = Selectable<DomainHoldTable>;
