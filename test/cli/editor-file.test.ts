import { readFileSync } from "node:fs";
import { simpleParser } from "mailparser";
import { expect, test } from "vitest";
import { opinionPage } from "../support/opinion-page.ts";
import { runGazette } from "../support/run-gazette.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const note = `---
slot: 2026-11-22
subject: Tides, bridges and a library
preheader: What the board did not count
pinned: [one.md]
leftOut: [four.md, fuor.md]
---

Good morning. The **tunnel** is late again; start [here](https://example.com/tunnel).
`;

const now = ["--now", "2026-11-22T12:00:00Z"];

interface Built {
  readonly issue: { readonly subject: string; readonly preheader: string };
  readonly articles: readonly { readonly path: string; readonly section: string }[];
  readonly counts: Readonly<Record<string, number>>;
  readonly files: { readonly html: string; readonly eml: string };
  readonly findings: readonly { readonly rule: string; readonly message: string }[];
}

test("an editor's issue.md overrules one issue: subject, preheader, note, what leads and what stays out", async () => {
  const cwd = temporaryFolder({ ...opinionPage, "articles/issue.md": note });

  const run = await runGazette(["build", "--json", ...now], { cwd });

  expect(run.exitCode).toBe(0);
  const built = JSON.parse(run.stdout) as Built;
  expect(built.issue).toMatchObject({
    subject: "Tides, bridges and a library",
    preheader: "What the board did not count",
  });
  expect(built.articles[0]).toMatchObject({ path: "one.md", section: "lead" });
  expect(built.articles.map(({ path }) => path)).not.toContain("four.md");
  expect(built.counts).toMatchObject({ considered: 5, "left-out": 1 });
  expect(readFileSync(built.files.html, "utf8")).toMatch(/The <strong>tunnel<\/strong> is late again/u);
  const message = await simpleParser(readFileSync(built.files.eml));
  expect(message.subject).toBe("Tides, bridges and a library");
  expect(message.text).toContain("Good morning.");
  expect(run.stderr).toContain(
    'issue.md names "fuor.md", and no article is called that. Did you mean "four.md"?',
  );
  expect(built.findings).toContainEqual(expect.objectContaining({ rule: "editor-file" }));
});

test("an issue.md for another day is not used, and says so", async () => {
  const cwd = temporaryFolder({
    ...opinionPage,
    "articles/issue.md": note.replace("2026-11-22", "2026-11-30"),
  });

  const run = await runGazette(["build", "--json", ...now], { cwd });

  expect((JSON.parse(run.stdout) as Built).issue.subject).not.toBe("Tides, bridges and a library");
  expect(run.stderr).toContain(
    "issue.md is for 2026-11-30; this issue is of 2026-11-22, so it was not used.",
  );
});

test("an issue.md without a slot is an article like any other", async () => {
  const cwd = temporaryFolder({
    ...opinionPage,
    "articles/issue.md": "---\ntitle: The issue of bins\ndate: 2026-11-21\n---\n\nThey are full.\n",
  });

  const run = await runGazette(["build", "--json", ...now], { cwd });

  expect(run.stderr).toBe("");
  expect((JSON.parse(run.stdout) as Built).articles.map(({ path }) => path)).toContain("issue.md");
});

test("an issue.md that cannot be understood stops the issue with its place", async () => {
  const cwd = temporaryFolder({ ...opinionPage, "articles/issue.md": note.replace("2026-11-22", "Monday") });

  const run = await runGazette(["build", ...now], { cwd });

  expect(run.exitCode).toBe(2);
  expect(run.stderr).toMatch(/issue\.md cannot be followed: its slot is "Monday"/u);
});
