import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import type { Config } from "../../../src/config/config.ts";
import { loadConfig } from "../../../src/config/load-config.ts";
import { approveDraft, rejectDraft } from "../../../src/newsletter/review/approve-draft.ts";
import { runDueSlots } from "../../../src/newsletter/slots/run-due-slots.ts";
import { GazetteError } from "../../../src/platform/errors.ts";
import { listWaitingDrafts } from "../../../src/storage/schedule/drafts.ts";
import { type Database, openDatabase } from "../../../src/storage/ledger/open-database.ts";
import { leaveNewsletter, storeSubscriptions } from "../../../src/storage/audience/subscribers.ts";
import { type ScriptedSmtpServer, startScriptedSmtpServer } from "../scripted-smtp-server.ts";
import { temporaryFolder } from "../temporary-folder.ts";
import { type ArticleFolder, openArticles } from "./articles.ts";
import { Crash, dieAt } from "./die-at.ts";
import { pick, type Random } from "./random.ts";
import { type LedgerWatch, watchLedger } from "./watch-ledger.ts";

const launcher = join(import.meta.dirname, "..", "..", "..", "bin", "gazette.js");

/** IANA names of the readers of `local`; the last is none. */
const zones = [
  "Asia/Tokyo",
  "Pacific/Apia",
  "America/Lima",
  "Pacific/Honolulu",
  "Asia/Kathmandu",
  "Not/AZone",
];

/**
 * With room for everything, however long no issue came: what did not fit into the issue after four weeks of held slots would
 * be too old for the one after that, and a first issue that is held for two weeks takes the newest articles only. That is as it
 * should be, and not what is asked here.
 */
const selection = { more: 1000, lateDays: 366, firstIssue: 1000 };

const newsletters = {
  daily: {
    selection,
    schedule: "0 7 * * *",
    timeZone: "Europe/London",
    to: "ada@harbour.town, bob@harbour.town, cyd@harbour.town",
  },
  weekly: {
    selection,
    schedule: "30 2 * * 0",
    timeZone: "America/New_York",
    to: "ada@harbour.town, dan@harbour.town",
    review: "required",
    editors: "ed@desk.town",
  },
  local: { selection, schedule: "0 8 * * 3", timeZone: "Europe/Paris", localTime: true },
};

/** A message that the server took in full, and what the sender's clock said then. */
export interface Taken {
  readonly to: string;
  readonly at: number;
  readonly raw: string;
  readonly code: number | undefined;
}

export interface Newsroom {
  readonly config: Config;
  readonly database: Database;
  readonly articles: ArticleFolder;
  readonly watch: LedgerWatch;
  readonly weather: { isRelayDown: boolean; isCalm: boolean };
  readonly taken: () => Taken[];
  /** What an invariant forbids and was seen while it happened, one line each. */
  readonly seen: string[];
  readonly deaths: { simulated: number; real: number };
  /**
   * How many article files whoever is at work may have seen: those there are now, and those there were when a scheduler was
   * killed whose maker of issues had not ended at the last call. That one may still freeze its issue, under the lease.
   */
  listSeenFiles(): number[];
  tick(at: number): Promise<void>;
  /** Two schedulers at once. */
  tickTwice(at: number): Promise<void>;
  /** A scheduler that dies at its `fuse`th statement, perhaps beside another. */
  crash(at: number, fuse: number, isOverlapping: boolean): Promise<void>;
  /** A real process, killed while the server hears one of its steps, or after a time. */
  kill(at: number): Promise<void>;
  decideOnDrafts(at: number): Promise<void>;
  /** Readers come and go. */
  churn(at: number): Promise<void>;
}

export async function openNewsroom(random: Random, start: number): Promise<Newsroom> {
  const weather = { isRelayDown: false, isCalm: false };
  const seen: string[] = [];
  const clocks: number[] = [];
  const clock = { at: start };
  const killer: { step: string; left: number; kill: (() => void) | undefined } = {
    step: "",
    left: 0,
    kill: undefined,
  };
  const ledger: { watch: LedgerWatch | undefined } = { watch: undefined };
  const strike = (step: string): void => {
    if (killer.step !== step) return;
    killer.left -= 1;
    if (killer.left === 0) killer.kill?.();
  };
  const server = await startScriptedSmtpServer({
    extensions: ["PIPELINING"],
    answer: (step, line) => {
      strike(step);
      if (weather.isRelayDown && step === "greeting") return "drop";
      if (step === "data-end") {
        clocks.push(clock.at);
        const fate = weather.isCalm ? 1 : random();
        if (fate < 0.01) return "drop";
        return fate < 0.03 ? "451 4.3.0 Later" : undefined;
      }
      if (step !== "RCPT" || weather.isCalm) return undefined;
      const address = /<([^>]*)>/u.exec(line)?.[1] ?? "";
      // A complaint comes in between the lease and the body.
      if (address.startsWith("zoe") && random() < 0.1)
        ledger.watch?.suppress(address, new Date(clock.at).toISOString());
      return random() < 0.02 ? "451 4.2.0 Later" : undefined;
    },
    onBody: ([to = ""]) => {
      strike("body");
      if (!to.endsWith("@desk.town") && ledger.watch?.countInData(to) === 0 && killer.kill === undefined)
        seen.push(`9. a body for ${to} left that the ledger does not know of`);
      return undefined;
    },
  });
  const folder = temporaryFolder({
    ".env": `SMTP_URL=${server.url}\n`,
    "articles/start.txt": "Articles are beside this file.\n",
    "gazette.config.json": JSON.stringify({ newsletters, delivery: { errorBudget: false } }),
  });
  const loaded = await loadConfig(folder);
  const state = join(folder, "state");
  const config: Config = { ...loaded, instance: { name: undefined, stateDir: join(state, "gazette") } };
  const database = await openDatabase(config.data);
  const other = await openDatabase(config.data);
  const watching = watchLedger(config.data);
  ledger.watch = watching;
  onTestFinished(async () => {
    watching.close();
    await database.destroy();
    await other.destroy();
  });
  const deaths = { simulated: 0, real: 0 };
  const articles = openArticles(join(folder, "articles"), random);
  let orphans: { readonly group: number; readonly files: number }[] = [];
  let readers = 0;

  const tickOn = async (ledger: Database, at: number): Promise<void> => {
    clock.at = at;
    await runDueSlots({
      config,
      database: ledger,
      signal: new AbortController().signal,
      now: () => new Date(at),
      onOutcome: () => undefined,
      onEvent: ({ fault }) => {
        if (fault !== undefined && !(fault instanceof Crash))
          seen.push(`a fault: ${fault instanceof Error ? (fault.stack ?? fault.message) : typeof fault}`);
      },
    });
  };
  const guarded = async (work: () => Promise<void>): Promise<void> => {
    const before = watching.listSuppressed();
    const first = server.completed.length;
    await work();
    for (const { to } of server.completed.slice(first))
      for (const address of to)
        if (before.has(address)) seen.push(`10. ${address} was suppressed before, and got a message`);
  };
  const afterDeath = (): void => {
    const inData = watching.countInData();
    const connections = config.delivery.relays[0]?.connections ?? 0;
    if (inData > connections) seen.push(`9. a crash left ${inData} messages in their bodies`);
  };

  return {
    config,
    database,
    articles,
    watch: watching,
    weather,
    seen,
    deaths,
    listSeenFiles: () => {
      const seenFiles = [articles.files(), ...orphans.map(({ files }) => files)];
      orphans = orphans.filter(({ group }) => isGroupAlive(group));
      return seenFiles;
    },
    taken: () => takenBy(server, clocks),
    tick: (at) => guarded(() => tickOn(database, at)),
    tickTwice: (at) =>
      guarded(async () => {
        await Promise.all([tickOn(database, at), tickOn(other, at)]);
      }),
    crash: (at, fuse, isOverlapping) =>
      guarded(async () => {
        deaths.simulated += 1;
        const dying = dieAt(fuse, config.data, (victim) => tickOn(victim, at));
        await Promise.all([dying, ...(isOverlapping ? [tickOn(other, at)] : [])]);
        if (!isOverlapping) afterDeath();
      }),
    kill: (at) =>
      guarded(async () => {
        clock.at = at;
        const env = { PATH: process.env["PATH"] ?? "", HOME: folder, XDG_STATE_HOME: state };
        const args = [launcher, "send", "--due", "--now", new Date(at).toISOString()];
        const child = spawn(process.execPath, args, {
          cwd: folder,
          env,
          stdio: "ignore",
          detached: true,
        });
        killer.step = pick(random, ["greeting", "EHLO", "MAIL", "DATA", "body", "data-end", "QUIT"]) ?? "";
        killer.left = Math.ceil(random() * 3);
        killer.kill = () => child.kill("SIGKILL");
        const timer = setTimeout(() => child.kill("SIGKILL"), 600 + random() * 1500);
        await once(child, "exit");
        clearTimeout(timer);
        // What it wrote before it died may still be on its way.
        await new Promise((resolve) => setTimeout(resolve, 20));
        killer.kill = undefined;
        if (child.signalCode !== null) deaths.real += 1;
        if (child.pid !== undefined) orphans.push({ group: child.pid, files: articles.files() });
        afterDeath();
      }),
    decideOnDrafts: async (at) => {
      const desk = { config, database, now: () => new Date(at), onEvent: () => undefined };
      for (const { hash, state: known } of await listWaitingDrafts(database)) {
        if (known !== "open") continue;
        // In fair weather what was begun is finished, and one weekly slot is all there is of it.
        const isRejected = random() < 0.1 && !weather.isCalm;
        const decide = isRejected ? rejectDraft(desk, hash) : approveDraft(desk, hash, undefined);
        await decide.catch((error: unknown) => {
          if (!(error instanceof GazetteError)) throw error;
        });
      }
    },
    churn: async (at) => {
      readers += 1;
      const now = new Date(at);
      const reader = (newsletter: string, zone: string | null, name: string) =>
        storeSubscriptions(
          database,
          newsletter,
          [{ address: `${name}${readers}@harbour.town`, name, language: null, timeZone: zone, topics: [] }],
          now,
        );
      const zone = pick(random, zones) ?? null;
      await reader("local", zone, "eve");
      if (random() < 0.3) await reader(random() < 0.5 ? "weekly" : "daily", null, "zoe");
      if (readers > 8) await leaveNewsletter(database, "local", `eve${readers - 8}@harbour.town`, now);
      if (readers > 8) await leaveNewsletter(database, "daily", `zoe${readers - 8}@harbour.town`, now);
    },
  };
}

/** Whether any process is left of those that a process of that number started. */
function isGroupAlive(group: number): boolean {
  try {
    process.kill(-group, 0);
    return true;
  } catch {
    return false;
  }
}

function takenBy({ completed }: ScriptedSmtpServer, clocks: readonly number[]): Taken[] {
  return completed.map(({ to, raw, code }, index) => ({
    to: to[0] ?? "",
    at: clocks[index] ?? 0,
    raw,
    code,
  }));
}
