import { schedule } from "node-cron";

export interface WakeUp {
  /** Stops further calls and waits for the one that runs. */
  stop(): Promise<void>;
}

/**
 * Calls `check` at once and at the start of every minute, never twice at the same time. node-cron only wakes us: what is
 * due is computed from the ledger, so a tick that is lost or late loses nothing.
 */
export function startWakeUp(check: () => Promise<void>): WakeUp {
  let running: Promise<void> | undefined;
  const run = (): void => {
    running ??= check().finally(() => {
      running = undefined;
    });
  };
  const task = schedule("* * * * *", run);
  run();
  return {
    stop: async () => {
      await task.destroy();
      await running;
    },
  };
}
