import type { Generated, Insertable, Selectable } from "kysely";

/** Instants are ISO 8601 in UTC with milliseconds, so that they sort as text in both databases. */
type Instant = string;

/**
 * What has become of an issue. `sending` covers every issue whose deliveries are not all final; `cancelled` and `failed`
 * ones consume no articles.
 */
export type IssueState = "sending" | "paused" | "complete" | "cancelled" | "failed";

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
  /** Why it is paused, one sentence; null where it is not. */
  pause_reason: Generated<string | null>;
  /** How many deliveries it was given: what the states must add up to before it is complete. */
  recipients: Generated<number>;
  /** What of the configuration its messages are made from, as JSON: a change of it never changes a retry. */
  sender: Generated<string>;
}

export interface IssueArticleTable {
  issue_id: number;
  newsletter: string;
  cadence: string;
  article_id: string;
  content_hash: string;
  path: string;
}

/** A name an article got after its issue: an id or a content hash, and the name under which it was known before. */
export interface ArticleNameTable {
  newsletter: string;
  cadence: string;
  name: string;
  known_as: string;
}

/** The frozen bytes that the messages of an edition are made from. */
export interface EditionTable {
  issue_id: number;
  key: string;
  subject: string;
  preheader: string;
  /** Numbers of its pieces in order, such as `0-14 20`. */
  html: string;
  text: string;
  /** A JSON array of the ids of its articles; null: those of the issue. */
  articles: Generated<string | null>;
  /** How many it was made for. */
  readers: number;
}

/** A part of the bytes of editions, which many of an issue's editions share. */
export interface EditionPieceTable {
  issue_id: number;
  number: number;
  content: string;
}

/** What an issue's editions are made from, for readers who join after it was frozen. */
export interface IssueSourceTable {
  issue_id: number;
  source: Uint8Array;
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
  code: Generated<number | null>;
  enhanced_code: Generated<string | null>;
  response: Generated<string | null>;
  host: Generated<string | null>;
  updated_at: Instant;
}

/** One address that may get newsletters. */
export interface SubscriberTable {
  /** Normalised. */
  address: string;
  name: string;
  language: string | null;
  time_zone: string | null;
  created_at: Instant;
}

export type SubscriptionState = "active" | "left";

/** Ties a subscriber to a newsletter. */
export interface SubscriptionTable {
  newsletter: string;
  address: string;
  state: SubscriptionState;
  /** A JSON array of topics as the reader named them; empty: everything. */
  topics: string;
  /** Null: the newsletter's first. */
  cadence: Generated<string | null>;
  joined_at: Instant;
  left_at: Instant | null;
}

/** A cadence that a reader left for another. The next issue of it is the reader's last of that cadence. */
export interface CadenceChangeTable {
  newsletter: string;
  cadence: string;
  address: string;
  left_at: Instant;
  /** That issue; null: it is still to come. */
  closed_in: Generated<number | null>;
}

/** Why an address is not written to any more. `refused`: a server said 5.1.x in the dialogue itself. */
export type SuppressionReason = "refused" | "hard-bounce" | "soft-bounces" | "complaint" | "by-hand";

export interface SuppressionTable {
  address: string;
  reason: SuppressionReason;
  /** What was said, one line. */
  detail: string;
  created_at: Instant;
}

/** `policy`: we or the message were refused, which says nothing of the address. */
export type ReportKind = "hard" | "soft" | "policy" | "complaint";

/** One bounce or complaint about one delivery: codes, one line, the instant; of its body nothing is kept. */
export interface ReportTable {
  /** SHA-256 of the report: reading one twice counts once. */
  hash: string;
  address: string;
  kind: ReportKind;
  status: string | null;
  diagnostic: string | null;
  reporter: string | null;
  issue_id: number | null;
  received_at: Instant;
}

/** An address that asked to be forgotten, as a keyed hash: enough to know it again, not to find it out. */
export interface ErasureTable {
  digest: string;
  erased_at: Instant;
}

/** The one key of those hashes, in hexadecimal. */
export interface ErasureKeyTable {
  id: number;
  key: string;
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
}

export interface Tables {
  slots: SlotTable;
  leases: LeaseTable;
  instance: InstanceTable;
  drafts: DraftTable;
  alerts: AlertTable;
  issues: IssueTable;
  issue_articles: IssueArticleTable;
  article_names: ArticleNameTable;
  editions: EditionTable;
  edition_images: EditionImageTable;
  edition_pieces: EditionPieceTable;
  issue_sources: IssueSourceTable;
  cadence_changes: CadenceChangeTable;
  deliveries: DeliveryTable;
  subscribers: SubscriberTable;
  subscriptions: SubscriptionTable;
  suppressions: SuppressionTable;
  reports: ReportTable;
  erasures: ErasureTable;
  erasure_key: ErasureKeyTable;
  domain_holds: DomainHoldTable;
  relay_usage: RelayUsageTable;
}

export type IssueRow = Selectable<IssueTable>;
export type DeliveryRow = Selectable<DeliveryTable>;
export type DomainHold = Selectable<DomainHoldTable>;
export type DraftRow = Selectable<DraftTable>;
export type AlertRow = Selectable<AlertTable>;
export type NewIssue = Insertable<IssueTable>;
