import { GazetteError, type GazetteErrorCode } from "../../platform/errors.ts";
import { judgeLateness } from "../../schedule/judge-lateness.ts";
import { LeaseLost } from "../../storage/schedule/leases.ts";
import { toStorageFault } from "../../storage/ledger/storage-fault.ts";
import { approveIssue } from "../freezing/approve-issue.ts";
import { assertSender } from "../sending/assert-sender.ts";
import { buildIssue } from "../building/build-issue.ts";
import { freezeBuiltIssue, hasRecipients } from "../freezing/freeze-built-issue.ts";
import { planSlot } from "../planning/plan-slot.ts";
import { previewKept } from "../preview/preview-kept.ts";
import { recordAlongside } from "./record-alongside.ts";
import { freezeReviewed } from "../review/freeze-reviewed.ts";
import type { LeasedRun, OpenContext, SlotDecision } from "../timetable/schedule-run.ts";
import { tellRun } from "../timetable/tell-run.ts";

/** Faults of the disk or of a share that is not mounted: they pass without anyone editing anything. */
const passing: ReadonlySet<GazetteErrorCode> = new Set([
  "storage-failed",
  "output-unwritable",
  "articles-missing",
  "articles-empty",
]);

/**
 * Decides on a slot that is due: freezes its issue, or says why there is none. Sends nothing to readers.
 *
 * @throws LeaseLost
 */
export async function decideSlot(run: LeasedRun, context: OpenContext, slot: Date): Promise<SlotDecision> {
  const { newsletter } = context;
  const late = judgeLateness(slot, run.now(), newsletter);
  const byHand = `\`gazette send ${newsletter.key}\` sends it now; otherwise the next slot takes its articles.`;
  if (late.kind !== "send") return { outcome: late.kind, reason: late.reason, remedy: byHand };
  try {
    return await freezeSlot(run, context, slot);
  } catch (error) {
    const storageFault = toStorageFault(error);
    if (storageFault !== undefined) return { outcome: "again", reason: withoutStop(storageFault.message) };
    if (!(error instanceof GazetteError)) {
      if (error instanceof LeaseLost) throw error;
      run.onEvent({
        newsletter: newsletter.key,
        cadence: context.cadence,
        slot,
        outcome: "failed",
        reason: "a fault in Gazette",
        fault: error,
      });
      const message = error instanceof Error ? error.message : String(error);
      return { outcome: "failed", reason: `a fault in Gazette, please report it: ${message}` };
    }
    return passing.has(error.code)
      ? waitFor(error)
      : { outcome: "failed", reason: withoutStop(error.message) };
  }
}

function waitFor({ message, hint }: GazetteError): SlotDecision {
  return { outcome: "again", reason: withoutStop(message), ...(hint === undefined ? {} : { remedy: hint }) };
}

function withoutStop(sentence: string): string {
  return sentence.replace(/\.$/u, "");
}

async function freezeSlot(run: LeasedRun, context: OpenContext, slot: Date): Promise<SlotDecision> {
  const { newsletter } = context;
  if (!(await hasRecipients(context))) return skipWithoutReaders(context);
  assertSender(context);
  const alongside = await recordAlongside(run, context, slot);
  if (newsletter.review.mode !== "none") return freezeReviewed(run, context, slot, alongside);
  const plan = await planSlot(context, slot);
  if (plan.selection.held !== undefined) return { outcome: "skipped", reason: plan.selection.held };
  const built = approveIssue(await buildIssue(context, plan), undefined);
  const issue = await freezeBuiltIssue(context, built, "schedule", run.now(), alongside);
  if (issue === undefined)
    return { outcome: "again", reason: "another process sent one of its articles in the meantime" };
  await previewKept(context, built, tellRun(run, context, built.plan.slot));
  return { outcome: "frozen", issue };
}

/** Of several cadences one may well have no reader; a newsletter without any was meant to have some, or is one that was renamed. */
function skipWithoutReaders({ newsletter }: OpenContext): SlotDecision {
  const skipped = { outcome: "skipped" as const, reason: "nobody receives it" };
  if (newsletter.cadences.length > 1) return skipped;
  const remedy =
    "`gazette subscribers list` shows who is on the list; readers come from there, from `to` and from MAIL_TO. " +
    "No article was lost: the next issue takes them.";
  return { ...skipped, remedy, isStanding: true };
}
