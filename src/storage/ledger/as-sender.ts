import { GazetteError } from "../../platform/errors.ts";
import { lockSender, type SenderLock } from "./lock-sender.ts";

/**
 * Makes this process the sender of the data folder for as long as `work` runs.
 *
 * @throws GazetteError `issue-state` where another process is sending.
 */
export async function asSender<T>(dataDir: string, work: () => Promise<T>): Promise<T> {
  const lock: SenderLock | undefined = lockSender(dataDir);
  if (lock === undefined) {
    throw new GazetteError("issue-state", `Another Gazette is sending from ${dataDir} at this moment.`, {
      hint: "Wait until it has finished; `gazette status` shows how far it is.",
    });
  }
  try {
    return await work();
  } finally {
    lock.release();
  }
}
