import { existsSync } from "node:fs";
import { join } from "node:path";
import type { CommonOptions } from "./common-options.ts";
import { GazetteError } from "../platform/errors.ts";
import { nextSlots, type Slot } from "../schedule/slots.ts";
import type { Database } from "../storage/open-database.ts";
import type { DeliveryRow, DomainHold, IssueRow } from "../storage/schema.ts";
import { parseIssueId } from "./find-issue.ts";
import { type CommandContext, openContext, printJson } from "./command-context.ts";
import { findAttention } from "./find-attention.ts";
import { printStatus } from "./print-status.ts";
import type { DraftStatus, IssueStatus, Problem, Status } from "./status-view.ts";

const issuesShown = 10;
const problemsShown = 1000;
const rateMs = 60_000;
const alertsSinceMs = 14 * 24 * 60 * 60 * 1000;

/** `gazette status`: what went out, what is due, and what needs a person. */
export async function runStatus(issue: string | undefined, options: CommonOptions): Promise<void> {
  const context = await openContext(options);
  const id = issue === undefined ? undefined : parseIssueId(issue);
  const ledger = await readLedger(context, id);
  if (id !== undefined && ledger.issues.length === 0) {
    throw new GazetteError("issue-missing", `There is no issue ${id}.`, {
      hint: "`gazette status` lists the issues there are.",
    });
  }
  const status: Status = { ...ledger, next: listNextSlots(context) };
  if (options.json === true) {
    printJson({ ...status, next: status.next.map((slot) => ({ ...slot, slot: slot.slot.toISOString() })) });
    return;
  }
  printStatus(context, status);
}

async function readLedger(context: CommandContext, id: number | undefined): Promise<Omit<Status, "next">> {
  const { config } = context;
  if (!existsSync(join(config.data, "gazette.sqlite")))
    return { issues: [], last: [], drafts: [], attention: [] };
  const { openDatabase } = await import("../storage/open-database.ts");
  const database = await openDatabase(config.data);
  try {
    const issues = await readIssues(database, context, id);
    if (id !== undefined)
      return { issues, last: [], drafts: [], attention: findAttention(config, issues, [], [], []) };
    const now = context.now();
    const { listLastSlots } = await import("../storage/slots.ts");
    const { listWaitingDrafts } = await import("../storage/drafts.ts");
    const { listAlerts } = await import("../storage/alerts.ts");
    const { listDomainHolds } = await import("../storage/domain-holds.ts");
    const last = (await listLastSlots(database, now)).map((row) => ({
      ...row,
      slot: row.slot.toISOString(),
    }));
    const drafts = (await listWaitingDrafts(database)).map(
      ({ newsletter, cadence, slot, number, hash, state }): DraftStatus => ({
        newsletter,
        cadence,
        slot,
        number,
        hash,
        state: state === "approved" ? "approved" : "open",
      }),
    );
    const alerts = await listAlerts(database, new Date(now.getTime() - alertsSinceMs));
    const holds: DomainHold[] = await listDomainHolds(database, now);
    const { describeDoubt } = await import("../newsletter/instance-doubt.ts");
    const doubt = await describeDoubt(config, database);
    const attention = findAttention(config, issues, holds, alerts, drafts);
    // The schedule raises an alert for it too, once it runs.
    const isTold = doubt === undefined || attention.some(({ message }) => message.startsWith(doubt.message));
    return {
      issues,
      last,
      drafts,
      attention: isTold
        ? attention
        : [{ issue: null, message: doubt.message, command: "gazette schedule --adopt skip" }, ...attention],
    };
  } finally {
    await database.destroy();
  }
}

const problemStates = ["failed", "uncertain", "deferred", "expired", "bounced", "complained"] as const;

async function readIssues(
  database: Database,
  { now }: CommandContext,
  id: number | undefined,
): Promise<IssueStatus[]> {
  const { findIssue, listIssues } = await import("../storage/issues.ts");
  const { countAcceptedSince, countDeliveries, findNextAttempt, listDeliveries } =
    await import("../storage/deliveries.ts");
  const { countEditions, countWithoutEdition } = await import("../storage/editions.ts");
  const found: readonly (IssueRow | undefined)[] =
    id === undefined ? await listIssues(database, issuesShown) : [await findIssue(database, id)];
  const rows: IssueStatus[] = [];
  for (const row of found) {
    if (row === undefined) continue;
    const { newsletter, cadence, number, slot, state, subject } = row;
    const isSending = state === "sending";
    rows.push({
      id: row.id,
      newsletter,
      cadence,
      number,
      slot,
      state,
      subject,
      deliveries: await countDeliveries(database, row.id),
      perMinute: isSending
        ? await countAcceptedSince(database, row.id, new Date(now().getTime() - rateMs))
        : null,
      editions: await countEditions(database, row.id),
      withoutEdition: await countWithoutEdition(database, row.id),
      pauseReason: row.pause_reason,
      nextAttemptAt: (await findNextAttempt(database, row.id))?.toISOString() ?? null,
      ...(id === undefined
        ? {}
        : {
            problems: await toProblems(
              database,
              await listDeliveries(database, id, problemStates, problemsShown),
            ),
          }),
    });
  }
  return rows;
}

async function toProblems(database: Database, rows: readonly DeliveryRow[]): Promise<Problem[]> {
  const { deliveryIdOf, readDeliveryKey } = await import("../storage/delivery-id.ts");
  const key = await readDeliveryKey(database);
  return rows.map(({ issue_id, address, state, attempts, response, host, updated_at }) => ({
    address,
    delivery: deliveryIdOf(key, issue_id, address),
    state,
    attempts,
    said: response ?? "",
    host: host ?? "",
    at: updated_at,
  }));
}

function listNextSlots({ config, now }: CommandContext): Slot[] {
  return config.newsletters.flatMap(({ key, cadences, timeZone }) =>
    cadences.flatMap(({ name, cron }) =>
      nextSlots({ cron, timeZone }, now(), 1).map((slot) => ({ newsletter: key, cadence: name, slot })),
    ),
  );
}
