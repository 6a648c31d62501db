import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { simpleParser } from "mailparser";
import { expect, test } from "vitest";
import { opinionPage } from "../support/opinion-page.ts";
import { runGazette } from "../support/run-gazette.ts";
import { startScriptedSmtpServer } from "../support/scripted-smtp-server.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const count = 60;
const many = Array.from({ length: count }, (_, index) => `reader${index}@example.com`).join(", ");

interface Report {
  readonly accepted: number;
  readonly pending: number;
  readonly uncertain: number;
  readonly end: string;
}

/** A send whose server takes its time over each message, and calls back in mid-send, once. */
async function slowSend(inMidSend: (cwd: string, signal: (name: NodeJS.Signals) => void) => void) {
  const cwd = temporaryFolder(opinionPage);
  let signal: (name: NodeJS.Signals) => void = () => undefined;
  let met = 0;
  const server = await startScriptedSmtpServer({
    answer: (step) => {
      if (step === "data-end" && (met += 1) === 8) inMidSend(cwd, signal);
      return step === "data-end" ? { bytes: "250 2.0.0 Taken\r\n", everyMs: 4 } : undefined;
    },
  });
  const env = { SMTP_URL: server.url, MAIL_TO: many };
  const run = await runGazette(["send", "--yes", "--json"], {
    cwd,
    env,
    whileRunning: (child) => (signal = (name) => child.kill(name)),
  });
  const sentTo = (): string[] => server.completed.flatMap(({ to }) => to);
  return { cwd, env, run, sentTo };
}

test("SIGTERM finishes the messages on their way and leaves; the next send goes on without a double", async () => {
  const { cwd, env, run, sentTo } = await slowSend((_, signal) => signal("SIGTERM"));

  const report = JSON.parse(run.stdout) as Report;
  expect(report).toMatchObject({ end: "stopped", uncertain: 0 });
  expect(report.accepted).toBe(sentTo().length);
  expect(report.pending).toBe(count - report.accepted);
  expect(report.pending).toBeGreaterThan(0);
  const next = await runGazette(["send", "--yes", "--json"], { cwd, env });
  expect(JSON.parse(next.stdout)).toMatchObject({ accepted: count, uncertain: 0 });
  expect(new Set(sentTo()).size).toBe(sentTo().length);
});

test("a second SIGTERM leaves at once, and what was on its way is uncertain", async () => {
  const { cwd, env, run, sentTo } = await slowSend((_, signal) => {
    signal("SIGTERM");
    setTimeout(() => signal("SIGTERM"), 15);
  });

  expect(run.exitCode).toBeNull();
  const next = await runGazette(["send", "--yes", "--json"], { cwd, env });
  const { accepted, uncertain } = JSON.parse(next.stdout) as Report;
  expect(accepted + uncertain).toBe(count);
  expect(uncertain).toBeGreaterThan(0);
  expect(new Set(sentTo()).size).toBe(sentTo().length);
});

test.each([
  ["pause", "paused"],
  ["cancel", "cancelled"],
] as const)(
  "%s from another process acts on a running send before the next message",
  async (command, state) => {
    let other: ReturnType<typeof runGazette> | undefined;
    const { cwd, env, run, sentTo } = await slowSend((folder) => {
      other = runGazette([command, "1"], { cwd: folder });
    });

    expect((await other)?.exitCode).toBe(0);
    const report = JSON.parse(run.stdout) as Report & { skipped: number };
    expect(report).toMatchObject({ end: "paused", uncertain: 0, accepted: sentTo().length });
    expect(report.accepted).toBeLessThan(count);
    const status = await runGazette(["status", "1", "--json"], { cwd, env });
    expect(JSON.parse(status.stdout)).toMatchObject({ issues: [{ state }] });
    if (command === "cancel") {
      expect(report.skipped).toBe(count - report.accepted);
      return;
    }
    await runGazette(["resume", "1"], { cwd, env });
    const next = await runGazette(["send", "--yes", "--json"], { cwd, env });
    expect(JSON.parse(next.stdout)).toMatchObject({ accepted: count, uncertain: 0 });
    expect(new Set(sentTo()).size).toBe(sentTo().length);
  },
);

test("two sends started at once: one sends, the other stands back, and nobody gets it twice", async () => {
  const cwd = temporaryFolder(opinionPage);
  const server = await startScriptedSmtpServer();
  const env = { SMTP_URL: server.url, MAIL_TO: many };

  const runs = await Promise.all([1, 2].map(() => runGazette(["send", "--yes"], { cwd, env })));

  // The one that comes second finds the other at work, its issue on record, or nothing new any more.
  const codes = runs.map(({ exitCode }) => exitCode);
  expect(codes).toContain(0);
  expect(codes.every((code) => code === 0 || code === 2)).toBe(true);
  const addresses = server.completed.flatMap(({ to }) => to);
  expect(addresses).toHaveLength(count);
  expect(new Set(addresses).size).toBe(count);
});

test("a test after an issue went out is that issue again, for one address, and the ledger stays as it was", async () => {
  const cwd = temporaryFolder(opinionPage);
  const server = await startScriptedSmtpServer();
  const env = { SMTP_URL: server.url, MAIL_TO: "ada@example.com" };
  await runGazette(["send"], { cwd, env });
  const before = await runGazette(["status", "1", "--json"], { cwd, env });

  const run = await runGazette(["send", "--to", "me@example.com"], { cwd, env });

  expect(run.exitCode).toBe(0);
  expect(run.stderr).toContain("No. 1 again");
  expect(server.completed.map(({ to }) => to[0])).toEqual(["ada@example.com", "me@example.com"]);
  const messages = await Promise.all(server.completed.map(({ raw }) => simpleParser(raw)));
  const [first, second] = messages.map(({ subject }) => subject);
  expect(second).toBe(`[Test] ${first ?? ""}`);
  const after = await runGazette(["status", "1", "--json"], { cwd, env });
  const issuesOf = (text: string): unknown => (JSON.parse(text) as { readonly issues: unknown }).issues;
  expect(issuesOf(after.stdout)).toEqual(issuesOf(before.stdout));
});

test("a configuration that never finishes loading is one clear error", async () => {
  const cwd = temporaryFolder({
    ...opinionPage,
    "gazette.config.js": "await new Promise(() => {});\nexport default {};\n",
  });

  const run = await runGazette(["build"], { cwd });

  expect(run.exitCode).toBe(2);
  expect(run.stderr).toContain("never finished loading");
});

test("an outbox that cannot be written is one clear error, and the issue waits", async () => {
  const cwd = temporaryFolder(opinionPage);
  mkdirSync(join(cwd, "out"));
  writeFileSync(join(cwd, "out", "outbox"), "a file in the way");

  const run = await runGazette(["send"], { cwd, env: { MAIL_TO: "ada@example.com" } });

  expect(run).toMatchObject({ exitCode: 2, stderr: expect.stringContaining("outbox") as unknown });
  const status = await runGazette(["status", "--json"], { cwd });
  expect(JSON.parse(status.stdout)).toMatchObject({ issues: [{ deliveries: { pending: 1 } }] });
});
