import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { opinionPage } from "../support/opinion-page.ts";
import { runGazette } from "../support/run-gazette.ts";
import { startScriptedSmtpServer } from "../support/scripted-smtp-server.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const now = ["--now", "2026-11-22T12:00:00Z"];
const env = { MAIL_TO: "ada@example.com" };

interface Built {
  readonly issue: { readonly number: number; readonly hash: string };
  readonly articles: readonly unknown[];
  readonly held: string | null;
  readonly files: { readonly html: string };
}

test("a build with nothing new leaves the page of the issue that went out, in the list and for check", async () => {
  const cwd = temporaryFolder(opinionPage);
  const page = join(cwd, "out", "digest", "2026-11-22", "index.html");
  await runGazette(["send", ...now], { cwd, env });
  const sent = readFileSync(page, "utf8");

  const built = JSON.parse((await runGazette(["build", "--json", ...now], { cwd, env })).stdout) as Built;
  const text = await runGazette(["build", ...now], { cwd, env });
  const checked = await runGazette(["check", "--json", ...now], { cwd, env });

  expect(readFileSync(page, "utf8")).toBe(sent);
  expect(built).toMatchObject({ articles: [], held: "nothing new to send", issue: { number: 2 } });
  expect(existsSync(built.files.html)).toBe(true);
  expect(text.stdout).toContain("Open out/index.html");
  expect(text.stdout).not.toMatch(/Subject|\n\n\n/u);
  expect(readFileSync(join(cwd, "out", "index.html"), "utf8")).toContain("5 articles");
  expect(readFileSync(join(cwd, "out", "index.html"), "utf8")).not.toContain("0 articles");
  expect(JSON.parse(checked.stdout)).toMatchObject({ folder: join(cwd, "out", "digest", "2026-11-22") });
});

test("a second issue of one day gets a folder of its own", async () => {
  const cwd = temporaryFolder(opinionPage);
  await runGazette(["send", ...now], { cwd, env });
  const late = temporaryFolder({
    ...opinionPage,
    "articles/late.md": "---\ntitle: Late\ndate: 2026-11-22\n---\n\nIt came late.\n",
  });

  const args = ["build", "--json", "--articles", join(late, "articles"), "--now", "2026-11-22T15:00:00Z"];
  const built = JSON.parse((await runGazette(args, { cwd, env })).stdout) as Built;

  expect(built.files.html).toBe(join(cwd, "out", "digest", "2026-11-22-no-2", "index.html"));
  expect(existsSync(join(cwd, "out", "digest", "2026-11-22", "index.html"))).toBe(true);
});

test.each(["--out", "--data"])(
  "a folder that cannot be made for %s is one error, and soon",
  async (option) => {
    const cwd = temporaryFolder(opinionPage);
    const run = await runGazette(["send", option, "/proc/no/such", ...now], { cwd, env });
    expect(run.exitCode).toBe(2);
    expect(run.stderr).toMatch(/^error: .*\/proc\/no/mu);
  },
);

test("with nothing to send again it says so and why, and a suppressed address is named as one", async () => {
  const cwd = temporaryFolder(opinionPage);
  const server = await startScriptedSmtpServer({
    answer: (step, line) =>
      step === "RCPT" && line.includes("bo@") ? "550 5.1.1 No such reader" : undefined,
  });
  const both = { SMTP_URL: server.url, MAIL_TO: "ada@example.com, bo@example.com" };
  await runGazette(["send", "--yes", ...now], { cwd, env: both });

  const failed = await runGazette(["send", "--only", "failed"], { cwd, env: both });
  const deferred = await runGazette(["send", "--only", "deferred"], { cwd, env: both });
  const joined = await runGazette(["send", "--joined", "--json"], { cwd, env: both });
  const whole = await runGazette(["send", "--issue", "1"], { cwd, env: both });

  expect(failed.stdout).toMatch(
    /^Nothing was sent again of No\. 1, .*: the address that is failed is suppressed/u,
  );
  expect(deferred.stdout).toContain("none of it is deferred. As it stands: 1 accepted, 1 failed of 2.");
  expect(JSON.parse(joined.stdout)).toMatchObject({
    total: 2,
    accepted: 1,
    failed: 1,
    reason: "nobody joined since it went out",
  });
  expect(whole.stdout).toContain("every delivery of it is settled");
  expect([failed, deferred, joined, whole].map(({ exitCode }) => exitCode)).toEqual([0, 0, 0, 0]);
  expect(server.completed).toHaveLength(1);
});

test("a rehearsal is marked as one, and its hint names where that newsletter's readers stand", async () => {
  const cwd = temporaryFolder({
    ...opinionPage,
    "gazette.config.json": JSON.stringify({ newsletters: { town: {}, bay: {} } }),
  });

  const first = await runGazette(["send", "--json", ...now], { cwd });
  const second = await runGazette(["send", "bay", ...now], { cwd });

  expect(JSON.parse(first.stdout)).toMatchObject({ rehearsal: true, test: false, dryRun: false, total: 1 });
  expect(first.stderr).toContain("MAIL_TO (.env)");
  expect(second.stdout).toMatch(/^Rehearsal of No\. 1/u);
  expect(second.stderr).toContain("newsletters.bay.to (gazette.config.ts)");
  expect(second.stderr).not.toContain("MAIL_TO");
});

test("--cadence chooses whose issue is built, explained and sent", async () => {
  const newsletters = { town: { cadences: { daily: "daily", weekly: "weekly" } } };
  const cwd = temporaryFolder({ ...opinionPage, "gazette.config.json": JSON.stringify({ newsletters }) });
  await runGazette(["send", "--cadence", "daily", ...now], { cwd, env });

  const daily = await runGazette(["build", "--json", "--cadence", "daily", ...now], { cwd, env });
  const weekly = await runGazette(["explain", "--json", "--cadence", "weekly", ...now], { cwd, env });
  const wrong = await runGazette(["build", "--cadence", "weeky", ...now], { cwd, env });

  expect(JSON.parse(daily.stdout)).toMatchObject({ articles: [] });
  expect(JSON.parse(weekly.stdout)).toMatchObject({ counts: { selected: 5 } });
  expect(wrong.exitCode).toBe(2);
  expect(wrong.stderr).toMatch(/has no cadence "weeky"; it has daily, weekly\.[^]*Did you mean "weekly"/u);
});

test("a usage error is a document with --json, and an unknown command is one whatever follows it", async () => {
  const cwd = temporaryFolder();
  const option = await runGazette(["build", "--json", "--jsn"], { cwd });
  const command = await runGazette(["biuld", "--help"], { cwd });
  const inner = await runGazette(["subscribers", "lst", "--help"], { cwd });
  const help = await runGazette(["subscribers", "list", "--help"], { cwd });

  expect(JSON.parse(option.stdout)).toEqual({
    error: { code: "usage", message: "unknown option '--jsn'", hint: "Did you mean --json?" },
  });
  expect(command).toMatchObject({ exitCode: 2, stdout: "" });
  expect(command.stderr).toContain("unknown command 'biuld'");
  expect(inner).toMatchObject({ exitCode: 2, stdout: "" });
  expect(help).toMatchObject({ exitCode: 0, stderr: "" });
});

test("explain names topics by key and lists the chosen in the order of the issue", async () => {
  const article = (title: string, more = "", date = "2026-11-20"): string =>
    `---\ntitle: ${title}\ndate: ${date}\ntopics: [Council]\n${more}---\n\n${title} happened.\n`;
  const topics = [{ key: "town-hall", match: { values: ["Council"] } }];
  const cwd = temporaryFolder({
    "gazette.config.json": JSON.stringify({ newsletters: { town: { selection: { topics } } } }),
    "articles/a.md": article("The bins"),
    "articles/b.md": article("The clock", "pinned: true\n"),
    "articles/c.md": article("The budget", "draft: true\n"),
  });

  const json = await runGazette(["explain", "--json", ...now], { cwd });
  const text = await runGazette(["explain", ...now], { cwd });

  expect(
    (JSON.parse(json.stdout) as { articles: { topics: string[] }[] }).articles.map((one) => one.topics),
  ).toEqual([["town-hall"], ["town-hall"], ["town-hall"]]);
  expect(text.stdout.indexOf("The clock")).toBeLessThan(text.stdout.indexOf("The bins"));
});

test("an empty folder is the same error for explain as for build", async () => {
  const cwd = temporaryFolder({ "articles/.keep": "" });
  const run = await runGazette(["explain"], { cwd });
  expect(run).toMatchObject({
    exitCode: 2,
    stderr: expect.stringContaining("There are no articles") as string,
  });
});

test("check takes a newsletter by name, a folder of issues, and one form at a time", async () => {
  const cwd = temporaryFolder({
    ...opinionPage,
    "gazette.config.json": JSON.stringify({ newsletters: { town: {}, bay: {} } }),
  });
  await runGazette(["build", "town", ...now], { cwd });
  await runGazette(["build", "bay", "--now", "2026-11-23T12:00:00Z"], { cwd });

  const named = await runGazette(["check", "town", "--json"], { cwd });
  const folder = await runGazette(["check", "out/town", "--json"], { cwd });
  const forms = await runGazette(["check", "--format", "text", "--json"], { cwd });

  const town = join(cwd, "out", "town", "2026-11-22");
  expect(JSON.parse(named.stdout)).toMatchObject({ folder: town });
  expect(JSON.parse(folder.stdout)).toMatchObject({ folder: town });
  expect(forms).toMatchObject({ exitCode: 2, stderr: expect.stringContaining("two forms") as string });
});

test("an editor is told of a misspelt field, of a pin that was not followed, and of a file without a slot", async () => {
  const cwd = temporaryFolder({
    ...opinionPage,
    "articles/draft.md": "---\ntitle: Not yet\ndate: 2026-11-20\ndraft: true\n---\n\nNot yet.\n",
    "articles/issue.md": "---\nslot: 2026-11-22\npined: [one.md]\npinned: [draft.md]\n---\n\nGood morning.\n",
  });
  const fenceless = temporaryFolder({
    ...opinionPage,
    "articles/issue.md": "slot: 2026-11-22\n\nGood morning.\n",
  });

  const run = await runGazette(["build", ...now], { cwd });
  const bare = await runGazette(["explain", ...now], { cwd: fenceless });

  expect(run.stderr).toContain('issue.md has a field "pined", which says nothing. Did you mean "pinned"?');
  expect(run.stderr).toMatch(/issue\.md pins "draft\.md", which stays out all the same: .*draft/u);
  expect(bare.stderr).toContain("issue.md names no slot between two lines of ---");
});

test("where PUBLIC_URL makes a link that nothing of ours answers, build and send say so", async () => {
  const cwd = temporaryFolder(opinionPage);
  const links = { ...env, PUBLIC_URL: "https://news.example.com", GAZETTE_SECRET: "sixteen letters or more" };

  const built = await runGazette(["build", "--json", ...now], { cwd, env: links });
  const half = await runGazette(["build", ...now], {
    cwd,
    env: { ...env, PUBLIC_URL: "https://news.example.com" },
  });
  const sent = await runGazette(["send", ...now], { cwd, env: links });

  expect(JSON.parse(built.stdout)).toMatchObject({
    findings: expect.arrayContaining([expect.objectContaining({ rule: "public-address" })]) as unknown,
  });
  for (const { stderr } of [built, sent])
    expect(stderr).toContain("https://news.example.com/unsubscribe/, where Gazette itself does not answer");
  expect(half.stderr).toContain("because GAZETTE_SECRET is not set");
});
