import { GazetteError } from "../../platform/errors.ts";
import { clearSlotAlerts } from "../../storage/schedule/alerts.ts";
import { supersedeEarlier } from "../../storage/schedule/drafts.ts";
import { findPausedIssue } from "../../storage/issues/issues.ts";
import type { CommandContext } from "../command-context.ts";
import type { WithLedger } from "../with-newsletter.ts";
import { runApart } from "../apart/run-apart.ts";
import { deliver } from "./deliver.ts";
import { findDueIssue } from "./find-due-issue.ts";
import { reportNothing } from "./report-send.ts";
import type { SendOptions } from "./send-options.ts";

/** `gazette send`: goes on with an issue that was not finished, or else freezes and sends the next. */
export async function sendToReaders(
  context: CommandContext,
  open: WithLedger,
  options: SendOptions,
): Promise<void> {
  await assertNotPaused(open);
  const unfinished = await findDueIssue(open, context.now());
  if (unfinished !== undefined) {
    const later =
      options.since === undefined && options.until === undefined
        ? ""
        : " --since and --until are for the next.";
    process.stderr.write(`Issue ${unfinished.number} was not finished; going on with it.${later}\n`);
  }
  if (unfinished !== undefined) {
    await deliver(context, open, unfinished, options);
    return;
  }
  const { config, fixedNow } = context;
  const { newsletter, cadence } = open;
  const next = await runApart("freezeNext", {
    config,
    newsletter: newsletter.key,
    cadence,
    fixedNow,
    options,
  });
  if (next.kind === "nothing") {
    reportNothing(next.reason, options);
    return;
  }
  // What a slot was skipped or held without is in this issue: neither its alert nor its draft waits for anybody.
  const slot = new Date(next.issue.slot);
  await supersedeEarlier(open.database, next.issue);
  await clearSlotAlerts(open.database, { newsletter: newsletter.key, cadence, slot });
  await deliver(context, open, next.issue, options);
}

async function assertNotPaused({ database, newsletter }: WithLedger): Promise<void> {
  const paused = await findPausedIssue(database, newsletter.key);
  if (paused === undefined) return;
  throw new GazetteError(
    "issue-state",
    `Issue ${paused.id} (No. ${paused.number}) is paused: ${paused.pause_reason ?? "by hand"}.`,
    {
      hint: `\`gazette resume ${paused.id}\` goes on with it, \`gazette cancel ${paused.id}\` ends it.`,
    },
  );
}
