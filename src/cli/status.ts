import { existsSync } from "node:fs";
import { join } from "node:path";
import { styleText } from "node:util";
import type { CommonOptions } from "./common-options.ts";
import { GazetteError } from "../platform/errors.ts";
import { localDay, localMinute } from "../platform/zoned-text.ts";
import { nextSlots, type Slot } from "../schedule/slots.ts";
import type { DeliveryState, IssueRow } from "../storage/schema.ts";
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
}

interface Attention {
  readonly issue: number;
  readonly message: string;
  readonly command: string;
}

const issuesShown = 10;

/** `gazette status`: what went out, what is due, and what needs a person. */
export async function runStatus(issue: string | undefined, options: CommonOptions): Promise<void> {
  const context = await openContext(options);
  const issues = await readIssues(context, parseIssueId(issue));
  const next = listNextSlots(context);
  const attention = issues.flatMap(findAttention);
  if (options.json === true) {
    printJson({ issues, next: next.map((slot) => ({ ...slot, slot: slot.slot.toISOString() })), attention });
    return;
  }
  printStatus(context, issues, next, attention);
}

function parseIssueId(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (/^[1-9]\d{0,14}$/u.test(text)) return Number(text);
  throw new GazetteError("usage", `An issue is named by its id, a whole number; found "${text}".`, {
    hint: "`gazette status` lists the issues with their ids.",
  });
}

async function readIssues({ config }: CommandContext, id: number | undefined): Promise<IssueStatus[]> {
  const rows: IssueStatus[] = [];
  if (existsSync(join(config.data, "gazette.sqlite"))) {
    const { openDatabase } = await import("../storage/open-database.ts");
    const { findIssue, listIssues } = await import("../storage/issues.ts");
    const { countDeliveries } = await import("../storage/deliveries.ts");
    const database = await openDatabase(config.data);
    try {
      const found: readonly (IssueRow | undefined)[] =
        id === undefined ? await listIssues(database, issuesShown) : [await findIssue(database, id)];
      for (const row of found) {
        if (row === undefined) continue;
        const { newsletter, cadence, number, slot, state, subject } = row;
        const deliveries = await countDeliveries(database, row.id);
        rows.push({ id: row.id, newsletter, cadence, number, slot, state, subject, deliveries });
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

function findAttention({ id, number, state, deliveries, newsletter }: IssueStatus): Attention[] {
  const found: Attention[] = [];
  const { uncertain = 0, failed = 0 } = deliveries;
  if (uncertain > 0) {
    const message = `issue ${number}: ${uncertain} uncertain: the server may have taken them; look in its log`;
    found.push({ issue: id, message, command: `gazette status ${id}` });
  }
  if (failed > 0) {
    found.push({
      issue: id,
      message: `issue ${number}: ${failed} refused by the server`,
      command: `gazette status ${id}`,
    });
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
  for (const { id, newsletter, number, slot, state, subject, deliveries } of issues) {
    const day = localDay(new Date(slot), zones.get(newsletter) ?? "UTC");
    const counts = Object.entries(deliveries).map(([name, count]) => `${count} ${name}`);
    printLine(
      `  ${String(id).padStart(4)}  ${day}  ${newsletter} No. ${number}  ${state}: ${counts.join(", ")}`,
    );
    printLine(`        ${subject}`);
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
