import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { countDeliveries } from "../../src/storage/deliveries/deliveries.ts";
import { listIssues } from "../../src/storage/issues/issues.ts";
import { openDatabase } from "../../src/storage/ledger/open-database.ts";
import { findSlot } from "../../src/storage/schedule/slots.ts";
import { runGazette } from "../support/run-gazette.ts";
import { type SmtpScript, startScriptedSmtpServer } from "../support/scripted-smtp-server.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const launcher = join(import.meta.dirname, "..", "..", "bin", "gazette.js");
const started = "2026-11-22T12:00:00Z";
const slot = "2026-11-23T07:00:00.000Z";

async function openNewsroom(readers: number, script: SmtpScript = {}) {
  const server = await startScriptedSmtpServer({ extensions: ["PIPELINING"], ...script });
  const to = Array.from({ length: readers }, (_, index) => `reader${index}@harbour.town`).join(", ");
  const cwd = temporaryFolder({
    ".env": `SMTP_URL=${server.url}\nMAIL_FROM=Weekly <weekly@harbour.town>\n`,
    "articles/bridge.md": "---\ntitle: The bridge reopens\ndate: 2026-11-20\n---\nIt reopened on Friday.\n",
    "gazette.config.json": JSON.stringify({
      newsletters: { weekly: { schedule: "0 7 * * 1", to } },
      schedule: { logLevel: "debug" },
    }),
  });
  const first = await runGazette(["send", "--due", "--now", started], { cwd });
  expect(first).toMatchObject({ exitCode: 0 });
  return { server, cwd };
}

function startScheduler(cwd: string): { readonly child: ChildProcess; readonly log: () => string } {
  const child = spawn(process.execPath, [launcher, "schedule", "--now", "2026-11-23T07:00:30Z"], {
    cwd,
    env: { PATH: process.env["PATH"] ?? "", HOME: cwd, NO_COLOR: "1" },
    stdio: ["ignore", "ignore", "pipe"],
  });
  let log = "";
  child.stderr.setEncoding("utf8").on("data", (chunk: string) => (log += chunk));
  return { child, log: () => log };
}

async function stop(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill(signal);
  await once(child, "exit");
}

async function until(isTrue: () => boolean | Promise<boolean>, timeoutMs = 60_000): Promise<void> {
  const deadline = Date.now() + timeoutMs;
  while (!(await isTrue())) {
    if (Date.now() > deadline) throw new Error("It did not happen in time.");
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

test(
  "ten schedulers started together on one data folder: one issue, one message each",
  { timeout: 120_000 },
  async () => {
    const { server, cwd } = await openNewsroom(12);

    const schedulers = Array.from({ length: 10 }, () => startScheduler(cwd));
    await until(() => server.completed.length >= 12);
    // Whoever would send again has the time to.
    await new Promise((resolve) => setTimeout(resolve, 3000));
    await Promise.all(schedulers.map(({ child }) => stop(child, "SIGTERM")));

    const addresses = server.completed.flatMap(({ to }) => to);
    expect(new Set(addresses).size).toBe(12);
    expect(addresses).toHaveLength(12);
    const database = await openDatabase(join(cwd, ".gazette"));
    expect(await listIssues(database, 10)).toMatchObject([{ state: "complete", slot, recipients: 12 }]);
    await database.destroy();
    const events = schedulers.flatMap(({ log }) => log().match(/"outcome":"sent"/gu) ?? []);
    expect(events).toHaveLength(1);
  },
);

test(
  "of five crontab lines that run at once, one sends, and the others say that it does",
  { timeout: 60_000 },
  async () => {
    const { server, cwd } = await openNewsroom(12);
    const due = ["send", "--due", "--now", "2026-11-23T07:00:30Z"];

    const runs = await Promise.all(Array.from({ length: 5 }, () => runGazette(due, { cwd })));

    expect(runs.map(({ exitCode }) => exitCode)).toEqual([0, 0, 0, 0, 0]);
    const said = runs.map(({ stdout }) => stdout.trim()).sort();
    expect(said.pop()).toBe(`weekly ${slot} sent: No. 1: 12 accepted`);
    for (const line of said) expect(line).toMatch(/^(?:Another Gazette is at it|Nothing is due)/u);
    expect(server.completed).toHaveLength(12);
  },
);

test(
  "a run of the crontab that is stopped in mid-send says so, and the next one goes on",
  { timeout: 60_000 },
  async () => {
    let stopFirst: (() => void) | undefined;
    const { server, cwd } = await openNewsroom(40, {
      answer: (step) => {
        if (step === "data-end") stopFirst?.();
        return undefined;
      },
    });
    const due = ["send", "--due", "--now", "2026-11-23T07:00:30Z"];

    const stopped = await runGazette(due, {
      cwd,
      whileRunning: (child) => {
        stopFirst = () => {
          stopFirst = undefined;
          child.kill("SIGTERM");
        };
      },
    });
    const next = await runGazette(due, { cwd });

    expect(stopped).toMatchObject({
      exitCode: 0,
      stdout: expect.stringMatching(/^Stopped; the next run goes on/u) as unknown,
    });
    expect(next.stdout).toContain("went on with No. 1: 40 accepted");
    expect(new Set(server.completed.flatMap(({ to }) => to)).size).toBe(40);
    expect(server.completed).toHaveLength(40);
  },
);

test(
  "kill -9 of the scheduler in mid-send, and the next one finishes by itself without a double",
  { timeout: 120_000 },
  async () => {
    let kill: (() => void) | undefined;
    const readers = 60;
    const { server, cwd } = await openNewsroom(readers, {
      answer: (step) => {
        if (step === "data-end" && server.completed.length === 20) kill?.();
        return undefined;
      },
    });
    const first = startScheduler(cwd);
    kill = () => first.child.kill("SIGKILL");
    await once(first.child, "exit");
    kill = undefined;
    const before = server.completed.length;
    expect(before).toBeLessThan(readers);

    const second = startScheduler(cwd);
    const database = await openDatabase(join(cwd, ".gazette"));
    const restartedAt = Date.now();
    await until(async () => (await listIssues(database, 1))[0]?.state === "complete");

    // The dead one held the lease for thirty seconds; nobody waits for that.
    expect(Date.now() - restartedAt).toBeLessThan(25_000);
    await stop(second.child, "SIGTERM");
    const addresses = server.completed.flatMap(({ to }) => to);
    expect(new Set(addresses).size, "someone was sent to twice").toBe(addresses.length);
    const [issue] = await listIssues(database, 10);
    const { accepted = 0, uncertain = 0 } = await countDeliveries(database, issue?.id ?? 0);
    expect(accepted + uncertain).toBe(readers);
    expect(uncertain).toBeLessThanOrEqual(5);
    expect(
      await findSlot(database, { newsletter: "weekly", cadence: "regular", slot: new Date(slot) }),
    ).toMatchObject({
      outcome: "sent",
    });
    await database.destroy();
  },
);

test(
  "a log of a whole run names issues and deliveries, and neither addresses nor secrets",
  { timeout: 60_000 },
  async () => {
    const { server, cwd } = await openNewsroom(4, {
      answer: (step, line) =>
        step === "RCPT" && line.includes("reader3@")
          ? "550 5.1.1 <reader3@harbour.town> is not known here"
          : undefined,
    });
    const scheduler = startScheduler(cwd);
    await until(
      () => scheduler.log().includes('"state":"failed"') && scheduler.log().includes('"outcome":"sent"'),
    );
    await stop(scheduler.child, "SIGTERM");

    const log = scheduler.log();
    expect(server.completed).toHaveLength(3);
    expect(log).not.toMatch(/@|harbour|reader\d/u);
    expect(log.match(/"delivery":"[0-9a-f]{16}"/gu)).toHaveLength(4);
    for (const line of log.trim().split("\n")) expect(JSON.parse(line)).toHaveProperty("level");
  },
);

test(
  "a configuration that changes counts from the next tick on, and a broken one is refused",
  { timeout: 60_000 },
  async () => {
    const { cwd } = await openNewsroom(1);
    const file = join(cwd, "gazette.config.json");
    const scheduler = startScheduler(cwd);
    await until(() => scheduler.log().includes('"outcome":"sent"'));

    writeFileSync(file, '{ "newsletters": { "weekly": { "schedule": "0 25 * * 1" } } }');
    scheduler.child.kill("SIGHUP");
    await until(() => scheduler.log().includes("the one before stays"));
    writeFileSync(file, '{ "newsletters": { "weekly": { "schedule": "0 8 * * 1" } } }');
    scheduler.child.kill("SIGHUP");
    await until(() => scheduler.log().includes("counts from now on"));
    await stop(scheduler.child, "SIGTERM");

    expect(scheduler.log().match(/the one before stays/gu)).toHaveLength(1);
  },
);

test.runIf(process.env["GAZETTE_SOAK"] === "1")(
  "SIGHUP while an issue is sent: a broken configuration changes nothing, and one that adds a newsletter counts before the long send ends",
  { timeout: 180_000 },
  async () => {
    const { server, cwd } = await openNewsroom(80, {
      answer: (step) =>
        step === "data-end" ? { bytes: "250 2.0.0 Taken, in its own time\r\n", everyMs: 100 } : undefined,
    });
    const file = join(cwd, "gazette.config.json");
    const config = JSON.parse(readFileSync(file, "utf8")) as { newsletters: Record<string, object> };
    const scheduler = startScheduler(cwd);
    await until(() => server.completed.length > 0);

    writeFileSync(file, "{ this is no configuration");
    scheduler.child.kill("SIGHUP");
    await until(() => scheduler.log().includes("the one before stays"));
    config.newsletters["urgent"] = { schedule: "0 7 * * *", to: "urgent@harbour.town" };
    writeFileSync(file, JSON.stringify(config));
    scheduler.child.kill("SIGHUP");
    await until(() => scheduler.log().includes("counts from now on"));
    // It was never due before, and so starts now.
    await until(() => /"newsletter":"urgent".*"outcome":"started"/u.test(scheduler.log()));
    const isLongDone = (): boolean => server.completed.length >= 80;
    expect(isLongDone()).toBe(false);
    await until(isLongDone);
    await stop(scheduler.child, "SIGTERM");

    const addresses = server.completed.flatMap(({ to }) => to);
    expect(new Set(addresses).size).toBe(addresses.length);
  },
);

test.runIf(process.env["GAZETTE_SOAK"] === "1")(
  "by its own clock and with its own turns: a newsletter whose slot comes while another is sent waits a minute at most",
  { timeout: 300_000 },
  async () => {
    const minuteMs = 60_000;
    const firstSlot = Math.ceil((Date.now() + 15_000) / minuteMs) * minuteMs;
    const cronOf = (at: number): string => {
      const date = new Date(at);
      return `${date.getUTCMinutes()} ${date.getUTCHours()} * * *`;
    };
    const smallAt: number[] = [];
    const server = await startScriptedSmtpServer({
      extensions: ["PIPELINING"],
      answer: (step, to) => {
        if (step !== "data-end") return undefined;
        if (to.startsWith("small")) smallAt.push(Date.now());
        return { bytes: "250 2.0.0 Taken, in its own time\r\n", everyMs: 100 };
      },
    });
    const readers = (name: string, count: number): string =>
      Array.from({ length: count }, (_, index) => `${name}${index}@harbour.town`).join(", ");
    const cwd = temporaryFolder({
      ".env": `SMTP_URL=${server.url}\n`,
      "articles/bridge.md": `---\ntitle: The bridge reopens\ndate: ${new Date(firstSlot - 86_400_000).toISOString()}\n---\nIt did.\n`,
      "gazette.config.json": JSON.stringify({
        newsletters: {
          large: { schedule: cronOf(firstSlot), to: readers("large", 400) },
          small: { schedule: cronOf(firstSlot + minuteMs), to: readers("small", 3) },
        },
      }),
    });
    expect(await runGazette(["send", "--due"], { cwd })).toMatchObject({ exitCode: 0 });
    const child = spawn(process.execPath, [launcher, "schedule"], {
      cwd,
      env: { PATH: process.env["PATH"] ?? "", HOME: cwd },
      stdio: "ignore",
    });
    await until(() => smallAt.length === 3, 200_000);
    const large = server.completed.filter(({ to }) => to[0]?.startsWith("large") === true).length;
    await stop(child, "SIGTERM");

    const lateMs = (smallAt[2] ?? Infinity) - (firstSlot + minuteMs);
    console.log(
      `the small one was sent ${Math.round(lateMs / 1000)} s after its slot; ${large} of 400 before it`,
    );
    expect(lateMs).toBeLessThan(minuteMs);
    expect(large).toBeLessThan(400);
  },
);
