import { findAddresses, oneLine } from "./report-addresses.ts";
import type { ReportedRecipient } from "./report.ts";
import { findStatusCode, judgeFailure } from "./status-code.ts";

/** A report in plain words, and what follows of the message it is about. */
export interface TextReport {
  readonly recipients: readonly ReportedRecipient[];
  readonly original: string;
}

const maxLines = 2000;
const maxRecipients = 50;

/**
 * How the bounces of qmail begin (QSBMF, its own description of the format), and those of Yahoo, which are built alike: a
 * paragraph for each recipient, first line `<address>:`, until a paragraph that begins with a hyphen.
 */
const paragraphForm =
  /^(?:Hi\. This is the|Message from \s?\S+\.\s|Sorry, (?:we were unable|I wasn't able) to deliver)/u;

/**
 * What known servers say where they give no code at all. Elsewhere words decide nothing.
 */
const wordsOfKnownServers: readonly (readonly [RegExp, string])[] = [
  [/This user doesn't have a \S{1,80} account/u, "5.1.1"],
  [/^Sorry, no mailbox here by that name\b/u, "5.1.1"],
  [/^Sorry, I couldn't find any host by that name\b/u, "5.1.2"],
];

/** Reads qmail's and Yahoo's form; undefined for any other text. */
export function parseParagraphReport(text: string): TextReport | undefined {
  if (!paragraphForm.test(text.trimStart())) return undefined;
  const paragraphs = text
    .trimStart()
    .split(/\r?\n/u, maxLines)
    .join("\n")
    .split(/\n{2,}/u);
  const end = paragraphs.findIndex((paragraph, index) => index > 0 && paragraph.startsWith("-"));
  const listed = paragraphs.slice(1, end < 0 ? undefined : end);
  const recipients = listed.flatMap((paragraph): ReportedRecipient[] => {
    const [first = "", ...rest] = paragraph.split("\n");
    const [, name] = /^<([^>]{3,320})>:\s*$/u.exec(first) ?? [];
    return name === undefined ? [] : [failed(findAddresses(name), rest.join(" "))];
  });
  return { recipients: recipients.slice(0, maxRecipients), original: afterLine(text, /^-+ .*$/mu) };
}

/**
 * Reads the form of Exim without a delivery status, and of Gmail in its older days: the header `X-Failed-Recipients`, and the
 * reason in the text.
 */
export function parseFailedRecipients(header: string, text: string): TextReport {
  const [reason = ""] = text.split(/^-{4,}/mu, 1);
  const addresses = findAddresses(header);
  const recipients = addresses.map((address) =>
    failed([address], addresses.length === 1 ? reason : sayingOf(address, addresses, reason)),
  );
  return { recipients: recipients.slice(0, maxRecipients), original: afterLine(text, /^-{4,}.*$/mu) };
}

/** What the text says of one of several addresses: from its own line on, until the next one or an empty one. */
function sayingOf(address: string, addresses: readonly string[], text: string): string {
  const lines = text.split(/\r?\n/u, maxLines).map((line) => line.trim());
  const start = lines.findIndex((line) => line.toLowerCase() === address);
  const rest = lines.slice(start + 1);
  const end = rest.findIndex((line) => line === "" || addresses.includes(line.toLowerCase()));
  return start < 0 ? "" : rest.slice(0, end < 0 ? undefined : end).join(" ");
}

/** A bounce in words of no form we know, that bears a code all the same. */
export function parseCodedText(text: string): ReportedRecipient | undefined {
  const said = oneLine(text, 20_000);
  const match = /\b[45]\d\d[ -]#?[45]\.\d{1,3}\.\d{1,3}\b.{0,400}/u.exec(said);
  return match === null ? undefined : failed([], match[0]);
}

function failed(addresses: readonly string[], saying: string): ReportedRecipient {
  const said = oneLine(saying, 5000);
  const known = wordsOfKnownServers.find(([words]) => words.test(said))?.[1];
  const status = findStatusCode(said) ?? known;
  // The reply itself, where the text has one, is worth more than the courtesies before it.
  const from = /\b[45]\d\d[ :-]/u.exec(said)?.index ?? 0;
  return { addresses, verdict: judgeFailure(status), status, text: oneLine(said.slice(from)) };
}

function afterLine(text: string, line: RegExp): string {
  const match = line.exec(text);
  return match === null ? "" : text.slice(match.index + match[0].length).replace(/^\s+/u, "");
}
