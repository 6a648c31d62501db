import { renameSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
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
