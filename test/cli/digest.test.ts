import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { simpleParser } from "mailparser";
import { expect, test } from "vitest";
import { temporaryFolder } from "../support/temporary-folder.ts";
import { runGazette } from "../support/run-gazette.ts";
import { opinionPage } from "../support/opinion-page.ts";

const now = ["--now", "2026-11-22T12:00:00Z"];

/** Paths and SHA-256 of every file below a folder. */
function fingerprint(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => statSync(join(folder, name)).isFile())
    .sort()
    .map(
      (name) =>
        `${name} ${createHash("sha256")
          .update(readFileSync(join(folder, name)))
          .digest("hex")}`,
    );
}

interface BuildDocument {
  readonly issue: { readonly subject: string; readonly hash: string; readonly number: number };
  readonly articles: readonly { readonly title: string; readonly path: string }[];
  readonly counts: Readonly<Record<string, number>>;
  readonly files: Readonly<Record<"html" | "text" | "mjml" | "eml" | "manifest", string>>;
  readonly bytes: { readonly html: number; readonly text: number };
}

async function build(cwd: string, ...args: string[]): Promise<BuildDocument> {
  const run = await runGazette(["build", "--json", ...now, ...args], { cwd });
  expect(run.stderr).toBe("");
  expect(run.exitCode).toBe(0);
  return JSON.parse(run.stdout) as BuildDocument;
}

test("an opinion page without titles becomes a digest with fair titles, its writer's name and whole characters", async () => {
  const cwd = temporaryFolder(opinionPage);

  const document = await build(cwd);

  expect(document.counts["considered"]).toBe(5);
  expect(document.articles).toHaveLength(5);
  const html = readFileSync(document.files.html, "utf8");
  const text = readFileSync(document.files.text, "utf8");
  const message = await simpleParser(readFileSync(document.files.eml));
  expect(message.subject).toBe(document.issue.subject);
  expect(message.subject).not.toMatch(/[\uFFFD{}]/u);
  for (const { title } of document.articles) {
    expect(title).toMatch(/^\p{Lu}|^[“\p{Lo}]/u);
    expect(title.length).toBeLessThanOrEqual(110);
  }
  for (const shown of [html, text, message.text ?? ""]) {
    expect(shown).toContain("林海音");
    expect(shown).toContain("Ottoline Vance");
    expect(shown).toMatch(/NT\$8\.4\s+billion/u);
    expect(shown).not.toContain("\uFFFD");
  }
  expect(text.replace(/\s+/gu, " ")).toMatch(/The ferry company, which carried…/u);
});

test("two builds with the same clock are the same bytes", async () => {
  const cwd = temporaryFolder(opinionPage);

  await build(cwd, "--out", "first");
  await build(cwd, "--out", "second");

  expect(fingerprint(join(cwd, "first"))).toEqual(fingerprint(join(cwd, "second")));
  expect(fingerprint(join(cwd, "first")).length).toBeGreaterThan(5);
});

test("a build writes the whole layout, records nothing and lists the issue", async () => {
  const cwd = temporaryFolder(opinionPage);

  const document = await build(cwd);

  expect(readdirSync(join(cwd, "out", "digest", "2026-11-22")).sort()).toEqual([
    "digest.mjml",
    "index.html",
    "index.txt",
    "issue.json",
    "message.eml",
  ]);
  expect(readFileSync(join(cwd, "out", "index.html"), "utf8")).toContain("digest/2026-11-22/index.html");
  const manifest = JSON.parse(readFileSync(document.files.manifest, "utf8")) as BuildDocument;
  expect(manifest.issue).toEqual(document.issue);
  expect(document.bytes.html).toBeGreaterThan(5000);
  expect(readdirSync(cwd)).not.toContain("gazette.sqlite");
});

test("explain and build agree on every file", async () => {
  const cwd = temporaryFolder({
    ...opinionPage,
    "articles/draft.md": "---\ndate: 2026-11-20\ndraft: true\n---\nNot yet.\n",
    "articles/broken.md": "---\ndate: 2026-02-30\n---\nThere is no such day.\n",
  });

  const document = await build(cwd);
  const run = await runGazette(["explain", "--json", ...now], { cwd });
  const explained = JSON.parse(run.stdout) as {
    readonly articles: readonly {
      readonly path: string;
      readonly verdict: string;
      readonly reason: string;
    }[];
    readonly counts: Readonly<Record<string, number>>;
  };

  const { considered, ...verdicts } = document.counts;
  expect(explained.counts).toEqual(verdicts);
  expect(explained.articles).toHaveLength(considered ?? 0);
  expect(explained.articles.find(({ path }) => path === "draft.md")?.verdict).toBe("draft");
  expect(explained.articles.find(({ path }) => path === "broken.md")).toMatchObject({ verdict: "invalid" });
  expect(explained.articles.every(({ reason }) => reason !== "")).toBe(true);
});

test("an article that only stands beside one of the same story, and has no address, lends its beginning", async () => {
  const folder = temporaryFolder();
  const articles = join(folder, "articles");
  mkdirSync(articles);
  const write = (name: string, title: string, day: number, body: string): void =>
    writeFileSync(join(articles, name), `---\ntitle: ${title}\ndate: 2026-11-${day}\n---\n${body}\n`);
  write("a.md", "Storm closes the harbour bridge for two days", 18, "Lorries go round by the mill.");
  write("b.md", "Harbour bridge closed for two days by storm", 19, "Engineers will look at the piers.");
  write("c.md", "A bakery moves", 17, "The oven stays where it is.");

  const { stdout } = await runGazette(["build", "--json", "--now", "2026-11-22"], { cwd: folder });

  const { files, counts } = JSON.parse(stdout) as {
    readonly files: Readonly<Record<"html" | "text", string>>;
    readonly counts: Readonly<Record<string, number>>;
  };
  expect(counts["same-story"]).toBe(1);
  expect(readFileSync(files.text, "utf8")).toContain("Lorries go round by the mill.");
  expect(readFileSync(files.html, "utf8")).toContain("Lorries go round by the mill.");
});
