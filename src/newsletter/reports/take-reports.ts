import type { Readable } from "node:stream";
import type { Config } from "../../config/config.ts";
import { readMailbox } from "../../delivery/reports/read-mailbox.ts";
import { readReport } from "../../delivery/reports/read-report.ts";
import type { Report, ReportedRecipient } from "../../delivery/reports/report.ts";
import type { Database } from "../../storage/ledger/open-database.ts";
import { areReportsKnown, type NewReport, recordReports } from "../../storage/audience/reports.ts";
import { openDeliveryFinder, type ReportedDelivery } from "./find-reported-delivery.ts";

/** What was in a mailbox of reports; `messages` is the sum of those up to `refused`. */
export interface ReportCounts {
  messages: number;
  /** Final: the address does not exist. */
  hard: number;
  soft: number;
  /** We or the message were refused. */
  policy: number;
  complaints: number;
  /** Not yet delivered, or delivered after all: nothing follows from it. */
  delayed: number;
  autoReplies: number;
  /** Letters and whatever else is no report. */
  other: number;
  /** Reports about no delivery of ours that they could prove; nothing follows from them. */
  unrecognised: number;
  /** Read before. */
  known: number;
  refused: number;
  /** What followed: deliveries moved on, addresses suppressed. */
  bounced: number;
  complained: number;
  suppressed: number;
}

export interface RefusedMessage {
  readonly place: string;
  readonly reason: string;
}

interface TakeOptions {
  readonly database: Database;
  readonly config: Pick<Config, "newsletters" | "delivery">;
  /** A message, an mbox or a Maildir; `-`: standard input. */
  readonly path: string;
  readonly standardInput: Readable;
  readonly now: () => Date;
  readonly onRefused: (refused: RefusedMessage) => void;
}

interface TakenReport {
  readonly hash: string;
  readonly report: Report;
}

const batchSize = 100;

/**
 * Reads a mailbox of bounces and complaints into the ledger: deliveries become `bounced` or `complained`, addresses are
 * suppressed by rule. Only what proves to be about a delivery of ours has consequences. Reading a mailbox twice changes
 * nothing the second time; a batch is a transaction, so an end in the middle loses nothing.
 */
export async function takeReports(options: TakeOptions): Promise<ReportCounts> {
  const { database, config, now } = options;
  const counts = noCounts();
  const finder = openDeliveryFinder(database, config, now());
  const unfound: TakenReport[] = [];
  let batch: NewReport[] = [];

  const store = async (): Promise<void> => {
    const recorded = await recordReports(database, batch, config.delivery.softBounces, now());
    recorded.forEach(({ isNew, moved, suppressed }, index) => {
      const kind = batch[index]?.kind;
      if (!isNew || kind === undefined) counts.known += 1;
      else if (kind === "complaint") counts.complaints += 1;
      else counts[kind] += 1;
      if (moved !== undefined) counts[moved] += 1;
      if (suppressed !== undefined) counts.suppressed += 1;
    });
    batch = [];
  };
  const keep = async (taken: TakenReport, delivery: ReportedDelivery): Promise<void> => {
    const { hash, report } = taken;
    batch.push(toNewReport(hash, report, delivery, now()));
    if (batch.length >= batchSize) await store();
  };

  for await (const entry of readMailbox(options.path, options.standardInput)) {
    counts.messages += 1;
    const refuse = (reason: string): void => {
      counts.refused += 1;
      options.onRefused({ place: entry.place, reason });
    };
    if (entry.kind === "refused") {
      refuse(entry.reason);
      continue;
    }
    if ((await areReportsKnown(database, [entry.hash]))[0] === true) {
      counts.known += 1;
      continue;
    }
    const mail = await readReport(entry.bytes);
    if (mail.kind === "refused") refuse(mail.reason);
    else if (mail.kind === "auto-reply") counts.autoReplies += 1;
    else if (mail.kind === "other" || mail.report.recipients.length === 0) counts.other += 1;
    else if (!hasConsequence(mail.report)) counts.delayed += 1;
    else {
      const taken = { hash: entry.hash, report: mail.report };
      const delivery = await finder.find(mail.report);
      if (delivery === undefined) unfound.push(taken);
      else await keep(taken, delivery);
    }
  }
  const found = await finder.search(unfound.map(({ report }) => report));
  for (const taken of unfound) {
    const delivery = found.get(taken.report);
    if (delivery === undefined) counts.unrecognised += 1;
    else await keep(taken, delivery);
  }
  await store();
  return counts;
}

function hasConsequence({ recipients }: Report): boolean {
  return recipients.some(({ verdict }) => isFailure(verdict));
}

function isFailure(verdict: ReportedRecipient["verdict"]): verdict is NewReport["kind"] {
  return verdict !== "delayed" && verdict !== "delivered";
}

const mildest: readonly NewReport["kind"][] = ["policy", "soft", "hard", "complaint"];

/**
 * What a report says of one delivery: the part about its address, or the only part there is (a mailbox that was forwarded
 * bears another name). Of several parts about others the mildest, because nobody knows which of them was ours.
 */
function toNewReport(
  hash: string,
  { recipients, reporter, writtenAt }: Report,
  { issueId, address }: ReportedDelivery,
  now: Date,
): NewReport {
  const failed = recipients.flatMap((part) =>
    isFailure(part.verdict) ? [{ ...part, verdict: part.verdict }] : [],
  );
  const own = failed.filter(({ addresses }) => addresses.includes(address));
  const [part] = (own.length > 0 ? own : failed).sort(
    (a, b) => mildest.indexOf(a.verdict) - mildest.indexOf(b.verdict),
  );
  return {
    hash,
    issueId,
    address,
    kind: part?.verdict ?? "soft",
    status: part?.status ?? null,
    diagnostic: part?.text ?? "",
    reporter,
    receivedAt: writtenAt === undefined || writtenAt > now ? now : writtenAt,
  };
}

function noCounts(): ReportCounts {
  return {
    messages: 0,
    hard: 0,
    soft: 0,
    policy: 0,
    complaints: 0,
    delayed: 0,
    autoReplies: 0,
    other: 0,
    unrecognised: 0,
    known: 0,
    refused: 0,
    bounced: 0,
    complained: 0,
    suppressed: 0,
  };
}
