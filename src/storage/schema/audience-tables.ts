import type { Generated } from "kysely";
import type { Instant } from "./instant.ts";

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
