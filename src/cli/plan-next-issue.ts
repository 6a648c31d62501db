import type { NewsletterContext } from "../newsletter/newsletter-context.ts";
import { assertNotEmpty } from "../newsletter/planning/assert-not-empty.ts";
import { type IssuePlan, planIssue } from "../newsletter/planning/plan-issue.ts";
import { doubtTopics } from "../newsletter/planning/unknown-topics.ts";
import { listKnownTopics } from "../selection/placing/known-topics.ts";
import { splitTopics } from "../subscribers/read-subscriber-rows.ts";
import type { CommandContext } from "./command-context.ts";
import { printWarnings } from "./print-warnings.ts";
import type { ReaderOptions } from "./reader-options.ts";
import { parseWindow, type WindowOptions } from "./window-options.ts";

/**
 * Decides on the issue that a command line asks for, and says on stderr what its editor should know.
 *
 * @throws GazetteError `articles-missing`, `articles-empty`; `usage` for a window that is none.
 */
export async function planNextIssue(
  { config, now }: CommandContext,
  open: NewsletterContext,
  options: WindowOptions & Pick<ReaderOptions, "topics">,
): Promise<IssuePlan> {
  const plan = await planIssue(open, now(), await parseWindow(options, open.newsletter.timeZone));
  assertNotEmpty(plan, config.articles.dir);
  const asked = options.topics === undefined ? [] : splitTopics(options.topics);
  printWarnings([
    ...plan.topicFindings.map(({ message }) => message),
    ...(asked.length === 0 ? [] : doubtTopics(asked, listKnownTopics(plan.rules, plan.scan.articles))),
    ...plan.warnings,
  ]);
  return plan;
}
