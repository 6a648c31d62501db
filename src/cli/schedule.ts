import type { CommonOptions } from "./common-options.ts";
import { planIssue } from "../newsletter/plan-issue.ts";
import { runDueSlots, type SlotEvent } from "../newsletter/run-due-slots.ts";
import { GazetteError } from "../platform/errors.ts";
import { localMinute } from "../platform/zoned-text.ts";
import { nextSlots, type Slot } from "../schedule/slots.ts";
import { startWakeUp } from "../schedule/wake-up.ts";
import { openDatabase } from "../storage/open-database.ts";
import { type CommandContext, openContext, printJson, printLine } from "./command-context.ts";
import { stopSignal } from "./stop-signal.ts";
import { withLedgerIfAny } from "./with-newsletter.ts";

export interface ScheduleOptions extends CommonOptions {
  readonly simulate?: string;
}

const slotsShown = 3;
const maxSimulated = 1000;

/** `gazette schedule`: sends each issue when its slot is due, until SIGTERM or SIGINT. */
export async function runSchedule(options: ScheduleOptions): Promise<void> {
  const context = await openContext(options);
  if (options.simulate !== undefined) {
    await simulate(context, parseCount(options.simulate), options);
    return;
  }
  announce(context);
  await runUntilStopped(context);
}

function parseCount(text: string): number {
  const count = Number(text);
  if (/^\d+$/u.test(text) && count >= 1 && count <= maxSimulated) return count;
  throw new GazetteError("usage", `--simulate takes a number from 1 to ${maxSimulated}; found "${text}".`);
}

/** The next slots of every cadence, in order of time. */
function listSlots({ config, now }: CommandContext, count: number): Slot[] {
  return config.newsletters
    .flatMap(({ key, cadences, timeZone }) =>
      cadences.flatMap(({ name, cron }) =>
        nextSlots({ cron, timeZone }, now(), count).map((slot) => ({ newsletter: key, cadence: name, slot })),
      ),
    )
    .sort((a, b) => a.slot.getTime() - b.slot.getTime())
    .slice(0, count);
}

async function simulate(context: CommandContext, count: number, options: ScheduleOptions): Promise<void> {
  const rows = [];
  for (const { newsletter: key, cadence, slot } of listSlots(context, count)) {
    const newsletter = context.config.newsletters.find((candidate) => candidate.key === key);
    if (newsletter === undefined) continue;
    const plan = await withLedgerIfAny(context, newsletter, (open) => planIssue({ ...open, cadence }, slot));
    const articles = plan.selection.verdicts
      .filter(({ inIssue }) => inIssue)
      .map(({ article }) => article.path);
    const local = localMinute(slot, newsletter.timeZone);
    rows.push({
      newsletter: key,
      cadence,
      slot: slot.toISOString(),
      local,
      timezone: newsletter.timeZone,
      articles,
    });
  }
  if (options.json === true) {
    printJson({ slots: rows });
    return;
  }
  for (const { newsletter, slot, local, timezone, articles } of rows) {
    printLine(
      `${local} ${timezone}  (${slot})  ${newsletter}: ${articles.length} articles as the folder is now`,
    );
  }
}

function announce(context: CommandContext): void {
  printLine("Gazette is running. Next slots:");
  for (const { newsletter, slot } of listSlots(context, slotsShown)) {
    const zone = context.config.newsletters.find(({ key }) => key === newsletter)?.timeZone ?? "UTC";
    printLine(`  ${newsletter}: ${localMinute(slot, zone)} ${zone}  (${slot.toISOString()})`);
  }
  printLine("Stop with Ctrl-C; messages in flight are finished first.");
}

async function runUntilStopped({ config, now }: CommandContext): Promise<void> {
  const database = await openDatabase(config.data);
  const stop = stopSignal();
  const check = async (): Promise<void> => {
    try {
      await runDueSlots({
        config,
        database,
        signal: stop.signal,
        now,
        onOutcome: () => undefined,
        onEvent: printEvent,
      });
    } catch (error) {
      // A fault in one tick must not end a process that runs for years; the slot stays due and is tried again.
      process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    }
  };
  const wakeUp = startWakeUp(check);
  await aborted(stop.signal);
  await wakeUp.stop();
  stop.release();
  await database.destroy();
  printLine("Stopped; nothing is in flight.");
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener("abort", () => resolve(), { once: true });
  });
}

function printEvent({ newsletter, slot, outcome, reason }: SlotEvent): void {
  printLine(`${slot.toISOString()} ${newsletter} ${outcome}: ${reason}`);
}
