import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { runGazette } from "../support/run-gazette.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const now = ["--now", "2026-11-22T12:00:00Z"];

const root = join(import.meta.dirname, "..", "..");

/** Every theme that ships. */
const themes = readdirSync(join(root, "templates")).filter((name) =>
  existsSync(join(root, "templates", name, "theme.json")),
);

interface CheckDocument {
  readonly folder: string;
  readonly findings: readonly {
    readonly rule: string;
    readonly severity: string;
    readonly message: string;
    readonly place: string;
    readonly remedy: string;
  }[];
  readonly counts: Readonly<Record<"error" | "warning" | "info", number>>;
  readonly off: readonly { readonly rule: string; readonly reason: string }[];
}

const config = {
  newsletters: {
    weekly: {
      from: "The Harbour Letter <letter@harbour.town>",
      postalAddress: "3 Quay Street, Port Ellery",
    },
  },
};

const bridge = `---
title: The bridge reopens on Monday
date: 2026-11-18
canonical: https://harbour.town/bridge
---
After eleven months of works the old bridge carries traffic again, and the ferry goes back to its winter timetable.
`;

const bakery = `---
title: A bakery moves two doors down and keeps its oven
date: 2026-11-17
---
The oven stays where it is, so the bread will be carried through the rain for as long as the lease runs.
`;

/** A project with one built issue. */
async function builtProject(article = bridge, settings: object = config): Promise<string> {
  const cwd = temporaryFolder({
    "gazette.config.json": JSON.stringify(settings),
    "articles/bridge.md": article,
    "articles/bakery.md": bakery,
  });
  const run = await runGazette(["build", ...now], { cwd });
  expect(run.exitCode, run.stderr).toBe(0);
  return cwd;
}

async function check(
  cwd: string,
  ...args: string[]
): Promise<{ readonly exitCode: number | null; readonly document: CheckDocument }> {
  const run = await runGazette(["check", "--json", ...now, ...args], { cwd });
  return { exitCode: run.exitCode, document: JSON.parse(run.stdout) as CheckDocument };
}

function editPage(cwd: string, change: (html: string) => string): void {
  const path = join(cwd, "out", "weekly", "2026-11-22", "index.html");
  writeFileSync(path, change(readFileSync(path, "utf8")));
}

test("a good issue has no error and no warning, also strictly", async () => {
  const cwd = await builtProject();

  const { exitCode, document } = await check(cwd, "--strict");

  expect(document.findings.filter(({ severity }) => severity !== "info")).toEqual([]);
  expect(exitCode).toBe(0);
  expect(document.folder).toBe(join(cwd, "out", "weekly", "2026-11-22"));
});

test("an error is exit code 2, with its rule, its place and what to do", async () => {
  const cwd = await builtProject();
  editPage(cwd, (html) => html.replace("</body>", '<p><a href="/timetable">The timetable</a></p></body>'));

  const { exitCode, document } = await check(cwd, join("out", "weekly", "2026-11-22"));

  expect(exitCode).toBe(2);
  expect(document.counts.error).toBe(1);
  const [finding] = document.findings.filter(({ severity }) => severity === "error");
  expect(finding).toMatchObject({
    rule: "link-target",
    place: expect.stringMatching(/^index\.html:\d+ p > a$/u) as string,
  });
  expect(finding?.remedy).toContain("https://");
});

test("a warning fails only strictly, and not when its rule is off with a reason", async () => {
  const { postalAddress, ...weekly } = config.newsletters.weekly;
  expect(postalAddress).not.toBe("");
  const cwd = await builtProject(bridge, { newsletters: { weekly } });

  expect((await check(cwd)).exitCode).toBe(0);
  const strict = await check(cwd, "--strict");
  expect(strict.exitCode).toBe(2);
  expect(strict.document.findings.filter(({ severity }) => severity === "warning")).toMatchObject([
    { rule: "postal-address" },
  ]);

  const off = { "postal-address": { off: "goes to our own staff" } };
  writeFileSync(join(cwd, "gazette.config.json"), JSON.stringify({ checks: off, newsletters: { weekly } }));
  const mended = await check(cwd, "--strict");
  expect(mended.exitCode).toBe(0);
  expect(mended.document.off).toEqual([{ rule: "postal-address", reason: "goes to our own staff" }]);
});

test("a finding that an article wrote names its line, by folder and by manifest alike", async () => {
  const article = bridge.replace(
    "---\nAfter",
    "---\nLorem ipsum dolor sit amet, consectetur adipiscing elit.\n\nAfter",
  );
  const cwd = await builtProject(article);

  const { exitCode, document } = await check(cwd);

  const found = document.findings.find(({ rule }) => rule === "placeholder");
  expect(found?.place).toBe("bridge.md:6");
  expect(exitCode).toBe(2);
});

test("a picture that is gone from the issue's folder is an error", async () => {
  const cwd = await builtProject();
  editPage(cwd, (html) =>
    html.replace("</body>", '<p><img src="images/gone.jpg" alt="The quay"></p></body>'),
  );

  const { document } = await check(cwd);

  expect(document.findings).toContainEqual(
    expect.objectContaining({ rule: "image-missing", severity: "error" }),
  );
});

test("as text it says what to mend, and as SARIF what a code host reads", async () => {
  const cwd = await builtProject();
  editPage(cwd, (html) => html.replace("</body>", '<p><a href="">Here</a></p></body>'));

  const text = await runGazette(["check", ...now], { cwd });
  const sarif = await runGazette(["check", "--format", "sarif", ...now], { cwd });

  expect(text.stdout).toMatch(/^error +The link "Here" leads to "": it leads nowhere\. \[link-target\]$/mu);
  expect(text.stdout).toMatch(/^out\/weekly\/2026-11-22: 1 error, 2 warnings, \d+ notes?\.$/mu);
  const log = JSON.parse(sarif.stdout) as {
    readonly version: string;
    readonly runs: readonly { readonly results: unknown[] }[];
  };
  expect(log.version).toBe("2.1.0");
  expect(log.runs[0]?.results.length).toBeGreaterThan(1);
  expect([text.exitCode, sarif.exitCode]).toEqual([2, 2]);
});

test.each([
  ["no issue", ["check"], /There is no issue in .*out yet/u],
  ["a folder without an issue", ["check", "articles"], /articles holds no issue/u],
  [
    "a format that is not there",
    ["check", "--format", "xml"],
    /--format is "xml"; allowed is text, json, sarif/u,
  ],
])("%s is said in one sentence, with exit code 2", async (_, args, says) => {
  const cwd = temporaryFolder({ "articles/bridge.md": bridge });

  const run = await runGazette([...args], { cwd });

  expect(run.exitCode).toBe(2);
  expect(run.stderr).toMatch(says);
  expect(run.stdout).toBe("");
});

test("a check that is not there is named in the configuration's problems, with what was meant", async () => {
  const cwd = temporaryFolder({
    "gazette.config.json": JSON.stringify({
      checks: { "html-sizes": { off: "no" }, "link-text": { budgetKb: 70 } },
    }),
    "articles/bridge.md": bridge,
  });

  const run = await runGazette(["check"], { cwd });

  expect(run.exitCode).toBe(2);
  expect(run.stderr).toContain("did you mean html-size");
  expect(readdirSync(cwd)).not.toContain("out");
});

test.each(themes)("the sample articles in %s have no error, and warn only of examples", async (theme) => {
  const cwd = temporaryFolder({
    "gazette.config.json": JSON.stringify({ newsletters: { weekly: { theme } } }),
  });
  const built = await runGazette(["build", "--articles", join(root, "articles"), ...now], { cwd });
  expect(built.exitCode, built.stderr).toBe(0);

  const { exitCode, document } = await check(cwd, "--articles", join(root, "articles"));

  expect(exitCode).toBe(0);
  expect(document.counts.error).toBe(0);
  const warnings = document.findings.filter(({ severity }) => severity === "warning").map(({ rule }) => rule);
  expect(new Set(warnings)).toEqual(new Set(["link-example", "postal-address"]));
});

test("online, a link that nobody answers for is told, and how many were asked", async () => {
  const cwd = await builtProject(bridge.replace("harbour.town", "harbour.invalid"));

  const offline = await check(cwd);
  const run = await runGazette(["check", "--online", "--json", ...now], { cwd });
  const online = JSON.parse(run.stdout) as CheckDocument;

  expect(offline.document.findings.filter(({ rule }) => rule === "link-unreachable")).toEqual([]);
  expect(run.stderr).toMatch(/^Asking for \d+ links…$/mu);
  expect(online.findings).toContainEqual(
    expect.objectContaining({
      rule: "link-unreachable",
      severity: "warning",
      place: "bridge.md:4",
      message: expect.stringMatching(
        /harbour\.invalid\/bridge: there is no such host, or no network\.$/u,
      ) as string,
    }),
  );
});

test("a link and a picture that lead nowhere are told with their lines, by build and by check", async () => {
  const folder = temporaryFolder();
  const articles = join(folder, "articles");
  mkdirSync(articles);
  const losing =
    "---\ntitle: The lower quay\ndate: 2026-11-18\n---\nSee [the other one](../missing.md).\n\n![A map](nowhere.png)\n";
  writeFileSync(join(articles, "quay.md"), losing);
  writeFileSync(join(folder, "gazette.config.json"), JSON.stringify(config));

  const build = await runGazette(["build", "--json", ...now], { cwd: folder });
  const check = await runGazette(["check", "--json", ...now], { cwd: folder });

  for (const { stdout } of [build, check]) {
    const { findings } = JSON.parse(stdout) as CheckDocument;
    const losses = findings.filter(({ rule }) => rule === "article-loss");
    expect(losses).toMatchObject([
      {
        severity: "warning",
        place: "quay.md:5",
        message: "The link ../missing.md leads to no article here.",
      },
      { severity: "warning", place: "quay.md:7", message: "The image nowhere.png is not there." },
    ]);
  }
});
