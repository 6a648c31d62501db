import { GazetteError } from "../platform/errors.ts";
import type { BuiltIssue } from "./build-issue.ts";
import type { NewsletterContext } from "./newsletter-context.ts";
import { previewIssue } from "./preview-issue.ts";
import type { ScheduleRun } from "./schedule-run.ts";

/**
 * Writes the page of an issue or a draft that is in the ledger already: a folder for looking at it must not hold it up.
 *
 * @param tell - Why there is no page.
 */
export async function previewKept(
  context: NewsletterContext,
  built: BuiltIssue,
  tell: (reason: string) => void,
): Promise<void> {
  await previewIssue(context, built).catch((error: unknown) => {
    if (!(error instanceof GazetteError)) throw error;
    tell(error.message);
  });
}

/** Tells those who follow a run that something of a slot waits. */
export function tellRun(
  { onEvent }: Pick<ScheduleRun, "onEvent">,
  { newsletter, cadence }: Pick<NewsletterContext, "newsletter" | "cadence">,
  slot: Date,
): (reason: string) => void {
  return (reason) => onEvent({ newsletter: newsletter.key, cadence, slot, outcome: "waiting", reason });
}
