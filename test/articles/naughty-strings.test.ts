import { expect, test } from "vitest";

import { readArticleBody } from "../../src/articles/read-article-body.ts";
import { makeFolder } from "./articles-folder.ts";
import { naughtyStrings as strings } from "./naughty-strings.ts";

test("naughty strings as title, author, topic and body are data like any other", async () => {
  const folder = makeFolder();
  for (const [index, string] of strings.entries()) {
    const json = JSON.stringify(string);
    folder.write(
      `json/${String(index).padStart(4, "0")}.md`,
      `{"title": ${json}, "author": [${json}], "tags": [${json}], "date": "2026-11-20"}\n\n${string}\n`,
    );
    folder.write(
      `yaml/${String(index).padStart(4, "0")}.md`,
      `---\ntitle: ${string}\nauthor: ${string}\ntags: ${string}\ndate: 2026-11-20\n---\n${string}\n`,
    );
    folder.write(`bare/${String(index).padStart(4, "0")}.md`, string);
  }

  const { articles, refused } = await folder.scan();

  expect(articles.length + refused.length).toBe(strings.length * 3);
  // Written as JSON, each is a proper value, and none is a reason to refuse.
  expect(refused.filter(({ path: file }) => file.startsWith("json/"))).toEqual([]);
  for (const { title, authors, topics } of articles) {
    for (const text of [title, ...authors, ...topics]) {
      expect(text).not.toBe("");

      expect(text).not.toMatch(/[\0-\x1f\x7f-\x9f\u2028\u2029]/);
      expect(text.isWellFormed()).toBe(true);
    }
  }
});

test("a naughty string in JSON comes through as a title, but for its markup and white space", async () => {
  const folder = makeFolder();
  const plain = strings.filter(
    (string) =>
      /^[\p{L}\p{N}\p{S} .,;:!?/()'"-]+$/u.test(string) &&
      !/[`*_~<>&[\]\\]|\s{2}|^\s|\s$/.test(string) &&
      /[\p{L}\p{N}]/u.test(string),
  );
  for (const [index, string] of plain.entries())
    folder.write(
      `${String(index).padStart(4, "0")}.md`,
      `{"title": ${JSON.stringify(string)}, "date": "2026-11-20"}\n\nText.\n`,
    );

  const { articles } = await folder.scan();

  expect(plain.length).toBeGreaterThan(5);
  expect(articles.map(({ title }) => title)).toEqual(
    plain.map((string) => (/^(?:~|null)$/.test(string) ? "Text" : string)),
  );
});

test("naughty strings as bodies become safe HTML", async () => {
  const folder = makeFolder();
  for (const [index, string] of strings.entries()) {
    folder.write(
      `${String(index).padStart(4, "0")}.md`,
      `---\ntitle: T\ndate: 2026-11-20\n---\nBefore.\n\n${string.replace(/[\r\n]+/g, " ")}\n\nAfter.\n`,
    );
  }

  for (const article of (await folder.scan()).articles) {
    const { html, excerpt } = await readArticleBody(article, { dir: folder.dir });
    expect(html).not.toMatch(
      /<(?:script|style|iframe|form|input|object|embed|svg|math|link|meta|base)\b|<[^>]*\son\w+\s*=|<[^>]*(?:href|src)="(?!https?:|mailto:|tel:|cid:)/i,
    );
    expect(html.isWellFormed()).toBe(true);
    expect(excerpt).toBe("Before.");
  }
});
