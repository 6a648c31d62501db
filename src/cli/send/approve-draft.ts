import { assertInstance, placeOf } from "../../newsletter/instance/instance-doubt.ts";
import {
  type Approval,
  approveDraft,
  type Desk,
  rejectDraft,
} from "../../newsletter/review/approve-draft.ts";
import { freezeApproved } from "../../newsletter/slots/freeze-approved.ts";
import { sendScheduledIssue } from "../../newsletter/slots/send-scheduled-issue.ts";
import { GazetteError } from "../../platform/errors.ts";
import { localMinute } from "../../platform/zoned-text.ts";
import { holdLease } from "../../schedule/hold-lease.ts";
import { countDeliveries, totalOf } from "../../storage/deliveries/deliveries.ts";
import { countSending } from "../../storage/ledger/instance.ts";
import { findIssue } from "../../storage/issues/issues.ts";
import { openDatabase } from "../../storage/ledger/open-database.ts";
import type { DraftRow } from "../../storage/schema/schedule-tables.ts";
import type { ScheduleRun } from "../../newsletter/timetable/schedule-run.ts";
import { createApartWorkshop } from "../apart/apart-workshop.ts";
import { type CommandContext, printJson, printLine } from "../command-context.ts";
import type { CommonOptions } from "../common-options.ts";
import { reportSend, summarise } from "./report-send.ts";
import { stopSignal } from "../stop-signal.ts";
import type { ReviewOptions } from "./send-options.ts";

/** `gazette send --approve HASH` and `--reject HASH`. */
export async function decideOnDraft(context: CommandContext, options: ReviewOptions): Promise<void> {
  const database = await openDatabase(context.config.data);
  try {
    const desk: Desk = { ...context, database, onEvent: () => undefined };
    await assertInstance(desk);
    if (options.reject !== undefined) {
      const draft = await rejectDraft(desk, options.reject);
      report(
        draft,
        "rejected",
        `No. ${draft.number} is rejected: at its slot nothing is sent, and its articles wait for the next.`,
        options,
      );
      return;
    }
    const approval = await approveDraft(desk, options.approve ?? "", options.force);
    if (approval.isLate || options.atOnce === true) {
      await sendNow({ ...desk, workshop: createApartWorkshop(context.fixedNow) }, approval, options);
      return;
    }
    report(approval.draft, "approved", `${describeApproved(approval)}.`, options);
  } finally {
    await database.destroy();
  }
}

function describeApproved({ draft, context, dueAt }: Approval): string {
  const { timeZone } = context.newsletter;
  const at = new Date(draft.slot);
  const first =
    dueAt < at ? ` (to its first readers, further east, at ${localMinute(dueAt, timeZone)} ${timeZone})` : "";
  const slot = `${localMinute(at, timeZone)} ${timeZone}${first}`;
  return `No. ${draft.number} is approved: exactly draft ${draft.hash.slice(0, 12)} goes out at its slot, ${slot}, by the running schedule or \`gazette send --due\``;
}

function report(draft: DraftRow, state: string, message: string, options: CommonOptions): void {
  if (options.json === true)
    printJson({
      newsletter: draft.newsletter,
      slot: draft.slot,
      number: draft.number,
      hash: draft.hash,
      state,
    });
  else printLine(message);
}

async function sendNow(
  desk: Desk & Pick<ScheduleRun, "workshop">,
  approval: Approval,
  options: CommonOptions,
): Promise<void> {
  const { draft, context, isLate } = approval;
  const stop = stopSignal();
  const startedAt = performance.now();
  let sent: number | undefined;
  let handedOver = 0;
  try {
    const isDone = await holdLease(
      desk.database,
      "schedule",
      { now: desk.now, signal: stop.signal },
      async (lease, signal) => {
        await countSending(desk.database, placeOf(desk.config));
        const onOutcome = (_: unknown, { state }: { readonly state: string }): void => {
          if (state === "accepted") handedOver += 1;
        };
        const run = { ...desk, lease, signal, onOutcome, frozen: new Map<number, string>() };
        const issue = await freezeApproved(run, context, draft);
        sent = issue?.id;
        if (issue !== undefined) await sendScheduledIssue(run, context, issue);
      },
    );
    if (!isDone) {
      const message = isLate
        ? `No. ${draft.number} is approved; the running schedule sends it within a minute.`
        : `${describeApproved(approval)}. Not at once: another Gazette is at work; the same command again sends it when that is done.`;
      report(draft, "approved", message, options);
      return;
    }
    const issue = sent === undefined ? undefined : await findIssue(desk.database, sent);
    if (issue === undefined) {
      throw new GazetteError(
        "draft-outdated",
        "An article of this draft went out in another issue, so it cannot be sent.",
        {
          hint: "`gazette status` shows the issues; `gazette send` sends what is left.",
        },
      );
    }
    const counts = await countDeliveries(desk.database, issue.id);
    const durationMs = performance.now() - startedAt;
    const base = { issue: summarise(issue), total: totalOf(counts), counts };
    reportSend({ ...base, durationMs, handedOver, isDryRun: false }, context, options);
  } finally {
    stop.release();
  }
}
