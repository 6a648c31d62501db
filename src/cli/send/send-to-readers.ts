import { approveIssue } from "../../newsletter/approve-issue.ts";
import { assertSender } from "../../newsletter/assert-sender.ts";
import { buildIssue } from "../../newsletter/build-issue.ts";
import { countRecipients, freezeBuiltIssue } from "../../newsletter/freeze-built-issue.ts";
import { previewIssue } from "../../newsletter/preview-issue.ts";
import { GazetteError } from "../../platform/errors.ts";
import { findPausedIssue } from "../../storage/issues.ts";
import type { IssueRow } from "../../storage/schema/issue-tables.ts";
import type { CommandContext } from "../command-context.ts";
import { planNextIssue } from "../plan-next-issue.ts";
import type { WithLedger } from "../with-newsletter.ts";
import { confirmSend } from "./confirm-send.ts";
import { deliver } from "./deliver.ts";
import { findDueIssue } from "./find-due-issue.ts";
import { describeWay, reportNothing } from "./report-send.ts";
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
  const issue = unfinished ?? (await freezeNext(context, open, options));
  if (issue !== undefined) await deliver(context, open, issue, options);
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

/** Builds the next issue, asks the person, and records it. @returns Undefined where nothing is to be sent; it has said why. */
async function freezeNext(
  context: CommandContext,
  open: WithLedger,
  options: SendOptions,
): Promise<IssueRow | undefined> {
  const plan = await planNextIssue(context, open, options);
  if (plan.selection.held !== undefined) {
    reportNothing(plan.selection.held, options);
    return undefined;
  }
  const prepared = await buildIssue(open, plan);
  assertSender(open);
  const built = approveIssue(prepared, options.force);
  const { issue: planned, readersWithoutEdition } = built.manifest;
  const count = (await countRecipients(open, built.wishes.groups)) - readersWithoutEdition;
  const what = `"${planned.subject}" (No. ${planned.number}) to ${count} addresses by ${describeWay(open)}`;
  await confirmSend(what, count, options.yes === true);
  const issue = await freezeBuiltIssue(open, built, "hand", context.now());
  if (issue === undefined) {
    throw new GazetteError(
      "issue-state",
      "Another process sent this issue or one of its articles in the meantime.",
      { hint: "See `gazette status`; nothing was sent from here." },
    );
  }
  await previewIssue(open, built);
  return issue;
}
