import { nextSlots } from "../../schedule/slots.ts";
import { listApprovedDrafts } from "../../storage/schedule/drafts.ts";
import type { DraftRow } from "../../storage/schema/schedule-tables.ts";
import { findLastSlot, findSlot } from "../../storage/schedule/slots.ts";
import { dueAt } from "../timetable/list-due-slots.ts";
import type { LeasedRun, OpenContext } from "../timetable/schedule-run.ts";
import { openWorkshop } from "./workshop.ts";
import { freezeApproved } from "./freeze-approved.ts";
import { isToldAgain, lookAtDraft } from "../review/refresh-draft.ts";

const hourMs = 60 * 60 * 1000;

/** Whether the editors' time for the next slot has begun, or an issue that was held has been approved since. */
export async function isReviewDue(context: OpenContext, cron: string, now: Date): Promise<boolean> {
  if (context.newsletter.review.mode === "none") return false;
  return (
    (await listLateApproved(context, now)).length > 0 ||
    (await findSlotInReview(context, cron, now)) !== undefined
  );
}

/** Freezes what was approved late, and makes the next slot's draft, or a new one where an article was edited. */
export async function reviewNextSlot(run: LeasedRun, context: OpenContext, cron: string): Promise<void> {
  if (context.newsletter.review.mode === "none") return;
  await freezeLateApproved(run, context);
  const slot = await findSlotInReview(context, cron, run.now());
  if (slot === undefined) return;
  const look = await lookAtDraft(context, slot);
  if (look.kind === "nothing") return;
  const { editors } = context.newsletter.review;
  if (look.kind === "same" && !isToldAgain(look.draft, editors, run.now())) return;
  if (look.kind === "changed") {
    const name = `${context.newsletter.key} ${context.cadence} ${slot.toISOString()}`;
    const mustSettle = run.settleEdits === true && look.current !== undefined;
    if (mustSettle && !isSettled(name, look.signature)) return;
  }
  await (await openWorkshop(run)).makeDraft(run, context, slot);
}

/** What was seen at the last look, by slot: whoever edits, saves more than once. */
const lastSeen = new Map<string, string>();
const seenAtMost = 100;

function isSettled(key: string, signature: string): boolean {
  if (lastSeen.get(key) === signature) {
    lastSeen.delete(key);
    return true;
  }
  if (lastSeen.size >= seenAtMost) lastSeen.clear();
  lastSeen.set(key, signature);
  return false;
}

/** Freezes issues that were held at their slot and approved since. */
async function freezeLateApproved(run: LeasedRun, context: OpenContext): Promise<void> {
  for (const draft of await listLateApproved(context, run.now())) {
    if (run.signal.aborted) return;
    await freezeApproved(run, context, draft);
  }
}

async function listLateApproved(
  { database, newsletter, cadence }: OpenContext,
  now: Date,
): Promise<DraftRow[]> {
  const late: DraftRow[] = [];
  for (const draft of await listApprovedDrafts(database, newsletter.key, cadence)) {
    const slot = { newsletter: newsletter.key, cadence, slot: new Date(draft.slot) };
    const record = await findSlot(database, slot, now);
    if (record !== undefined && record.outcome !== "sent") late.push(draft);
  }
  return late;
}

async function findSlotInReview(context: OpenContext, cron: string, now: Date): Promise<Date | undefined> {
  const { database, newsletter, cadence } = context;
  const decided = await findLastSlot(database, newsletter.key, cadence, now);
  const last = await findLastSlot(database, newsletter.key, cadence);
  // A slot may be decided ahead of its time, for readers further east; what is sent is so, whatever the clock said.
  const ends = [decided, last?.outcome === "sent" ? last : undefined].map((record) => record?.slot ?? now);
  const after = new Date(Math.max(now.getTime(), ...ends.map((end) => end.getTime())));
  const [slot] = nextSlots({ cron, timeZone: newsletter.timeZone }, after, 1);
  if (slot === undefined) return undefined;
  const opensAt = (await dueAt(context, slot)).getTime() - newsletter.review.leadHours * hourMs;
  return opensAt <= now.getTime() ? slot : undefined;
}
