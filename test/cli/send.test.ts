import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { simpleParser } from "mailparser";
import { expect, test } from "vitest";
import { opinionPage } from "../support/opinion-page.ts";
import { runGazette } from "../support/run-gazette.ts";
import { startScriptedSmtpServer } from "../support/scripted-smtp-server.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const readers = "Ada <ada@example.com>, Bo <bo@example.com>, Çelik <celik@example.com>";

test("a send by SMTP reaches each reader once, and a second send has nothing new", async () => {
  const cwd = temporaryFolder(opinionPage);
  const server = await startScriptedSmtpServer();
  const env = { SMTP_URL: server.url, MAIL_TO: readers, MAIL_FROM: "The Editor <editor@example.com>" };

  const first = await runGazette(["send", "--yes", "--json"], { cwd, env });
  const second = await runGazette(["send", "--yes", "--json"], { cwd, env });

  expect(first.exitCode).toBe(0);
  expect(JSON.parse(first.stdout)).toMatchObject({
    total: 3,
    accepted: 3,
    failed: 0,
    uncertain: 0,
    issue: { number: 1 },
  });
  expect(JSON.parse(second.stdout)).toMatchObject({ issue: null, total: 0, reason: "nothing new to send" });
  expect(second.exitCode).toBe(0);
  expect(server.completed.map(({ to }) => to[0]).sort()).toEqual([
    "ada@example.com",
    "bo@example.com",
    "celik@example.com",
  ]);
  const message = await simpleParser(
    server.completed.find(({ to }) => to[0] === "ada@example.com")?.raw ?? "",
  );
  expect(message.from?.value).toEqual([{ name: "The Editor", address: "editor@example.com" }]);
  expect(message.to).toMatchObject({ value: [{ name: "Ada", address: "ada@example.com" }] });
  expect(message.text).toContain("林海音");
  expect(message.html).toContain("林海音");
  expect(message.date).toBeInstanceOf(Date);
  expect(message.messageId).toMatch(/^<[0-9a-f]{32}@example\.com>$/u);
  expect(message.headers.get("list")).toMatchObject({
    unsubscribe: { mail: "editor@example.com?subject=unsubscribe%20digest" },
  });
});

test("without a server each message is a file, and the issue is in out/ as well", async () => {
  const cwd = temporaryFolder(opinionPage);

  const run = await runGazette(["send", "--yes"], { cwd, env: { MAIL_TO: readers } });

  expect(run).toMatchObject({ exitCode: 0, stderr: "" });
  expect(run.stdout).toMatch(/files in out\/outbox: 3 accepted of 3/u);
  const files = readdirSync(join(cwd, "out", "outbox"));
  expect(files).toHaveLength(3);
  const to = await Promise.all(
    files.map(async (name) => (await simpleParser(readFileSync(join(cwd, "out", "outbox", name)))).to),
  );
  expect(
    to.flatMap((field) => field ?? []).map((field) => ("value" in field ? field.value[0]?.address : "")),
  ).toEqual(expect.arrayContaining(["ada@example.com", "bo@example.com", "celik@example.com"]));
});

test("where the page of an issue cannot be written, the issue goes out all the same, and says so", async () => {
  const cwd = temporaryFolder({ ...opinionPage, blocked: "A file, where a folder is asked for." });
  const server = await startScriptedSmtpServer();
  const env = {
    SMTP_URL: server.url,
    MAIL_TO: readers,
    MAIL_FROM: "editor@example.com",
    OUT_DIR: "blocked/out",
  };

  const run = await runGazette(["send", "--yes"], { cwd, env });

  expect(run.exitCode).toBe(0);
  expect(run.stderr).toContain("There is no page to look at:");
  expect(server.completed).toHaveLength(3);
});

test("before several readers it asks, and with nobody there to answer it stops and records nothing", async () => {
  const cwd = temporaryFolder(opinionPage);

  const run = await runGazette(["send"], { cwd, env: { MAIL_TO: readers } });

  expect(run.exitCode).toBe(2);
  expect(run.stderr).toMatch(/3 addresses.*--yes/su);
  const status = await runGazette(["status", "--json"], { cwd });
  expect(JSON.parse(status.stdout)).toMatchObject({ issues: [] });
});

test("a test goes to one address, is marked as one, and the issue is still to be sent", async () => {
  const cwd = temporaryFolder(opinionPage);
  const server = await startScriptedSmtpServer();
  const env = { SMTP_URL: server.url, MAIL_TO: readers };

  const run = await runGazette(["send", "--to", "me@example.com"], { cwd, env });

  expect(run.exitCode).toBe(0);
  const message = await simpleParser(server.completed[0]?.raw ?? "");
  expect(server.completed.map(({ to }) => to)).toEqual([["me@example.com"]]);
  expect(message.subject).toMatch(/^\[Test\] /u);
  const dry = await runGazette(["send", "--dry-run", "--json"], { cwd, env });
  expect(JSON.parse(dry.stdout)).toMatchObject({ total: 3, accepted: 0, dryRun: true, issue: { number: 1 } });
  expect(server.completed).toHaveLength(1);
});

test("a refused reader is exit code 3, kept with what the server said, and the others have their mail", async () => {
  const cwd = temporaryFolder(opinionPage);
  const server = await startScriptedSmtpServer({
    answer: (step, line) =>
      step === "RCPT" && line.includes("bo@") ? "550 5.1.1 No such reader" : undefined,
  });

  const run = await runGazette(["send", "--yes", "--json"], {
    cwd,
    env: { SMTP_URL: server.url, MAIL_TO: readers },
  });

  expect(run.exitCode).toBe(3);
  expect(JSON.parse(run.stdout)).toMatchObject({ total: 3, accepted: 2, failed: 1 });
  const status = await runGazette(["status", "--json"], { cwd });
  expect(JSON.parse(status.stdout)).toMatchObject({
    issues: [{ state: "complete", deliveries: { accepted: 2, failed: 1 } }],
    attention: [{ message: expect.stringContaining("1 refused") as unknown }],
  });
});

test("a connection lost after the final dot is uncertain and is not sent again by itself", async () => {
  const cwd = temporaryFolder(opinionPage);
  const server = await startScriptedSmtpServer({
    answer: (step) => (step === "data-end" ? "drop" : undefined),
  });
  const env = { SMTP_URL: server.url, MAIL_TO: "ada@example.com" };

  const first = await runGazette(["send", "--json"], { cwd, env });
  const second = await runGazette(["send", "--json"], { cwd, env });

  expect(first.exitCode).toBe(3);
  expect(JSON.parse(first.stdout)).toMatchObject({ total: 1, accepted: 0, uncertain: 1 });
  expect(JSON.parse(second.stdout)).toMatchObject({ total: 0 });
  expect(server.completed).toHaveLength(1);
});

test("killed in the middle of a message, the next send goes on and nobody gets it twice", async () => {
  const cwd = temporaryFolder(opinionPage);
  let kill: (() => void) | undefined;
  const server = await startScriptedSmtpServer({
    answer: (step) => {
      if (step !== "data-end" || kill === undefined) return undefined;
      kill();
      kill = undefined;
      return "silence";
    },
  });
  const env = { SMTP_URL: server.url, MAIL_TO: readers };

  const first = await runGazette(["send", "--yes"], {
    cwd,
    env,
    whileRunning: (child) => {
      kill = () => child.kill("SIGKILL");
    },
  });
  const second = await runGazette(["send", "--yes", "--json"], { cwd, env });

  expect(first.exitCode).toBeNull();
  expect(second.stderr).toContain("going on with it");
  const report = JSON.parse(second.stdout) as { readonly accepted: number; readonly uncertain: number };
  expect(report).toMatchObject({ total: 3, pending: 0 });
  // The others may have been on their way as well: as many as there are connections.
  expect(report.uncertain).toBeGreaterThan(0);
  expect(report.accepted + report.uncertain).toBe(3);
  const sent = server.completed.flatMap(({ to }) => to);
  expect(new Set(sent).size).toBe(sent.length);
  expect(sent.length).toBeGreaterThanOrEqual(report.accepted);
});

test("of several uncertain readers those found in the server's log are on record, and only the others get it again", async () => {
  const cwd = temporaryFolder(opinionPage);
  let isBroken = true;
  const server = await startScriptedSmtpServer({
    answer: (step) => (step === "data-end" && isBroken ? "drop" : undefined),
  });
  const env = { SMTP_URL: server.url, MAIL_TO: readers };
  await runGazette(["send", "--yes"], { cwd, env });
  isBroken = false;
  const before = server.completed.length;
  const again = (...more: string[]) =>
    runGazette(["send", "--issue", "1", "--only", "uncertain", ...more], { cwd, env });
  const sentAgain = () => server.completed.slice(before).map(({ to }) => to[0]);

  expect((await again()).stderr).toContain("would send to 3 addresses, and nobody is here to confirm it");
  expect((await again("--dry-run")).stdout).toContain("would go to 3 addresses");
  expect((await again("--dry-run", "--arrived", "ada@example.com")).stdout).toContain("to 2 addresses");
  const unknown = await again("--yes", "--arrived", "ada@example.com,eva@example.com");
  expect(unknown).toMatchObject({ exitCode: 2 });
  expect(unknown.stderr).toContain("not uncertain for eva@example.com");
  expect(sentAgain()).toEqual([]);

  const { stdout } = await again("--arrived", "Ada@Example.com, bo@example.com");
  expect(stdout).toContain("3 accepted of 3");
  expect(sentAgain()).toEqual(["celik@example.com"]);
});

test.each([
  [["--due", "--dry-run"], "--due and --dry-run do not go together"],
  [["--due", "--to", "ada@example.com"], "--due and --to do not go together"],
  [["weekly", "--due"], '--due is for every newsletter; found "weekly"'],
  [["--approve", "0123456789ab", "--dry-run"], "--approve and --dry-run do not go together"],
  [["--approve", "0123456789ab", "--reject", "0123456789ab"], "--approve and --reject do not go together"],
  [["--at-once", "--yes"], "--at-once is for --approve HASH"],
  [["--to", "ada@example.com", "--only", "uncertain"], "--to and --only do not go together"],
  [["--only", "failed", "--arrived", "ada@example.com"], "--arrived is for --only uncertain"],
])("options that one of would be passed over are refused: %s", async (options, message) => {
  const run = await runGazette(["send", ...options], { cwd: temporaryFolder(opinionPage) });
  expect(run.exitCode).toBe(2);
  expect(run.stderr).toContain(message);
});

test("two sends started together send one message a reader", async () => {
  const cwd = temporaryFolder(opinionPage);
  const server = await startScriptedSmtpServer();
  const env = { SMTP_URL: server.url, MAIL_TO: readers };

  await Promise.all([1, 2].map(() => runGazette(["send", "--yes"], { cwd, env })));

  expect(server.completed.map(({ to }) => to[0]).sort()).toEqual([
    "ada@example.com",
    "bo@example.com",
    "celik@example.com",
  ]);
});

test("with nobody subscribed and no server it rehearses, and says so", async () => {
  const cwd = temporaryFolder(opinionPage);

  const run = await runGazette(["send"], { cwd });

  expect(run.exitCode).toBe(0);
  expect(run.stderr).toMatch(/rehearsal/u);
  expect(readdirSync(join(cwd, "out", "outbox"))).toHaveLength(1);
});
