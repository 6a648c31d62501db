import { writeFileSync } from "node:fs";
import { join } from "node:path";
import SQLite from "better-sqlite3";
import { expect, onTestFinished, test } from "vitest";
import type { Config } from "../../src/config/config.ts";
import { loadConfig } from "../../src/config/load-config.ts";
import { approveDraft } from "../../src/newsletter/review/approve-draft.ts";
import { runDueSlots } from "../../src/newsletter/run-due-slots.ts";
import { GazetteError } from "../../src/platform/errors.ts";
import { listSlotsBetween } from "../../src/schedule/slots.ts";
import { countDeliveries } from "../../src/storage/deliveries.ts";
import { listWaitingDrafts } from "../../src/storage/drafts.ts";
import { listIssues } from "../../src/storage/issues.ts";
import { type Database, openDatabase } from "../../src/storage/open-database.ts";
import { startScriptedSmtpServer } from "../support/scripted-smtp-server.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const isSoak = process.env["GAZETTE_SOAK"] === "1";
const days = isSoak ? 365 : 10;
const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const start = Date.parse("2026-10-10T12:00:00Z");

/** Small, and the same everywhere for a seed (mulberry32). */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

class Crash extends Error {}

type Asked = Record<"all" | "get" | "run", (...values: unknown[]) => unknown>;

/** What every statement of this process goes through. */
const statements = Object.getPrototypeOf(new SQLite(":memory:").prepare("SELECT 1")) as Asked;

/**
 * Does `work` on a ledger as a process sees it that dies at its `fuse`th statement: from there on nothing that it asks is
 * done, and closing the file undoes what it had begun.
 */
async function dieAt(fuse: number, data: string, work: (victim: Database) => Promise<void>): Promise<void> {
  const victim = await openDatabase(data);
  const alive: Asked = { all: statements.all, get: statements.get, run: statements.run };
  let left = fuse;
  for (const name of ["all", "get", "run"] as const) {
    statements[name] = function (this: unknown, ...values) {
      left -= 1;
      if (left <= 0) throw new Crash("the process is dead");
      return alive[name].apply(this, values);
    };
  }
  try {
    await work(victim);
  } finally {
    await new Promise((resolve) => setTimeout(resolve, 5));
    Object.assign(statements, alive);
    await victim.destroy();
  }
}

const newsletters = {
  daily: {
    schedule: "0 7 * * *",
    timeZone: "Europe/London",
    to: "ada@harbour.town, bob@harbour.town, cyd@harbour.town",
  },
  weekly: {
    schedule: "30 2 * * 0",
    timeZone: "America/New_York",
    to: "ada@harbour.town, dan@harbour.town",
    review: "required",
    editors: "ed@harbour.town",
  },
};

async function liveThrough(seed: number): Promise<void> {
  const random = createRandom(seed);
  const weather = { isRelayDown: false };
  const server = await startScriptedSmtpServer({
    extensions: ["PIPELINING"],
    answer: (step) => {
      if (weather.isRelayDown && step === "greeting") return "drop";
      if (step === "data-end" && random() < 0.01) return "drop";
      return step === "RCPT" && random() < 0.02 ? "451 4.2.0 Later" : undefined;
    },
  });
  const folder = temporaryFolder({
    ".env": `SMTP_URL=${server.url}\n`,
    "articles/zero.md": "---\ntitle: Zero\ndate: 2026-10-09\n---\nThe first article.\n",
    "gazette.config.json": JSON.stringify({ newsletters, delivery: { errorBudget: false } }),
  });
  const loaded = await loadConfig(folder);
  const config: Config = { ...loaded, instance: { name: undefined, stateDir: join(folder, "state") } };
  const database = await openDatabase(config.data);
  const other = await openDatabase(config.data);
  onTestFinished(async () => {
    await database.destroy();
    await other.destroy();
  });
  let now = start;
  let articles = 1;
  const faults: unknown[] = [];
  const tick = async (ledger: Database, at = now): Promise<void> => {
    try {
      await runDueSlots({
        config,
        database: ledger,
        signal: new AbortController().signal,
        now: () => new Date(at),
        onOutcome: () => undefined,
        onEvent: ({ fault }) => {
          if (fault !== undefined && !(fault instanceof Crash)) faults.push(fault);
        },
      });
    } catch (error) {
      if (!(error instanceof Crash)) throw error;
    }
  };
  const publish = (): void => {
    articles += 1;
    const date = new Date(now).toISOString();
    const text = `---\ntitle: Number ${articles} of ${seed}\ndate: ${date}\n---\nWhat happened at ${date}.\n`;
    writeFileSync(join(folder, "articles", `${articles}.md`), text);
  };
  const approve = async (): Promise<void> => {
    for (const { hash, state } of await listWaitingDrafts(database)) {
      if (state !== "open") continue;
      const desk = { config, database, now: () => new Date(now), onEvent: () => undefined };
      await approveDraft(desk, hash, undefined).catch((error: unknown) => {
        if (!(error instanceof GazetteError)) throw error;
      });
    }
  };

  await tick(database);
  const end = start + days * day;
  while (now < end) {
    const fate = random();
    now += fate < 0.02 ? random() * 40 * hour : (5 + random() * 175) * minute;
    if (random() < 0.12) publish();
    if (random() < 0.1) weather.isRelayDown = !weather.isRelayDown;
    if (random() < 0.1) await approve();
    if (fate > 0.98) await tick(database, now + random() * 3 * day);
    else if (fate > 0.8) await dieAt(Math.ceil(random() * 150), config.data, (victim) => tick(victim));
    else if (fate > 0.65) await Promise.all([tick(database), tick(other)]);
    else await tick(database);
  }
  // Fair weather for a while: what was begun is finished.
  weather.isRelayDown = false;
  for (const calmEnd = now + 9 * day; now < calmEnd; now += isSoak ? hour : 3 * hour) {
    await approve();
    await tick(database);
  }

  expect(faults).toEqual([]);
  const records = await database.selectFrom("slots").selectAll().where("outcome", "!=", "started").execute();
  for (const { key, timeZone, cadences } of config.newsletters) {
    const cron = cadences[0]?.cron ?? "";
    const slots = listSlotsBetween({ cron, timeZone }, new Date(start), new Date(now - 3 * hour), 10_000);
    const own = records.filter(({ newsletter }) => newsletter === key).map(({ slot }) => slot);
    expect(own.sort(), `one record a slot of ${key}`).toEqual(slots.map((slot) => slot.toISOString()));
  }

  const issues = await listIssues(database, 10_000);
  expect(issues.length).toBeGreaterThan(days / 4);
  const sentSlots = records
    .filter(({ outcome }) => outcome === "sent")
    .map(({ newsletter, slot }) => `${newsletter} ${slot}`);
  expect(issues.map(({ newsletter, slot }) => `${newsletter} ${slot}`).sort()).toEqual(sentSlots.sort());
  for (const key of ["daily", "weekly"]) {
    const numbers = issues.filter(({ newsletter }) => newsletter === key).map(({ number }) => number);
    expect(new Set(numbers).size, `numbers of ${key}`).toBe(numbers.length);
    const consumed = await database
      .selectFrom("issue_articles")
      .select("path")
      .where("newsletter", "=", key)
      .execute();
    expect(new Set(consumed.map(({ path }) => path)).size, `articles of ${key}`).toBe(consumed.length);
    expect(consumed.length, `every article is in an issue of ${key}`).toBe(articles);
  }
  for (const issue of issues) {
    const counts = await countDeliveries(database, issue.id);
    const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
    expect(issue.state, `issue ${issue.id}`).toBe("complete");
    expect(total).toBe(issue.recipients);
  }
  const ids = server.completed
    .filter(({ raw }) => raw.includes("\r\nFeedback-ID:") && !raw.includes("[Draft]"))
    .map(({ raw }) => /^Message-ID: (\S+)/mu.exec(raw)?.[1]);
  expect(new Set(ids).size, "a message was sent twice").toBe(ids.length);
}

test.each(isSoak ? [1, 2, 3] : [1])(
  "a year of crashes, restarts, clock jumps, overlapping schedulers, outages and late approvals: one record a slot, nothing lost, nothing doubled (seed %i)",
  { timeout: isSoak ? 3_600_000 : 120_000 },
  liveThrough,
);
