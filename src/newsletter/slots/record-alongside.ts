import { localTimesOf } from "../../schedule/local-times.ts";
import type { Alongside } from "../../storage/issues/freeze-issue.ts";
import { deferDeliveries, listTimeZones } from "../../storage/deliveries/local-deliveries.ts";
import { supersedeEarlier } from "../../storage/schedule/drafts.ts";
import { recordSent } from "../../storage/schedule/slots.ts";
import type { LeasedRun, OpenContext } from "../timetable/schedule-run.ts";

/** The slot's record, the readers' own times, and the end of earlier drafts, in the transaction that freezes the issue. */
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
    await supersedeEarlier(transaction, {
      newsletter: newsletter.key,
      cadence,
      slot: slot.toISOString(),
    });
  };
}
