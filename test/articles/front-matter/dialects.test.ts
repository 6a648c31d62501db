import { expect, test } from "vitest";

import { makeFolder, post } from "../articles-folder.ts";

const expected = {
  title: "Water: the price",
  topics: ["Water", "Town hall"],
  authors: ["Ada Writer"],
  draft: undefined,
  language: "en-GB",
};

test.each([
  [
    "YAML",
    '---\ntitle: "Water: the price"\ndate: 2026-11-20\ntags:\n  - Water\n  - "#Town hall"\nauthor: Ada Writer\nlang: en_GB\n---\nText.',
  ],
  [
    "YAML that ends in dots",
    '---\ntitle: "Water: the price"\ndate: 2026-11-20\ntags: [Water, Town hall]\nauthor: Ada Writer\nlang: en-GB\n...\nText.',
  ],
  [
    "YAML with CRLF line ends",
    '---\r\ntitle: "Water: the price"\r\ndate: 2026-11-20\r\ntags: [Water, Town hall]\r\nauthor: Ada Writer\r\nlang: en-GB\r\n---\r\nText.',
  ],
  [
    "EDN",
    '{:title "Water: the price" ; on a line\n :date #inst "2026-11-20"\n :layout :post, :draft? false\n :tags #{"Water" "Town hall"}\n #_:old #_"x" :author {:name "Ada Writer"}\n :lang :en-GB}\n\nText.',
  ],
  [
    "TOML",
    '+++\ntitle = "Water: the price"\ndate = 2026-11-20\ntags = ["Water", "Town hall"]\nauthor = "Ada Writer"\nlang = "en-GB"\n+++\nText.',
  ],
  [
    "TOML with Zola's tables",
    '+++\ntitle = "Water: the price"\ndate = 2026-11-20\n[taxonomies]\ntags = ["Water", "Town hall"]\n[extra]\nauthor = "Ada Writer"\nlang = "en-GB"\n+++\nText.',
  ],
  [
    "TOML marked as such",
    '---toml\ntitle = "Water: the price"\ndate = 2026-11-20\ntags = ["Water", "Town hall"]\nauthor = "Ada Writer"\nlang = "en-GB"\n---\nText.',
  ],
  [
    "JSON",
    '{\n  "title": "Water: the price",\n  "date": "2026-11-20",\n  "tags": ["Water", "Town hall"],\n  "author": {"name": "Ada Writer"},\n  "lang": "en-GB"\n}\n\nText.',
  ],
  [
    "JSON marked as such",
    '---json\n{"title": "Water: the price", "date": "2026-11-20", "tags": "Water, Town hall", "author": "Ada Writer", "lang": "en-GB"}\n---\nText.',
  ],
  [
    "Hexo's JSON",
    ';;;\n"title": "Water: the price",\n"date": "2026-11-20",\n"tags": ["Water", "Town hall"],\n"author": "Ada Writer",\n"lang": "en-GB"\n;;;\nText.',
  ],
  [
    "Hexo's JSON without a fence above it",
    '"title": "Water: the price",\n"date": "2026-11-20",\n"tags": ["Water", "Town hall"],\n"author": "Ada Writer",\n"lang": "en-GB"\n;;;\nText.',
  ],
  [
    "headers between fences",
    "---\nTitle: Water: the price\nDate: 2026-11-20\nTags: Water, Town hall\nAuthor: Ada Writer\nLang: en-GB\n---\nText.",
  ],
  [
    "Franklin's block",
    '+++\nusing Dates\ntitle = "Water: the price"\ndate = Date(2026, 11, 20)\ntags = ["Water", "Town hall"]\nauthors = """Ada Writer"""\nlang = "en-GB"\nmeta = [("a", "b")]\n+++\nText.',
  ],
  [
    "Franklin's definitions",
    '@def title = "Water: the price"\n@def published = "20 November 2026"\n@def tags = ["Water", "Town hall"]\n@def authors = """<a href="https://example.org">Ada Writer</a>"""\n@def lang = "en-GB"\n\nText.',
  ],
  [
    "Pelican's headers",
    "Title: Water: the price\nDate: 2026-11-20\nTags: Water, Town hall\nAuthor: Ada Writer\nLang: en-GB\n\nText.",
  ],
  [
    "early Hexo, closed only",
    "title: 'Water: the price'\ndate: 2026-11-20\ntags: Water, Town hall\nauthor: Ada Writer\nlang: en-GB\n---\nText.",
  ],
  [
    "YAML behind a comment",
    '<!-- a note\nto editors -->\n---\ntitle: "Water: the price"\ndate: 2026-11-20\ntags: [Water, Town hall]\nauthor: Ada Writer\nlang: en-GB\n---\nText.',
  ],
])("%s is read", async (_name, content) => {
  const folder = makeFolder({ "a.md": content });
  const article = await folder.article();

  expect({ ...article, title: article.title.replaceAll("'", "") }).toMatchObject(expected);
  expect(article.publishedAt?.toISOString()).toBe("2026-11-19T23:00:00.000Z");
  expect((await folder.body()).html).toBe("<p>Text.</p>");
});

test.each([
  "date",
  "pubDate",
  "publishDate",
  "publish_date",
  "published",
  "published_at",
  "publishedAt",
  "created",
  "created_at",
  "datePublished",
])("%s dates an article", async (key) => {
  const article = await makeFolder({
    "a.md": post("Text.", `title: T\n${key}: 2026-11-20 10:00:00 +0100`),
  }).article();

  expect(article.publishedAt?.toISOString()).toBe("2026-11-20T09:00:00.000Z");
});

test("an article is not out before its publishDate, and expires at its expiryDate", async () => {
  const article = await makeFolder({
    "a.md": post(
      "Text.",
      "date: 2026-11-01\npublishDate: 2026-11-20\nexpiryDate: 2026-12-01\nlastmod: 2026-11-21",
    ),
  }).article();

  expect(article.publishedAt?.toISOString()).toBe("2026-11-19T23:00:00.000Z");
  expect(article.expiresAt?.toISOString()).toBe("2026-11-30T23:00:00.000Z");
  expect(article.updatedAt?.toISOString()).toBe("2026-11-20T23:00:00.000Z");
});

test.each([
  ["2026-11-20-water.md", "2026-11-20"],
  ["_posts/2026-11-20-water.markdown", "2026-11-20"],
  ["2026-11-20-water/index.md", "2026-11-20"],
  ["2026/11/20/water.md", "2026-11-20"],
  ["2026/11/20-water.md", "2026-11-20"],
  ["blog/2026/11-20-water.mdx", "2026-11-20"],
  ["journal/2026_11_20 water.md", "2026-11-20"],
])("%s is dated by its name", async (path, day) => {
  const article = await makeFolder({ [path]: "Text." }).article(undefined, { timeZone: "UTC" });

  expect(article.publishedAt?.toISOString().slice(0, 10)).toBe(day);
});

test("front matter wins over the name, and an impossible day in a name is refused only where it counts", async () => {
  const folder = makeFolder({
    "2015-03-00-a.md": post("Text.", "date: 2015-03-23"),
    "2026-02-30-b.md": "Text.",
    "2026-02-28-c.md": post("Text.", "date: 2026-03-01"),
  });

  const { articles, refused } = await folder.scan({ timeZone: "UTC" });

  expect(articles.map(({ publishedAt }) => publishedAt?.toISOString().slice(0, 10))).toEqual([
    "2015-03-23",
    "2026-03-01",
  ]);
  expect(refused).toEqual([
    {
      path: "2026-02-30-b.md",
      line: undefined,
      reason: "The date 2026-02-30 in the file's name does not exist: month 2 of 2026 has 28 days.",
    },
  ]);
});

test.each([
  ["draft: true", "it says draft: true"],
  ["draft: yes", "it says draft: true"],
  ["published: false", "it says published: false"],
  ["publish: false", "it says publish: false"],
  ["status: draft", "its status is draft"],
  ["post_status: Draft", "its poststatus is draft"],
  ["status: skip", "its status is skip"],
  ["unlisted: true", "it says unlisted: true"],
  ["draft: perhaps", 'its draft is "perhaps"'],
  ["draft: [a]", "its draft is a list or a map"],
  ["password: sesame", "it has a password"],
  ["visibility: members", "its visibility is members"],
  ["build:\n  list: never", "its build.list is never"],
  ["hidden: true\nstatus: private", "it says hidden: true, and its status is private"],
])("%s makes a draft, because %s", async (line, reason) => {
  const folder = makeFolder({ "a.md": post("Text.", `date: 2026-11-20\n${line}`) });

  expect((await folder.article()).draft).toBe(reason);
});

test.each(["draft: false", "published: true", "status: published", "published: 2026-11-20"])(
  "%s makes none",
  async (line) => {
    expect(
      (await makeFolder({ "a.md": post("Text.", `title: T\n${line}`) }).article()).draft,
    ).toBeUndefined();
  },
);

test.each([
  ["_drafts/a.md", "it lies in _drafts/"],
  ["blog/Drafts/a.md", "it lies in Drafts/"],
  ["a.draft.md", "its name says draft"],
])("%s is a draft, because %s", async (path, reason) => {
  expect((await makeFolder({ [path]: "Text." }).article()).draft).toBe(reason);
});

test.each([
  ["tags: [b, A, B]\ncategories: c", "a.md", ["b", "A", "c"]],
  ["tags: one, two words", "a.md", ["one", "two words"]],
  ["tags: two words", "a.md", ["two words"]],
  ["tags: two words\nlayout: post", "2026-11-20-a.md", ["two", "words"]],
  ["tags: two words", "_posts/2026-11-20-a.md", ["two", "words"]],
  ["category: two words", "_posts/2026-11-20-a.md", ["two words"]],
  ["tags: two words\nlayout: post", "source/_posts/a.md", ["two words"]],
  ['tags: "#water #town/hall"', "a.md", ["water", "town/hall"]],
  ["tags:\n  - label: Water\n    permalink: /water", "a.md", ["Water"]],
  ["categories:\n  - [a, b]\n  - c", "a.md", ["a", "b", "c"]],
  ["keywords: 水、電", "a.md", ["水", "電"]],
  ["tags: [ماء، كهرباء عامة]", "a.md", ["ماء", "كهرباء عامة"]],
  ["tags: ماء، كهرباء", "_posts/a.md", ["ماء", "كهرباء"]],
  ['categories: ["%d0%b2%d0%be%d0%b4%d0%b0-mk", "100%25 cotton"]', "a.md", ["вода-mk", "100%25 cotton"]],
  ["tags:", "a.md", []],
  ["Tags: [Water]", "a.md", ["Water"]],
])("topics of %j in %s", async (lines, path, topics) => {
  const article = await makeFolder({ [path]: post("Text.", `date: 2026-11-20\n${lines}`) }).article(
    undefined,
    { topicsFromFolders: false },
  );

  expect(article.topics).toEqual(topics);
});

test.each([
  ["culture/a.md", ["culture"]],
  ["blog/culture/a.md", ["culture"]],
  ["locale/harbour/a.md", ["harbour"]],
  ["src-posts/a.md", []],
  ["_posts/a.md", []],
  ["sport/_posts/a.md", ["sport"]],
  ["2026/11/a.md", []],
  ["my-story/index.md", []],
  ["culture/my-story/index.md", ["culture"]],
  ["a.md", []],
  ["packages/website/src/content/chronicle/a.md", ["chronicle"]],
  ["apps/web/content/posts/a.md", []],
  ["apps/a.md", ["apps"]],
  ["packages/boats/src/content/a.md", ["boats"]],
  ["clients/boats/a.md", ["clients"]],
])("%s has the topic of its folder, where that says something", async (path, topics) => {
  const folder = makeFolder({ [path]: "Text." });

  expect((await folder.article()).topics).toEqual(topics);
  expect((await folder.article(undefined, { topicsFromFolders: false })).topics).toEqual([]);
});

test.each([
  ["author: Ada Writer", ["Ada Writer"]],
  ["author: Ada Writer, systemutvecklare", ["Ada Writer"]],
  ["author: Ada Writer, max reader, software engineer", ["Ada Writer", "max reader"]],
  [
    "author: By Ada Writer (Town Hall), Max Reader, Jr. and Li Wei (李偉)",
    ["Ada Writer (Town Hall)", "Max Reader, Jr.", "Li Wei (李偉)"],
  ],
  ["author: Barnes & Noble", ["Barnes & Noble"]],
  ["author: Antoni Gaudí i Cornet", ["Antoni Gaudí i Cornet"]],
  ["authors: Tim Holy and Nathan Daly", ["Tim Holy", "Nathan Daly"]],
  ["authors: Tim Holy, Jeff B, and many helpful people", ["Tim Holy", "Jeff B", "many helpful people"]],
  ["authors: 罗秀哲，田俊", ["罗秀哲", "田俊"]],
  ["authors: [ada, max]", ["ada", "max"]],
  ["authors:\n  - key: ada\n    image_url: ./a.png\n  - max", ["ada", "max"]],
  [
    "authors:\n  - name: Ada Writer\n    url: https://example.org\n  - name: Max Reader",
    ["Ada Writer", "Max Reader"],
  ],
  ["author:\n  first: Ada\n  last: Writer", ["Ada Writer"]],
  ["author: Ada Writer <ada@example.org>", ["Ada Writer"]],
  ['author: "[Ada Writer](https://example.org)"', ["Ada Writer"]],
])("authors of %j", async (lines, authors) => {
  expect(
    (await makeFolder({ "a.md": post("Text.", `date: 2026-11-20\n${lines}`) }).article()).authors,
  ).toEqual(authors);
});

test.each([
  ["image: /img/a.png", { source: "/img/a.png", alt: "" }],
  ["image:\n  path: a.png\n  alt: A bridge", { source: "a.png", alt: "A bridge" }],
  ["cover:\n  image: a.png\n  alt: A bridge", { source: "a.png", alt: "A bridge" }],
  ['heroImage: "./a.png"\nheroImageAlt: A bridge', { source: "./a.png", alt: "A bridge" }],
  [
    "feature_image: https://example.org/a.png\nfeature_image_alt: A bridge",
    { source: "https://example.org/a.png", alt: "A bridge" },
  ],
  ["images: [a.png, b.png]", { source: "a.png", alt: "" }],
  ["header:\n  teaser: a.png", { source: "a.png", alt: "" }],
  ["media_subpath: /img/\nimage: a.png", { source: "/img/a.png", alt: "" }],
  ['image: "![[a.png]]"', { source: "a.png", alt: "" }],
  ["image: false", undefined],
  ["image:", undefined],
])("the picture of %j", async (lines, image) => {
  expect((await makeFolder({ "a.md": post("Text.", `date: 2026-11-20\n${lines}`) }).article()).image).toEqual(
    image,
  );
});

test("scalars are what the author wrote, not what YAML makes of them", async () => {
  const article = await makeFolder({
    "a.md": post(
      "Text.",
      "title: 1.10\nid: 0123\nlang: no\ntags: [yes, 12:30:45, 2024-02-30, 1e3, ~]\ndate: 2026-11-20",
    ),
  }).article();

  expect(article).toMatchObject({
    title: "1.10",
    id: "0123",
    language: "no",
    topics: ["yes", "12:30:45", "2024-02-30", "1e3"],
  });
});

test("the last of two equal keys counts, as in Jekyll", async () => {
  expect(
    (await makeFolder({ "a.md": post("Text.", "title: One\ntitle: Two\ndate: 2026-11-20") }).article()).title,
  ).toBe("Two");
});

test("a text between two rules is no front matter", async () => {
  const folder = makeFolder({ "a.md": "---\nA thought.\n---\n\nMore.", "b.md": "---\n\nA thought\n" });
  const { articles, refused } = await folder.scan();

  expect(refused).toEqual([]);
  expect(articles.map(({ title }) => title)).toEqual(["A thought.", "A thought"]);
});

test.each([
  ["---\ntitle: T\n\nText.", 1, "is not closed by a line ---"],
  ["---\n  title: T\n\nText.", 1, "is not closed by a line ---"],
  ["---\ntitle: T: U\n---\nText.", 2, "a value with a colon in it stands in quotes"],
  ["---\ntitle: @x\n---\nText.", 2, "a value that starts with a sign such as @ or % stands in quotes"],
  ["---\ntitle: T\n---x: 1\n---\nText.", 3, "starts with --- but is not its end"],
  ["+++\ntitle = T\n+++\nText.", 2, "not valid TOML"],
  ["+++\ntitle = 'T'\ndate = 2024-02-30\n+++\nText.", 3, "The date 2024-02-30 does not exist"],
  ['---json\n{\n"title": T\n}\n---\nText.', 3, "not valid JSON"],
  ["---\ntitle: T\ndate: soon\n---\nText.", 3, '"soon" in date is not a date'],
  ["---\ntitle: T\ndate: [2026-11-20, 2026-11-21]\n---\nText.", 3, "expected one date"],
  ["---\ntitle: T\ndate: 2026-11-20\nexpiryDate: 2026-02-30\n---\nText.", 4, "in expirydate does not exist"],
  ["", undefined, "The file is empty"],
])("%j is refused with its line and reason", async (content, line, reason) => {
  const { refused } = await makeFolder({ "a.md": content }).scan();

  expect(refused).toEqual([{ path: "a.md", line, reason: expect.stringContaining(reason) as string }]);
});

test("a last change that is no date is left out with a note, and dates nothing", async () => {
  const { articles, notes } = await makeFolder({
    "a.md": post("Text.", "date: 2026-11-20\nupdated: some time ago"),
  }).scan();

  expect(articles[0]?.updatedAt).toBeUndefined();
  expect(notes).toEqual([
    { path: "a.md", line: 3, message: '"some time ago" in updated is not a date and is left out.' },
  ]);
});

test("each further line of tags is one more, where commas do not part them", async () => {
  const folder = makeFolder({
    "a.md": "Title: Rope\nDate: 2026-11-20\nTags:\tQuay\n\t\tTar\n\t\t.NET\n\nText.\n",
    "b.md": "Title: Rope\nDate: 2026-11-20\nTags: Quay, boats of\n  the bay, tar\n\nText.\n",
    "c.md": "---\ntitle: Rope\ndate: 2026-11-20\ntags:\n  - Quay,\n  - Tar\n---\nText.\n",
  });

  const { articles } = await folder.scan();

  expect(articles.map(({ topics }) => topics)).toEqual([
    ["Quay", "Tar", ".NET"],
    ["Quay", "boats of the bay", "tar"],
    ["Quay", "Tar"],
  ]);
});

test("a byte order mark that a program took for letters is none of the text", async () => {
  const folder = makeFolder({ "a.md": "\u00ef\u00bb\u00bf---\ntitle: Rope\ndate: 2026-11-20\n---\nText.\n" });

  expect((await folder.article()).title).toBe("Rope");
});
