import { assertInstance } from "../../newsletter/instance/instance-doubt.ts";
import { runDueSlots } from "../../newsletter/slots/run-due-slots.ts";
import type { SlotEvent } from "../../newsletter/timetable/schedule-run.ts";
import { type Database, openDatabase } from "../../storage/ledger/open-database.ts";
import { countDeliveries } from "../../storage/deliveries/deliveries.ts";
import { listAlerts } from "../../storage/schedule/alerts.ts";
import { createApartWorkshop } from "../apart/apart-workshop.ts";
import { type CommandContext, printJson, printLine } from "../command-context.ts";
import type { CommonOptions } from "../common-options.ts";
import { stopSignal } from "../stop-signal.ts";

/** What a crontab's mail or a runner's red mark is for. */
const needsPerson: ReadonlySet<SlotEvent["outcome"]> = new Set(["failed", "held", "waiting"]);

/**
 * `gazette send --due`: does what a running schedule would do now, and ends. Exit code 2 where something needs a person, 3
 * where a recipient was not accepted.
 */
export async function sendDue(
  { config, now, fixedNow }: CommandContext,
  options: CommonOptions,
): Promise<void> {
  const database = await openDatabase(config.data);
  const stop = stopSignal();
  const events: SlotEvent[] = [];
  const startedAt = now();
  let notAccepted = 0;
  try {
    const end = await runDueSlots({
      config,
      database,
      signal: stop.signal,
      now,
      onOutcome: (_, { state }) => {
        if (state !== "accepted") notAccepted += 1;
      },
      onEvent: (event) => events.push(event),
      workshop: createApartWorkshop(fixedNow),
    });
    if (end === "doubted") await assertInstance({ config, database, now });
    if (notAccepted > 0 || (await hasGivenUp(database, events))) process.exitCode = 3;
    // What the operator is told of, as a slot that came too late, needs one too; not one whose articles a later one took at once.
    const isAlarmed = (await listAlerts(database, startedAt)).some(({ key }) => !key.startsWith("missed:"));
    if (isAlarmed || events.some(({ outcome }) => needsPerson.has(outcome))) process.exitCode = 2;
    report(events, stop.signal.aborted ? "stopped" : end, options);
  } finally {
    stop.release();
    await database.destroy();
  }
}

/** Whether an issue that went on was too late for some: nobody tries them any more, so no answer of theirs was counted. */
async function hasGivenUp(database: Database, events: readonly SlotEvent[]): Promise<boolean> {
  for (const { issue } of events)
    if (issue !== undefined && ((await countDeliveries(database, issue)).expired ?? 0) > 0) return true;
  return false;
}

function report(events: readonly SlotEvent[], end: string, options: CommonOptions): void {
  if (options.json === true) {
    const rows = events.map(({ newsletter, cadence, slot, outcome, reason, issue }) => ({
      newsletter,
      cadence,
      slot: slot.toISOString(),
      outcome,
      reason,
      issue: issue ?? null,
    }));
    printJson({ end, slots: rows });
    return;
  }
  if (end === "stopped") printLine("Stopped; the next run goes on.");
  else if (end === "busy") printLine("Another Gazette is at it; nothing was done here.");
  else if (events.length === 0) printLine("Nothing is due.");
  for (const { newsletter, slot, outcome, reason } of events)
    printLine(`${newsletter} ${slot.toISOString()} ${outcome}: ${reason}`);
}
