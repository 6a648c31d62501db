import { assertNotEmpty } from "../newsletter/build-issue.ts";
import type { NewsletterContext } from "../newsletter/newsletter-context.ts";
import { type IssuePlan, planIssue } from "../newsletter/plan-issue.ts";
import type { CommandContext } from "./command-context.ts";
import { printWarnings } from "./print-warnings.ts";
import { parseWindow, type WindowOptions } from "./window-options.ts";

/**
 * Decides on the issue that a command line asks for, and says on stderr what its editor should know.
 *
 * @throws GazetteError `articles-missing`, `articles-empty`; `usage` for a window that is none.
 */
export async function planNextIssue(
  { config, now }: CommandContext,
  open: NewsletterContext,
  options: WindowOptions,
): Promise<IssuePlan> {
  const plan = await planIssue(open, now(), await parseWindow(options, open.newsletter.timeZone));
  assertNotEmpty(plan, config.articles.dir);
  printWarnings([...plan.topicFindings.map(({ message }) => message), ...plan.warnings]);
  return plan;
}
