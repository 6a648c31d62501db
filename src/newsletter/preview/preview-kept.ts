import { GazetteError } from "../../platform/errors.ts";
import type { BuiltIssue } from "../building/build-issue.ts";
import type { NewsletterContext } from "../newsletter-context.ts";
import { previewIssue } from "./preview-issue.ts";

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
