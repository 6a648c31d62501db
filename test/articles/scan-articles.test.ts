import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, symlinkSync, utimesSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";

import { readFileBytes } from "../../src/articles/files/read-file.ts";
import { scanArticles } from "../../src/articles/scan-articles.ts";
import { GazetteError } from "../../src/platform/errors.ts";
import { makeFolder, post } from "./articles-folder.ts";

test("every file is either an article or refused with its line, and the others go on", async () => {
  const folder = makeFolder({
    "b/good.md": post("Text.", "title: Good\ndate: 2026-11-20\ntags: [Town, water]"),
    "a.md": post("Text.", "title: Bad\ndate: 2024-02-30"),
    "c.md": post("Text.", "title: Good\ntags: ["),
    "notes.txt": "not an article",
  });

  const { articles, refused } = await folder.scan();

  expect(articles.map(({ path, title, topics }) => ({ path, title, topics }))).toEqual([
    { path: "b/good.md", title: "Good", topics: ["Town", "water"] },
  ]);
  expect(articles[0]?.publishedAt?.toISOString()).toBe("2026-11-19T23:00:00.000Z");
  expect(refused).toEqual([
    {
      path: "a.md",
      line: 3,
      reason: 'The date "2024-02-30" in date does not exist: month 2 of 2024 has 29 days.',
    },
    { path: "c.md", line: 4, reason: expect.stringContaining("not valid YAML") as string },
  ]);
});

test("articles come in the order of their paths, whatever the file system says", async () => {
  const folder = makeFolder({
    "b.md": "B",
    "a/z.md": "A",
    "a.md": "A",
    "B.md": "B",
    "é.md": "E",
    "a-b.md": "A",
  });

  const { articles } = await folder.scan();

  expect(articles.map(({ path }) => path)).toEqual(["B.md", "a-b.md", "a.md", "a/z.md", "b.md", "é.md"]);
});

test("a folder that is not there is said to be missing, and an empty one is empty", async () => {
  const folder = makeFolder();

  await expect(scanArticles({ dir: path.join(folder.dir, "nowhere"), timeZone: "UTC" })).rejects.toThrow(
    GazetteError,
  );
  expect(await folder.scan()).toEqual({ articles: [], refused: [], notes: [], passedOver: [] });
});

test("front doors are not taken for articles unless asked", async () => {
  const files = {
    "README.md": "# Read me",
    "_index.md": "# Section",
    "blog/_index.fr.md": "# Section",
    "blog/readme.markdown": "# Me",
    "post.md": "# Post",
  };

  const { articles, passedOver } = await makeFolder(files).scan();

  expect(articles.map(({ path }) => path)).toEqual(["post.md"]);
  expect(passedOver.map(({ path }) => path)).toEqual([
    "README.md",
    "_index.md",
    "blog/_index.fr.md",
    "blog/readme.markdown",
  ]);
  expect(passedOver[0]?.reason).toContain("articles.includeReadme");
  expect((await makeFolder(files).scan({ includeReadme: true })).articles).toHaveLength(5);
});

test("hidden folders, packages and ignored paths are left alone", async () => {
  const folder = makeFolder({
    ".obsidian/x.md": "x",
    ".x.md": "x",
    "node_modules/p/x.md": "x",
    "drafts/x.md": "x",
    "a/templates/x.md": "x",
    "a/keep.md": "x",
    "a/old-1.md": "x",
    "a/b/old-22.md": "x",
    "z.mdx": "x",
  });

  const { articles, passedOver } = await folder.scan({
    ignore: ["drafts/", "templates", "**/old-*.md", "*.{mdx,mkd}"],
  });

  expect(articles.map(({ path }) => path)).toEqual(["a/keep.md"]);
  expect(passedOver).toEqual(
    ["a/b/old-22.md", "a/old-1.md", "a/templates/", "drafts/", "z.mdx"].map((name) => ({
      path: name,
      reason: "articles.ignore names it",
    })),
  );
});

test("links are not followed out of the folder, nor to what is read under its own name", async () => {
  const outside = makeFolder({ "secret.md": "secret" });
  const folder = makeFolder({ "real.md": post("Text.") });
  symlinkSync(path.join(outside.dir, "secret.md"), path.join(folder.dir, "out.md"));
  symlinkSync(outside.dir, path.join(folder.dir, "outside"));
  symlinkSync("real.md", path.join(folder.dir, "again.md"));
  symlinkSync("gone.md", path.join(folder.dir, "broken.md"));
  symlinkSync(".", path.join(folder.dir, "loop"));

  const { articles, refused } = await folder.scan();

  expect(articles.map(({ path }) => path)).toEqual(["real.md"]);
  expect(refused.map(({ path, reason }) => [path, reason])).toEqual([
    ["again.md", "The link leads to real.md, which is read under that name."],
    ["broken.md", "The link cannot be followed: it is not there."],
    ["out.md", "The link leads outside the articles folder."],
    ["outside", "The link leads outside the articles folder."],
  ]);
});

test("a pipe and a folder that is closed to us are refused without waiting", async () => {
  const folder = makeFolder({ "real.md": post("Text.") });
  execFileSync("mkfifo", [path.join(folder.dir, "pipe.md")]);
  mkdirSync(path.join(folder.dir, "folder.md"));
  folder.write("closed.md", post("Text."));
  chmodSync(path.join(folder.dir, "closed.md"), 0);

  const { articles, refused } = await folder.scan();

  // The superuser reads what is closed to everyone else.
  const isSuperuser = process.getuid?.() === 0;
  expect(articles.map(({ path }) => path)).toEqual(isSuperuser ? ["closed.md", "real.md"] : ["real.md"]);
  expect(refused.map(({ path }) => path)).toEqual(isSuperuser ? ["pipe.md"] : ["closed.md", "pipe.md"]);
});

test("a pipe that took a file's place since it was listed is refused without waiting", () => {
  const folder = makeFolder({ "real.md": post("Text.") });
  execFileSync("mkfifo", [path.join(folder.dir, "pipe.md")]);

  expect(() => readFileBytes(path.join(folder.dir, "pipe.md"))).toThrow(
    "The file cannot be read: it is a pipe.",
  );
  expect(() => readFileBytes(folder.dir)).toThrow("The file cannot be read: it is a folder.");
});

test("a file is read whole, however its length stands to what one call reads", () => {
  for (const length of [1, 65_535, 65_536, 65_537, 200_000]) {
    const folder = makeFolder({ "a.md": "a".repeat(length - 1) + "z" });
    const bytes = readFileBytes(path.join(folder.dir, "a.md"));

    expect(bytes.length).toBe(length);
    expect(bytes.toString("latin1").endsWith("z")).toBe(true);
  }
});

test("an article without a date is kept, undated, unless the file's time is asked for", async () => {
  const folder = makeFolder({ "a.md": "# A\n\nText." });
  utimesSync(path.join(folder.dir, "a.md"), 1_700_000_000, 1_700_000_000);

  expect((await folder.article()).publishedAt).toBeUndefined();
  expect((await folder.article("a.md", { undated: "file-time" })).publishedAt?.getTime()).toBe(
    1_700_000_000_000,
  );
});

test("an article without a date has the date of its first commit where Git is asked, through a rename", async () => {
  const folder = makeFolder({ "old.md": "# A\n\nSome text that stays the same through the rename.\n" });
  const git = (date: string, ...args: string[]): void => {
    execFileSync("git", ["-C", folder.dir, "-c", "user.name=A", "-c", "user.email=a@example.org", ...args], {
      env: { ...process.env, GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date },
    });
  };
  git("", "init", "-q");
  git("2020-01-02T03:04:05Z", "add", ".");
  git("2020-01-02T03:04:05Z", "commit", "-qm", "first");
  git("2021-01-01T00:00:00Z", "mv", "old.md", "new.md");
  git("2021-01-01T00:00:00Z", "commit", "-qm", "second");

  expect((await folder.article("new.md", { undated: "git" })).publishedAt?.toISOString()).toBe(
    "2020-01-02T03:04:05.000Z",
  );
});

test("where Git is asked and there is no repository, the articles stay undated, and a note says why", async () => {
  const { articles, notes } = await makeFolder({ "a.md": "# A" }).scan({ undated: "git" });

  expect(articles[0]?.publishedAt).toBeUndefined();
  expect(notes[0]?.message).toContain("in no Git repository");
});

test("what an email will not show is noted with its line", async () => {
  const folder = makeFolder({ "a.md": post("Text.\n\n{{< tweet-wall >}}\n\n{{ site.repository }}/issues") });

  const { notes } = await folder.scan();

  expect(notes).toEqual([
    { path: "a.md", line: 7, message: "{{< tweet-wall >}} is not known to Gazette and is left out." },
    { path: "a.md", line: 9, message: "{{ site.repository }} is not known to Gazette and is left out." },
  ]);
});

test("a README may be its folder's article, with the folder's address and date, and no topic of it", async () => {
  const { articles } = await makeFolder({
    "blog/boats/2026-11-20-water/README.md": "# Water\n\nThe council met.",
    "blog/reeds/README.md": "# Reeds\n\nThey are tall.",
  }).scan({ includeReadme: true, timeZone: "UTC", baseUrl: "https://example.org/" });

  expect(articles.map(({ topics, publishedAt, url }) => [topics, publishedAt?.toISOString(), url])).toEqual([
    [["boats"], "2026-11-20T00:00:00.000Z", "https://example.org/blog/boats/2026-11-20-water/"],
    [[], undefined, "https://example.org/blog/reeds/"],
  ]);
});

test("keys of authors are the whole names of the nearest authors.yml, and a broken one is noted", async () => {
  const folder = makeFolder({
    "blog/authors.yml": "ada:\n  name: Ada Writer\n  title: Editor\nmax-r:\n  name: Max Reader\nnobody: {}\n",
    "blog/fr/authors.yaml": "ada:\n  name: Ada Écrivaine\n",
    "notes/authors.yml": "ada: [\n",
    "_data/authors.yml": "li:\n  name: Li Wei\n",
    "blog/a.md": post("Text.", "date: 2026-11-20\nauthors: [ada, {key: max-r, title: Guest}, nobody, li]"),
    "blog/fr/b.md": post("Text.", "date: 2026-11-20\nauthors: [ada, Max_R]"),
    "notes/c.md": post("Text.", "date: 2026-11-20\nauthor: ada"),
  });
  const { articles, notes, passedOver, refused } = await folder.scan();

  expect(articles.map(({ authors }) => authors)).toEqual([
    ["Ada Writer", "Max Reader", "nobody", "Li Wei"],
    ["Ada Écrivaine", "Max Reader"],
    ["ada"],
  ]);
  expect(notes).toMatchObject([{ path: "notes/authors.yml" }]);
  expect([passedOver, refused]).toEqual([[], []]);
});
