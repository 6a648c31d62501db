import { expect, test } from "vitest";
import { runGazette } from "../support/run-gazette.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const article = (title: string, date: string): string =>
  `---\ntitle: ${title}\ndate: ${date}\n---\n\n${title}, told.\n`;

const november = {
  "articles/before.md": article("Before", "2026-10-31T23:59:00+01:00"),
  "articles/first.md": article("The first of the month", "2026-11-01"),
  "articles/last.md": article("The last minute of the month", "2026-11-30T23:59:00+01:00"),
  "articles/after.md": article("The first of the next", "2026-12-01"),
};

const windowOfNovember = ["--since", "2026-11-01", "--until", "2026-12-01"];

interface Explained {
  readonly window: { readonly since: string; readonly until: string };
  readonly articles: readonly { readonly path: string; readonly verdict: string }[];
}

test.each([
  { zone: "Europe/Paris", since: "2026-10-31T23:00:00.000Z", until: "2026-11-30T23:00:00.000Z" },
  { zone: "America/New_York", since: "2026-11-01T04:00:00.000Z", until: "2026-12-01T05:00:00.000Z" },
  { zone: "UTC", since: "2026-11-01T00:00:00.000Z", until: "2026-12-01T00:00:00.000Z" },
])("a day in --since and --until begins at midnight in $zone", async ({ zone, since, until }) => {
  const cwd = temporaryFolder(november);

  const run = await runGazette(["explain", "--json", ...windowOfNovember, "--now", "2026-12-02T12:00:00Z"], {
    cwd,
    env: { DIGEST_TIMEZONE: zone },
  });

  const { window, articles } = JSON.parse(run.stdout) as Explained;
  expect(window).toMatchObject({ since, until });
  const verdicts = new Map(articles.map(({ path, verdict }) => [path, verdict]));
  expect(verdicts.get("first.md")).toBe("selected");
  expect(verdicts.get("after.md")).not.toBe("selected");
});

test("a day in --now is a day of the newsletter that is named", async () => {
  const newsletters = { town: { timeZone: "Europe/Paris" }, bay: { timeZone: "Pacific/Auckland" } };
  const cwd = temporaryFolder({ ...november, "gazette.config.json": JSON.stringify({ newsletters }) });

  const slots = [];
  for (const key of ["town", "bay"]) {
    const run = await runGazette(["build", key, "--json", "--now", "2026-12-01"], { cwd });
    slots.push((JSON.parse(run.stdout) as { readonly issue: { readonly slot: string } }).issue.slot);
  }

  expect(slots).toEqual(["2026-11-30T23:00:00.000Z", "2026-11-30T11:00:00.000Z"]);
});

test("a send takes the window that a build showed, and the ledger has it", async () => {
  const cwd = temporaryFolder(november);
  const env = { DIGEST_TIMEZONE: "Europe/Paris", MAIL_TO: "ada@example.com" };
  const args = [...windowOfNovember, "--json", "--now", "2026-12-02T12:00:00Z"];

  const built = JSON.parse((await runGazette(["build", ...args], { cwd, env })).stdout) as {
    readonly issue: { readonly hash: string };
  };
  const sent = await runGazette(["send", ...args], { cwd, env });
  const next = await runGazette(["explain", "--json", "--now", "2026-12-09T12:00:00Z"], { cwd, env });

  expect(JSON.parse(sent.stdout)).toMatchObject({ accepted: 1, issue: { hash: built.issue.hash } });
  const { window, articles } = JSON.parse(next.stdout) as Explained;
  expect(window.since).toBe("2026-11-30T23:00:00.000Z");
  expect(articles.filter(({ verdict }) => verdict === "already-sent").map(({ path }) => path)).toEqual([
    "first.md",
    "last.md",
  ]);
});

test("a window and an issue that was sent already exclude each other", async () => {
  const cwd = temporaryFolder(november);
  const run = await runGazette(["send", "--since", "2026-11-01", "--only", "failed"], { cwd });
  expect(run).toMatchObject({ exitCode: 2, stderr: expect.stringContaining("for a new issue") as string });
});
