import { supersedeSlot } from "../../storage/schedule/drafts.ts";
import type { IssueRow } from "../../storage/schema/issue-tables.ts";
import type { DraftRow } from "../../storage/schema/schedule-tables.ts";
import type { LeasedRun, OpenContext } from "../timetable/schedule-run.ts";
import { openWorkshop } from "./workshop.ts";

/**
 * Freezes an approved draft now, whatever its slot, so that it is sent next.
 *
 * @returns Undefined where it cannot go out any more, because an article of it went out in another issue.
 */
export async function freezeApproved(
  run: LeasedRun,
  context: OpenContext,
  draft: DraftRow,
): Promise<IssueRow | undefined> {
  const issue = await (await openWorkshop(run)).freezeApproved(run, context, draft);
  if (issue === undefined) {
    await supersedeSlot(run.database, draft);
    return undefined;
  }
  run.frozen.set(issue.id, `No. ${issue.number}, approved`);
  return issue;
}
