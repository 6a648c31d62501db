import PostalMime, { type Attachment, type Email } from "postal-mime";
import { domainOf } from "../../platform/mailbox.ts";
import { parseDeliveryStatus } from "./delivery-status.ts";
import { parseFeedbackReport } from "./feedback-report.ts";
import { addressesIn, noOriginal, readOriginal } from "./original-message.ts";
import type { Fields } from "./parse-fields.ts";
import { oneLine } from "./report-addresses.ts";
import type { OriginalMessage, ReadMail, Report, ReportedRecipient } from "./report.ts";
import { parseCodedText, parseFailedRecipients, parseParagraphReport } from "./text-report.ts";

/** What a hostile message may cost: deeper or longer headers than any mail server writes. */
const limits = { maxNestingDepth: 20, maxHeadersSize: 256 * 1024, forceRfc822Attachments: true } as const;
/** What of a part is read: a delivery status is short, and of a returned message only the headers count. */
const maxPartBytes = 64 * 1024;

const fieldName = /^[!-9;-~]+$/u;

/**
 * Reads a bounce or a complaint in any of the forms it may have: RFC 3464, RFC 5965, and those that qmail, Yahoo, Exim and
 * Gmail wrote or write instead. Whatever is in it is a claim of whoever sent it. Never throws for what it is given.
 *
 * @param bytes The message, or its beginning.
 */
export async function readReport(bytes: Uint8Array): Promise<ReadMail> {
  let email: Email;
  try {
    email = await PostalMime.parse(bytes, limits);
  } catch (error) {
    const reason = error instanceof Error ? oneLine(error.message, 200) : "it is no message";
    return { kind: "refused", reason: `it cannot be read as a message: ${reason.replace(/\.$/u, "")}` };
  }
  if (!email.headers.some(({ key, value }) => fieldName.test(key) && value !== ""))
    return { kind: "refused", reason: "it has no headers, so it is no message" };
  return classify(email);
}

function classify(email: Email): ReadMail {
  const headers = fieldsOf(email);
  const about = readStandardForm(email) ?? readTextForm(email, headers);
  if (about === undefined) return { kind: isAutoReply(headers) ? "auto-reply" : "other" };
  const date = new Date(email.date ?? "");
  const report: Report = {
    ...about,
    sentTo: addressesIn(headers, ["to", "delivered-to", "x-original-to", "envelope-to", "x-envelope-to"]),
    reporter: about.reporter === "" ? reporterOf(headers) : about.reporter,
    writtenAt: Number.isNaN(date.getTime()) ? undefined : date,
  };
  return { kind: "report", report };
}

type About = Pick<Report, "recipients" | "original" | "reporter">;

function readStandardForm({ attachments }: Email): About | undefined {
  const partOf = (...types: string[]): string | undefined => {
    const part = attachments.find(({ mimeType }) => types.includes(mimeType));
    return part === undefined ? undefined : textOf(part);
  };
  const returned = partOf(
    "message/rfc822",
    "text/rfc822-headers",
    "message/rfc822-headers",
    "message/global",
    "message/global-headers",
  );
  const original = returned === undefined ? noOriginal : readOriginal(returned);
  const feedback = partOf("message/feedback-report");
  if (feedback !== undefined) {
    const { recipient, reporter, returnPaths } = parseFeedbackReport(feedback);
    const recipients = recipient === undefined ? [] : [recipient];
    return { recipients, reporter, original: withReturnPaths(original, returnPaths) };
  }
  const status = partOf("message/delivery-status", "message/global-delivery-status");
  if (status === undefined) return undefined;
  const { recipients, reporter, messageId } = parseDeliveryStatus(status);
  return { recipients, reporter, original: { ...original, messageId: original.messageId ?? messageId } };
}

function readTextForm({ text = "" }: Email, headers: Fields): About | undefined {
  const failedRecipients = headers.get("x-failed-recipients")?.join(", ");
  const found =
    failedRecipients === undefined
      ? parseParagraphReport(text)
      : parseFailedRecipients(failedRecipients, text);
  if (found !== undefined && found.recipients.length > 0)
    return { recipients: found.recipients, original: readOriginal(found.original), reporter: "" };
  const coded = isFromMailer(headers) ? parseCodedText(text) : undefined;
  if (coded === undefined) return undefined;
  const recipients: ReportedRecipient[] = [coded];
  return { recipients, original: noOriginal, reporter: "" };
}

function fieldsOf({ headers }: Email): Fields {
  const fields = new Map<string, string[]>();
  for (const { key, value } of headers.slice(0, 500)) {
    const values = fields.get(key) ?? [];
    values.push(value);
    fields.set(key, values);
  }
  return fields;
}

function textOf({ content }: Attachment): string {
  const bytes = typeof content === "string" ? Buffer.from(content) : new Uint8Array(content);
  return Buffer.from(bytes.subarray(0, maxPartBytes)).toString("utf8");
}

function withReturnPaths(original: OriginalMessage, more: readonly string[]): OriginalMessage {
  return { ...original, returnPaths: [...original.returnPaths, ...more] };
}

/** Absence notes and their like (RFC 3834); asked only of what bears no report. */
function isAutoReply(headers: Fields): boolean {
  const submitted = headers.get("auto-submitted")?.[0]?.toLowerCase() ?? "no";
  const precedence = headers.get("precedence")?.[0]?.toLowerCase() ?? "";
  return (
    !submitted.startsWith("no") ||
    precedence === "auto_reply" ||
    ["x-autoreply", "x-autorespond", "x-auto-response-suppress"].some((name) => headers.has(name))
  );
}

function isFromMailer(headers: Fields): boolean {
  return /\b(?:mailer-daemon|postmaster|mail-daemon)@/iu.test(headers.get("from")?.[0] ?? "");
}

function reporterOf(headers: Fields): string {
  const [address = ""] = addressesIn(headers, ["from"]);
  return oneLine(domainOf(address), 100);
}
