import { dueAt } from "../../delivery/delivery-policy.ts";
import { policyOf } from "../../newsletter/sending/choose-relays.ts";
import type { NewsletterContext } from "../../newsletter/newsletter-context.ts";
import { countDeliveries, countOpen, hasDue } from "../../storage/deliveries/deliveries.ts";
import { listUnfinishedIssues } from "../../storage/issues/issues.ts";
import type { IssueRow } from "../../storage/schema/issue-tables.ts";

/** The oldest unfinished issue with something to send now; one that waits for its next attempt stands aside. */
export async function findDueIssue(
  { config, database, newsletter }: NewsletterContext,
  now: Date,
): Promise<IssueRow | undefined> {
  if (database === undefined) return undefined;
  const due = dueAt(policyOf(config.delivery, newsletter), now);
  for (const issue of await listUnfinishedIssues(database, newsletter.key)) {
    if (await hasDue(database, issue.id, due)) return issue;
    // Everything was settled, and the process died before it could say so.
    if (countOpen(await countDeliveries(database, issue.id)) === 0) return issue;
  }
  return undefined;
}
