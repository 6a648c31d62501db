import { expect, test } from "vitest";

import { makeFolder } from "../articles-folder.ts";

const text = "\n\nThe reeds stand in the water, and nobody knows why they do so.\n";

test.each([
  ["title-2026-11-20.md", "2026-11-20T00:00:00.000Z"],
  ["title (2026-11-20).md", "2026-11-20T00:00:00.000Z"],
  ["[2026-11-20] title.md", "2026-11-20T00:00:00.000Z"],
  ["【2026-11-20】标题.md", "2026-11-20T00:00:00.000Z"],
  ["2026年11月20日 标题.md", "2026-11-20T00:00:00.000Z"],
  ["20.11.2026 Titel.md", "2026-11-20T00:00:00.000Z"],
  ["20-11-2026-titre/index.md", "2026-11-20T00:00:00.000Z"],
  ["20 Nov 2026 title.md", "2026-11-20T00:00:00.000Z"],
  ["5 de março de 2026.md", "2026-03-05T00:00:00.000Z"],
  ["Nov 20, 2026 - Title.md", "2026-11-20T00:00:00.000Z"],
  ["2026 11 20 title.md", "2026-11-20T00:00:00.000Z"],
  ["2026/November/20-title.md", "2026-11-20T00:00:00.000Z"],
  ["2026-11-20T09-30-00-title.md", "2026-11-20T09:30:00.000Z"],
  ["20261120T0930-title.md", "2026-11-20T09:30:00.000Z"],
  ["2026-11-20--title/hi/index.md", "2026-11-20T00:00:00.000Z"],
  ["2026-11-20-title/pt-br/index.mdx", "2026-11-20T00:00:00.000Z"],
  ["2026-11-20/title/index.md", "2026-11-20T00:00:00.000Z"],
])("%s is dated by its name, %s", async (path, instant) => {
  const folder = makeFolder({ [path]: `# Reeds${text}` });

  expect((await folder.article(path, { timeZone: "UTC" })).publishedAt?.toISOString()).toBe(instant);
});

test.each([
  "20-07-09-title.md",
  "2026/11/title.md",
  "top-10-2026-boats.md",
  "1700000000-title.md",
  "week-2026-47.md",
])("%s names no day, or more than one", async (path) => {
  const folder = makeFolder({ [path]: `# Reeds${text}` });

  expect((await folder.article(path)).publishedAt).toBeUndefined();
});

test.each([
  '+++\npath = "inside/2026/11/20/reeds"\ntitle = "Reeds"\n+++',
  "---\npermalink: /2026/11/20/reeds.html\n---",
  "---\nslug: 2026/11/20\n---",
])("the day in an article's own address dates it, %j", async (frontMatter) => {
  const folder = makeFolder({ "reeds.md": `${frontMatter}${text}` });
  const article = await folder.article("reeds.md", { timeZone: "UTC" });

  expect(article.publishedAt?.toISOString()).toBe("2026-11-20T00:00:00.000Z");
});

test.each([
  "permalink: /9999/12/31/reeds",
  "permalink: /2026/13/20/reeds",
  "permalink: /2026/11/reeds",
  "permalink: /room-2026/11/20/reeds",
  "url: https://elsewhere.example/2026/11/20/reeds",
])("no day is read out of %s", async (field) => {
  const folder = makeFolder({ "reeds.md": `---\n${field}\n---${text}` });

  expect((await folder.article()).publishedAt).toBeUndefined();
});

test.each([
  "# Reeds\n\n*November 20, 2026*",
  "# Reeds\n\nPublished on November 20, 2026",
  "# Reeds\n\n_Posted on 2026-11-20 by Ada_",
  "# Reeds\n\nBy Ada Writer | November 20, 2026",
  "# Reeds\n\nby Ada, 20 Nov 2026",
  "# Reeds\n\n- Date: 2026-11-20\n- Author: Ada",
  "# Reeds\n#### November 20, 2026",
  "# 芦苇\n\n> 发布于 2026-11-20",
  "# 芦苇\n\n日期：2026-11-20",
  "# 갈대\n\n작성일: 2026-11-20",
  "# Roseaux\n\n*Publié le 20 novembre 2026*",
  "# Тростник\n\n20 ноября 2026 г.",
  '# Reeds\n\n<time datetime="2026-11-20">on Friday</time>',
  "# Reeds (2026-11-20)",
  "# 2026-11-20 Reeds",
  "Reeds\n=====\n\n2026-11-20",
  "2026-11-20\n\n# Reeds",
  "Reeds & Boats\nPosted on November 20, 2026 | by Ada Writer",
  "2026年11月20日 星期五 晴",
  "# 芦苇\n\n2026年11月20日，天气：小雨",
  "2026年11月20日(金) くもり",
  "2026년 11월 20일 금요일 맑음",
  "<!-- date: 2026-11-20 -->\n# Reeds",
  "---\ntitle: Reeds\n---\n![](a.png)\n\n*20 November 2026*",
])("an article without any other date is dated by the line above its text: %j", async (opening) => {
  const folder = makeFolder({ "reeds.md": opening + text });

  const { articles, notes } = await folder.scan({ timeZone: "UTC" });

  expect(articles[0]?.publishedAt?.toISOString()).toBe("2026-11-20T00:00:00.000Z");
  const line = opening.split("\n").findIndex((row) => row.includes("20") && row.includes("11")) + 1;
  expect(notes).toMatchObject([
    { path: "reeds.md", message: expect.stringContaining("above the text") as unknown },
  ]);
  if (line > 0) expect(notes[0]?.line).toBe(line);
});

test.each([
  "# Reeds\n\nLast updated: 20 November 2026",
  "# Reeds\n\nOn November 20, 2026 the reeds stood in the water.",
  "# Reeds\n\n05/06/2026",
  "Reeds\nUpdated on November 20, 2026",
  "The reeds stood in the water\non November 20, 2026 by Ada Writer's quay.",
  "# Ada Writer\n\nBorn: 1991-04-18",
  "# Changes\n\n## 1.0.1 (2026-11-20)\n\n- Mended.",
  "# 1.0.1 (2026-11-20)\n\n- Mended.",
  "# Log\n\n## 2026-11-20\n\nOne.\n\n## 2026-11-19\n\nTwo.",
])("%j gives no date that an article was published on", async (opening) => {
  const folder = makeFolder({ "reeds.md": opening + text });

  expect((await folder.article("reeds.md")).publishedAt).toBeUndefined();
});

test.each(["潮起潮落。\n\n船归。\n\n2026.11.20  \n", "# 书信\n\n见字如面。\n\n2026年11月20日"])(
  "an article without any other date is dated by its last line, as poems and letters are: %j",
  async (body) => {
    const { articles, notes } = await makeFolder({ "reeds.md": body }).scan({ timeZone: "UTC" });

    expect(articles[0]?.publishedAt?.toISOString()).toBe("2026-11-20T00:00:00.000Z");
    expect(notes).toMatchObject([{ message: expect.stringContaining("below the text") as unknown }]);
  },
);

test.each([
  "2026-11-19\n\n雨。\n\n2026-11-20",
  "# Log\n\nRain.\n\n## 2026-11-20",
  "The quay.\n\nUpdated: 2026-11-20",
  "The quay opened on\n20 November 2026",
  "A list of days.\n\n- 2026-11-20",
])("the last line of %j gives no date that it was written on", async (body) => {
  const { publishedAt } = await makeFolder({ "reeds.md": body }).article("reeds.md");

  expect(publishedAt?.toISOString().slice(0, 10)).not.toBe("2026-11-20");
});

test("a date in front matter, in the name or in that of the folder is taken before one above the text", async () => {
  const line = "*November 1, 2026*" + text;
  const folder = makeFolder({
    "a.md": `---\ndate: 2026-11-20\n---\n${line}`,
    "2026-11-20-b.md": line,
    "2026-11-20/c.md": line,
  });

  const { articles } = await folder.scan({ timeZone: "UTC" });

  expect(articles.map(({ publishedAt }) => publishedAt?.toISOString().slice(0, 10))).toEqual([
    "2026-11-20",
    "2026-11-20",
    "2026-11-20",
  ]);
});

test("a translation's own folder within a dated one is dated by that, whatever day it was changed", async () => {
  const folder = makeFolder({
    "2026-11-20--reeds/index.md": `---\ntitle: Reeds\n---${text}`,
    "2026-11-20--reeds/hi/index.md": `---\ntitle: सरकंडे\nmodified: 2026-12-24\n---${text}`,
  });
  const { articles } = await folder.scan({ timeZone: "UTC" });

  expect(articles.map(({ publishedAt }) => publishedAt?.toISOString().slice(0, 10))).toEqual([
    "2026-11-20",
    "2026-11-20",
  ]);
});

test.each(["lede", "standfirst"])(
  "a newspaper's %s is a summary, and one that is the title in other letters is none",
  async (key) => {
    const folder = makeFolder({
      "a.md": `---\ntitle: Reeds\ndate: 2026-11-20\n${key}: Why they **stand** there.\n---${text}`,
      "b.md": `---\ntitle: Lịch sử Bến phà\ndate: 2026-11-20\nsummary: Lịch sử bến phà\n---${text}`,
    });

    expect((await folder.article("a.md")).summary).toBe("Why they stand there.");
    expect((await folder.article("b.md")).summary).toBeUndefined();
  },
);

test("a day in an element of its own and categories in a comment are an article's, and no part of its text", async () => {
  const folder = makeFolder({
    "a.md": `# Reeds\n\n<!--category-- Boats, Town hall -->\n<datetime class="hidden">2026-11-20T18:20</datetime>${text}`,
  });
  const [article, body] = [await folder.article("a.md", { timeZone: "UTC" }), await folder.body("a.md")];

  expect(article.publishedAt?.toISOString()).toBe("2026-11-20T18:20:00.000Z");
  expect(article.topics).toEqual(["Boats", "Town hall"]);
  expect([body.html, body.excerpt]).toEqual([`<p>${text.trim()}</p>`, text.trim()]);
});
