/** An issue as the ledger remembers it. */
export interface PastIssue {
  readonly number: number;
  readonly slot: Date;
  readonly since: Date;
  readonly until: Date;
}

/** The issue an article is in. */
export interface SentIssue {
  readonly number: number;
  readonly slot: Date;
}

/** What the ledger knows of one newsletter and cadence, as selection needs it. */
export interface LedgerView {
  /** Issues that went out or are frozen, oldest first; failed and cancelled ones are not here: they consume nothing. */
  readonly issues: readonly PastIssue[];
  /** For an article id, or the content hash of a moved file: the issue it is already in. */
  readonly sentIn: ReadonlyMap<string, SentIssue>;
}

/** Before the first issue. */
export const emptyLedger: LedgerView = { issues: [], sentIn: new Map() };
