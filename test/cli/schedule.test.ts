import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { raiseAlert } from "../../src/storage/schedule/alerts.ts";
import { recordSlot } from "../../src/storage/schedule/slots.ts";
import { openDatabase } from "../../src/storage/ledger/open-database.ts";
import { opinionPage } from "../support/opinion-page.ts";
import { runGazette } from "../support/run-gazette.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

test.each(["SIGTERM", "SIGINT"] as const)(
  "it says its next slots in local time and UTC and stops cleanly on %s",
  async (signal) => {
    const cwd = temporaryFolder(opinionPage);
    const env = { DIGEST_SCHEDULE: "weekly", DIGEST_TIMEZONE: "Asia/Kathmandu" };

    const run = await runGazette(["schedule"], {
      cwd,
      env,
      whileRunning: (child) => {
        // However long a busy machine takes: its first look at what is due is over when it says so.
        child.stderr?.on("data", (chunk: string) => {
          if (chunk.includes("started")) child.kill(signal);
        });
      },
    });

    expect(run.exitCode).toBe(0);
    // The log, one JSON object a line.
    expect(
      run.stderr
        .trim()
        .split("\n")
        .map((line) => JSON.parse(line) as unknown),
    ).toMatchObject([{ level: "info", newsletter: "digest", outcome: "started" }]);
    expect(run.stdout).toMatch(
      /digest: Mon, \d+ \w+ \d{4} 07:00 Asia\/Kathmandu {2}\(\d{4}-\d\d-\d\dT01:15:00\.000Z\)/u,
    );
    expect(run.stdout).toContain("Stopped; nothing is in flight.");
  },
);

test.each(["SIGTERM", "SIGINT"] as const)(
  "%s at the moment it says that it runs stops it cleanly too",
  async (signal) => {
    const run = await runGazette(["schedule"], {
      cwd: temporaryFolder(opinionPage),
      whileRunning: (child) => {
        child.stdout?.once("data", () => child.kill(signal));
      },
    });

    expect(run).toMatchObject({
      exitCode: 0,
      stdout: expect.stringContaining("Stopped; nothing is in flight.") as unknown,
    });
  },
);

test("it stops cleanly when the npm that started it is stopped, which keeps the signal to itself", async () => {
  const cwd = temporaryFolder(opinionPage);
  const launcher = join(import.meta.dirname, "..", "..", "bin", "gazette.js");
  // As npm does it: a shell of its own, which does not pass on what it is told.
  const shell = spawn("/bin/sh", ["-c", `"${process.execPath}" "${launcher}" schedule; exit`], {
    cwd,
    env: { PATH: process.env["PATH"] ?? "", HOME: cwd, NO_COLOR: "1", npm_lifecycle_event: "start" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  shell.stdout.setEncoding("utf8").on("data", (chunk: string) => (said += chunk));
  shell.stderr.setEncoding("utf8").on("data", (chunk: string) => {
    if (chunk.includes("was first started")) shell.kill("SIGTERM");
  });

  await once(shell, "close");

  expect(said).toContain("Stopped; nothing is in flight.");
});

test("a data folder that cannot be opened is said before anything is announced", async () => {
  const cwd = temporaryFolder({ ...opinionPage, "blocked/gazette.sqlite": "This is no ledger." });

  const run = await runGazette(["schedule", "--data", "blocked"], { cwd });

  expect(run).toMatchObject({ exitCode: 2, stdout: "" });
  expect(run.stderr).toContain("it is damaged");
});

test("a tick that something of the machine keeps from working says what and how to mend it, and no stack", async () => {
  const cwd = temporaryFolder(opinionPage);

  const run = await runGazette(["schedule"], {
    cwd,
    whileRunning: (child) => {
      child.stderr?.on("data", (chunk: string) => {
        if (chunk.includes("tick failed")) child.kill("SIGTERM");
        else if (chunk.includes("started")) {
          renameSync(join(cwd, ".gazette"), join(cwd, "moved"));
          // Whoever is asked to read the configuration anew looks at once.
          child.kill("SIGHUP");
        }
      });
    },
  });

  expect(run.exitCode).toBe(0);
  const lines = run.stderr.trim().split("\n");
  expect(lines.map((line) => JSON.parse(line) as Record<string, unknown>).at(-1)).toMatchObject({
    level: "error",
    problem: expect.stringContaining("was removed or replaced") as unknown,
    remedy: expect.stringContaining("start it again") as unknown,
  });
  expect(run.stderr).not.toContain("stack");
});

test("a reload says what it came to, and a data folder that changes waits for a restart", async () => {
  const cwd = temporaryFolder({ ...opinionPage, ".env": "" });
  const asked: string[] = [];
  const step = (child: ChildProcess, name: string, act: () => void): void => {
    if (asked.includes(name)) return;
    asked.push(name);
    act();
    child.kill("SIGHUP");
  };

  const run = await runGazette(["schedule"], {
    cwd,
    whileRunning: (child) => {
      child.stderr?.on("data", (chunk: string) => {
        if (chunk.includes("was first started")) step(child, "same", () => undefined);
        if (chunk.includes("nothing changed that counts"))
          step(child, "data", () => writeFileSync(join(cwd, ".env"), "DATA_DIR=elsewhere\n"));
        if (chunk.includes("only after a restart"))
          step(child, "broken", () => writeFileSync(join(cwd, ".env"), "DIGEST_TIMEZONE=Nowhere\n"));
        if (chunk.includes("is broken")) step(child, "mended", () => writeFileSync(join(cwd, ".env"), ""));
        if (chunk.includes("is mended")) child.kill("SIGTERM");
      });
    },
  });

  expect(run.exitCode).toBe(0);
  const lines = run.stderr.trim().split("\n");
  expect(
    lines
      .map((line) => JSON.parse(line) as Record<string, unknown>)
      .filter(({ msg }) => !/nothing changed/u.test(String(msg))),
  ).toMatchObject([
    { outcome: "started" },
    { level: "warn", waiting: "the data folder" },
    { level: "error", problem: expect.stringContaining("DIGEST_TIMEZONE") as unknown },
    { level: "info", msg: expect.stringContaining("mended") as unknown },
  ]);
  expect(existsSync(join(cwd, "elsewhere"))).toBe(false);
});

test("a schedule that is started says what waited for a person before", async () => {
  const cwd = temporaryFolder(opinionPage);
  const start = () =>
    runGazette(["schedule"], {
      cwd,
      whileRunning: (child) => {
        child.stderr?.on("data", (chunk: string) => {
          if (/started|Still so/u.test(chunk)) child.kill("SIGTERM");
        });
      },
    });
  await start();
  const database = await openDatabase(join(cwd, ".gazette"));
  const alert = { key: "slot:x", message: "an issue was held", remedy: "`gazette send --approve` sends it." };
  await raiseAlert(database, alert, new Date());
  for (let hour = 1; hour <= 11; hour += 1) {
    const older = new Date(Date.now() - hour * 3_600_000);
    await raiseAlert(database, { ...alert, key: `slot:x-${hour}` }, older);
  }
  await database.destroy();

  const { stderr } = await start();

  expect(stderr.match(/Still so: an issue/gu)).toHaveLength(10);
  expect(stderr).toContain("Still so: 2 more");
  expect(JSON.parse(stderr.split("\n")[0] ?? "")).toMatchObject({
    level: "warn",
    msg: "Still so: an issue was held",
    remedy: alert.remedy,
  });
});

test("each of several newsletters has a next slot at the start, however often another one comes", async () => {
  const cwd = temporaryFolder({
    ...opinionPage,
    "gazette.config.json": JSON.stringify({
      newsletters: {
        hourly: { schedule: "0 * * * *" },
        daily: { schedule: "0 7 * * *" },
        yearly: { schedule: "0 7 1 1 *" },
        monthly: { schedule: "0 7 1 * *" },
      },
    }),
  });

  const run = await runGazette(["schedule"], {
    cwd,
    whileRunning: (child) => {
      child.stdout?.once("data", () => child.kill("SIGTERM"));
    },
  });

  const names = run.stdout.split("\n").flatMap((line) => /^ {2}(\w+): /u.exec(line)?.[1] ?? []);
  expect(names.sort()).toEqual(["daily", "hourly", "monthly", "yearly"]);
});

test("a simulation lists the slots with what each would hold", async () => {
  const cwd = temporaryFolder(opinionPage);
  const args = ["schedule", "--simulate", "2", "--json", "--now", "2026-11-22T12:00:00Z"];

  const run = await runGazette(args, { cwd, env: { DIGEST_TIMEZONE: "Europe/Paris" } });

  expect(JSON.parse(run.stdout)).toMatchObject({
    slots: [
      {
        newsletter: "digest",
        slot: "2026-11-23T06:00:00.000Z",
        timezone: "Europe/Paris",
        articles: expect.arrayContaining(["one.md"]) as unknown,
      },
      { newsletter: "digest", slot: "2026-11-30T06:00:00.000Z" },
    ],
  });
});

test("a slot that was decided ahead of its time is not to come any more, and a newsletter that is no more has no last one", async () => {
  const cwd = temporaryFolder(opinionPage);
  const now = new Date("2026-11-22T12:00:00Z");
  const database = await openDatabase(join(cwd, ".gazette"));
  const decided = {
    cadence: "regular",
    slot: new Date("2026-11-23T06:00:00Z"),
    outcome: "sent",
    reason: "x",
  } as const;
  await recordSlot(database, { ...decided, newsletter: "digest" }, now);
  await recordSlot(database, { ...decided, newsletter: "gone" }, now);
  await database.destroy();
  const common = { cwd, env: { DIGEST_TIMEZONE: "Europe/Paris" } };

  const simulated = await runGazette(
    ["schedule", "--simulate", "1", "--json", "--now", now.toISOString()],
    common,
  );
  const status = await runGazette(["status", "--json", "--now", now.toISOString()], common);

  expect(JSON.parse(simulated.stdout)).toMatchObject({ slots: [{ slot: "2026-11-30T06:00:00.000Z" }] });
  expect(JSON.parse(status.stdout)).toMatchObject({
    last: [{ newsletter: "digest", slot: "2026-11-23T06:00:00.000Z" }],
    next: [{ newsletter: "digest", slot: "2026-11-30T06:00:00.000Z" }],
  });
});

test("a slot that was held asks for nothing any more once its articles were sent by hand", async () => {
  const cwd = temporaryFolder({
    ...opinionPage,
    "gazette.config.json": JSON.stringify({
      newsletters: {
        digest: {
          schedule: "0 7 * * *",
          missed: "ask",
          to: "ada@harbour.town",
          review: "required",
          reviewHours: 20,
          editors: "ed@harbour.town",
        },
      },
      schedule: { alertTo: "ops@harbour.town" },
    }),
  });
  const at = (instant: string, ...args: string[]) => runGazette([...args, "--now", instant], { cwd });
  await at("2026-11-22T12:00:00Z", "send", "--due");
  await at("2026-11-23T10:00:00Z", "send", "--due");
  const before = await at("2026-11-23T10:05:00Z", "status");
  await at("2026-11-23T10:10:00Z", "send", "digest", "--yes");
  const after = await at("2026-11-23T10:15:00Z", "status");

  expect(before.stdout).toContain("gazette send digest");
  expect(after.stdout).not.toContain("Needs a person");
});

test("a slot that passes while nothing runs is overdue in the status, until something has decided it", async () => {
  const cwd = temporaryFolder({
    ...opinionPage,
    "gazette.config.json": JSON.stringify({
      newsletters: { digest: { schedule: "0 7 * * *", to: "ada@harbour.town" } },
    }),
  });
  const at = (instant: string, ...args: string[]) => runGazette([...args, "--now", instant], { cwd });
  await at("2026-11-22T12:00:00Z", "send", "--due");
  const onTime = await at("2026-11-23T07:05:00Z", "status");
  const late = await at("2026-11-23T10:00:00Z", "status");
  await at("2026-11-23T10:05:00Z", "send", "--due");
  const decided = await at("2026-11-23T10:10:00Z", "status");

  expect(onTime.stdout).not.toContain("Needs a person");
  expect(late.stdout).toMatch(
    /the slot of digest at Mon, 23 Nov 2026 07:00 UTC is 3 hours overdue: .*: gazette send --due/u,
  );
  expect(decided.stdout).not.toContain("Needs a person");
});

test("a run of what is due says by its exit code that a slot came too late, and that a reader was given up", async () => {
  const cwd = temporaryFolder({
    ...opinionPage,
    "gazette.config.json": JSON.stringify({
      newsletters: { digest: { schedule: "0 7 * * 1", to: "ada@harbour.town", missedHours: 1 } },
      delivery: { expireHours: 1 },
    }),
  });
  const due = async (instant: string) =>
    (await runGazette(["send", "--due", "--now", instant], { cwd })).exitCode;
  expect(await due("2026-11-22T12:00:00Z")).toBe(0);
  expect(await due("2026-11-23T10:00:00Z")).toBe(2);
  expect(await due("2026-11-23T10:05:00Z")).toBe(0);
  expect(await due("2026-11-30T07:00:10Z")).toBe(0);
  const database = await openDatabase(join(cwd, ".gazette"));
  const [at, first] = ["2026-11-30T09:30:00.000Z", "2026-11-30T07:00:20.000Z"];
  await database
    .updateTable("deliveries")
    .set({ state: "deferred", attempts: 9, first_attempt_at: first, next_attempt_at: at })
    .execute();
  await database.updateTable("issues").set({ state: "sending" }).execute();
  await database.destroy();

  expect(await due("2026-11-30T10:00:00Z")).toBe(3);
});
