import { execFileSync } from "node:child_process";
import { mkdirSync, symlinkSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";

import { makeFolder, post } from "../articles-folder.ts";

const poem = "The tide comes in\nand goes out.";
const joined = "<p>The tide comes in\nand goes out.</p>";
const broken = "<p>The tide comes in<br />\nand goes out.</p>";

test.each([
  ["a plain folder", { "a.md": post(poem) }],
  ["a folder of Jekyll's", { "_posts/2026-11-20-a.md": post(poem) }],
  ["a source of Jekyll's, called as Octopress does", { "source/_posts/2026-11-20-a.md": post(poem) }],
  ["a folder of Lektor's", { "a/contents.lr": `title: T\n---\npub_date: 2026-11-20\n---\nbody:\n\n${poem}` }],
  ["an article whose emoji is not Zenn's", { "a.md": post(poem, "title: T\ndate: 2026-11-20\nemoji: x") }],
  ["a vault that is strict", { "a.md": post(poem), ".obsidian/app.json": '{ "strictLineBreaks": true }' }],
  ["Hexo that is told so", { "source/_posts/a.md": post(poem), "_config.yml": "marked:\n  breaks: false\n" }],
])("the lines of a paragraph are one in %s", async (_name, files) => {
  expect((await makeFolder(files).body()).html).toBe(joined);
});

test.each([
  ["Hexo's", { "source/_posts/a.md": post(poem) }],
  [
    "Hexo's with settings of its own",
    { "source/_posts/x/a.md": post(poem), "_config.yml": "marked:\n  gfm: true\n" },
  ],
  ["Obsidian's", { "a.md": post(poem), ".obsidian/app.json": "{}" }],
  ["a vault within the folder", { "notes/2026/a.md": post(poem), "notes/.obsidian/app.json": "{}" }],
  ["Logseq's", { "pages/a.md": post(poem), "logseq/config.edn": "{}" }],
  ["Kirby's", { "a/article.md": `Title: T\n\n----\n\nDate: 2026-11-20\n\n----\n\nText:\n\n${poem}\n` }],
  ["Zenn's", { "a.md": post(poem, 'title: T\ndate: 2026-11-20\nemoji: "🌊"\ntype: "tech"') }],
  ["Qiita's", { "a.md": post(poem, "title: T\ndate: 2026-11-20\norganization_url_name: null") }],
])("the lines of a paragraph stay lines where they are %s", async (_name, files) => {
  expect((await makeFolder(files).body()).html).toBe(broken);
});

test("a vault is one for what lies in it", async () => {
  const folder = makeFolder({
    "a.md": post(poem),
    "vault/b.md": post(poem),
    "vault/.obsidian/app.json": "{}",
  });

  expect((await folder.body("a.md")).html).toBe(joined);
  expect((await folder.body("vault/b.md")).html).toBe(broken);
});

test("the configuration overrules the program that an article was written with", async () => {
  const vault = makeFolder({ "a.md": post(poem), ".obsidian/app.json": "{}" });

  expect((await vault.body("a.md", { lineBreaks: false })).html).toBe(joined);
  expect((await makeFolder({ "a.md": post(poem) }).body("a.md", { lineBreaks: true })).html).toBe(broken);
});

test("an excerpt joins lines that stay lines, in East Asia without a space behind a mark", async () => {
  const folder = makeFolder({
    "source/_posts/a.md": post(`${poem}\nNobody saw it.`),
    "source/_posts/b.md": post("潮水涨上来了，\n然后退下去了。\n没有人看见。"),
    "source/_posts/c.md": post(
      "船是半夜到的\n可是没有人看见\n因为港口的灯在夏天的第一场大雨之后就再也没有亮过。",
    ),
    "d.md": post("船是半夜到的\n可是没有人看见，<br>因为<br />下雨。"),
  });

  expect((await folder.body("source/_posts/a.md")).excerpt).toBe(
    "The tide comes in and goes out. Nobody saw it.",
  );
  expect((await folder.body("source/_posts/b.md")).excerpt).toBe("潮水涨上来了，然后退下去了。没有人看见。");
  expect((await folder.body("source/_posts/c.md")).excerpt).toBe(
    "船是半夜到的 可是没有人看见 因为港口的灯在夏天的第一场大雨之后就再也没有亮过。",
  );
  expect((await folder.body("d.md")).excerpt).toBe("船是半夜到的可是没有人看见，因为 下雨。");
});

test("settings that are a pipe, or lead out of the folder, are not read", async () => {
  const outside = makeFolder({ "app.json": '{ "strictLineBreaks": true }' });
  const folder = makeFolder({ "a.md": post(poem), "b/c.md": post(poem) });
  mkdirSync(path.join(folder.dir, ".obsidian"));
  execFileSync("mkfifo", [path.join(folder.dir, ".obsidian/app.json")]);
  mkdirSync(path.join(folder.dir, "b/.obsidian"));
  symlinkSync(path.join(outside.dir, "app.json"), path.join(folder.dir, "b/.obsidian/app.json"));

  expect((await folder.body("a.md")).html).toBe(broken);
  expect((await folder.body("b/c.md")).html).toBe(broken);
});
