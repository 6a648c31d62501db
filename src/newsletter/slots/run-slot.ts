import { localMinute } from "../../platform/zoned-text.ts";
import {
  clearAlert,
  clearAlerts,
  clearEarlierSlotAlerts,
  raiseAlert,
} from "../../storage/schedule/alerts.ts";
import { listSlotsWithIssue } from "../../storage/issues/issues.ts";
import { supersedeEarlier, supersedeSlot } from "../../storage/schedule/drafts.ts";
import { assertLease } from "../../storage/schedule/leases.ts";
import { recordSlots, type SlotRecord } from "../../storage/schedule/slots.ts";
import { listDueSlots } from "../timetable/list-due-slots.ts";
import type { LeasedRun, OpenContext } from "../timetable/schedule-run.ts";
import { openWorkshop } from "./workshop.ts";

/** Decides on every slot of a cadence that is due: the last one may go out, the others were missed. */
export async function runSlot(run: LeasedRun, context: OpenContext, cron: string): Promise<void> {
  for (;;) {
    const due = await listDueSlots(context, cron, run.now());
    const latest = due?.slots.at(-1);
    if (due === undefined || latest === undefined || run.signal.aborted) return;
    await recordMissed(run, context, due.isMore ? due.slots : due.slots.slice(0, -1), latest);
    if (due.isMore) continue;
    await runLatest(run, context, latest);
    return;
  }
}

async function recordMissed(
  run: LeasedRun,
  context: OpenContext,
  slots: readonly Date[],
  latest: Date,
): Promise<void> {
  const [first] = slots;
  const last = slots.at(-1);
  if (first === undefined || last === undefined) return;
  const { newsletter, cadence } = context;
  const issued = await listSlotsWithIssue(run.database, newsletter.key, cadence, first, last);
  const keyOf = (slot: Date): string => againKey(newsletter.key, cadence, slot);
  const waited = await clearAlerts(run.database, slots.map(keyOf));
  const records = slots.map((slot): SlotRecord =>
    issued.has(slot.toISOString())
      ? { newsletter: newsletter.key, cadence, slot, outcome: "sent", reason: "it has its issue" }
      : {
          newsletter: newsletter.key,
          cadence,
          slot,
          outcome: "skipped",
          reason: `missed: ${waited.has(keyOf(slot)) ? "its issue could not be made" : nothingRan}, and the slot of ${latest.toISOString()} came after it`,
        },
  );
  await decide(run, records);
  for (const record of records.slice(-slotsLogged))
    if (record.outcome !== "sent") run.onEvent({ ...record, outcome: "skipped" });
  // Of one that waited, as for a folder that was not there, the operator was told what for.
  const untold = slots.filter((slot) => !waited.has(keyOf(slot)));
  await alertOfMissed(run, context, untold);
}

async function alertOfMissed(
  run: LeasedRun,
  { newsletter, cadence }: OpenContext,
  slots: readonly Date[],
): Promise<void> {
  const [first] = slots;
  const last = slots.at(-1);
  if (first === undefined || last === undefined) return;
  const zone = newsletter.timeZone;
  const when = `${localMinute(first, zone)}${first === last ? "" : ` to ${localMinute(last, zone)}`} ${zone}`;
  const count = slots.length === 1 ? "a slot was missed" : `${slots.length} slots were missed`;
  await raiseAlert(
    run.database,
    {
      key: `missed:${newsletter.key}:${cadence}:${last.toISOString()}`,
      message: `${count} of "${newsletter.title}" (${when}): ${nothingRan}`,
      remedy:
        "No article was lost: the next issue takes them. See that the schedule is started with the machine.",
    },
    run.now(),
  );
}

const nothingRan = "nothing was running that could send it";

/** The alert of a slot whose issue cannot be made yet. */
function againKey(newsletter: string, cadence: string, slot: Date): string {
  return `again:${newsletter}:${cadence}:${slot.toISOString()}`;
}

/** A year of missed slots is a thousand records and not a thousand lines. */
const slotsLogged = 10;

/** Records in one transaction, if the run still holds the lease. */
async function decide({ database, lease, now }: LeasedRun, records: readonly SlotRecord[]): Promise<void> {
  await database.transaction().execute(async (transaction) => {
    await assertLease(transaction, lease);
    await recordSlots(transaction, records, now());
    for (const { newsletter, cadence, slot, outcome } of records) {
      const draft = { newsletter, cadence, slot: slot.toISOString() };
      if (outcome === "skipped" || outcome === "sent") await supersedeSlot(transaction, draft);
      await supersedeEarlier(transaction, draft);
    }
  });
}

async function runLatest(run: LeasedRun, context: OpenContext, slot: Date): Promise<void> {
  const { newsletter, cadence } = context;
  const key = { newsletter: newsletter.key, cadence, slot };
  const retryKey = againKey(newsletter.key, cadence, slot);
  if ((await listSlotsWithIssue(run.database, newsletter.key, cadence, slot, slot)).size > 0) {
    await decide(run, [{ ...key, outcome: "sent", reason: "it has its issue" }]);
    return;
  }
  const decision = await (await openWorkshop(run)).decideSlot(run, context, slot);
  if (decision.outcome === "again") {
    const message = `"${newsletter.title}" of ${localMinute(slot, newsletter.timeZone)} ${newsletter.timeZone} waits: ${decision.reason}`;
    const alert = {
      key: retryKey,
      message,
      remedy: `${decision.remedy ?? ""} It is tried again every minute.`.trim(),
    };
    if (await raiseAlert(run.database, alert, run.now()))
      run.onEvent({ ...key, outcome: "waiting", reason: decision.reason });
    return;
  }
  await clearAlert(run.database, retryKey);
  await clearEarlierSlotAlerts(run.database, key);
  if (decision.outcome === "frozen") {
    run.frozen.set(decision.issue.id, `No. ${decision.issue.number}`);
    return;
  }
  const { outcome, reason, remedy, isStanding = false } = decision;
  await decide(run, [{ ...key, outcome, reason }]);
  run.onEvent({ ...key, outcome, reason });
  if (outcome === "skipped" && remedy === undefined) return;
  await raiseAlert(
    run.database,
    {
      key: isStanding
        ? `nobody:${newsletter.key}:${cadence}:`
        : `slot:${newsletter.key}:${cadence}:${slot.toISOString()}`,
      message: `"${newsletter.title}" of ${localMinute(slot, newsletter.timeZone)} ${newsletter.timeZone} was ${outcome === "failed" ? "not sent" : outcome}: ${reason}`,
      remedy:
        remedy ??
        `Mend it, then \`gazette send ${newsletter.key}\`; otherwise the next slot takes its articles.`,
    },
    run.now(),
  );
}
