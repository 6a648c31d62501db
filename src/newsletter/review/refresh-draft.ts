import { listDrafts, setDraftSignature, storeDraft } from "../../storage/drafts.ts";
import type { DraftRow } from "../../storage/schema/schedule-tables.ts";
import { buildIssue } from "../build-issue.ts";
import { describeContent } from "../freeze-built-issue.ts";
import { type IssuePlan, planIssue } from "../plan-issue.ts";
import { previewIssue } from "../preview-issue.ts";
import type { OpenContext } from "../schedule-run.ts";
import { signDraft } from "./draft-signature.ts";

/**
 * What of a slot's draft is so now. `nothing`: there is no issue to make. `settling`: something was edited a moment ago, and
 * more may follow. `made`: the editors have not seen this draft; `previous` is the one they have.
 */
export type DraftState =
  | { readonly kind: "nothing"; readonly reason: string }
  | { readonly kind: "settling" }
  | { readonly kind: "same"; readonly draft: DraftRow }
  | {
      readonly kind: "made";
      readonly draft: DraftRow;
      readonly plan: IssuePlan;
      readonly previous: DraftRow | undefined;
    };

/** What was seen at the last look, by slot: whoever edits, saves more than once. */
const lastSeen = new Map<string, string>();
const seenAtMost = 100;

/**
 * Looks whether what a slot's draft was made from has changed, and makes a new draft where it has.
 *
 * @param settle Whether an edit has to be there at two looks before it is taken.
 */
export async function refreshDraft(
  context: OpenContext,
  slot: Date,
  now: Date,
  settle = false,
): Promise<DraftState> {
  const { config, newsletter, cadence, database } = context;
  const key = { newsletter: newsletter.key, cadence, slot };
  const plan = await planIssue(context, slot);
  if (plan.selection.held !== undefined) return { kind: "nothing", reason: plan.selection.held };
  const signature = signDraft(config, newsletter, plan);
  const previous = (await listDrafts(database, key)).find(({ state }) => state !== "superseded");
  if (previous?.signature === signature) return { kind: "same", draft: previous };
  if (
    settle &&
    previous !== undefined &&
    !isSettled(`${newsletter.key} ${cadence} ${slot.toISOString()}`, signature)
  )
    return { kind: "settling" };
  const built = await buildIssue(context, plan);
  if (previous?.hash === built.manifest.issue.hash) {
    await setDraftSignature(database, previous.id, signature);
    return { kind: "same", draft: previous };
  }
  const frozen = describeContent(context, built, "schedule", now);
  const { hash, number, manifest } = frozen.issue;
  const draft = await storeDraft(database, { ...key, number, hash, signature, manifest, frozen }, now);
  await previewIssue(context, built);
  return { kind: "made", draft, plan, previous };
}

function isSettled(key: string, signature: string): boolean {
  if (lastSeen.get(key) === signature) {
    lastSeen.delete(key);
    return true;
  }
  if (lastSeen.size >= seenAtMost) lastSeen.clear();
  lastSeen.set(key, signature);
  return false;
}
