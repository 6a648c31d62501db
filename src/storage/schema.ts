import type { Generated, Insertable, Selectable } from "kysely";

/** Instants are ISO 8601 in UTC with milliseconds, so that they sort as text in both databases. */
type Instant = string;

/**
 * What has become of an issue. `sending` covers every issue whose deliveries are not all final; `cancelled` and `failed`
 * ones consume no articles.
 */
export type IssueState = "sending" | "paused" | "complete" | "cancelled" | "failed";

/** The states of a delivery; their transitions are in delivery/. */
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

export interface IssueTable {
  id: Generated<number>;
  newsletter: string;
  cadence: string;
  slot: Instant;
  number: number;
  state: IssueState;
  /** `schedule` or `hand`. */
  origin: "schedule" | "hand";
  since: Instant;
  until: Instant;
  subject: string;
  preheader: string;
  hash: string;
  /** The manifest as `issue.json` has it. */
  manifest: string;
  frozen_at: Instant;
  completed_at: Instant | null;
}

export interface IssueArticleTable {
  issue_id: number;
  newsletter: string;
  cadence: string;
  article_id: string;
  content_hash: string;
  path: string;
}

/** The frozen bytes that every message of an issue is made from. */
export interface EditionTable {
  issue_id: number;
  key: string;
  html: string;
  text: string;
}

export interface EditionImageTable {
  issue_id: number;
  name: string;
  content_type: string;
  bytes: Uint8Array;
}

export interface DeliveryTable {
  issue_id: number;
  /** Normalised: one row for each issue and address. */
  address: string;
  name: string;
  edition_key: string;
  message_id: string;
  state: DeliveryState;
  /** Grows with every lease; a transition with an old one does nothing. */
  fence: Generated<number>;
  attempts: Generated<number>;
  code: number | null;
  enhanced_code: string | null;
  response: string | null;
  host: string | null;
  updated_at: Instant;
}

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

export interface Tables {
  slots: SlotTable;
  issues: IssueTable;
  issue_articles: IssueArticleTable;
  editions: EditionTable;
  edition_images: EditionImageTable;
  deliveries: DeliveryTable;
}

export type IssueRow = Selectable<IssueTable>;
export type DeliveryRow = Selectable<DeliveryTable>;
export type NewIssue = Insertable<IssueTable>;
