import { listDrafts, setDraftSignature, storeDraft } from "../../storage/drafts.ts";
import type { DraftRow } from "../../storage/schema/schedule-tables.ts";
import { buildIssue } from "../build-issue.ts";
import { describeContent } from "../freeze-built-issue.ts";
import { type IssuePlan, planIssue } from "../plan-issue.ts";
import { previewKept } from "../preview-kept.ts";
import type { OpenContext, ScheduleRun } from "../schedule-run.ts";
import { signDraft } from "./draft-signature.ts";

/** What of a slot's draft is so now. `nothing`: there is no issue to make. `made`: the editors have not seen this draft. */
export type DraftState =
  | Exclude<DraftLook, { readonly kind: "changed" }>
  | {
      readonly kind: "made";
      readonly draft: DraftRow;
      readonly plan: IssuePlan;
    };

/**
 * What a look at a slot finds, before anything is built. `changed`: what the draft was made from is not what there is now, or
 * there is no draft yet.
 */
export type DraftLook =
  | { readonly kind: "nothing"; readonly reason: string }
  | { readonly kind: "same"; readonly draft: DraftRow; readonly plan: IssuePlan }
  | {
      readonly kind: "changed";
      readonly plan: IssuePlan;
      readonly signature: string;
      readonly previous: DraftRow | undefined;
    };

/** Looks whether what a slot's draft was made from has changed. */
export async function lookAtDraft(context: OpenContext, slot: Date): Promise<DraftLook> {
  const { config, newsletter, cadence, database } = context;
  const plan = await planIssue(context, slot);
  if (plan.selection.held !== undefined) return { kind: "nothing", reason: plan.selection.held };
  const signature = signDraft(config, newsletter, plan);
  const drafts = await listDrafts(database, { newsletter: newsletter.key, cadence, slot });
  const previous = drafts.find(({ state }) => state !== "superseded");
  if (previous?.signature === signature) return { kind: "same", draft: previous, plan };
  return { kind: "changed", plan, signature, previous };
}

/** Makes a new draft of a slot where what it was made from has changed. */
export async function refreshDraft(
  run: Pick<ScheduleRun, "now" | "onEvent">,
  context: OpenContext,
  slot: Date,
): Promise<DraftState> {
  const look = await lookAtDraft(context, slot);
  if (look.kind !== "changed") return look;
  const { plan, signature, previous } = look;
  const { newsletter, cadence, database } = context;
  const built = await buildIssue(context, plan);
  const now = run.now();
  if (previous?.hash === built.manifest.issue.hash) {
    await setDraftSignature(database, previous.id, signature);
    return { kind: "same", draft: previous, plan };
  }
  const frozen = describeContent(context, built, "schedule", now);
  const { hash, number, manifest } = frozen.issue;
  const key = { newsletter: newsletter.key, cadence, slot };
  const draft = await storeDraft(database, { ...key, number, hash, signature, manifest, frozen }, now);
  await previewKept(run, context, built);
  return { kind: "made", draft, plan };
}

/** Whether editors still wait for a draft that is theirs to decide on, and a further try to tell them is due. */
export function isToBeTold({ state, told_at, next_attempt_at }: DraftRow, now: Date): boolean {
  if (state !== "open" || told_at !== null) return false;
  return next_attempt_at === null || next_attempt_at <= now.toISOString();
}
