import { expect, test } from "vitest";

import { makeFolder, post } from "../articles-folder.ts";

test.each([
  "draft: [true]",
  "draft: { value: true }",
  "draft: []",
  "draft: maybe",
  "isDraft: true",
  "is_draft: soon",
  "publish: later",
  "publish: [false]",
  "publish: no",
  "ispublished: not yet",
  "unlisted: [true]",
])("an article marked %s is not sent, whatever was meant", async (line) => {
  const { draft } = await makeFolder({
    "a.md": post("Text.", `title: T\ndate: 2026-11-20\n${line}`),
  }).article();

  expect(draft).toBeDefined();
});

test("a mark that says neither yes nor no is told with its line", async () => {
  const folder = makeFolder({ "a.md": post("Text.", "title: T\ndate: 2026-11-20\npublish: later") });

  const { notes } = await folder.scan();

  expect(notes).toEqual([
    { path: "a.md", line: 4, message: 'publish is "later", neither true nor false; taken for false.' },
  ]);
});

test.each([
  "draft:",
  "draft: false",
  "isDraft: no",
  "publish: true",
  "published: 2026-11-20",
  "unlisted: off",
])("an article marked %s is sent", async (line) => {
  const { draft } = await makeFolder({
    "a.md": post("Text.", `title: T\ndate: 2026-11-20\n${line}`),
  }).article();

  expect(draft).toBeUndefined();
});

test("a date within a text of TOML is no date of the article", async () => {
  const folder = makeFolder({
    "a.md":
      '+++\ntitle=\'T x=2024-02-30\'\nsummary = """\ndate = 2024-02-30\n"""\ndate = 2026-11-20\n+++\nText.\n',
  });

  expect((await folder.article()).title).toBe("T x=2024-02-30");
});

test.each([
  "date = 2024-02-30",
  "[extra]\ndate = 2024-02-30",
  "params = { date = 2024-02-30T10:00:00+01:00 }",
])("a date of TOML that no calendar has is refused: %s", async (line) => {
  const { refused } = await makeFolder({ "a.md": `+++\ntitle = "T"\n${line}\n+++\nText.\n` }).scan();

  expect(refused[0]?.reason).toBe("The date 2024-02-30 does not exist.");
});

test.each(["10 kg", "1,5", "1e400"])(
  "a weight of %s is told, and the article goes on without one",
  async (written) => {
    const folder = makeFolder({ "a.md": post("Text.", `title: T\ndate: 2026-11-20\nweight: ${written}`) });

    const { articles, notes } = await folder.scan();

    expect(articles[0]?.weight).toBeUndefined();
    expect(notes[0]).toMatchObject({
      line: 4,
      message: `weight is "${written}", which is no number, and is left out.`,
    });
  },
);

test("values beyond all measure are shortened or left out, and told", async () => {
  const tags = Array.from({ length: 500 }, (_, index) => `t${index}`).join(", ");
  const folder = makeFolder({
    "a.md": post(
      "Text.",
      [
        "title: T",
        "date: 2026-11-20",
        `tags: ["${"a/".repeat(5000)}a", "${"x".repeat(5000)}", ${tags}]`,
        `author: "${"Ann ".repeat(2000)}"`,
        `id: "${"i".repeat(5000)}"`,
        `canonical: https://example.org/${"c".repeat(5000)}`,
      ].join("\n"),
    ),
  });

  const { articles, notes } = await folder.scan({ baseUrl: "https://example.org/" });

  const [article] = articles;
  expect(article?.topics.length).toBeLessThanOrEqual(100);
  expect(Math.max(...(article?.topics ?? []).map((topic) => topic.split("/").length))).toBeLessThanOrEqual(
    10,
  );
  expect(Math.max(...(article?.topics ?? []).map((topic) => topic.length))).toBeLessThanOrEqual(100);
  expect(article?.authors.join("").length).toBeLessThanOrEqual(200);
  expect(article).toMatchObject({ id: "a.md", url: "https://example.org/a/" });
  expect(notes.map(({ line }) => line).sort()).toEqual([4, 5, 6, 7]);
});
