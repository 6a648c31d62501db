import { expect, test } from "vitest";

import { makeFolder, post } from "./articles-folder.ts";

const dated = "title: Reeds\ndate: 2026-02-03";

/** Fields that say something of an article's subject, its look or its site, and nothing of when it goes out. */
const fields = [
  "hide: toc",
  "hide:\n  - navigation\n  - toc",
  "hide: null",
  "hidden: [sidebar]",
  "secret: nutmeg",
  "password: false",
  "disabled: comments",
  "listed: Grade II",
  "public: town hall",
  "wip: 3 scarves",
  "ignored: by the press",
  "private: null",
  "status: planned",
  "state: planned",
  "stage: review",
  "status: in progress\ndraft: false",
  "status: review\npublished: true",
  "type: links",
  "layout: links",
  "type: error",
  "type: archive",
  "type: search",
  "type: home",
  "view: archive",
  "home: true",
  "layout: product-page",
  "expires: never",
  "expires: false",
  "published: 1925",
  "published: Reed Press, 2019",
  "published: [blog]",
];

test.each(fields)("an article that says %s is sent on its day", async (field) => {
  const folder = makeFolder({ "reeds.md": post("Text.", `${dated}\n${field}`) });
  const { articles, refused } = await folder.scan({ timeZone: "UTC" });

  expect(refused).toEqual([]);
  const [article] = articles;
  expect([article?.draft, article?.page]).toEqual([undefined, undefined]);
  expect(article?.publishedAt).toEqual(new Date("2026-02-03"));
});

test.each([
  "status: in progress",
  "status: idea",
  "state: draft",
  "private: maybe",
  "publish: later",
  "ignored: true",
  "status: 未发布",
])("an article that says %s waits", async (field) => {
  const folder = makeFolder({ "reeds.md": post("Text.", `${dated}\n${field}`) });

  expect((await folder.article()).draft).toBeDefined();
});

test.each([
  "tags.md",
  "wiki/archive.md",
  "categories.md",
  "it/index.md",
  "ai/index.md",
  "up/index.md",
  "web-site/index.md",
])("%s is an article, since no site has to call a page so", async (path) => {
  const folder = makeFolder({ [path]: post("Text.", dated) });

  expect((await folder.article(path)).page).toBeUndefined();
});

test.each(["_minutes/reeds.md layout: page", "_films/reeds.md layout: archive"])(
  "%s is an article of a collection",
  async (written) => {
    const [path = "", field = ""] = written.split(/ (.*)/);
    const folder = makeFolder({ [path]: post("Text.", `${dated}\n${field}`) });

    expect((await folder.article(path)).page).toBeUndefined();
  },
);

/** Names with figures that are versions, scores, seasons and sizes. */
test.each([
  "server-2026.1.5.md",
  "v2026.1.5.md",
  "2026.1.0.md",
  "2026.13.1.md",
  "final-2026-3-2.md",
  "2023-24-25-season.md",
  "1024-16-32.md",
])("%s names no day", async (path) => {
  const folder = makeFolder({ [path]: "# Reeds\n\nText.\n" });
  const { articles, refused } = await folder.scan();

  expect(refused).toEqual([]);
  expect(articles[0]?.publishedAt).toBeUndefined();
});

test("a name with a day that no calendar has keeps nothing else from being read", async () => {
  const folder = makeFolder({
    "_posts/2026-02-03-reeds.md": post("Text."),
    "pages/2026-02-30-boats.md": post("Text.", dated),
  });

  expect((await folder.scan()).articles).toHaveLength(2);
});

test.each(["released: 1999-03-31", "release_date: 1999-03-31", "first_published: 1925-04-10"])(
  "%s is the date of what an article is about",
  async (field) => {
    const folder = makeFolder({ "reeds.md": post("Text.", `title: Reeds\n${field}`) });

    expect((await folder.article()).publishedAt).toBeUndefined();
  },
);

/** Openings with a day that is not the article's. */
test.each([
  "# Reeds\n\n3 March 2026 — the day the ice broke and nobody slept.",
  "# Reeds\n\nThe war began — 1 September 1939 — at dawn.",
  "# Reeds\n\nA speech by Ada Writer on 3 March 1950\n\nText.",
  "# Reeds\n\n> 20 November 1963\n>\n> Dear Ada, the reeds are tall.\n\nSo begins the letter.",
  "# Log\n\n| 2026-03-03 | cold |\n|---|---|\n| 2026-03-04 | warm |",
  "2026-03-03 | 2026-03-04\n---|---\n1 | 2",
  "# 갈대\n\n2026-03-03 수정\n\n갈대.",
  "# 갈대\n\n2026-03-03 작성한 글을 고쳤다.",
  "# Changes\n\n## 1.2.0 - 2026-03-03\n\n- Reeds",
  "# Changes\n\n## [1.2.0] - 2026-03-03\n\n- Reeds",
])("no date is taken from %j", async (body) => {
  const folder = makeFolder({ "reeds.md": `${body}\n` });

  expect((await folder.article()).publishedAt).toBeUndefined();
});

test("lines under a title are fields only where one of them is a day", async () => {
  const folder = makeFolder({ "2026-02-03-fair.md": "# Fair\n\nDate: Saturday\nTime: 14:00\n\nCome.\n" });

  expect((await folder.body()).html).toContain("Date: Saturday");
});

test.each(["php", "go", "js", "sql", "xml", "lua"])(
  "language: %s is what a program is written in",
  async (language) => {
    const folder = makeFolder({ "reeds.md": post("Text.", `${dated}\nlanguage: ${language}`) });

    expect((await folder.article()).language).toBeUndefined();
  },
);

test.each([
  "teaser: The reeds are tall this year",
  "hero: Robin",
  "banner: Sale ends soon!",
  "cover: linen",
  "photo: Ada Writer",
  "images: 12",
])("%s is no picture, and the one beside it is", async (field) => {
  const folder = makeFolder({ "reeds.md": post("Text.", `${dated}\n${field}\nthumb: /img/reeds.png`) });

  expect((await folder.article()).image?.source).toBe("/img/reeds.png");
});

test("the stars of a review do not make it one of the featured", async () => {
  const folder = makeFolder({ "reeds.md": post("Text.", `${dated}\nstar: 4`) });

  expect((await folder.article()).featured).toBe(false);
});

/** Texts with signs that some dialect knows as marks, and that stand for themselves. */
test.each([
  "The difference between ++i and i++ is small.",
  "Write ++count or count++ there.",
  "Here ** no ** bold stands, and 2 ** 3.",
  "A list of [!include] and [!div] words, and xref:boats.",
  "A $B - $C or ($a, $b) costs $a, b or c$ at most, says $A (or $B) of $10 (A$9).",
  "So <!–dash–> is a sign, and <– more –> too.",
  "2^^3 and 4^^5 are towers.",
  "Hello (^^) and bye (^^) friends.",
  "Use (std::sort) and (std::vector) here.",
  "It has type (n :: Int) there.",
  "Call [Boat::row] or (Boat::sail).",
  "It returns {:ok, value} or {:error, reason}.",
  'A map {:name "Ada" :age 3} in prose.',
  "The pattern q[^u] finds it, and x[^a-z] too.",
  "Avogadro: 6.022 x 10 ^23",
  "A talk about reeds [video]",
  "Numbers [[1, 2, 3]] in prose.",
  "The field [x][y] and int[4][] and [a note][].",
  "List<T> and List<String> and a <T> of reeds.",
  "A std::vector<int> of Promise<void>, Vec<u8> and size<time_t>, x<i32>.",
  "A path is ${HOME}/${USER}, and $PATH another.",
  "!!! Attention everyone",
  "??? what is this",
  "<<< back to the index",
  "::before",
  "<code>++i or i++ or {:ok, x} or ==y==</code>",
])("%s is left as it is", async (text) => {
  const folder = makeFolder({ "reeds.md": post(text) });
  const { html } = await folder.body();

  const shown = html
    .replace(/<[^>]+>/g, "")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"');
  expect(shown).toContain(text.replace(/<\/?code>/g, ""));
});

/** Texts that hold what only looks like the syntax of a generator: the whole text, with line breaks. */
test.each([
  ["#boats of spring", "two tags, and one line of words", "#boats of spring\n\nText.\n\n#reeds\n\n#rope"],
  ["((a + b) * c)", "double brackets", "So ((a + b) * c) and ((see below)) stand."],
  ["((see below))", "double brackets", "So ((a + b) * c) and ((see below)) stand."],
  ["[https://example.com]", "an address in brackets", "Look at [https://example.com] and [f:id] and [tex]."],
  ["[tex]", "words in brackets", "Look at [https://example.com] and [f:id] and [tex]."],
  ["Size: big", "labels with values", "* Size: big\n  Weight: 3"],
  ["&lt;p&gt;code", "indented code in a list within HTML", "<div>\n\n- Boats:\n\n      <p>code\n\n</div>"],
  [
    "&lt;p&gt;code",
    "indented code in what folds away",
    "<details>\n<summary>Show</summary>\n\n    <p>code\n\n</details>",
  ],
  ["&lt;p&gt;code", "indented code beside HTML", "<div>a</div>\n\nText:\n\n    <p>code\n"],
  ["&lt;p&gt;code", "indented code below HTML that is never closed", "<div>\n\nText:\n\n    <p>code\n"],
])("%s stays, of %s", async (shown, _what, text) => {
  const folder = makeFolder({ "reeds.md": post(text) });

  expect((await folder.body()).html.replace(/<\/?[a-z][^>]*>/g, "")).toContain(shown);
});

test.each([
  ["<details><summary>Contents</summary><!-- toc --></details>", ""],
  ["<details>\n<summary>Contents</summary>\n\n<!-- toc -->\n\n</details>", ""],
  ["<details>\n<summary>Contents</summary>\n\n[[toc]]\n\n</details>", ""],
  ["<details>\n<summary>Contents</summary>\n\n- TOC\n{:toc}\n\n</details>", ""],
  ["<details><summary>Play</summary><div><button>Start</button></div></details>", ""],
  ["<details><summary>Boats</summary>Three.</details>", "BoatsThree."],
  ["<details><summary>Boats</summary><!-- toc --><p>Three.</p></details>", "BoatsThree."],
  ["<details><summary>Boats</summary>\n\n- One\n\n</details>", "BoatsOne"],
  ["<b>Boats</b>", "Boats"],
])("what a click opens is shown with its words, unless it is nothing: %j", async (text, shown) => {
  const folder = makeFolder({ "reeds.md": post(text) });

  expect((await folder.body()).html.replace(/<\/?[a-z][^>]*>|\n/g, "")).toBe(shown);
});

test("a list within an open element keeps the code of its items", async () => {
  const folder = makeFolder({
    "reeds.md": post("<div>\n\n- Boats:\n  so\n\n      <div>code</div>\n\n</div>"),
  });

  expect((await folder.body()).html).toContain("<pre><code>&lt;div&gt;code&lt;/div&gt;");
});

test("types in code that is indented in a list are shown as they were written", async () => {
  const folder = makeFolder({
    "reeds.md": post("- Types:\n\n      let found: Map<string, boolean>;\n      List<String> names;\n"),
  });

  expect((await folder.body()).html).toContain(
    "<code>let found: Map&lt;string, boolean&gt;;\nList&lt;String&gt; names;\n</code>",
  );
});

test.each([
  "The size: unknown.",
  "Kept {{ page.name }}",
  "Kept: {{ page.name }}, and more",
  "- Size: {{ page.size }}\n  - Kept",
  "    Size: {{ page.size }} Kept",
])("nothing but a value is taken from %j", async (text) => {
  const folder = makeFolder({ "reeds.md": post(text) });

  expect((await folder.body()).html).toMatch(/Kept|size/);
});

test("HTML's own code keeps its lines and blank ones, also in a list", async () => {
  const folder = makeFolder({ "reeds.md": post("- Boats:\n  <pre>\n  ++a++\n\n    [[b]]\n  </pre>\n") });

  expect((await folder.body()).html).toContain("++a++\n\n  [[b]]\n");
});

test.each([
  '{:ok, "the reeds"} is what it returns.',
  '{:name "Ada" :age 3}\n\nSuch is a map.',
  '{:title "Ada"} is a map.',
  '{:title "Ada"',
])("%j at the top is a part of the text", async (text) => {
  const folder = makeFolder({ "2026-02-03-reeds.md": `${text}\n\nMore.\n` });

  expect((await folder.body()).html.replaceAll("&quot;", '"')).toContain(text.split("\n")[0]);
});

test("text between two rules at the top is a part of the text", async () => {
  const folder = makeFolder({ "2026-02-03-reeds.md": "---\n\nThe reeds stand.\n\n---\n\nMore.\n" });

  expect((await folder.body()).html).toContain("The reeds stand.");
});

test("one line with two colons at the top is a part of the text", async () => {
  const folder = makeFolder({ "2026-02-03-reeds.md": "Warning:: do not sit.\n\nText.\n" });

  expect((await folder.body()).html).toContain("do not sit");
});

test.each([
  "First published in 1925, the novel tells of a man who gives parties.",
  "Originally written for the radio, the play moves fast.",
  "Tags: what are they, and why does every note need one?",
  "We baked cookies on a Sunday.",
])("an excerpt may begin with %s", async (sentence) => {
  const folder = makeFolder({ "reeds.md": post(`${sentence}\n\nThe second paragraph stands here.`) });

  expect((await folder.body()).excerpt).toContain(sentence);
});

/** What stands close to HTML, to a list of attributes or to a day, and is a text. */
test.each([
  ["<div>\nThe *quay*\n</div>", "<div>The *quay*</div>"],
  ["<ul>\n<li>One</li>\ntwo\n</ul>", "<ul><li>One</li>two</ul>"],
  ["<div>\n<p>The quay.</p>\nThe *pier*.\n</div>", "<div><p>The quay.</p>The *pier*.</div>"],
  [
    "Values `{:ok, value}`, {:ok, value} and {:name : reed}.",
    "<p>Values <code>{:ok, value}</code>, {:ok, value} and {:name : reed}.</p>",
  ],
  [
    "The set {a=b} and {x}\n{low, high} of [the quay] and (@ noon) at 5^2.",
    "<p>The set {a=b} and {x}{low, high} of [the quay] and (@ noon) at 5^2.</p>",
  ],
  ["| one bar\n\nText", "<p>| one bar</p><p>Text</p>"],
  ["Ada -- or\n-- -- --\nBo", "<p>Ada -- or</p><hr /><p>Bo</p>"],
  ["#.5 and #.a, C:\\ and a\\ b", "<p>#.5 and #.a, C:\\ and a\\ b</p>"],
  ["path: a.b, wiki:Tide and {#if low} of {!x!}", "<p>path: a.b, wiki:Tide and {#if low} of {!x!}</p>"],
  [
    "`#! a` and `:::b` and `#!/bin/sh -e`",
    "<p><code>#! a</code> and <code>:::b</code> and <code>#!/bin/sh -e</code></p>",
  ],
  [
    "`{{/* Expand the name (of the chart). */}}` and\n{debug=true} and\n{debug=true}",
    "<p><code>{{/* Expand the name (of the chart). */}}</code> and{debug=true} and{debug=true}</p>",
  ],
  [
    "[quay] [pier] and [x] [q], [^1] [q], [q] [q], [quay] [q](https://e.org/b), [quay][q] [q]\n\n- [x] [q]\n- [ ] [q]\n\n[q]: https://e.org/",
    '<p>[quay] [pier] and [x] <a href="https://e.org/">q</a>, [^1] <a href="https://e.org/">q</a>, <a href="https://e.org/">q</a> <a href="https://e.org/">q</a>, [quay] <a href="https://e.org/b">q</a>, <a href="https://e.org/">quay</a> <a href="https://e.org/">q</a></p><ul><li>☑ <a href="https://e.org/">q</a></li><li>☐ <a href="https://e.org/">q</a></li></ul>',
  ],
  ["文件*.txt和*.md的\n\n2*(3)*4\n\n3*（4）*倍", "<p>文件*.txt和*.md的</p><p>2*(3)*4</p><p>3*（4）*倍</p>"],
  [
    "The notes \\[1\\] and \\[draft\\]\n\n\\[The quay\\]",
    "<p>The notes [1] and [draft]</p><p>[The quay]</p>",
  ],
  ["| a | b | c |\n|---||---|\n| 1 | 2 | 3 |", "<p>| a | b | c ||---||---|| 1 | 2 | 3 |</p>"],
  ["[!NOTE] and [!DNL] alone.", "<p>[!NOTE] and [!DNL] alone.</p>"],
  ["The :atom: and :boats: of Ada.", "<p>The :atom: and :boats: of Ada.</p>"],
])("%j stays as it is", async (written, html) => {
  const folder = makeFolder({ "a.md": post(written, dated) });

  expect((await folder.body()).html.replace(/\n/g, "")).toBe(html);
});

test.each([
  "Todo lists that we keep",
  "TBD, the new band of the quay, plays on Sunday.",
  "Description of a storm",
  "Lorem ipsum, and what printers did with it",
  "Add a summary to each note",
])("%s is a summary", async (summary) => {
  const folder = makeFolder({ "reeds.md": post("Text.", `${dated}\ndescription: ${summary}`) });

  expect((await folder.article()).summary).toBe(summary);
});

test.each([
  "tbd",
  "TODO",
  "'TODO: write this'",
  "'[tbd]'",
  "description",
  "Your description here",
  "Add a description",
  "Lorem ipsum dolor sit amet, consectetur.",
  "n/a",
])("a description of %s waits to be written", async (summary) => {
  const folder = makeFolder({ "reeds.md": post("Text.", `${dated}\ndescription: ${summary}`) });

  expect((await folder.article()).summary).toBeUndefined();
});

test.each([
  ["posts/2026-02-03-reeds/2026-02-03-reeds.md slug: tall/", "posts/tall/"],
  ["posts/reeds/reeds.md slug: tall", "posts/tall/"],
  ["posts/reeds/index.md slug: tall", "posts/tall/"],
  ["posts/reeds/boats.md slug: tall", "posts/reeds/tall/"],
  ["posts/reeds/reeds.md lang: en", "posts/reeds/reeds/"],
])("%s stands at %s", async (written, address) => {
  const [path = "", field = ""] = written.split(/ (.*)/);
  const folder = makeFolder({ [path]: post("Text.", `${dated}\n${field}`) });

  expect((await folder.article(path, { baseUrl: "https://example.org/" })).url).toBe(
    `https://example.org/${address}`,
  );
});
