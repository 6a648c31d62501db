import { expect, test } from "vitest";

import { makeFolder } from "../articles-folder.ts";

const text = "\nThe reeds stand in the water.\n";

test.each([
  ["colons of full width", "---\ntitle：Reeds\ndate：2026-11-20\n---\n"],
  ["one colon of full width", "---\ntitle: Reeds\ndate：2026-11-20\n---\n"],
  ["a space that never breaks", "---\ntitle:\u00a0Reeds\ndate:\u00a02026-11-20\n---\n"],
  ["an ideographic space", "---\ntitle:\u3000Reeds\ndate:\u30002026-11-20\n---\n"],
  ["no space behind the colons", "---\ntitle:Reeds\ndate:2026-11-20\n---\n"],
  ["no space behind one colon", "---\ntitle: Reeds\ndate:2026-11-20\n---\n"],
  ["TOML between YAML's fences", '---\ntitle = "Reeds"\ndate = "2026-11-20"\n---\n'],
  ["a letter without width before a name", "---\n\u200btitle: Reeds\ndate: 2026-11-20\n---\n"],
  ["bare rows, one of which starts with a low line", "title: Reeds\ndate: 2026-11-20\n_origin_: x\n"],
  [
    "what Jina Reader writes above a page",
    "Title: Reeds\n\nURL Source: https://example.org/r\n\nPublished Time: 2026-11-20T09:00:00+00:00\n\nMarkdown Content:\n",
  ],
  ["fences that are too short", "--\ntitle: Reeds\ndate: 2026-11-20\n--\n"],
  ["fences that a program made dashes of", "——\ntitle: Reeds\ndate: 2026-11-20\n——\n"],
  ["typographic quotes around the day", "---\ntitle: Reeds\ndate: “2026-11-20”\n---\n"],
  ["a time that was never filled in", "---\ntitle: Reeds\ndate: 2026-11-20 20:--:00\n---\n"],
  ["a list of one day", "---\ntitle: Reeds\ndate:\n  - 2026-11-20\n---\n"],
  ["an empty list for a date, and another date", "---\ntitle: Reeds\ndate: []\ncreated: 2026-11-20\n---\n"],
  ["no for a second date", "---\ntitle: Reeds\ndate: 2026-11-20\ndate_published: 0\n---\n"],
  ["null for a date, and another date", "---\ntitle: Reeds\ndate: null\ncreated: 2026-11-20\n---\n"],
])("front matter with %s is read as it was meant", async (_what, written) => {
  const article = await makeFolder({ "a.md": written + text }).article("a.md", { timeZone: "UTC" });

  expect([article.title, article.publishedAt?.toISOString().slice(0, 10)]).toEqual(["Reeds", "2026-11-20"]);
});

test("tags in a list that are parted by a comma of full width are several", async () => {
  const folder = makeFolder({ "a.md": `---\ntitle: 芦苇\ntags: [水，船]\n---\n${text}` });

  expect((await folder.article()).topics).toEqual(["水", "船"]);
});

test.each([
  ["author: null", "authors", []],
  ["author: 7Qk2ZbvNN83mXyTa0pLw4R", "authors", []],
  ["author: 0f8fad5b-d9cb-469f-a165-70867728950e", "authors", []],
  ["author: AdaWriterPhotography2", "authors", ["AdaWriterPhotography2"]],
  ["metadata:\n  author: Ada Writer", "authors", ["Ada Writer"]],
  ['author: "{{ site.author }}"', "authors", []],
  ["author: ada.png", "authors", []],
  ["author: 張三 & 李四", "authors", ["張三", "李四"]],
  ['tags: \'["water", "boats"]\'', "topics", ["water", "boats"]],
  ['tags: \'"water", "boats"\'', "topics", ["water", "boats"]],
  ["tags: ['[[Water]]']", "topics", ["Water"]],
  ["categories: Uncategorized", "topics", []],
  ["categories: 未分类", "topics", []],
  ["lang: jp", "language", "ja"],
  ["ms.contentlocale: es-es", "language", "es-ES"],
  ["lang: cn", "language", "zh"],
  ["language: English", "language", "en"],
  ["language: Français", "language", "fr"],
  ["language: 简体中文", "language", "zh-Hans"],
  ["language: javascript", "language", undefined],
  ["cover: '#fff'", "image", undefined],
  ["published: draft", "draft", "its published is draft"],
  ["state: draft", "draft", "its state is draft"],
  ["state: Bavaria", "draft", undefined],
  ["brouillon: non", "draft", undefined],
  ["brouillon: oui", "draft", "it says draft: true"],
  ["rascunho: não", "draft", undefined],
  ["черновик: нет", "draft", undefined],
  ["szkic: nie", "draft", undefined],
  ["taslak: hayır", "draft", undefined],
  ["草稿: 否", "draft", undefined],
  ["下書き: はい", "draft", "it says draft: true"],
  ["초안: 아니요", "draft", undefined],
  ["مسودة: لا", "draft", undefined],
  ["טיוטה: לא", "draft", undefined],
])("%s makes its %s %j", async (field, of, value) => {
  const folder = makeFolder({ "a.md": `---\ntitle: Reeds\ndate: 2026-11-20\n${field}\n---\n${text}` });

  expect((await folder.article())[of as "title"]).toEqual(value);
});

test.each([
  ['title: "He said "reeds" twice"', 2, "put the whole value in quotes that do not occur in it"],
  ["title: [Reeds] in water", 2, "put the whole value in quotes that do not occur in it"],
  ["title: 'Reeds\nslug: a", 4, "a quotation mark is not closed"],
  ["tags: [water, boats", 3, "a bracket is not closed"],
  ['title: "a \\d b"', 2, "a backslash is written twice"],
  ["title: Reeds\n slug: a", 3, "all fields start in the same column"],
  [" title: Reeds\nslug: a", 3, "all fields start in the same column"],
  ["title: !new reeds\nslug: a", 2, "starts with !, *, > or | stands in quotes"],
  ["title: @reeds", 2, "a value that starts with a sign such as @ or % stands in quotes"],
])("%j is refused with its line, and what to do about it", async (fields, line, remedy) => {
  const { refused } = await makeFolder({ "a.md": `---\n${fields}\n---\n${text}` }).scan();

  expect(refused).toMatchObject([{ line, reason: expect.stringContaining(remedy) as unknown }]);
});

test.each([
  ["title: Reeds", 'a field is title = "…"'],
  ["title = Reeds", "a text stands in quotes"],
  ['title = "Reeds"\ndate = 2026-2-3', "a day is 2026-11-20"],
])("%j is no TOML, and the reason says how it is written", async (fields, remedy) => {
  const { refused } = await makeFolder({ "a.md": `+++\n${fields}\n+++\n${text}` }).scan();

  expect(refused).toMatchObject([{ reason: expect.stringContaining(remedy) as unknown }]);
});

test("text between two rules is still text", async () => {
  const folder = makeFolder({ "a.md": `---\nReeds stand in it, and so = so.\nIn the water.\n---\n${text}` });

  expect((await folder.article()).title).toContain("Reeds");
});
