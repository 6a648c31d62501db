import type { Config, NewsletterConfig } from "../config/config.ts";
import { GazetteError } from "../platform/errors.ts";
import { latestSlot } from "../schedule/slots.ts";
import { listUnfinishedIssues } from "../storage/issues.ts";
import type { Database } from "../storage/open-database.ts";
import { findLastSlot, recordSlot } from "../storage/slots.ts";
import { approveIssue } from "./approve-issue.ts";
import { buildIssue } from "./build-issue.ts";
import type { NewsletterContext } from "./newsletter-context.ts";
import { planIssue } from "./plan-issue.ts";
import { previewIssue } from "./preview-issue.ts";
import { assertSender } from "./assert-sender.ts";
import { asSender } from "./as-sender.ts";
import { countRecipients, freezeBuiltIssue } from "./freeze-built-issue.ts";
import { sendFrozenIssue, type SendProgress } from "./send-issue.ts";

/** What the schedule did, for the log. */
export interface SlotEvent {
  readonly newsletter: string;
  readonly cadence: string;
  readonly slot: Date;
  readonly outcome: "started" | "sent" | "skipped" | "failed" | "resumed";
  readonly reason: string;
}

export interface ScheduleRun extends SendProgress {
  readonly config: Config;
  readonly database: Database;
  readonly onEvent: (event: SlotEvent) => void;
}

/** A slot found later than this is skipped: a Monday digest on Thursday helps nobody. */
const maxLatenessMs = 24 * 60 * 60 * 1000;

/**
 * Does what is due now for every newsletter: goes on with an unfinished issue, and sends the latest slot that has passed
 * since the last one on record. Each slot ends in a record, whatever happens.
 */
export async function runDueSlots(run: ScheduleRun): Promise<void> {
  for (const newsletter of run.config.newsletters) {
    for (const { name, cron } of newsletter.cadences) {
      if (run.signal.aborted) return;
      await runCadence(run, newsletter, name, cron);
    }
  }
}

async function runCadence(
  run: ScheduleRun,
  newsletter: NewsletterConfig,
  cadence: string,
  cron: string,
): Promise<void> {
  const { config, database, now } = run;
  const context = { config, newsletter, cadence, database };
  await finishUnfinished(run, context);
  const last = await findLastSlot(database, newsletter.key, cadence);
  if (last === undefined) {
    const started = { newsletter: newsletter.key, cadence, slot: now(), outcome: "started" as const };
    await recordSlot(database, { ...started, reason: "the schedule was first started" }, now());
    return;
  }
  const slot = latestSlot({ cron, timeZone: newsletter.timeZone }, last.slot, now());
  if (slot === undefined) return;
  const { outcome, reason } = await runSlot(run, context, slot);
  const record = { newsletter: newsletter.key, cadence, slot, outcome, reason };
  await recordSlot(database, record, now());
  run.onEvent(record);
}

async function finishUnfinished(
  run: ScheduleRun,
  context: NewsletterContext & { readonly database: Database },
): Promise<void> {
  const { newsletter, cadence, database } = context;
  for (const unfinished of await listUnfinishedIssues(database, newsletter.key)) {
    if (unfinished.cadence !== cadence || run.signal.aborted) continue;
    const slot = new Date(unfinished.slot);
    const event = { newsletter: newsletter.key, cadence, slot, outcome: "resumed" as const };
    let tried = 0;
    const progress: SendProgress = {
      ...run,
      onOutcome: (delivery, outcome) => {
        tried += 1;
        run.onOutcome(delivery, outcome);
      },
    };
    try {
      await asSender(run.config.data, () => sendFrozenIssue(context, unfinished, progress));
      // Most minutes nothing of it is due, and nobody wants to read that.
      if (tried > 0) run.onEvent({ ...event, reason: `went on with issue ${unfinished.number}` });
    } catch (error) {
      if (!(error instanceof GazetteError)) throw error;
      run.onEvent({ ...event, reason: `issue ${unfinished.number} waits: ${error.message}` });
    }
  }
}

async function runSlot(
  run: ScheduleRun,
  context: NewsletterContext & { readonly database: Database },
  slot: Date,
): Promise<{ readonly outcome: "sent" | "skipped" | "failed"; readonly reason: string }> {
  const latenessMs = run.now().getTime() - slot.getTime();
  if (latenessMs > maxLatenessMs) {
    return {
      outcome: "skipped",
      reason: `found ${Math.round(latenessMs / 3_600_000)} hours late; the limit is 24`,
    };
  }
  try {
    const plan = await planIssue(context, slot);
    if (plan.selection.held !== undefined) return { outcome: "skipped", reason: plan.selection.held };
    if ((await countRecipients(context)) === 0) return { outcome: "skipped", reason: "nobody receives it" };
    assertSender(context);
    const built = approveIssue(await buildIssue(context, plan), undefined);
    const issue = await freezeBuiltIssue(context, built, "schedule", run.now());
    if (issue === undefined)
      return { outcome: "skipped", reason: "another process has this slot or its articles" };
    await previewIssue(context, built);
    const { counts } = await asSender(run.config.data, () => sendFrozenIssue(context, issue, run));
    const states = Object.entries(counts).map(([state, count]) => `${count} ${state}`);
    return { outcome: "sent", reason: `issue ${issue.number}: ${states.join(", ")}` };
  } catch (error) {
    if (!(error instanceof GazetteError)) throw error;
    return { outcome: "failed", reason: error.message };
  }
}
