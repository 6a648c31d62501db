import type { NewsletterContext } from "../newsletter-context.ts";
import { assertNotEmpty } from "./assert-not-empty.ts";
import { type IssuePlan, planIssue } from "./plan-issue.ts";

/**
 * The plan of a slot that the schedule came to, with nobody there to see it. A folder without any article, of which there were
 * issues before, is no week without news: most often it is a share that is not mounted.
 *
 * @throws GazetteError `articles-missing`, `articles-empty`
 */
export async function planSlot(context: NewsletterContext, slot: Date): Promise<IssuePlan> {
  const plan = await planIssue(context, slot);
  if (plan.number > 1) assertNotEmpty(plan, context.config.articles.dir);
  return plan;
}
