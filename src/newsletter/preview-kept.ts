import { GazetteError } from "../platform/errors.ts";
import type { BuiltIssue } from "./build-issue.ts";
import { previewIssue } from "./preview-issue.ts";
import type { OpenContext, ScheduleRun } from "./schedule-run.ts";

/** Writes the page of an issue or a draft that is in the ledger already: a folder for looking at it must not hold it up. */
export async function previewKept(
  { onEvent }: Pick<ScheduleRun, "onEvent">,
  context: OpenContext,
  built: BuiltIssue,
): Promise<void> {
  const { newsletter, cadence } = context;
  await previewIssue(context, built).catch((error: unknown) => {
    if (!(error instanceof GazetteError)) throw error;
    const { slot } = built.plan;
    onEvent({ newsletter: newsletter.key, cadence, slot, outcome: "waiting", reason: error.message });
  });
}
