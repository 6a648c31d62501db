import { createInterface } from "node:readline/promises";
import { relative } from "node:path";
import { styleText } from "node:util";
import type { CommonOptions } from "./common-options.ts";
import type { NewsletterConfig } from "../config/config.ts";
import { assertNotEmpty, buildIssue, type BuiltIssue } from "../newsletter/build-issue.ts";
import { sampleReader } from "../newsletter/address-reader.ts";
import type { NewsletterContext } from "../newsletter/newsletter-context.ts";
import { planIssue } from "../newsletter/plan-issue.ts";
import { previewIssue } from "../newsletter/preview-issue.ts";
import {
  asSender,
  chooseTransport,
  type DeliveryCounts,
  freezeBuiltIssue,
  listRecipients,
  sendFrozenIssue,
  sendTest,
} from "../newsletter/send-issue.ts";
import { GazetteError } from "../platform/errors.ts";
import { type Mailbox, parseMailbox } from "../platform/mailbox.ts";
import { findUnfinishedIssue } from "../storage/issues.ts";
import { countDeliveries } from "../storage/deliveries.ts";
import type { IssueRow } from "../storage/schema.ts";
import {
  type CommandContext,
  chooseNewsletter,
  openContext,
  printJson,
  printLine,
} from "./command-context.ts";
import { stopSignal } from "./stop-signal.ts";
import { withLedger, withLedgerIfAny, type WithLedger } from "./with-newsletter.ts";

export interface SendOptions extends CommonOptions {
  readonly to?: string;
  readonly dryRun?: true;
  readonly yes?: true;
}

/** `gazette send`: sends an issue now. Sets exit code 3 where a recipient was not accepted. */
export async function runSend(key: string | undefined, options: SendOptions): Promise<void> {
  const context = await openContext(options);
  const newsletter = chooseNewsletter(context.config, key);
  if (options.to !== undefined) {
    const to = parseMailbox(options.to);
    await withLedgerIfAny(context, newsletter, (open) => sendOne(context, open, to, "[Test] ", options));
    return;
  }
  if (options.dryRun === true) {
    await withLedgerIfAny(context, newsletter, (open) => rehearse(context, open, options));
    return;
  }
  if (listRecipients(newsletter).length === 0) {
    await sendToNobody(context, newsletter, options);
    return;
  }
  await withLedger(context, newsletter, (open) =>
    asSender(context.config.data, () => sendToReaders(context, open, options)),
  );
}

async function sendToNobody(
  context: CommandContext,
  newsletter: NewsletterConfig,
  options: SendOptions,
): Promise<void> {
  if (context.config.smtpUrl !== undefined) {
    throw new GazetteError("recipients-missing", `Nobody receives "${newsletter.title}" yet.`, {
      hint: "Name readers in MAIL_TO (.env), or send one test with --to you@example.com.",
    });
  }
  process.stderr.write(
    "Nobody receives this newsletter yet, so this is a rehearsal: one message for a sample reader, and no record of it.\n" +
      "Name readers in MAIL_TO and a server in SMTP_URL (.env) to send for real.\n\n",
  );
  await withLedgerIfAny(context, newsletter, (open) => sendOne(context, open, sampleReader, "", options));
}

async function plan(context: CommandContext, open: NewsletterContext): ReturnType<typeof planIssue> {
  const planned = await planIssue(open, context.now());
  assertNotEmpty(planned, context.config.articles.dir);
  return planned;
}

async function sendOne(
  context: CommandContext,
  open: NewsletterContext,
  to: Mailbox,
  mark: string,
  options: SendOptions,
): Promise<void> {
  const planned = await plan(context, open);
  if (planned.selection.held !== undefined) {
    reportNothing(planned.selection.held, options);
    return;
  }
  const built = await buildIssue(open, planned);
  const startedAt = performance.now();
  const outcome = options.dryRun === true ? undefined : await sendTest(open, built, to, mark);
  const counts = outcome === undefined ? {} : { [outcome.state]: 1 };
  report(built.manifest.issue, 1, counts, performance.now() - startedAt, open, options);
}

async function rehearse(
  context: CommandContext,
  open: NewsletterContext,
  options: SendOptions,
): Promise<void> {
  const unfinished =
    open.database === undefined ? undefined : await findUnfinishedIssue(open.database, open.newsletter.key);
  if (unfinished !== undefined && open.database !== undefined) {
    const counts = await countDeliveries(open.database, unfinished.id);
    report(describeRow(unfinished), total(counts), counts, 0, open, options);
    return;
  }
  const planned = await plan(context, open);
  if (planned.selection.held !== undefined) {
    reportNothing(planned.selection.held, options);
    return;
  }
  const built = await buildIssue(open, planned);
  report(built.manifest.issue, listRecipients(open.newsletter).length, {}, 0, open, options);
}

async function sendToReaders(context: CommandContext, open: WithLedger, options: SendOptions): Promise<void> {
  const unfinished = await findUnfinishedIssue(open.database, open.newsletter.key);
  if (unfinished !== undefined) {
    process.stderr.write(`Issue ${unfinished.number} was not finished; going on with it.\n`);
    await deliver(context, open, unfinished, options);
    return;
  }
  const planned = await plan(context, open);
  if (planned.selection.held !== undefined) {
    reportNothing(planned.selection.held, options);
    return;
  }
  const built = await buildIssue(open, planned);
  await confirm(built, open, options);
  const issue = await freezeBuiltIssue(open, built, "hand", context.now());
  if (issue === undefined) {
    throw new GazetteError(
      "issue-state",
      "Another process sent this issue or one of its articles in the meantime.",
      {
        hint: "See `gazette status`; nothing was sent from here.",
      },
    );
  }
  await previewIssue(open, built);
  await deliver(context, open, issue, options);
}

/** @throws GazetteError `confirmation-needed` where nobody is there to answer, or the answer is no. */
async function confirm(built: BuiltIssue, open: NewsletterContext, options: SendOptions): Promise<void> {
  const count = listRecipients(open.newsletter).length;
  if (count <= 1 || options.yes === true) return;
  if (!process.stdin.isTTY || !process.stderr.isTTY) {
    throw new GazetteError(
      "confirmation-needed",
      `This would send to ${count} addresses, and nobody is here to confirm it.`,
      {
        hint: "Add --yes to send without asking, or --dry-run to see what would be sent.",
      },
    );
  }
  const prompt = createInterface({ input: process.stdin, output: process.stderr });
  const { issue } = built.manifest;
  const answer = await prompt.question(
    `Send "${issue.subject}" (No. ${issue.number}) to ${count} addresses by ${chooseTransport(open).description}? [y/N] `,
  );
  prompt.close();
  if (!/^y(?:es)?$/iu.test(answer.trim())) {
    throw new GazetteError("confirmation-needed", "Not sent.", {
      hint: "Nothing was recorded; run it again to send.",
    });
  }
}

async function deliver(
  context: CommandContext,
  open: WithLedger,
  issue: IssueRow,
  options: SendOptions,
): Promise<void> {
  const stop = stopSignal();
  const startedAt = performance.now();
  try {
    const counts = await sendFrozenIssue(open, issue, {
      signal: stop.signal,
      now: context.now,
      onOutcome: () => undefined,
    });
    report(describeRow(issue), total(counts), counts, performance.now() - startedAt, open, options);
  } finally {
    stop.release();
  }
}

interface IssueSummary {
  readonly newsletter: string;
  readonly number: number;
  readonly slot: string;
  readonly subject: string;
  readonly hash: string;
}

function describeRow({
  id,
  newsletter,
  number,
  slot,
  subject,
  hash,
}: IssueRow): IssueSummary & { readonly id: number } {
  return { id, newsletter, number, slot, subject, hash };
}

function total(counts: DeliveryCounts): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}

function reportNothing(reason: string, options: SendOptions): void {
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
] as const satisfies readonly (keyof DeliveryCounts)[];

function report(
  issue: IssueSummary,
  count: number,
  counts: DeliveryCounts,
  durationMs: number,
  open: NewsletterContext,
  options: SendOptions,
): void {
  const accepted = counts.accepted ?? 0;
  const isDryRun = options.dryRun === true;
  if (!isDryRun && accepted < count) process.exitCode = 3;
  if (options.json === true) {
    const states = Object.fromEntries(deliveryStates.map((state) => [state, counts[state] ?? 0]));
    const perSecond = durationMs === 0 ? 0 : Math.round((accepted / durationMs) * 1000);
    printJson({
      issue,
      total: count,
      ...states,
      durationMs: Math.round(durationMs),
      messagesPerSecond: perSecond,
      dryRun: isDryRun,
    });
    return;
  }
  const by = chooseTransport(open).description;
  const where = open.config.smtpUrl === undefined ? `files in ${relative(process.cwd(), by) || by}` : by;
  const title = styleText("bold", `No. ${issue.number}, "${issue.subject}"`);
  if (isDryRun) {
    printLine(
      `${title} would go to ${count} ${count === 1 ? "address" : "addresses"} by ${where}. Nothing was sent.`,
    );
    return;
  }
  const states = deliveryStates
    .filter((state) => (counts[state] ?? 0) > 0)
    .map((state) => `${counts[state] ?? 0} ${state}`);
  printLine(`${title} by ${where}: ${states.join(", ")} of ${count}.`);
  if (accepted < count)
    printLine("`gazette status` shows what the server said; run `gazette send` again to go on.");
}
