import { firstField, parseFieldBlocks } from "./parse-fields.ts";
import { findAddresses, oneLine } from "./report-addresses.ts";
import type { ReportedRecipient } from "./report.ts";

export interface FeedbackReport {
  /** Undefined where the report is no complaint. */
  readonly recipient: ReportedRecipient | undefined;
  readonly returnPaths: readonly string[];
  readonly reporter: string;
}

/** A reader pressed "spam", or asks to be left alone (RFC 5965 section 7.3, RFC 6650). */
const complaints = new Set(["abuse", "fraud", "virus", "other", "opt-out", "opt-out-list"]);

/** Reads a `message/feedback-report` part (RFC 5965). `not-spam` and reports on authentication (RFC 6591) are no complaints. */
export function parseFeedbackReport(text: string): FeedbackReport {
  const [fields] = parseFieldBlocks(text);
  const kind = (firstField(fields, "feedback-type") ?? "").toLowerCase().trim();
  const addresses = ["original-rcpt-to", "removal-recipient"].flatMap((name) =>
    (fields?.get(name) ?? []).flatMap(findAddresses),
  );
  const reporter = firstField(fields, "reporting-mta") ?? firstField(fields, "user-agent") ?? "";
  return {
    recipient: complaints.has(kind)
      ? {
          addresses: [...new Set(addresses)],
          verdict: "complaint",
          status: undefined,
          text: `feedback report: ${kind}`,
        }
      : undefined,
    returnPaths: findAddresses(firstField(fields, "original-mail-from")),
    reporter: oneLine(reporter.replace(/^\s*dns\s*;\s*/iu, ""), 100),
  };
}
