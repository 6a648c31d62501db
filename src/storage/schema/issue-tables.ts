import type { Generated, Insertable, Selectable } from "kysely";
import type { Instant } from "./instant.ts";

/**
 * What has become of an issue. `sending` covers every issue whose deliveries are not all final; `cancelled` and `failed`
 * ones consume no articles.
 */
export type IssueState = "sending" | "paused" | "complete" | "cancelled" | "failed";

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

export type IssueRow = Selectable<IssueTable>;
export type NewIssue = Insertable<IssueTable>;
