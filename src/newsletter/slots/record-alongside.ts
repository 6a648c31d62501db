import { localTimesOf } from "../../schedule/local-times.ts";
import type { Alongside } from "../../storage/issues/freeze-issue.ts";
import { deferDeliveries, listTimeZones } from "../../storage/deliveries/local-deliveries.ts";
import { supersedeEarlier, supersedeSlot } from "../../storage/schedule/drafts.ts";
import { recordSent } from "../../storage/schedule/slots.ts";
import type { LeasedRun, OpenContext } from "../timetable/schedule-run.ts";

/**
 * The slot's record, the readers' own times, and the end of the slot's other drafts and of earlier ones, in the transaction that
 * freezes the issue. Also where there is no review any more: a draft that waits when review is switched off cannot go out.
 */
export async function recordAlongside(
  { database, lease }: LeasedRun,
  { newsletter, cadence }: OpenContext,
  slot: Date,
): Promise<Alongside> {
  const record = recordSent(lease, { newsletter: newsletter.key, cadence, slot });
  const zones = newsletter.localTime ? await listTimeZones(database, newsletter.key) : [];
  const times = localTimesOf(slot, newsletter.timeZone, zones);
  return async (transaction, issue) => {
    if (newsletter.localTime) await deferDeliveries(transaction, issue.id, times, slot);
    await record(transaction, issue);
    const decided = { newsletter: newsletter.key, cadence, slot: slot.toISOString() };
    await supersedeSlot(transaction, decided);
    await supersedeEarlier(transaction, decided);
  };
}
