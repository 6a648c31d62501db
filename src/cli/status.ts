import { existsSync } from "node:fs";
import { join } from "node:path";
import { styleText } from "node:util";
import type { CommonOptions } from "./common-options.ts";
import { GazetteError } from "../platform/errors.ts";
import { localDay, localMinute } from "../platform/zoned-text.ts";
import { nextSlots, type Slot } from "../schedule/slots.ts";
import type { DeliveryRow, DeliveryState, DomainHold, IssueRow } from "../storage/schema.ts";
import { describeEditions } from "./report-send.ts";
import { parseIssueId } from "./find-issue.ts";
import { type CommandContext, openContext, printJson, printLine } from "./command-context.ts";

interface IssueStatus {
  readonly id: number;
  readonly newsletter: string;
  readonly cadence: string;
  readonly number: number;
  readonly slot: string;
  readonly state: string;
  readonly subject: string;
  readonly deliveries: Partial<Record<DeliveryState, number>>;
  /** How many different editions it has. */
  readonly editions: number;
  /** Of the skipped: readers for whom nothing of it was left. */
  readonly withoutEdition: number;
  /** Why it is paused; null where it is not. */
  readonly pauseReason: string | null;
  /** When the next deferred delivery is due. */
  readonly nextAttemptAt: string | null;
  /** Only where one issue was asked for: deliveries that were not accepted, with what was said. */
  readonly problems?: readonly Problem[];
}

interface Problem {
  readonly address: string;
  readonly state: DeliveryState;
  readonly attempts: number;
  readonly said: string;
  readonly host: string;
  readonly at: string;
}

interface Attention {
  readonly issue: number | null;
  readonly message: string;
  readonly command: string;
}

const issuesShown = 10;
const problemsShown = 1000;

/** `gazette status`: what went out, what is due, and what needs a person. */
export async function runStatus(issue: string | undefined, options: CommonOptions): Promise<void> {
  const context = await openContext(options);
  const issues = await readIssues(context, issue === undefined ? undefined : parseIssueId(issue));
  const next = listNextSlots(context);
  const holds = await readHolds(context);
  const attention = [
    ...issues.flatMap((issue) => findAttention(issue, whereToLook(context))),
    ...holds.flatMap(findHold),
  ];
  if (options.json === true) {
    printJson({ issues, next: next.map((slot) => ({ ...slot, slot: slot.slot.toISOString() })), attention });
    return;
  }
  printStatus(context, issues, next, attention);
}

const problemStates = ["failed", "uncertain", "deferred", "expired", "bounced", "complained"] as const;

function toProblem({ address, state, attempts, response, host, updated_at }: DeliveryRow): Problem {
  return { address, state, attempts, said: response ?? "", host: host ?? "", at: updated_at };
}

async function readHolds({ config, now }: CommandContext): Promise<DomainHold[]> {
  if (!existsSync(join(config.data, "gazette.sqlite"))) return [];
  const { openDatabase } = await import("../storage/open-database.ts");
  const { listDomainHolds } = await import("../storage/domain-holds.ts");
  const database = await openDatabase(config.data);
  try {
    return await listDomainHolds(database, now());
  } finally {
    await database.destroy();
  }
}

async function readIssues({ config }: CommandContext, id: number | undefined): Promise<IssueStatus[]> {
  const rows: IssueStatus[] = [];
  if (existsSync(join(config.data, "gazette.sqlite"))) {
    const { openDatabase } = await import("../storage/open-database.ts");
    const { findIssue, listIssues } = await import("../storage/issues.ts");
    const { countDeliveries, findNextAttempt, listDeliveries } = await import("../storage/deliveries.ts");
    const { countEditions, countWithoutEdition } = await import("../storage/editions.ts");
    const database = await openDatabase(config.data);
    try {
      const found: readonly (IssueRow | undefined)[] =
        id === undefined ? await listIssues(database, issuesShown) : [await findIssue(database, id)];
      for (const row of found) {
        if (row === undefined) continue;
        const { newsletter, cadence, number, slot, state, subject } = row;
        const deliveries = await countDeliveries(database, row.id);
        const next = await findNextAttempt(database, row.id);
        const status = { id: row.id, newsletter, cadence, number, slot, state, subject, deliveries };
        const editions = await countEditions(database, row.id);
        const withoutEdition = await countWithoutEdition(database, row.id);
        const more = {
          editions,
          withoutEdition,
          pauseReason: row.pause_reason,
          nextAttemptAt: next?.toISOString() ?? null,
        };
        const found =
          id === undefined ? [] : await listDeliveries(database, id, problemStates, problemsShown);
        rows.push({ ...status, ...more, ...(id === undefined ? {} : { problems: found.map(toProblem) }) });
      }
    } finally {
      await database.destroy();
    }
  }
  if (id === undefined || rows.length > 0) return rows;
  throw new GazetteError("issue-missing", `There is no issue ${id}.`, {
    hint: "`gazette status` lists the issues there are.",
  });
}

function listNextSlots({ config, now }: CommandContext): Slot[] {
  return config.newsletters.flatMap(({ key, cadences, timeZone }) =>
    cadences.flatMap(({ name, cron }) =>
      nextSlots({ cron, timeZone }, now(), 1).map((slot) => ({ newsletter: key, cadence: name, slot })),
    ),
  );
}

/** A domain that refuses by policy waits for a person; one that asks for less does not. */
function findHold({ domain, kind, until, reply }: DomainHold): Attention[] {
  if (kind !== "policy") return [];
  const message = `${domain} refuses our mail by policy ("${reply}") and gets nothing until ${until}`;
  return [{ issue: null, message, command: "gazette doctor" }];
}

/** Where a person finds out whether a message of which nobody knows arrived. */
function whereToLook({ config }: CommandContext): string {
  if (config.delivery.relays.length > 0) return "the server's log";
  return config.delivery.sendmail === undefined ? join(config.out, "outbox") : "the mail system's log";
}

function findAttention(
  { id, number, state, deliveries, newsletter, pauseReason }: IssueStatus,
  place: string,
): Attention[] {
  const found: Attention[] = [];
  const { uncertain = 0, failed = 0 } = deliveries;
  if (uncertain > 0) {
    const message =
      `issue ${number}: ${uncertain} uncertain: the sending ended after the message had left and before the answer came. ` +
      `Look for the recipient in ${place}; only where it is not there`;
    found.push({ issue: id, message, command: `gazette send ${newsletter} --issue ${id} --only uncertain` });
  }
  if (failed > 0) {
    found.push({
      issue: id,
      message: `issue ${number}: ${failed} refused by the server`,
      command: `gazette status ${id}`,
    });
  }
  if (state === "paused") {
    const message = `issue ${number} is paused: ${pauseReason ?? "by hand"}`;
    found.push({ issue: id, message, command: `gazette resume ${id}` });
  }
  if (state === "sending") {
    found.push({
      issue: id,
      message: `issue ${number} is not finished`,
      command: `gazette send ${newsletter}`,
    });
  }
  return found;
}

function printStatus(
  { config }: CommandContext,
  issues: readonly IssueStatus[],
  next: readonly Slot[],
  attention: readonly Attention[],
): void {
  const zones = new Map(config.newsletters.map(({ key, timeZone }) => [key, timeZone]));
  printLine(styleText("bold", "Issues"));
  if (issues.length === 0) printLine("  none sent yet");
  for (const { id, newsletter, number, slot, state, subject, deliveries, ...more } of issues) {
    const day = localDay(new Date(slot), zones.get(newsletter) ?? "UTC");
    const counts = Object.entries(deliveries).map(([name, count]) => `${count} ${name}`);
    printLine(
      `  ${String(id).padStart(4)}  ${day}  ${newsletter} No. ${number}  ${state}: ${counts.join(", ")}`,
    );
    printLine(`        ${subject}`);
    const notes = describeEditions(more.editions, more.withoutEdition);
    if (notes !== "") printLine(`        ${notes}`);
  }
  for (const { address, state, said } of issues.flatMap(({ problems = [] }) => problems)) {
    printLine(`        ${state.padEnd(9)} ${address}  ${said}`);
  }
  printLine();
  printLine(styleText("bold", "Next"));
  for (const { newsletter, slot } of next) {
    const zone = zones.get(newsletter) ?? "UTC";
    printLine(`  ${newsletter}  ${localMinute(slot, zone)} ${zone}  (${slot.toISOString()})`);
  }
  if (attention.length === 0) return;
  printLine();
  printLine(styleText(["bold", "yellow"], "Needs a person"));
  for (const { message, command } of attention) printLine(`  ${message}: ${command}`);
}
