import { listDrafts, setDraftSignature, storeDraft } from "../../storage/schedule/drafts.ts";
import type { DraftRow } from "../../storage/schema/schedule-tables.ts";
import type { Mailbox } from "../../platform/mailbox.ts";
import { buildIssue } from "../building/build-issue.ts";
import { describeContent } from "../freezing/freeze-built-issue.ts";
import { listUntold } from "../notices/told-people.ts";
import type { IssuePlan } from "../planning/plan-issue.ts";
import { planSlot } from "../planning/plan-slot.ts";
import { previewKept } from "../preview/preview-kept.ts";
import type { OpenContext, ScheduleRun } from "../timetable/schedule-run.ts";
import { tellRun } from "../timetable/tell-run.ts";
import { signDraft } from "./draft-signature.ts";

/** A draft as the editors are told of it. */
export interface DraftToTell {
  readonly draft: DraftRow;
  readonly plan: IssuePlan;
  /** The one they have; undefined: none. */
  readonly previous: DraftRow | undefined;
}

/** What of a slot's draft is so now. `nothing`: there is no issue to make. `made`: the editors have not seen this draft. */
export type DraftState =
  Exclude<DraftLook, { readonly kind: "changed" }> | (DraftToTell & { readonly kind: "made" });

/**
 * What a look at a slot finds, before anything is built. `changed`: what the draft was made from is not what there is now, or
 * there is no draft yet.
 */
export type DraftLook =
  | { readonly kind: "nothing"; readonly reason: string }
  | (DraftToTell & { readonly kind: "same" })
  | {
      readonly kind: "changed";
      readonly plan: IssuePlan;
      readonly signature: string;
      /** The newest draft of the slot. */
      readonly current: DraftRow | undefined;
      readonly previous: DraftRow | undefined;
    };

/** Whether a draft waits for editors who could not be sent it, or who were named since. */
export function isUntold(draft: DraftRow, editors: readonly Mailbox[]): boolean {
  if (draft.state !== "open") return false;
  return draft.told_at === null || isKnownToSome(draft, editors);
}

/** Told before the ledger kept to whom: to everyone then. */
function isKnownToSome(draft: DraftRow, editors: readonly Mailbox[]): boolean {
  return draft.told_to !== "[]" && listUntold(draft, editors).length > 0;
}

/** Whether a further try to tell them is due. */
export function isToldAgain(draft: DraftRow, editors: readonly Mailbox[], now: Date): boolean {
  const { next_attempt_at } = draft;
  return isUntold(draft, editors) && (next_attempt_at === null || next_attempt_at <= now.toISOString());
}

/** Looks whether what a slot's draft was made from has changed. */
export async function lookAtDraft(context: OpenContext, slot: Date): Promise<DraftLook> {
  const { config, newsletter, cadence, database } = context;
  const plan = await planSlot(context, slot);
  if (plan.selection.held !== undefined) return { kind: "nothing", reason: plan.selection.held };
  const signature = signDraft(config, newsletter, plan);
  const drafts = await listDrafts(database, { newsletter: newsletter.key, cadence, slot });
  const current = drafts.find(({ state }) => state !== "superseded");
  const told = drafts.filter(({ told_at }) => told_at !== null);
  if (current?.signature === signature)
    return { kind: "same", draft: current, plan, previous: told.find(({ id }) => id !== current.id) };
  const previous = current?.state === "approved" ? current : told[0];
  return { kind: "changed", plan, signature, current, previous };
}

/** Makes a new draft of a slot where what it was made from has changed. */
export async function refreshDraft(
  run: Pick<ScheduleRun, "now" | "onEvent">,
  context: OpenContext,
  slot: Date,
): Promise<DraftState> {
  const look = await lookAtDraft(context, slot);
  if (look.kind !== "changed") return look;
  const { plan, signature, current, previous } = look;
  const { newsletter, cadence, database } = context;
  const built = await buildIssue(context, plan);
  const now = run.now();
  if (current?.hash === built.manifest.issue.hash) {
    await setDraftSignature(database, current.id, signature);
    return { kind: "same", draft: current, plan, previous };
  }
  const frozen = describeContent(context, built, "schedule", now);
  const { hash, number, manifest } = frozen.issue;
  const key = { newsletter: newsletter.key, cadence, slot };
  const draft = await storeDraft(database, { ...key, number, hash, signature, manifest, frozen }, now);
  await previewKept(context, built, tellRun(run, context, built.plan.slot));
  return { kind: "made", draft, plan, previous };
}
