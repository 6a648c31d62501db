import { markDraftSent, readFrozen } from "../../storage/drafts.ts";
import { type Alongside, freezeIssue } from "../../storage/freeze-issue.ts";
import type { DraftRow, IssueRow } from "../../storage/schema.ts";
import { listConfiguredReaders } from "../freeze-built-issue.ts";
import type { OpenContext } from "../schedule-run.ts";

/**
 * Freezes an issue with exactly the bytes of a draft, for those who read the newsletter now.
 *
 * @returns Undefined where the slot has its issue, or one of the articles went out in another.
 */
export async function freezeDraft(
  { newsletter, database }: OpenContext,
  draft: DraftRow,
  now: Date,
  alongside: Alongside,
): Promise<IssueRow | undefined> {
  const frozen = readFrozen(draft);
  return freezeIssue(
    database,
    {
      ...frozen,
      issue: { ...frozen.issue, frozen_at: now.toISOString() },
      recipients: listConfiguredReaders(newsletter),
    },
    async (transaction, issue) => {
      await alongside(transaction, issue);
      await markDraftSent(transaction, draft);
    },
  );
}
