import { listDrafts, supersedeSlot } from "../../storage/schedule/drafts.ts";
import type { Alongside } from "../../storage/issues/freeze-issue.ts";
import type { DraftRow } from "../../storage/schema/schedule-tables.ts";
import { assertNoErrors } from "../freezing/approve-issue.ts";
import type { IssueManifest } from "../manifest.ts";
import type { LeasedRun, OpenContext, SlotDecision } from "../timetable/schedule-run.ts";
import { freezeDraft } from "./freeze-draft.ts";
import { isUntold, refreshDraft } from "./refresh-draft.ts";
import { tellHeld } from "./tell-editors.ts";
import { tellDraft } from "./tell-draft.ts";

/** A newsletter with review at its slot: what an editor approved goes; without approval it is held, or goes. */
export async function freezeReviewed(
  run: LeasedRun,
  context: OpenContext,
  slot: Date,
  alongside: Alongside,
): Promise<SlotDecision> {
  const { newsletter, cadence, database } = context;
  const key = { newsletter: newsletter.key, cadence, slot };
  const approved = (await listDrafts(database, key)).find(({ state }) => state === "approved");
  if (approved !== undefined) return freeze(run, context, approved, alongside);
  const current = await refreshDraft(run, context, slot);
  if (current.kind === "nothing") return { outcome: "skipped", reason: current.reason };
  const { draft } = current;
  // The last chance: also where the next try was not due yet.
  if (isUntold(draft, newsletter.review.editors)) await tellDraft(run, context, current);
  const remedy = `\`gazette send --approve ${draft.hash.slice(0, 12)}\` sends it now; otherwise the next slot takes its articles.`;
  if (draft.state === "rejected") return { outcome: "held", reason: "an editor rejected it", remedy };
  if (newsletter.review.mode === "optional") {
    assertNoErrors(JSON.parse(draft.manifest) as IssueManifest);
    return freeze(run, context, draft, alongside);
  }
  await tellHeld(run, context, draft);
  return { outcome: "held", reason: `no editor approved it (draft ${draft.hash.slice(0, 12)})`, remedy };
}

async function freeze(
  run: LeasedRun,
  context: OpenContext,
  draft: DraftRow,
  alongside: Alongside,
): Promise<SlotDecision> {
  const issue = await freezeDraft(context, draft, run.now(), alongside);
  if (issue !== undefined) return { outcome: "frozen", issue };
  // Such a draft can never go out; the next tick makes another one.
  await supersedeSlot(run.database, draft);
  return {
    outcome: "again",
    reason: "an article of the draft went out in another issue, or an editor rejected it just now",
  };
}
