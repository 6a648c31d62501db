import { schedule, type ScheduledTask } from "node-cron";
import { earliestNow } from "../platform/earliest-now.ts";

export interface WakeUp {
  /** Calls `check` now, or once more when the call that runs has ended. */
  wake(): void;
  /** Stops further calls and waits for the one that runs. */
  stop(): Promise<void>;
}

const beatMs = 1000;
/** Retries and what a person asked for wait no longer than this. */
const everyMs = 15_000;
/** More than a clock is off that is steered towards the right time, and more than a busy process is late by. */
const jumpMs = 5000;

/**
 * Calls `check` at once, at each full minute, and every 15 seconds, never twice at the same time. A wake-up only wakes: what is
 * due is computed from the ledger, so one that is lost or late loses nothing.
 *
 * node-cron knows the full minutes. It waits for the instant it has worked out, so that it would sleep on for as long as a
 * clock is set back by, and it goes through every minute that a clock is put forward by, half a million a year, before it does
 * anything else. So a heartbeat that counts by no clock wakes too, and begins anew with node-cron where the clock has jumped.
 */
export function startWakeUp(check: () => Promise<void>): WakeUp {
  let running: Promise<void> | undefined;
  let isWanted = false;
  let wokeAtMs = 0;
  const run = (): void => {
    wokeAtMs = performance.now();
    running ??= check().finally(() => {
      running = undefined;
      if (!isWanted) return;
      isWanted = false;
      run();
    });
  };
  let minutes = atFullMinutes(run);
  let offsetMs = clockOffsetMs();
  const heart = setInterval(() => {
    const before = offsetMs;
    offsetMs = clockOffsetMs();
    const hasJumped = Math.abs(offsetMs - before) > jumpMs;
    if (hasJumped) {
      void minutes?.destroy();
      minutes = atFullMinutes(run);
    }
    if (hasJumped || performance.now() - wokeAtMs >= everyMs) run();
  }, beatMs);
  run();
  return {
    wake: () => {
      if (running === undefined) run();
      else isWanted = true;
    },
    stop: async () => {
      clearInterval(heart);
      await minutes?.destroy();
      isWanted = false;
      await running;
    },
  };
}

/** Undefined while the clock was never set: from 1970 to today it would go through every minute. */
function atFullMinutes(run: () => void): ScheduledTask | undefined {
  return Date.now() < earliestNow.getTime()
    ? undefined
    : schedule("* * * * *", run, { suppressMissedWarning: true });
}

/** The same for as long as the clock runs evenly. */
function clockOffsetMs(): number {
  return Date.now() - performance.now();
}
