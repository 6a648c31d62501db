import { chmodSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { expect, test } from "vitest";
import { opinionPage } from "../support/opinion-page.ts";
import { type GazetteRun, runGazette } from "../support/run-gazette.ts";
import { startScriptedSmtpServer } from "../support/scripted-smtp-server.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

function expectOneClearError(run: GazetteRun, message: RegExp): void {
  expect(run.stderr).toMatch(message);
  expect(run.stderr).toMatch(/^error: /u);
  expect(run.stderr).not.toMatch(/\n\s+at /u);
  expect(run.stdout).toBe("");
  expect(run.exitCode).toBe(2);
}

test("no articles folder", async () => {
  const cwd = temporaryFolder();
  expectOneClearError(await runGazette(["build"], { cwd }), /no folder of articles.*articles/isu);
  expect(readdirSync(cwd)).toEqual([]);
});

test("an empty articles folder", async () => {
  const cwd = temporaryFolder();
  mkdirSync(join(cwd, "articles"));
  expectOneClearError(await runGazette(["build"], { cwd }), /There are no articles in .*articles/su);
  expect(readdirSync(cwd)).toEqual(["articles"]);
});

test("a template with a mistake names file and line, and writes nothing", async () => {
  const cwd = temporaryFolder({
    ...opinionPage,
    "gazette.config.json": JSON.stringify({ newsletters: { weekly: { theme: "mine" } } }),
    "templates/mine/theme.json": JSON.stringify({
      name: "Mine",
      description: "A theme with a mistake",
      colours: {
        light: {
          page: "#ffffff",
          paper: "#ffffff",
          ink: "#000000",
          soft: "#444444",
          rule: "#cccccc",
          accent: "#990000",
        },
        dark: {
          page: "#000000",
          paper: "#000000",
          ink: "#ffffff",
          soft: "#cccccc",
          rule: "#444444",
          accent: "#ff9999",
        },
      },
    }),
    "templates/mine/issue.mjml.hbs": "<mjml>\n<mj-body>\n{{#each sections}}\n</mj-body>\n</mjml>\n",
    "templates/mine/article.mjml.hbs": "",
    "templates/mine/text.hbs": "{{title}}\n",
  });
  expectOneClearError(await runGazette(["build"], { cwd }), /issue\.mjml\.hbs, line \d+/u);
  expect(readdirSync(cwd)).not.toContain("out");
});

test("a theme that is not there lists those that are", async () => {
  const cwd = temporaryFolder({
    ...opinionPage,
    "gazette.config.json": JSON.stringify({ newsletters: { weekly: { theme: "broadshet" } } }),
  });
  expectOneClearError(await runGazette(["build"], { cwd }), /no theme "broadshet".*broadsheet/su);
});

test("an out folder that cannot be written", async () => {
  const cwd = temporaryFolder(opinionPage);
  writeFileSync(join(cwd, "occupied"), "a file, not a folder");
  expectOneClearError(
    await runGazette(["build", "--out", "occupied"], { cwd }),
    /occupied.* cannot be written/su,
  );
});

test.skipIf(process.getuid?.() === 0)("an out folder without permission", async () => {
  const cwd = temporaryFolder(opinionPage);
  mkdirSync(join(cwd, "out"));
  chmodSync(join(cwd, "out"), 0o500);
  expectOneClearError(await runGazette(["build"], { cwd }), /cannot be written \(EACCES\)/u);
});

test.each([
  {
    env: { MAIL_TO: "not an address" },
    message: /MAIL_TO: found "not an address"; allowed: an email address/u,
  },
  {
    env: { DIGEST_SCHEDULE: "every monday" },
    message: /DIGEST_SCHEDULE: found "every monday"; allowed: .*five cron fields/u,
  },
  {
    env: { DIGEST_TIMEZONE: "Europe/Pari" },
    message: /DIGEST_TIMEZONE: found "Europe\/Pari".*Did you mean "Europe\/Paris"/u,
  },
])("a wrong setting: $env", async ({ env, message }) => {
  expectOneClearError(await runGazette(["build"], { cwd: temporaryFolder(opinionPage), env }), message);
});

test("an SMTP server that is not there, and the issue waits for it", async () => {
  const cwd = temporaryFolder(opinionPage);
  const placeholder = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => placeholder.once("listening", resolve));
  const address = placeholder.address();
  const port = address !== null && typeof address === "object" ? address.port : 0;
  await new Promise((resolve) => placeholder.close(resolve));
  const env = { MAIL_TO: "ada@example.com", SMTP_URL: `smtp://127.0.0.1:${port}` };

  expectOneClearError(await runGazette(["send"], { cwd, env }), /No SMTP server answers at 127\.0\.0\.1/u);

  const server = await startScriptedSmtpServer();
  const later = await runGazette(["send", "--json"], { cwd, env: { ...env, SMTP_URL: server.url } });
  expect(JSON.parse(later.stdout)).toMatchObject({ accepted: 1, total: 1 });
});

test("an SMTP server that refuses the login, without the password in the message", async () => {
  const cwd = temporaryFolder(opinionPage);
  const server = await startScriptedSmtpServer({
    extensions: ["AUTH PLAIN LOGIN"],
    answer: (step) => (step === "AUTH" ? "535 5.7.8 Wrong" : undefined),
  });
  const env = { MAIL_TO: "ada@example.com", SMTP_URL: server.url.replace("smtp://", "smtp://me:hunter2@") };

  const run = await runGazette(["send"], { cwd, env });

  expectOneClearError(run, /refuses the login/u);
  expect(run.stderr).not.toContain("hunter2");
});

test("a broken article is a verdict with its line, and the others are built", async () => {
  const broken = {
    "articles/colon.md": "---\ntitle: Part two: the bridge\ndate: 2026-11-20\n---\nText.\n",
    "articles/quote.md": '---\ntitle: "no end\ndate: 2026-11-20\n---\nText.\n',
    "articles/tag.md": '---\ntitle: !!js/function "a"\ndate: 2026-11-20\n---\nText.\n',
    "articles/links.md":
      "---\ntitle: Links\ndate: 2026-11-21\n---\nSee [the plan](plan.pdf) ![x](gone.jpg) ok, [a](javascript:alert(1)) <img src=x>.\n",
  };
  const cwd = temporaryFolder({ ...opinionPage, ...broken });

  const run = await runGazette(["build", "--json", "--now", "2026-11-22T12:00:00Z"], { cwd });

  expect(run).toMatchObject({ exitCode: 0, stderr: "" });
  expect(JSON.parse(run.stdout)).toMatchObject({ counts: { considered: 9, invalid: 3 } });
});

test("a data folder that is no folder is one clear error", async () => {
  const cwd = temporaryFolder({ ...opinionPage, occupied: "a file" });
  const run = await runGazette(["build", "--data", "occupied"], { cwd });
  expect(run.stderr).not.toContain("bug:");
});

test("a newsletter without a sender of its own does not go out into the world", async () => {
  const cwd = temporaryFolder(opinionPage);
  const env = { MAIL_TO: "ada@example.com", SMTP_URL: "smtp://relay.invalid:587" };
  expectOneClearError(await runGazette(["send"], { cwd, env }), /has no sender of its own.*MAIL_FROM/su);
});

test("with --json an error is one document on stdout", async () => {
  const run = await runGazette(["build", "--json"], { cwd: temporaryFolder() });

  expect(run.exitCode).toBe(2);
  expect(JSON.parse(run.stdout)).toMatchObject({ error: { code: "articles-missing" } });
});

test("a mistyped command or option is exit code 2 with a suggestion", async () => {
  const cwd = temporaryFolder();
  const command = await runGazette(["biuld"], { cwd });
  const option = await runGazette(["build", "--jsn"], { cwd });
  const instant = await runGazette(["build", "--now", "yesterday"], { cwd });

  expect(command).toMatchObject({
    exitCode: 2,
    stderr: expect.stringContaining("Did you mean build?") as unknown,
  });
  expect(option).toMatchObject({
    exitCode: 2,
    stderr: expect.stringContaining("Did you mean --json?") as unknown,
  });
  expect(instant).toMatchObject({
    exitCode: 2,
    stderr: expect.stringContaining('found "yesterday"') as unknown,
  });
});

test("every command has help with an example", async () => {
  const cwd = temporaryFolder();
  for (const command of ["build", "explain", "send", "status", "schedule"]) {
    const run = await runGazette([command, "--help"], { cwd });
    expect(run).toMatchObject({
      exitCode: 0,
      stdout: expect.stringMatching(/Example:\n {2}\$ gazette/u) as unknown,
    });
  }
});
