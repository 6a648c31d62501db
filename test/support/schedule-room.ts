import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { loadConfig } from "../../src/config/load-config.ts";
import { runDueSlots } from "../../src/newsletter/slots/run-due-slots.ts";
import type { ScheduleRun, SlotEvent } from "../../src/newsletter/timetable/schedule-run.ts";
import { openDatabase } from "../../src/storage/ledger/open-database.ts";
import { type ScriptedSmtpServer, type SmtpScript, startScriptedSmtpServer } from "./scripted-smtp-server.ts";
import { temporaryFolder } from "./temporary-folder.ts";

export interface ScheduleRoom {
  readonly folder: string;
  readonly server: ScriptedSmtpServer;
  readonly events: SlotEvent[];
  readonly run: ScheduleRun;
  readonly clock: { now: Date };
  /** Down: it hangs up on whoever connects. */
  readonly relay: { isDown: boolean };
  /** Sets the clock and does what is due then. */
  readonly tickAt: (instant: string) => Promise<void>;
  readonly write: (name: string, date: string, body?: string) => void;
  /** Subjects and recipients of what was sent, in order. */
  readonly mail: () => string[];
}

/**
 * A newsletter due on Mondays at seven in Paris, with one article, on a clock that the test sets; its schedule was started
 * on Sunday 15 November 2026 at noon.
 */
export async function openScheduleRoom(
  newsletter: Readonly<Record<string, unknown>> = {},
  more: Readonly<Record<string, unknown>> = {},
  script: SmtpScript = {},
): Promise<ScheduleRoom> {
  const relay = { isDown: false };
  const server = await startScriptedSmtpServer({
    extensions: ["PIPELINING"],
    ...script,
    answer: (step, line) => (step === "greeting" && relay.isDown ? "drop" : script.answer?.(step, line)),
  });
  const settings = { schedule: "0 7 * * 1", timeZone: "Europe/Paris", to: "ada@harbour.town", ...newsletter };
  const folder = temporaryFolder({
    ".env": `SMTP_URL=${server.url}\n`,
    "articles/first.md": "---\ntitle: First\ndate: 2026-11-14\n---\nThe first article.\n",
    "gazette.config.json": JSON.stringify({ newsletters: { weekly: settings }, ...more }),
  });
  const config = await loadConfig(folder);
  const database = await openDatabase(config.data);
  onTestFinished(() => database.destroy());
  const clock = { now: new Date("2026-11-15T12:00:00Z") };
  const events: SlotEvent[] = [];
  const run: ScheduleRun = {
    config: { ...config, instance: { name: undefined, stateDir: join(folder, "state") } },
    database,
    signal: new AbortController().signal,
    now: () => clock.now,
    onOutcome: () => undefined,
    onEvent: (event) => {
      if (event.outcome !== "started") events.push(event);
    },
  };
  const tickAt = async (instant: string): Promise<void> => {
    clock.now = new Date(instant);
    await runDueSlots(run);
  };
  await tickAt("2026-11-15T12:00:00Z");
  return {
    folder,
    server,
    events,
    run,
    clock,
    relay,
    tickAt,
    write: (name, date, body = `The article ${name}.`) => {
      writeFileSync(
        join(folder, "articles", `${name}.md`),
        `---\ntitle: ${name.slice(0, 1).toUpperCase()}${name.slice(1)}\ndate: ${date}\n---\n${body}\n`,
      );
    },
    mail: () => server.completed.map(({ to, raw }) => `${to.join(",")}: ${readSubject(raw)}`),
  };
}

function readSubject(raw: string): string {
  return /^Subject: (.*(?:\r\n[ \t].*)*)/mu.exec(raw)?.[1]?.replaceAll(/\r\n[ \t]/gu, " ") ?? "";
}
