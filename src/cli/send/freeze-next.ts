import { approveIssue } from "../../newsletter/freezing/approve-issue.ts";
import { assertSender } from "../../newsletter/sending/assert-sender.ts";
import { buildIssue } from "../../newsletter/building/build-issue.ts";
import { countRecipients, freezeBuiltIssue } from "../../newsletter/freezing/freeze-built-issue.ts";
import { previewKept } from "../../newsletter/preview/preview-kept.ts";
import { GazetteError } from "../../platform/errors.ts";
import type { IssueRow } from "../../storage/schema/issue-tables.ts";
import type { CommandContext } from "../command-context.ts";
import { planNextIssue } from "../plan-next-issue.ts";
import { printWarnings } from "../print-warnings.ts";
import type { WithLedger } from "../with-newsletter.ts";
import { confirmSend } from "./confirm-send.ts";
import { describeWay } from "./report-send.ts";
import type { SendOptions } from "./send-options.ts";

/** The next issue, frozen, or why there is none. */
export type NextIssue =
  | { readonly kind: "frozen"; readonly issue: IssueRow }
  | { readonly kind: "nothing"; readonly reason: string };

/**
 * Builds the next issue, asks the person, and freezes it. The caller holds the sender's lock.
 *
 * @throws GazetteError `confirmation-needed`, `checks-failed`, `issue-state` where someone else was faster.
 */
export async function freezeNext(
  context: CommandContext,
  open: WithLedger,
  options: SendOptions,
): Promise<NextIssue> {
  const plan = await planNextIssue(context, open, options);
  const { held } = plan.selection;
  if (held !== undefined) return { kind: "nothing", reason: held };
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
  await previewKept(open, built, (reason) => printWarnings([`There is no page to look at: ${reason}`]));
  return { kind: "frozen", issue };
}
