import type { Config } from "../config/config.ts";
import type { DeliveryRow, DomainHold } from "../storage/schema/delivery-tables.ts";
import type { IssueRow } from "../storage/schema/issue-tables.ts";
import { describeDoubt } from "../newsletter/instance/instance-doubt.ts";
import type { OverdueSlot } from "../newsletter/timetable/list-overdue.ts";
import { listAlerts } from "../storage/schedule/alerts.ts";
import {
  countAcceptedSince,
  countDeliveries,
  findNextAttempt,
  listDeliveries,
} from "../storage/deliveries/deliveries.ts";
import { deliveryIdOf, readDeliveryKey } from "../storage/deliveries/delivery-id.ts";
import { countUntilOwnTime } from "../storage/deliveries/local-deliveries.ts";
import { listDomainHolds } from "../storage/deliveries/domain-holds.ts";
import { listWaitingDrafts } from "../storage/schedule/drafts.ts";
import { countEditions, countWithoutEdition } from "../storage/issues/editions.ts";
import { findIssue, listIssues } from "../storage/issues/issues.ts";
import { type Database, openDatabase } from "../storage/ledger/open-database.ts";
import { listLastSlots } from "../storage/schedule/slots.ts";
import { listPresentCadences } from "../storage/schedule/timetables.ts";
import type { CommandContext } from "./command-context.ts";
import { findAttention } from "./find-attention.ts";
import type { DraftStatus, IssueStatus, Problem, Status } from "./status-view.ts";

const issuesShown = 10;
const problemsShown = 1000;
const rateMs = 60_000;
const alertsSinceMs = 14 * 24 * 60 * 60 * 1000;

/** What the ledger knows, of all issues or of one. */
export async function readStatus(
  context: CommandContext,
  id: number | undefined,
): Promise<Omit<Status, "next">> {
  const { config } = context;
  const database = await openDatabase(config.data);
  try {
    const issues = await readIssues(database, context, id);
    const now = context.now();
    const alerts = await listAlerts(database, new Date(now.getTime() - alertsSinceMs), now);
    const isScheduled = (await listPresentCadences(database)).length > 0;
    const looked = { config, issues, isScheduled, now };
    if (id !== undefined) {
      const sending = alerts.filter(({ key }) => key === `sending:${id}`);
      const attention = findAttention({ ...looked, holds: [], alerts: sending, drafts: [], overdue: [] });
      return { issues, last: [], drafts: [], attention };
    }
    // What became of a newsletter that is no more is in its issues.
    const last = (await listLastSlots(database, now))
      .filter(({ newsletter, cadence }) => isConfigured(config, newsletter, cadence))
      .map((row) => ({ ...row, slot: row.slot.toISOString() }));
    const drafts = (await listWaitingDrafts(database, now)).map(
      ({ newsletter, cadence, slot, number, hash, state }): DraftStatus => ({
        newsletter,
        cadence,
        slot,
        number,
        hash,
        state: state === "approved" || state === "rejected" ? state : "open",
      }),
    );
    const holds: DomainHold[] = await listDomainHolds(database, now);
    const doubt = await describeDoubt(config, database);
    const overdue = doubt === undefined && isScheduled ? await readOverdue(context, database) : [];
    const attention = findAttention({ ...looked, holds, alerts, drafts, overdue });
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

/** Loaded only where a schedule has run: what reckons with time zones costs a fifth of this command. */
async function readOverdue({ config, now }: CommandContext, database: Database): Promise<OverdueSlot[]> {
  const { listOverdue } = await import("../newsletter/timetable/list-overdue.ts");
  return listOverdue({ config, database, now });
}

function isConfigured({ newsletters }: Config, newsletter: string, cadence: string): boolean {
  const found = newsletters.find(({ key }) => key === newsletter);
  return found?.cadences.some(({ name }) => name === cadence) === true;
}

const problemStates = ["failed", "uncertain", "deferred", "expired", "bounced", "complained"] as const;

async function readIssues(
  database: Database,
  { now }: CommandContext,
  id: number | undefined,
): Promise<IssueStatus[]> {
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
      untilOwnTime: await countUntilOwnTime(database, row.id),
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
