import { supersedeSlot } from "../../storage/drafts.ts";
import type { IssueRow } from "../../storage/schema/issue-tables.ts";
import type { DraftRow } from "../../storage/schema/schedule-tables.ts";
import { describeCounts, sendIssue } from "../finish-unfinished.ts";
import { recordAlongside } from "../record-alongside.ts";
import type { LeasedRun, OpenContext } from "../schedule-run.ts";
import { freezeDraft } from "./freeze-draft.ts";

/**
 * Sends an approved draft now, whatever its slot.
 *
 * @returns Undefined where it cannot go out any more, because an article of it went out in another issue.
 */
export async function sendApproved(
  run: LeasedRun,
  context: OpenContext,
  draft: DraftRow,
): Promise<IssueRow | undefined> {
  const slot = new Date(draft.slot);
  const issue = await freezeDraft(context, draft, run.now(), await recordAlongside(run, context, slot));
  if (issue === undefined) {
    await supersedeSlot(run.database, draft);
    return undefined;
  }
  const counts = await sendIssue(run, context, issue);
  const { key } = context.newsletter;
  const done = counts === undefined ? "frozen, and not sent yet" : describeCounts(counts);
  const reason = `issue ${issue.number}, approved: ${done}`;
  run.onEvent({ newsletter: key, cadence: context.cadence, slot, outcome: "sent", reason, issue: issue.id });
  return issue;
}
