import { lockSender } from "../../storage/ledger/lock-sender.ts";
import { hasAbandoned, recoverDeliveries } from "../../storage/deliveries/recover-deliveries.ts";
import type { LeasedRun } from "../timetable/schedule-run.ts";

/**
 * Says what became of deliveries whose sender died and whose issue was then paused or cancelled: nobody else would before the
 * next issue goes out.
 */
export async function recoverAbandoned({ config, database, now }: LeasedRun): Promise<void> {
  if (!(await hasAbandoned(database))) return;
  // Where another process sends, they may be its own; it sorts them out when it has ended, or the next tick does.
  const lock = lockSender(config.data);
  if (lock === undefined) return;
  try {
    await recoverDeliveries(database, now());
  } finally {
    lock.release();
  }
}
