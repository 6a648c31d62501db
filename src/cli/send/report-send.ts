import { relative } from "node:path";
import { styleText } from "node:util";
import { chooseRelays } from "../../newsletter/sending/choose-relays.ts";
import type { NewsletterContext } from "../../newsletter/newsletter-context.ts";
import { localMinute } from "../../platform/zoned-text.ts";
import type { DeliveryRun } from "../../delivery/deliver-issue.ts";
import type { DeliveryCounts } from "../../storage/deliveries/deliveries.ts";
import type { IssueRow } from "../../storage/schema/issue-tables.ts";
import type { CommonOptions } from "../common-options.ts";
import { printJson, printLine } from "../command-context.ts";
import { describeEditions } from "../describe-editions.ts";

/** What a report says of an issue, frozen or only built. */
export interface IssueSummary {
  readonly id?: number;
  readonly newsletter: string;
  readonly number: number;
  readonly slot: string;
  readonly subject: string;
  readonly hash: string;
}

export function summarise({ id, newsletter, number, slot, subject, hash }: IssueRow): IssueSummary {
  return { id, newsletter, number, slot, subject, hash };
}

export function reportNothing(reason: string, options: CommonOptions): void {
  if (options.json === true)
    printJson({ issue: null, total: 0, reason, durationMs: 0, messagesPerSecond: 0 });
  else printLine(`Nothing was sent: ${reason}.`);
}

const deliveryStates = [
  "pending",
  "accepted",
  "deferred",
  "failed",
  "uncertain",
  "skipped",
  "expired",
  "bounced",
  "complained",
] as const satisfies readonly (keyof DeliveryCounts)[];

export interface SendReport {
  readonly issue: IssueSummary;
  readonly total: number;
  readonly counts: DeliveryCounts;
  readonly durationMs: number;
  /** Messages that were handed over by this run. */
  readonly handedOver: number;
  readonly isDryRun: boolean;
  readonly run?: DeliveryRun | undefined;
  /** Why nothing was sent again of an issue that went out. */
  readonly nothing?: string | undefined;
  /** One message that the ledger does not know: to an address given, or to a sample reader because nobody is subscribed. */
  readonly apart?: "test" | "rehearsal" | undefined;
  /** How many different editions there are, and how many readers get none. */
  readonly editions?: { readonly count: number; readonly withoutEdition: number } | undefined;
}

/** Prints what a send did; exit code 3 where a recipient was not accepted. */
export function reportSend(report: SendReport, open: NewsletterContext, options: CommonOptions): void {
  const { issue, total, counts, durationMs, handedOver, isDryRun } = report;
  const accepted = (counts.accepted ?? 0) + (counts.bounced ?? 0) + (counts.complained ?? 0);
  const missing = total - accepted - (counts.skipped ?? 0);
  if (!isDryRun && missing > 0 && report.nothing === undefined) process.exitCode = 3;
  if (options.json === true) {
    const states = Object.fromEntries(deliveryStates.map((state) => [state, counts[state] ?? 0]));
    const perSecond = durationMs === 0 ? 0 : Math.round((handedOver / durationMs) * 1000);
    printJson({
      issue,
      total,
      ...states,
      durationMs: Math.round(durationMs),
      messagesPerSecond: perSecond,
      dryRun: isDryRun,
      test: report.apart === "test",
      rehearsal: report.apart === "rehearsal",
      ...(report.nothing === undefined ? {} : { reason: report.nothing }),
      ...(report.editions === undefined
        ? {}
        : { editions: report.editions.count, withoutEdition: report.editions.withoutEdition }),
      ...(report.run === undefined
        ? {}
        : { end: report.run.end, nextAttemptAt: report.run.nextAttemptAt?.toISOString() ?? null }),
    });
    return;
  }
  const title = styleText("bold", `No. ${issue.number}, "${issue.subject}"`);
  const where = describeWay(open);
  if (isDryRun) {
    printLine(
      `${title} would go to ${total} ${total === 1 ? "address" : "addresses"} by ${where}. Nothing was sent.`,
    );
    printEditions(report);
    return;
  }
  const states = deliveryStates
    .filter((state) => (counts[state] ?? 0) > 0)
    .map((state) => `${counts[state] ?? 0} ${state}`);
  if (report.nothing !== undefined) {
    printLine(
      `Nothing was sent again of ${title}: ${report.nothing}. As it stands: ${states.join(", ") || "0"} of ${total}.`,
    );
    return;
  }
  const mark = { test: "Test of ", rehearsal: "Rehearsal of " };
  const kind = report.apart === undefined ? "" : mark[report.apart];
  printLine(`${kind}${title} by ${where}: ${states.join(", ") || "0"} of ${total}.`);
  printEditions(report);
  if (report.run !== undefined) printEnd(report.run, open);
  if (missing > 0)
    printLine("`gazette status` shows what the server said, and the command for each that needs a person.");
}

/** The ways out, for people. */
export function describeWay({ config }: Pick<NewsletterContext, "config">): string {
  const relays = chooseRelays(config);
  const names = relays.map(({ transport }) => transport.description);
  if (config.delivery.relays.length > 0 || config.delivery.sendmail !== undefined) return names.join(" and ");
  const [folder = ""] = names;
  return `files in ${relative(process.cwd(), folder) || folder}`;
}

function printEditions({ editions }: SendReport): void {
  const notes = editions === undefined ? "" : describeEditions(editions.count, editions.withoutEdition);
  if (notes !== "") printLine(`${notes}.`);
}

function printEnd({ end, nextAttemptAt }: DeliveryRun, { newsletter }: NewsletterContext): void {
  if (end === "paused") printLine("It is paused; `gazette status` says why, and `gazette resume` goes on.");
  if (end === "stopped") printLine("It was stopped; what was on its way was finished first.");
  if (end === "hours") printLine("Its hours are over; the rest goes out when they begin again.");
  if (end === "quota") printLine("Today's quota is used up; the rest goes out tomorrow.");
  if (nextAttemptAt !== undefined)
    printLine(
      `The next attempt at a deferred message: ${localMinute(nextAttemptAt, newsletter.timeZone)} ${newsletter.timeZone}.`,
    );
}
