import { approveIssue } from "../../newsletter/freezing/approve-issue.ts";
import { buildIssue } from "../../newsletter/building/build-issue.ts";
import { wholeIssue } from "../../newsletter/editions/edition-press.ts";
import { countRecipients } from "../../newsletter/freezing/freeze-built-issue.ts";
import type { NewsletterContext } from "../../newsletter/newsletter-context.ts";
import { countDeliveries, totalOf } from "../../storage/deliveries/deliveries.ts";
import type { CommandContext } from "../command-context.ts";
import { planNextIssue } from "../plan-next-issue.ts";
import { countFrozenEditions } from "./deliver.ts";
import { findDueIssue } from "./find-due-issue.ts";
import { reportNothing, reportSend, summarise } from "./report-send.ts";
import type { SendOptions } from "./send-options.ts";

/** `gazette send --dry-run`: what would go out now, and to how many. */
export async function rehearseSend(
  context: CommandContext,
  open: NewsletterContext,
  options: SendOptions,
): Promise<void> {
  const base = { durationMs: 0, handedOver: 0, isDryRun: true };
  const unfinished = await findDueIssue(open, context.now());
  if (unfinished !== undefined && open.database !== undefined) {
    const counts = await countDeliveries(open.database, unfinished.id);
    const editions = await countFrozenEditions(open.database, unfinished.id);
    const report = { ...base, issue: summarise(unfinished), total: totalOf(counts), counts, editions };
    reportSend(report, open, options);
    return;
  }
  const plan = await planNextIssue(context, open, options);
  if (plan.selection.held !== undefined) {
    reportNothing(plan.selection.held, options);
    return;
  }
  const built = approveIssue(await buildIssue(open, plan), options.force);
  const { issue, editions: planned, readersWithoutEdition: withoutEdition } = built.manifest;
  const total = (await countRecipients(open, built.wishes.groups)) - withoutEdition;
  const keys = new Set(planned.map(({ key }) => key));
  // Readers named in the configuration get the whole issue, whatever subscribers chose.
  if (open.newsletter.to.length > 0) keys.add(wholeIssue);
  const editions = { count: keys.size, withoutEdition };
  reportSend({ ...base, issue, total, counts: {}, editions }, open, options);
}
