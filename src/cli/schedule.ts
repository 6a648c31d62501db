import { isNpmScript } from "../config/environment.ts";
import { GazetteError } from "../platform/errors.ts";
import { localMinute } from "../platform/zoned-text.ts";
import { type CommandContext, openContext, printLine } from "./command-context.ts";
import type { CommonOptions } from "./common-options.ts";
import { type DecidedSlot, listSlots } from "./list-slots.ts";
import { stopSignal } from "./stop-signal.ts";
import { watchParent } from "./watch-parent.ts";

export interface ScheduleOptions extends CommonOptions {
  readonly simulate?: string;
  readonly adopt?: string;
}

/** For one cadence; of several, fewer of each, and one at least. */
const slotsShown = 3;
const maxSimulated = 1000;

/** `gazette schedule`: sends each issue when its slot is due, until SIGTERM or SIGINT. */
export async function runSchedule(options: ScheduleOptions): Promise<void> {
  const context = await openContext(options);
  if (options.simulate !== undefined) {
    const { simulateSchedule } = await import("./simulate-schedule.ts");
    await simulateSchedule(context, parseCount(options.simulate), options);
    return;
  }
  if (options.adopt !== undefined) {
    const { adoptData } = await import("./adopt-data.ts");
    await adoptData(context, options.adopt, options);
    return;
  }
  if (options.json === true) {
    throw new GazetteError(
      "usage",
      "`gazette schedule` runs for good, and one JSON document would never end.",
      {
        hint: "Its log on stderr is one JSON object a line; `gazette schedule --simulate 5 --json` lists the next slots.",
      },
    );
  }
  // Before anything is opened: a stop that comes while it starts is a stop too.
  const stop = stopSignal();
  const unwatch = isNpmScript() ? watchParent(() => stop.stop()) : undefined;
  const { runScheduler } = await import("./run-scheduler.ts");
  await runScheduler(context, options, {
    signal: stop.signal,
    onReady: (decided) => announce(context, decided),
  });
  unwatch?.();
  stop.release();
  printLine("Stopped; nothing is in flight.");
}

function parseCount(text: string): number {
  const count = Number(text);
  if (/^\d+$/u.test(text) && count >= 1 && count <= maxSimulated) return count;
  throw new GazetteError("usage", `--simulate takes a number from 1 to ${maxSimulated}; found "${text}".`);
}

function announce(context: CommandContext, decided: readonly DecidedSlot[]): void {
  printLine("Gazette is running. Next slots:");
  const { newsletters } = context.config;
  const cadences = newsletters.flatMap((newsletter) => newsletter.cadences).length;
  const count = Math.max(1, Math.floor(slotsShown / Math.max(1, cadences)));
  for (const { newsletter, slot } of listSlots(context, decided, count)) {
    const zone = newsletters.find(({ key }) => key === newsletter)?.timeZone ?? "UTC";
    printLine(`  ${newsletter}: ${localMinute(slot, zone)} ${zone}  (${slot.toISOString()})`);
  }
  printLine("Stop with Ctrl-C; messages in flight are finished first.");
}
