import { assertInstance, placeOf } from "../newsletter/instance-doubt.ts";
import { countSending } from "../storage/instance.ts";
import type { ReviewOptions } from "./approve-draft.ts";
import { sampleReader } from "../newsletter/address-reader.ts";
import { approveIssue } from "../newsletter/approve-issue.ts";
import { assertSender } from "../newsletter/assert-sender.ts";
import { asSender } from "../newsletter/as-sender.ts";
import { assertNotEmpty, buildIssue, type BuiltIssue } from "../newsletter/build-issue.ts";
import { wholeIssue } from "../newsletter/edition-press.ts";
import { countRecipients, freezeBuiltIssue } from "../newsletter/freeze-built-issue.ts";
import type { NewsletterContext } from "../newsletter/newsletter-context.ts";
import { planIssue } from "../newsletter/plan-issue.ts";
import { previewIssue } from "../newsletter/preview-issue.ts";
import { sendFrozenIssue, sendFrozenTest, sendTest } from "../newsletter/send-issue.ts";
import { dueAt } from "../delivery/delivery-policy.ts";
import type { Outcome } from "../delivery/outcome.ts";
import { policyOf } from "../newsletter/choose-relays.ts";
import type { NewsletterConfig } from "../config/config.ts";
import { GazetteError } from "../platform/errors.ts";
import { type Mailbox, parseMailbox } from "../platform/mailbox.ts";
import { countDeliveries, hasDue, countOpen } from "../storage/deliveries.ts";
import { countEditions, countWithoutEdition } from "../storage/editions.ts";
import { findLatestIssue, findPausedIssue, listUnfinishedIssues } from "../storage/issues.ts";
import type { IssueRow } from "../storage/schema.ts";
import { type CommandContext, chooseNewsletter, openContext } from "./command-context.ts";
import { parseWindow, type WindowOptions } from "./build.ts";
import { confirmSend } from "./confirm-send.ts";
import { printLinkDoubt, printWarnings } from "./print-warnings.ts";
import {
  describeWay,
  type IssueSummary,
  reportNothing,
  reportSend,
  summarise,
  totalOf,
} from "./report-send.ts";
import { resendIssue, type ResendOptions } from "./resend.ts";
import { createSendMeter } from "./send-progress.ts";
import { stopSignal } from "./stop-signal.ts";
import { chooseCadence, withLedger, withLedgerIfAny, type WithLedger } from "./with-newsletter.ts";

export interface SendOptions extends WindowOptions, ResendOptions, ReviewOptions {
  readonly due?: true;
  readonly to?: string;
  readonly dryRun?: true;
  readonly yes?: true;
}

/** `gazette send`: sends an issue now. Sets exit code 3 where a recipient was not accepted. */
export async function runSend(key: string | undefined, options: SendOptions): Promise<void> {
  const context = await openContext(options, key);
  if (options.due === true) {
    const { sendDue } = await import("./send-due.ts");
    await sendDue(context, options);
    return;
  }
  if (options.approve !== undefined || options.reject !== undefined) {
    const { decideOnDraft } = await import("./approve-draft.ts");
    await decideOnDraft(context, options);
    return;
  }
  const newsletter = chooseNewsletter(context.config, key);
  assertOneRoad(options);
  printLinkDoubt(context.config);
  const cadence = chooseCadence(newsletter, options.cadence);
  if (options.to !== undefined) {
    const to = parseMailbox(options.to);
    await withLedgerIfAny(
      context,
      newsletter,
      (open) => sendOne(context, open, to, "test", options),
      cadence,
    );
    return;
  }
  if (options.dryRun === true) {
    await withLedgerIfAny(context, newsletter, (open) => rehearse(context, open, options), cadence);
    return;
  }
  if (options.only !== undefined || options.issue !== undefined || options.joined === true) {
    await withLedger(
      context,
      newsletter,
      (open) =>
        asSender(context.config.data, async () => {
          await assertOwn(context, open);
          const { issue, nothing } = await resendIssue(open, options, context.now());
          if (nothing === undefined) await deliver(context, open, issue, options);
          else await reportNothingAgain(open, issue, nothing, options);
        }),
      cadence,
    );
    return;
  }
  const isAnyone = await withLedgerIfAny(
    context,
    newsletter,
    async (open) => (await countRecipients(open)) > 0,
    cadence,
  );
  if (!isAnyone) {
    await sendToNobody(context, newsletter, cadence, options);
    return;
  }
  await withLedger(
    context,
    newsletter,
    (open) =>
      asSender(context.config.data, async () => {
        await assertOwn(context, open);
        await sendToReaders(context, open, options);
      }),
    cadence,
  );
}

/** A copied or restored data folder would send again what went out from elsewhere. */
async function assertOwn({ config, now }: CommandContext, { database }: WithLedger): Promise<void> {
  await assertInstance({ config, database, now });
  await countSending(database, placeOf(config));
}

/** A window makes a new issue; one that is frozen has its own. */
function assertOneRoad({ since, until, issue, only, joined }: SendOptions): void {
  if (since === undefined && until === undefined) return;
  if (issue === undefined && only === undefined && joined === undefined) return;
  throw new GazetteError(
    "usage",
    "--since and --until are for a new issue, not for one that was sent already.",
    {
      hint: "Leave them out, or leave out --issue, --only and --joined.",
    },
  );
}

async function sendToNobody(
  context: CommandContext,
  newsletter: NewsletterConfig,
  cadence: string,
  options: SendOptions,
): Promise<void> {
  // The environment speaks of the first newsletter only.
  const isFirst = context.config.newsletters[0].key === newsletter.key;
  const readers = isFirst ? "MAIL_TO (.env)" : `newsletters.${newsletter.key}.to (gazette.config.ts)`;
  if (context.config.delivery.relays.length > 0) {
    throw new GazetteError("recipients-missing", `Nobody receives "${newsletter.title}" yet.`, {
      hint: `Name readers in ${readers}, add some with \`gazette subscribers\`, or send one test with --to you@example.com.`,
    });
  }
  process.stderr.write(
    "Nobody receives this newsletter yet, so this is a rehearsal: one message for a sample reader, and no record of it.\n" +
      `Name readers in ${readers} and a server in SMTP_URL (.env) to send for real.\n\n`,
  );
  await withLedgerIfAny(
    context,
    newsletter,
    (open) => sendOne(context, open, sampleReader, "rehearsal", options),
    cadence,
  );
}

/** Plans and builds the next issue. @returns Undefined where nothing is to be sent; it has said why. */
async function prepare(
  context: CommandContext,
  open: NewsletterContext,
  options: SendOptions,
): Promise<BuiltIssue | undefined> {
  const wish = await parseWindow(options, open.newsletter.timeZone);
  const planned = await planIssue(open, context.now(), wish);
  assertNotEmpty(planned, context.config.articles.dir);
  printWarnings([...planned.topicFindings.map(({ message }) => message), ...planned.warnings]);
  if (planned.selection.held === undefined) return buildIssue(open, planned);
  reportNothing(planned.selection.held, options);
  return undefined;
}

async function sendOne(
  context: CommandContext,
  open: NewsletterContext,
  to: Mailbox,
  apart: "test" | "rehearsal",
  options: SendOptions,
): Promise<void> {
  const chosen = await chooseTest(context, open, to, apart === "test" ? "[Test] " : "", options);
  if (chosen === undefined) return;
  const isDryRun = options.dryRun === true;
  if (!isDryRun) assertSender(open);
  const startedAt = performance.now();
  const outcome = isDryRun ? undefined : await chosen.send();
  const counts = outcome === undefined ? {} : { [outcome.state]: 1 };
  const durationMs = performance.now() - startedAt;
  reportSend(
    { issue: chosen.issue, total: 1, counts, durationMs, handedOver: 1, isDryRun, apart },
    open,
    options,
  );
}

/** What a test shows: the next issue; where nothing new is there for one, the last. @returns Undefined where there is neither. */
async function chooseTest(
  context: CommandContext,
  open: NewsletterContext,
  to: Mailbox,
  mark: string,
  options: SendOptions,
): Promise<{ readonly issue: IssueSummary; readonly send: () => Promise<Outcome> } | undefined> {
  const { database, newsletter } = open;
  const planned = await planIssue(open, context.now(), await parseWindow(options, newsletter.timeZone));
  const last =
    planned.selection.held === undefined || database === undefined
      ? undefined
      : await findLatestIssue(database, newsletter.key);
  if (last !== undefined && database !== undefined) {
    process.stderr.write(`There is nothing new for a next issue; this is No. ${last.number} again.\n`);
    return { issue: summarise(last), send: () => sendFrozenTest({ ...open, database }, last, to, mark) };
  }
  const built = await prepare(context, open, options);
  return built && { issue: built.manifest.issue, send: () => sendTest(open, built, to, mark) };
}

async function rehearse(
  context: CommandContext,
  open: NewsletterContext,
  options: SendOptions,
): Promise<void> {
  const base = { durationMs: 0, handedOver: 0, isDryRun: true };
  const unfinished = await findDueIssue(context, open);
  if (unfinished !== undefined && open.database !== undefined) {
    const counts = await countDeliveries(open.database, unfinished.id);
    const editions = await readEditionCounts(open.database, unfinished.id);
    const report = { ...base, issue: summarise(unfinished), total: totalOf(counts), counts, editions };
    reportSend(report, open, options);
    return;
  }
  const prepared = await prepare(context, open, options);
  if (prepared === undefined) return;
  const built = approveIssue(prepared, options.force);
  const { issue, editions: planned, readersWithoutEdition: withoutEdition } = built.manifest;
  const total = (await countRecipients(open)) - withoutEdition;
  const keys = new Set(planned.map(({ key }) => key));
  // Readers named in the configuration get the whole issue, whatever subscribers chose.
  if (open.newsletter.to.length > 0) keys.add(wholeIssue);
  const editions = { count: keys.size, withoutEdition };
  reportSend({ ...base, issue, total, counts: {}, editions }, open, options);
}

/** The oldest unfinished issue with something to send now; one that waits for its next attempt stands aside. */
async function findDueIssue(
  context: CommandContext,
  { config, database, newsletter }: NewsletterContext,
): Promise<IssueRow | undefined> {
  if (database === undefined) return undefined;
  const due = dueAt(policyOf(config.delivery, newsletter), context.now());
  for (const issue of await listUnfinishedIssues(database, newsletter.key)) {
    if (await hasDue(database, issue.id, due)) return issue;
    // Everything was settled, and the process died before it could say so.
    if (countOpen(await countDeliveries(database, issue.id)) === 0) return issue;
  }
  return undefined;
}

async function sendToReaders(context: CommandContext, open: WithLedger, options: SendOptions): Promise<void> {
  const paused = await findPausedIssue(open.database, open.newsletter.key);
  if (paused !== undefined) {
    throw new GazetteError(
      "issue-state",
      `Issue ${paused.id} (No. ${paused.number}) is paused: ${paused.pause_reason ?? "by hand"}.`,
      {
        hint: `\`gazette resume ${paused.id}\` goes on with it, \`gazette cancel ${paused.id}\` ends it.`,
      },
    );
  }
  const unfinished = await findDueIssue(context, open);
  if (unfinished !== undefined) {
    const later =
      options.since === undefined && options.until === undefined
        ? ""
        : " --since and --until are for the next.";
    process.stderr.write(`Issue ${unfinished.number} was not finished; going on with it.${later}\n`);
    await deliver(context, open, unfinished, options);
    return;
  }
  const prepared = await prepare(context, open, options);
  if (prepared === undefined) return;
  assertSender(open);
  const built = approveIssue(prepared, options.force);
  const { issue: planned, readersWithoutEdition } = built.manifest;
  const count = (await countRecipients(open)) - readersWithoutEdition;
  const what = `"${planned.subject}" (No. ${planned.number}) to ${count} addresses by ${describeWay(open)}`;
  await confirmSend(what, count, options.yes === true);
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

async function reportNothingAgain(
  open: WithLedger,
  issue: IssueRow,
  nothing: string,
  options: SendOptions,
): Promise<void> {
  const counts = await countDeliveries(open.database, issue.id);
  const none = { durationMs: 0, handedOver: 0, isDryRun: false };
  reportSend({ ...none, issue: summarise(issue), total: totalOf(counts), counts, nothing }, open, options);
}

async function readEditionCounts(
  database: WithLedger["database"],
  issueId: number,
): Promise<{ readonly count: number; readonly withoutEdition: number }> {
  return {
    count: await countEditions(database, issueId),
    withoutEdition: await countWithoutEdition(database, issueId),
  };
}

async function deliver(
  context: CommandContext,
  open: WithLedger,
  issue: IssueRow,
  options: SendOptions,
): Promise<void> {
  const stop = stopSignal();
  const startedAt = performance.now();
  const meter = createSendMeter(countOpen(await countDeliveries(open.database, issue.id)));
  try {
    const { counts, run } = await sendFrozenIssue(open, issue, {
      signal: stop.signal,
      now: context.now,
      onOutcome: (_, outcome) => meter.onOutcome(outcome),
    });
    meter.stop();
    const durationMs = performance.now() - startedAt;
    const handedOver = meter.accepted();
    const editions = await readEditionCounts(open.database, issue.id);
    const report = { issue: summarise(issue), total: totalOf(counts), counts, durationMs, handedOver };
    reportSend({ ...report, editions, isDryRun: false, run }, open, options);
  } finally {
    meter.stop();
    stop.release();
  }
}
