import { findMessageId } from "./original-message.ts";
import { type Fields, firstField, parseFieldBlocks } from "./parse-fields.ts";
import { findAddresses, oneLine } from "./report-addresses.ts";
import type { ReportedRecipient, Verdict } from "./report.ts";
import { chooseStatusCode, judgeFailure } from "./status-code.ts";

export interface DeliveryStatus {
  readonly recipients: readonly ReportedRecipient[];
  readonly reporter: string;
  /** Gmail says it among its own fields; undefined elsewhere. */
  readonly messageId: string | undefined;
}

/** Reads a `message/delivery-status` part (RFC 3464): fields of the report, then a block for each recipient. */
export function parseDeliveryStatus(text: string): DeliveryStatus {
  const blocks = parseFieldBlocks(text);
  const isRecipient = (block: Fields): boolean =>
    block.has("final-recipient") || block.has("original-recipient") || block.has("action");
  // Some servers leave out the blank line after the report's own fields.
  const head = blocks.find((block) => block.has("reporting-mta")) ?? blocks[0];
  return {
    recipients: blocks.filter(isRecipient).map(readRecipient),
    reporter: oneLine(typedValue(firstField(head, "reporting-mta")), 100),
    messageId: findMessageId(firstField(head, "x-original-message-id")),
  };
}

function readRecipient(block: Fields): ReportedRecipient {
  const diagnostic = (block.get("diagnostic-code") ?? []).join(" ");
  const status = chooseStatusCode(firstField(block, "status"), diagnostic);
  const action = (firstField(block, "action") ?? "").toLowerCase().replace(/[^a-z].*$/u, "");
  const addresses = ["original-recipient", "final-recipient", "x-actual-recipient"].flatMap((name) =>
    findAddresses(typedValue(firstField(block, name))),
  );
  return {
    addresses: [...new Set(addresses)],
    verdict: verdictOf(action, status),
    status,
    text: oneLine(diagnostic === "" ? (firstField(block, "status") ?? "") : typedValue(diagnostic)),
  };
}

/** The action decides whether it failed; only where it is missing or unknown does the code's class. */
function verdictOf(action: string, status: string | undefined): Verdict {
  if (action === "failed") return judgeFailure(status);
  if (action === "delayed") return "delayed";
  if (["delivered", "relayed", "expanded"].includes(action)) return "delivered";
  if (status?.startsWith("5") === true) return judgeFailure(status);
  return status?.startsWith("2") === true ? "delivered" : "delayed";
}

/** `smtp; 550 5.1.1 ...` without its type. */
function typedValue(value: string | undefined): string {
  return (value ?? "").replace(/^\s*[\w-]+\s*;\s*/u, "");
}
