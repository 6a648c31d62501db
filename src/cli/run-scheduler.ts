import { isDeepStrictEqual } from "node:util";
import type { Config } from "../config/config.ts";
import { loadConfig } from "../config/load-config.ts";
import { readConfigApart } from "../config/read-config-apart.ts";
import { type ConfigWatch, watchConfig } from "../config/watch-config.ts";
import type { HealthSource } from "../newsletter/health/examine-health.ts";
import type { HealthServer } from "../newsletter/health/serve-health.ts";
import { isSlotDue, runDueSlots } from "../newsletter/slots/run-due-slots.ts";
import type { ScheduleRun, SlotEvent } from "../newsletter/timetable/schedule-run.ts";
import { GazetteError } from "../platform/errors.ts";
import { type Log, type LogLevel, openLog } from "../platform/logger.ts";
import { startWakeUp } from "../schedule/wake-up.ts";
import { deliveryIdOf, readDeliveryKey } from "../storage/deliveries/delivery-id.ts";
import { listAlerts } from "../storage/schedule/alerts.ts";
import { type Database, openDatabase } from "../storage/ledger/open-database.ts";
import { toStorageFault } from "../storage/ledger/storage-fault.ts";
import { createApartWorkshop } from "./apart/apart-workshop.ts";
import type { CommandContext } from "./command-context.ts";
import type { CommonOptions } from "./common-options.ts";
import { type DecidedSlot, listDecidedSlots } from "./list-slots.ts";

/**
 * Sends each issue when its slot is due, until the signal; SIGHUP reads the configuration anew.
 *
 * @param onReady Called once everything is open, before the first look at what is due, with what was decided last.
 */
export async function runScheduler(
  { config: first, now, fixedNow }: CommandContext,
  options: CommonOptions,
  {
    signal,
    onReady,
  }: { readonly signal: AbortSignal; readonly onReady: (decided: readonly DecidedSlot[]) => void },
): Promise<void> {
  const hangUp: { isAsked: boolean; wake: () => void } = { isAsked: false, wake: () => undefined };
  const onHangUp = (): void => {
    hangUp.isAsked = true;
    hangUp.wake();
  };
  // Before anything is announced: one that nobody waits for would end the process.
  process.on("SIGHUP", onHangUp);
  const log = await openLog(first.schedule.logLevel);
  const database = await openDatabase(first.data);
  const pin = createPin(first, log);
  const watch = watchConfig(first, async () => pin(await reload(options)));
  const state: { config: Config; fault: string | undefined } = { config: first, fault: undefined };
  const health = await openHealth(log, () => ({ ...state, database, now }), first);
  const repeats = createRepeatFilter();
  const workshop = createApartWorkshop(fixedNow);

  /** A slot is decided with the configuration of that moment, whatever its files' times say. */
  const readConfig = async (): Promise<Config> => {
    const mustReload = hangUp.isAsked;
    hangUp.isAsked = false;
    state.config = await refresh(watch, log, mustReload, mustReload);
    if (!mustReload && (await isSlotDue({ config: state.config, database, now })))
      state.config = await refresh(watch, log, true);
    return state.config;
  };
  const check = async (): Promise<void> => {
    try {
      await runDueSlots({
        ...createRun(state.config, database, signal, now, log, health),
        readConfig,
        workshop,
      });
      repeats.forget();
      state.fault = undefined;
    } catch (error) {
      // A fault in one tick must not end a process that runs for years; what is due stays due.
      const fields = describeFault(error);
      state.fault = fields.problem ?? "a fault in Gazette; its log says where, please report it";
      if (repeats.isNew(JSON.stringify(fields)))
        log.write("error", fields, "A tick failed; it is tried again in 15 seconds");
    }
  };
  onReady(await listDecidedSlots(database, now()));
  await sayStanding(database, now(), log);
  const wakeUp = startWakeUp(check);
  hangUp.wake = () => wakeUp.wake();
  await aborted(signal);
  await wakeUp.stop();
  process.removeListener("SIGHUP", onHangUp);
  await health?.close();
  await database.destroy();
}

function reload(options: CommonOptions): Promise<Config> {
  return loadConfig(
    process.cwd(),
    {
      ...(options.config === undefined ? {} : { configFile: options.config }),
      ...(options.articles === undefined ? {} : { articlesDir: options.articles }),
      ...(options.out === undefined ? {} : { outDir: options.out }),
      ...(options.data === undefined ? {} : { dataDir: options.data }),
    },
    readConfigApart,
  );
}

/**
 * What is open already stays as it was when the process started: the ledger above all, which is not to be taken for another
 * folder's. Said once.
 */
function createPin(first: Config, log: Log): (config: Config) => Config {
  let said = "";
  return (config) => {
    const { health, logLevel } = first.schedule;
    const waiting = [
      config.data === first.data ? [] : ["the data folder"],
      isDeepStrictEqual(config.schedule.health, health) ? [] : ["schedule.healthPort and healthHost"],
      config.schedule.logLevel === logLevel ? [] : ["schedule.logLevel"],
    ].flat();
    const text = waiting.join(", ");
    if (text !== said && text !== "")
      log.write("warn", { waiting: text }, "Some of what changed counts only after a restart");
    said = text;
    return { ...config, data: first.data, schedule: { ...config.schedule, health, logLevel } };
  };
}

/**
 * The configuration as it is now, or the old one where the new one is broken.
 *
 * @param isAsked A person waits for the answer, also where nothing changed.
 */
async function refresh(watch: ConfigWatch, log: Log, force: boolean, isAsked = false): Promise<Config> {
  const change = await watch.look(force);
  if (change.kind === "same" && isAsked)
    log.write("info", {}, "The configuration was read anew; nothing changed that counts now");
  if (change.kind === "changed") log.write("info", {}, "The configuration changed, and counts from now on");
  if (change.kind === "mended")
    log.write("info", {}, "The configuration is mended; it is the one that counts");
  if (change.kind === "refused") {
    const { message, hint } = change.error;
    log.write(
      "error",
      { problem: message, remedy: hint },
      "The configuration is broken; the one before stays",
    );
  }
  return change.config;
}

async function openHealth(
  log: Log,
  source: () => HealthSource,
  { schedule }: Config,
): Promise<HealthServer | undefined> {
  if (schedule.health === undefined) return undefined;
  const { serveHealth } = await import("../newsletter/health/serve-health.ts");
  const server = await serveHealth(schedule.health, source);
  log.write("info", { url: server.url }, "Health and metrics");
  return server;
}

const levels: Readonly<Record<SlotEvent["outcome"], LogLevel>> = {
  started: "info",
  sent: "info",
  skipped: "info",
  resumed: "info",
  draft: "info",
  held: "warn",
  waiting: "warn",
  failed: "error",
};

function createRun(
  config: Config,
  database: Database,
  signal: AbortSignal,
  now: () => Date,
  log: Log,
  health: HealthServer | undefined,
): ScheduleRun {
  let key: Promise<string> | undefined;
  return {
    config,
    database,
    signal,
    now,
    settleEdits: true,
    onOutcome: (delivery, { state, phase, reply }) => {
      health?.count(state);
      key ??= readDeliveryKey(database);
      void key.then((known) => {
        const { issue_id: issue, address, attempts } = delivery;
        const fields = {
          issue,
          delivery: deliveryIdOf(known, issue, address),
          attempt: attempts + 1,
          state,
          phase,
          code: reply.code,
          enhancedCode: reply.enhancedCode,
          server: reply.host,
        };
        log.write(state === "accepted" ? "debug" : "info", fields, `Message ${state}`);
      });
    },
    onEvent: ({ newsletter, cadence, slot, outcome, reason, issue, fault }) => {
      const stack = fault instanceof Error ? { stack: fault.stack } : {};
      const fields = { newsletter, cadence, slot: slot.toISOString(), outcome, issue, ...stack };
      log.write(fault === undefined ? levels[outcome] : "error", fields, reason);
    },
  };
}

const standingShown = 10;
const standingSinceMs = 14 * 24 * 60 * 60 * 1000;

/**
 * What waited for a person before the process started, as `gazette status` has it. Each is said once when it comes up, and whoever
 * restarts a schedule that does nothing looks for the reason here.
 */
async function sayStanding(database: Database, now: Date, log: Log): Promise<void> {
  const standing = await listAlerts(database, new Date(now.getTime() - standingSinceMs), now);
  for (const { message, remedy, raised_at } of standing.slice(0, standingShown))
    log.write("warn", { since: raised_at, remedy }, `Still so: ${message}`);
  const unsaid = standing.length - standingShown;
  if (unsaid > 0) log.write("warn", {}, `Still so: ${unsaid} more, which \`gazette status\` lists`);
}

/** What an operator can mend in words; a fault of ours with its stack. */
function describeFault(error: unknown): {
  readonly problem?: string;
  readonly remedy?: string | undefined;
  readonly stack?: string;
} {
  const known = toStorageFault(error) ?? error;
  if (known instanceof GazetteError) return { problem: known.message, remedy: known.hint };
  return { stack: known instanceof Error ? (known.stack ?? known.message) : String(known) };
}

/** The same fault every 15 seconds is one line. */
function createRepeatFilter(): { isNew(text: string): boolean; forget(): void } {
  let last: string | undefined;
  return {
    isNew: (text) => {
      const isNew = text !== last;
      last = text;
      return isNew;
    },
    forget: () => {
      last = undefined;
    },
  };
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener("abort", () => resolve(), { once: true });
  });
}
