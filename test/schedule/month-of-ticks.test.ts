import { expect, test } from "vitest";
import { runDueSlots } from "../../src/newsletter/slots/run-due-slots.ts";
import { openScheduleRoom } from "../support/schedule-room.ts";

const isSoak = process.env["GAZETTE_SOAK"] === "1";

test(
  "30 days of ticks: no growth of memory or handles, and a line for what happened only",
  { timeout: 600_000 },
  async () => {
    const room = await openScheduleRoom();
    const everyMinutes = isSoak ? 1 : 60;
    const start = Date.parse("2026-11-15T12:00:00Z");
    const lastMinute = 30 * 24 * 60;
    let before = { heapBytes: 0, handles: 0 };
    const measure = () => {
      globalThis.gc?.();
      return { heapBytes: process.memoryUsage().heapUsed, handles: process.getActiveResourcesInfo().length };
    };
    for (let minute = 0; minute <= lastMinute; minute += everyMinutes) {
      room.clock.now = new Date(start + minute * 60_000);
      await runDueSlots(room.run);
      // From the second week on, when everything was loaded once.
      if (minute >= lastMinute / 3 && before.heapBytes === 0) before = measure();
    }
    const after = measure();

    expect(room.events.map(({ outcome }) => outcome)).toEqual([
      "sent",
      "skipped",
      "skipped",
      "skipped",
      "skipped",
    ]);
    if (isSoak) console.log({ before, after });
    expect(after.handles).toBeLessThanOrEqual(before.handles + 2);
    // Without a call of the collector, what it has not looked at yet counts too.
    expect(after.heapBytes - before.heapBytes).toBeLessThan(64 * 1024 * 1024);
  },
);
