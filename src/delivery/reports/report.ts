/**
 * What a report says of one recipient. `hard`: the address does not exist. `soft`: it did not work this time. `policy`: we or
 * the message were refused, which says nothing of the address. `delayed` and `delivered` are no failures.
 */
export type Verdict = "hard" | "soft" | "policy" | "complaint" | "delayed" | "delivered";

export interface ReportedRecipient {
  /** Normalised: as the reporting server knows it, and as we wrote it where the report says so. May be empty. */
  readonly addresses: readonly string[];
  readonly verdict: Verdict;
  /** RFC 3463, such as `5.1.1`; undefined where the report has none. */
  readonly status: string | undefined;
  /** What was said, one line. */
  readonly text: string;
}

/** What a report brings along of the message it is about; nobody vouches for it. */
export interface OriginalMessage {
  /** With angle brackets. */
  readonly messageId: string | undefined;
  /** Normalised addresses it was for. */
  readonly to: readonly string[];
  /** Where its bounces were to go. */
  readonly returnPaths: readonly string[];
}

/** A bounce or a complaint, as its sender wrote it: all of it is a claim. */
export interface Report {
  readonly recipients: readonly ReportedRecipient[];
  readonly original: OriginalMessage;
  /** Addresses the report itself was sent to: a return path that names the reader is among them. */
  readonly sentTo: readonly string[];
  /** Who reports: a host name or a mail program. */
  readonly reporter: string;
  /** Its own Date; undefined where there is none that can be read. */
  readonly writtenAt: Date | undefined;
}

/** What a message found among the reports is. */
export type ReadMail =
  | { readonly kind: "report"; readonly report: Report }
  /** An absence note or another answer of a machine. */
  | { readonly kind: "auto-reply" }
  /** A letter, spam, a receipt for reading: nothing to act on. */
  | { readonly kind: "other" }
  | { readonly kind: "refused"; readonly reason: string };
