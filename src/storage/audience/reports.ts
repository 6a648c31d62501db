import { type Kysely, sql } from "kysely";
import { assertTransition, deliveryTransitions } from "../deliveries/delivery-transitions.ts";
import type { Database } from "../ledger/open-database.ts";
import type { ReportKind, SuppressionReason } from "../schema/audience-tables.ts";
import type { DeliveryState } from "../schema/delivery-tables.ts";
import type { Tables } from "../schema/tables.ts";

/** A bounce or complaint that is proven to be about a delivery of ours. */
export interface NewReport {
  /** SHA-256 of the message it came in. */
  readonly hash: string;
  readonly issueId: number;
  /** Normalised, as the ledger has it. */
  readonly address: string;
  readonly kind: ReportKind;
  readonly status: string | null;
  /** What was said, one line; nothing else of the report is kept. */
  readonly diagnostic: string;
  readonly reporter: string;
  /** When it was written. */
  readonly receivedAt: Date;
}

/** How many soft bounces of different issues within how many days take an address out of all mail. */
export interface SoftBounceLimit {
  readonly count: number;
  readonly days: number;
}

export interface RecordedReport {
  /** False: it was on record already, and nothing changed. */
  readonly isNew: boolean;
  /** Undefined: the delivery stays as it is. */
  readonly moved: "bounced" | "complained" | undefined;
  /** Undefined: the address is not suppressed by it, or was before. */
  readonly suppressed: SuppressionReason | undefined;
}

const dayMs = 24 * 60 * 60 * 1000;

/** Whether each of these messages was read before, in the order given. */
export async function areReportsKnown(database: Database, hashes: readonly string[]): Promise<boolean[]> {
  const rows = await sql<{ readonly hash: string }>`
    SELECT DISTINCT hash FROM reports
    WHERE hash IN (SELECT value FROM json_each(${JSON.stringify(hashes)}))`.execute(database);
  const known = new Set(rows.rows.map(({ hash }) => hash));
  return hashes.map((hash) => known.has(hash));
}

/**
 * Puts reports on record, moves their deliveries to `bounced` or `complained` and suppresses by rule: hard bounces and
 * complaints at once, soft ones from the limit on, policy never. All or nothing; a report that is on record changes nothing.
 */
export async function recordReports(
  database: Database,
  reports: readonly NewReport[],
  limit: SoftBounceLimit,
  now: Date,
): Promise<RecordedReport[]> {
  return database.transaction().execute(async (transaction) => {
    const recorded: RecordedReport[] = [];
    for (const report of reports) recorded.push(await recordReport(transaction, report, limit, now));
    return recorded;
  });
}

async function recordReport(
  transaction: Kysely<Tables>,
  report: NewReport,
  limit: SoftBounceLimit,
  now: Date,
): Promise<RecordedReport> {
  const inserted = await transaction
    .insertInto("reports")
    .values({
      hash: report.hash,
      address: report.address,
      issue_id: report.issueId,
      kind: report.kind,
      status: report.status,
      diagnostic: report.diagnostic,
      reporter: report.reporter,
      received_at: report.receivedAt.toISOString(),
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (inserted.numInsertedOrUpdatedRows !== 1n)
    return { isNew: false, moved: undefined, suppressed: undefined };
  const moved = await moveDelivery(transaction, report, now);
  const reason = await chooseSuppression(transaction, report, limit);
  const isSuppressed = reason !== undefined && (await suppress(transaction, report, reason, now));
  return { isNew: true, moved, suppressed: isSuppressed ? reason : undefined };
}

/** A report proves that the message was accepted, so it settles an uncertain delivery too. */
async function moveDelivery(
  transaction: Kysely<Tables>,
  report: NewReport,
  now: Date,
): Promise<"bounced" | "complained" | undefined> {
  const to = report.kind === "complaint" ? "complained" : "bounced";
  const from = Object.entries(deliveryTransitions).flatMap(([state, next]) =>
    next.includes(to) ? [state as DeliveryState] : [],
  );
  for (const state of from) assertTransition(state, to);
  const result = await transaction
    .updateTable("deliveries")
    .set({
      state: to,
      enhanced_code: report.status,
      response: report.diagnostic,
      host: report.reporter,
      updated_at: now.toISOString(),
    })
    .where("issue_id", "=", report.issueId)
    .where("address", "=", report.address)
    .where("state", "in", from)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n ? to : undefined;
}

async function chooseSuppression(
  transaction: Kysely<Tables>,
  report: NewReport,
  limit: SoftBounceLimit,
): Promise<SuppressionReason | undefined> {
  if (report.kind === "hard") return "hard-bounce";
  if (report.kind === "complaint") return "complaint";
  if (report.kind === "policy") return undefined;
  const since = new Date(report.receivedAt.getTime() - limit.days * dayMs).toISOString();
  const { count } = await transaction
    .selectFrom("reports")
    .select((expression) => expression.fn.count<number>("issue_id").distinct().as("count"))
    .where("address", "=", report.address)
    .where("kind", "=", "soft")
    .where("received_at", ">", since)
    .where("received_at", "<=", report.receivedAt.toISOString())
    .executeTakeFirstOrThrow();
  return count >= limit.count ? "soft-bounces" : undefined;
}

async function suppress(
  transaction: Kysely<Tables>,
  { address, status, diagnostic }: NewReport,
  reason: SuppressionReason,
  now: Date,
): Promise<boolean> {
  const isCoded = status === null || diagnostic.includes(status);
  const detail = isCoded ? diagnostic : `${status} ${diagnostic}`.trim();
  const result = await transaction
    .insertInto("suppressions")
    .values({ address, reason, detail, created_at: now.toISOString() })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return result.numInsertedOrUpdatedRows === 1n;
}
