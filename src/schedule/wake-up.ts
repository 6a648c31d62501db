import { schedule } from "node-cron";

export interface WakeUp {
  /** Calls `check` now, or once more when the call that runs has ended. */
  wake(): void;
  /** Stops further calls and waits for the one that runs. */
  stop(): Promise<void>;
}

/**
 * Calls `check` at once and every 15 seconds, never twice at the same time. node-cron only wakes us: what is due is computed
 * from the ledger, so a tick that is lost or late loses nothing.
 */
export function startWakeUp(check: () => Promise<void>): WakeUp {
  let running: Promise<void> | undefined;
  let isWanted = false;
  const run = (): void => {
    running ??= check().finally(() => {
      running = undefined;
      if (!isWanted) return;
      isWanted = false;
      run();
    });
  };
  const task = schedule("*/15 * * * * *", run);
  run();
  return {
    wake: () => {
      if (running === undefined) run();
      else isWanted = true;
    },
    stop: async () => {
      await task.destroy();
      isWanted = false;
      await running;
    },
  };
}
