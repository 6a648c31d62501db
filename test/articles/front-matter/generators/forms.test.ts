import { expect, test } from "vitest";

import { makeFolder } from "../../articles-folder.ts";
import { testArticles } from "../article-cases.ts";

/** Front matter in the forms that few generators use. */
testArticles([
  [
    "Zola's taxonomies of the site's own names",
    "tide.md",
    '+++\ntitle = "Tide"\ndate = 2026-02-03\n[taxonomies]\ntags = ["boats"]\nnews = ["releases", "Boats"]\nseries = ["The quay"]\nlang = ["fr"]\npeople = ["Ada Writer", "Max Reader"]\n+++\nText.\n',
    { topics: ["boats", "releases", "The quay"], authors: ["Ada Writer", "Max Reader"] },
  ],
  [
    "Zola's taxonomies in YAML",
    "tide.md",
    '---\ntitle: Tide\ndate: 2026-02-03\ntaxonomies: {news: ["releases"], authors: ["Ada Writer"], colour: blue}\n---\nText.\n',
    { topics: ["releases"], authors: ["Ada Writer"] },
  ],
  [
    "Jekyll's categories parted by spaces, in a collection",
    "_poems/tide.md",
    "---\ntitle: Tide\ndate: 2026-02-03\ncategories: water high-tide moon\n---\nText.\n",
    { topics: ["water", "high-tide", "moon"] },
  ],
  [
    "one tag of two words, in no collection",
    "poems/tide.md",
    "---\ntitle: Tide\ndate: 2026-02-03\ntags: high tide\n---\nText.\n",
    { topics: ["high tide"] },
  ],
  [
    "Nikola's comment",
    "nikola.md",
    "<!--\n.. title: Sobre el puerto: barcos\n.. slug: puerto\n.. date: 2026-02-03 21:44:25 UTC-05:00\n.. tags: puerto, barcos, mathjax\n.. description:\n-->\n\nLos barcos han llegado.\n",
    {
      title: "Sobre el puerto: barcos",
      publishedAt: new Date("2026-02-04T02:44:25Z"),
      topics: ["puerto", "barcos"],
      draft: undefined,
      url: "https://example.org/puerto/",
    },
  ],
  [
    "what MDX exports of itself",
    "posts/launch/page.mdx",
    'import { Ada } from "@/people"\n\nexport const article = {\n  title: \'The launch, at last\',\n  // On a Tuesday.\n  date: new Date("2026-02-03"),\n  authors: [Ada, { name: "Max Reader" }],\n  tags: ["boats", `harbour`],\n  draft: false,\n  image: picture(\'a.png\'),\n}\n\nexport const metadata = { title: article.title }\n\nWe sail.\n',
    {
      title: "The launch, at last",
      publishedAt: new Date("2026-02-03T00:00:00Z"),
      authors: ["Max Reader"],
      topics: ["boats", "harbour"],
      url: "https://example.org/posts/launch/",
    },
  ],
  [
    "Hexo's YAML that has neither a title nor an opening fence",
    "_posts/no-title.md",
    "date: 2026-02-03 22:57:49\ntags:\n---\n\nThe reeds stand in the water.\n",
    { publishedAt: new Date("2026-02-03T22:57:49Z"), title: "The reeds stand in the water" },
  ],
  [
    "lists that Hexo lets one indent with tabs",
    "_posts/tabs.md",
    "---\ntitle: Tabs\ndate: 2026-02-03\ntags:\n\t- boats\n\t- wide water\n---\nText.\n",
    { topics: ["boats", "wide water"] },
  ],
  [
    "quoted values without a fence around",
    "bare.md",
    "title: 'Eau libre'\ndate: '2026-02-03T10:00:00.000Z'\n\nTexte.\n",
    { title: "Eau libre", publishedAt: new Date("2026-02-03T10:00:00Z") },
  ],
  [
    "Pandoc's title, authors and date",
    "beans.md",
    "% Growing beans\n  in pots\n% Ada Writer; Max Reader\n% 3 February 2026\n\nBeans grow.\n",
    {
      title: "Growing beans in pots",
      authors: ["Ada Writer", "Max Reader"],
      publishedAt: new Date("2026-02-03T00:00:00Z"),
    },
  ],
  [
    "DocPad's fences of any mark",
    "quay.html.md",
    '###\ntitle: "The quay"\ndate: "2026-02-03"\ntags: ["harbour"]\n###\n\nText.\n',
    { title: "The quay", topics: ["harbour"], publishedAt: new Date("2026-02-03T00:00:00Z") },
  ],
  [
    "fields in a comment of HTML",
    "tide.md",
    "<!---\ntitle: The tide\ndate: 2026-02-03\n--->\n\nText.\n",
    { title: "The tide", publishedAt: new Date("2026-02-03T00:00:00Z") },
  ],
  [
    "Pico's comment, where a colon needs no quotes",
    "crane.md",
    "/*\nTitle: The crane: a story\nDate: 2026/02/03\nAuthor: Ada Writer\n*/\n\nText.\n",
    { title: "The crane: a story", authors: ["Ada Writer"], publishedAt: new Date("2026-02-03T00:00:00Z") },
  ],
  [
    "Logseq's properties",
    "pages/mole.md",
    "title:: The mole\ndate:: [[Feb 3rd, 2026]]\ntags:: stone, quay\n\n- It is long.\n",
    { title: "The mole", topics: ["stone", "quay"], publishedAt: new Date("2026-02-03T00:00:00Z") },
  ],
  [
    "the lines that an export puts under the title",
    "Lake 3f9a0c12.md",
    "# The lake\n\nCreated: February 3, 2026 9:30 AM\nTags: water, walk\n\nText.\n",
    { title: "The lake", topics: ["water", "walk"], publishedAt: new Date("2026-02-03T09:30:00Z") },
  ],
  [
    "tags with their sign, which YAML takes for a comment",
    "signs.md",
    "---\ntitle: Signs\ndate: 2026-02-03\ntags: [#water, #dry/summer, plain]\n---\nText.\n",
    { topics: ["water", "dry/summer", "plain"] },
  ],
  [
    "an author's block behind the one that a program put before it",
    "twice.md",
    "---\nlang: es\nstatus: complete\n---\n\n---\ntítulo: Los barcos\nlang: fr\nfecha: 2026-02-03\n---\n\nTexto.\n",
    { title: "Los barcos", language: "es", publishedAt: new Date("2026-02-03T00:00:00Z") },
  ],
  [
    "ikiwiki's directives, and its extension",
    "quay.mdwn",
    '[[!meta title="The quay"]]\n[[!meta date="2026-02-03 10:00:00 +0100" author="Ada Writer"]]\n[[!tag boats quiet_harbour]]\n\nText.\n',
    {
      title: "The quay",
      authors: ["Ada Writer"],
      topics: ["boats", "quiet harbour"],
      publishedAt: new Date("2026-02-03T09:00:00Z"),
    },
  ],
  [
    "ikiwiki's marks below the text, but none that is shown, and a page without a title",
    "free__44___as_in_quay.mdwn",
    'The quay is open.\n\n    [[!meta date="2020-01-01"]]\n\nWrite `[[!tag none]]` or \\[[!tag never]].\n\n[[!tag boats]]\n[[!meta date="2026-02-03 10:00:00 +0100"]]\n',
    { title: "free, as in quay", topics: ["boats"], publishedAt: new Date("2026-02-03T09:00:00Z") },
  ],
  [
    "a page of ikiwiki that begins with a heading",
    "rope_on_boats.mdwn",
    '[[!meta date="2026-02-03 10:00:00 +0100"]]\n\n# Why\n\nText.\n',
    { title: "rope on boats", publishedAt: new Date("2026-02-03T09:00:00Z") },
  ],
  [
    "ikiwiki's marks in the text below front matter that gives no day",
    "quay.md",
    '---\ntitle: The quay\nlayout: post\n---\nText.\n\n[[!meta date="2026-02-03 10:00:00 +0100"]][[!meta author="Ada Writer"]] [[!meta title="No"]]\n',
    { title: "The quay", authors: ["Ada Writer"], publishedAt: new Date("2026-02-03T09:00:00Z") },
  ],
  [
    "ikiwiki's marks in a text that speaks of them, below front matter with a day",
    "quay.md",
    '---\ntitle: The quay\ndate: 2026-02-03\n---\nText.\n\n[[!meta date="2020-01-01"]]\n',
    { publishedAt: new Date("2026-02-03T00:00:00Z") },
  ],
  [
    "HTMLy's comments, and its names with the time",
    "2026-02-03-09-30-00_boats_the-quay.md",
    "<!--t The quay t-->\n<!--d It is open. d-->\n<!--tag Boats,Harbour tag-->\n\nText.\n",
    {
      title: "The quay",
      summary: "It is open.",
      topics: ["Boats", "Harbour"],
      publishedAt: new Date("2026-02-03T09:30:00Z"),
    },
  ],
  [
    "an opening fence that was written twice",
    "fences.md",
    "---\n---\ntitle: Fences\ndate: 2026-02-03\ntags:\n  - a\n  - b\n---\n\nText.\n",
    { title: "Fences", topics: ["a", "b"], publishedAt: new Date("2026-02-03T00:00:00Z") },
  ],
  [
    "two rules with a line between them, which are no second block",
    "rules.md",
    "---\ntitle: Rules\ndate: 2026-02-03\n---\n\n---\nNote: this is old.\n\n---\n\nText.\n",
    { title: "Rules" },
  ],
  [
    "NimblePublisher's map of Elixir",
    "posts/2026/02-03-boats.md",
    '%{\n  title: "Boats", # the title\n  author: "Ada Writer",\n  tags: ~w(harbour tide),\n  date: ~D[2026-02-03],\n  description: """\n  Of \\"boats\\".\n  """,\n  og: %{"size" => 1}\n}\n---\n\nText.\n',
    {
      title: "Boats",
      authors: ["Ada Writer"],
      topics: ["harbour", "tide"],
      publishedAt: new Date("2026-02-03T00:00:00Z"),
      summary: 'Of "boats".',
    },
  ],
  [
    "a text that starts as such a map does",
    "boats.md",
    '%{title: "Boats"} is a map of Elixir.\n\n---\n\nText.\n',
    { title: '%{title: "Boats"} is a map of Elixir' },
  ],
  [
    "JBake's properties over a line of tildes",
    "content/blog/boats.md",
    "title=Boats = ships\n# a comment\ndate=2026-02-03\ntype=post\ntags=harbour, tide\nstatus=draft\nauthor=Ada\n~~~~~~\n\nText.\n",
    {
      title: "Boats = ships",
      draft: "its status is draft",
      topics: ["harbour", "tide"],
      publishedAt: new Date("2026-02-03T00:00:00Z"),
      authors: ["Ada"],
    },
  ],
  [
    "a text whose first line has a sign of equality, over code between tildes",
    "boats.md",
    "x = 3\n~~~~\ncode\n~~~~\n",
    { title: "x = 3" },
  ],
  [
    "Frog's lines, which Markdown takes for code",
    "2026-02-03-boats.md",
    "    Title: Boats\n    Date: 2026-02-03T13:15:33\n    Tags: harbour, low tide\n\nText.\n",
    {
      title: "Boats",
      publishedAt: new Date("2026-02-03T13:15:33Z"),
      topics: ["harbour", "low tide"],
      draft: undefined,
    },
  ],
  [
    "code above the text that looks like them",
    "boats.md",
    "    Title: Boats\n    Size: 3\n\nText.\n",
    { title: "Text" },
  ],
  [
    "Coleslaw's fences",
    "boats.post.md",
    ";;;;;\ntitle: Boats\ntags: a, b\ndate: 2026-02-03 10:00\nformat: md\n;;;;;\nText.\n",
    { title: "Boats", topics: ["a", "b"], publishedAt: new Date("2026-02-03T10:00:00Z") },
  ],
  [
    "Cryogen's map below a comment",
    "boats.md",
    ';; kept for the archive\n{:title "Boats"\n :date "2026-02-03"}\n\nText.\n',
    { title: "Boats", publishedAt: new Date("2026-02-03T00:00:00Z") },
  ],
  [
    "Pandoc's lines without a title",
    "boats.md",
    "%\n% Ada Writer\n% 2026-02-03\n\n# Boats\n\nText.\n",
    { title: "Boats", authors: ["Ada Writer"], publishedAt: new Date("2026-02-03T00:00:00Z") },
  ],
  [
    "Hyde's name of a type",
    "boats.md",
    "---\ntitle: Boats\ncreated: !!timestamp '2026-02-03 10:00:00'\n---\nText.\n",
    { publishedAt: new Date("2026-02-03T10:00:00Z") },
  ],
  [
    "Pelican's lines that the text follows at once, and names that semicolons part",
    "boats.md",
    "Title: Boats\nDate: 2026-02-03\nAuthors: Writer, Ada; Reed, Bo\n<!-- -->\nText.\n",
    { title: "Boats", authors: ["Writer, Ada", "Reed, Bo"], publishedAt: new Date("2026-02-03T00:00:00Z") },
  ],
  [
    "ABlog's directive, beside which front matter counts first",
    "boats.md",
    "---\nauthor: Ada\n---\n# Boats\n\n```{post} Feb 3, 2026\n:tags: harbour, tide\n:author: Bo\n:excerpt: 2\n```\n\nText.\n",
    {
      title: "Boats",
      publishedAt: new Date("2026-02-03T00:00:00Z"),
      topics: ["harbour", "tide"],
      authors: ["Ada"],
    },
  ],
  [
    "that directive in code that shows it, and a count of paragraphs for a summary",
    "boats.md",
    "---\nexcerpt: 2\n---\n# Boats\n\n````md\n```{post} Feb 3, 2026\n```\n````\n",
    { publishedAt: undefined, summary: undefined },
  ],
]);

test.each([
  [
    '---\ntitle: "{{ replace .Name "-" }}"\ndate: {{ .Date }}\ndraft: true\n---\n',
    2,
    '{{ replace .Name \\"-\\" }}',
  ],
  ['+++\nweight = 1\ntitle = "{{ replace .Name "-" " " }}"\n+++\n', 3, '{{ replace .Name \\"-\\" \\" \\" }}'],
])("a template of front matter is refused as one %#", async (text, line, part) => {
  const folder = makeFolder({ "archetypes/default.md": text });

  expect((await folder.scan()).refused).toEqual([
    {
      path: "archetypes/default.md",
      line,
      reason: `The front matter is a template that is yet to be filled in: "${part}"; name the file in articles.ignore if it is no article.`,
    },
  ]);
});

test("what YAML does not read is named, and not a template in quotes further down", async () => {
  const folder = makeFolder({
    "a.md":
      '---\ntitle: Boats\nthumbnail: "/a.jpg\nuploaded: "2026-02-03"\nog:\n  title: "{{ page.title }}"\n---\nText.\n',
  });

  expect((await folder.scan()).refused).toEqual([
    {
      path: "a.md",
      line: 3,
      reason:
        'The front matter is not valid YAML: the quotation mark in "thumbnail: \\"/a.jpg" is not closed.',
    },
  ]);
});

test.each([
  ['"At the quay", they say.', "in the middle of a list", '\n  - q: "When?"'],
  ['"At the quay".', "in the middle of a list", '\n  - q: "When?"'],
  ['"At the quay".', "at the end of it", ""],
])("a value that goes on behind its quotes is named: %s %s", async (value, _where, rest) => {
  const folder = makeFolder({
    "a.md": `---\ntitle: Boats\nfaq:\n  - q: "Where?"\n    a: ${value}${rest}\n---\nText.\n`,
  });

  expect((await folder.scan()).refused).toEqual([
    {
      path: "a.md",
      line: 5,
      reason: `The front matter is not valid YAML: the value in ${JSON.stringify(`a: ${value}`)} goes on behind its closing quote or bracket; put the whole value in quotes that do not occur in it.`,
    },
  ]);
});

test.each([
  [4, "title: Ships\nof the harbour\ntags: [a]", '"of the harbour" is neither a field'],
  [6, "title: Ships\ntags:\n- boats\n-water\ncategories: x", '"-water" is neither a field'],
])("a line of front matter that is nothing is named, with its place %i", async (line, block, reason) => {
  const folder = makeFolder({ "a.md": `---\ndate: 2026-02-03\n${block}\n---\nText.\n` });

  const { refused } = await folder.scan();

  expect(refused).toMatchObject([{ path: "a.md", line }]);
  expect(refused[0]?.reason).toContain(reason);
});

test("nothing that MDX exports is run, however it is written", async () => {
  const folder = makeFolder({
    "a.mdx":
      'export const meta = { title: "A", date: "2026-02-03", tags: [(() => { throw 1 })()], ...rest, [x]: 1, y: `${z}` }\n\nText.\n',
    "b.mdx": `export const meta = { title: "B", date: "2026-02-03", deep: ${"[".repeat(5000)}${"]".repeat(5000)} }\n\nText.\n`,
    "c.mdx": 'export const meta = { title: "never closed\n\nText.\n',
  });

  const { articles, refused } = await folder.scan();

  expect(refused).toEqual([]);
  expect(articles.map(({ title }) => title)).toEqual(["A", "B", "Text"]);
});

test.each([
  ["a rule of many hyphens", "----------\n\nText.\n", "Text"],
  ["a heading without a text", "###\n\nText.\n\n###\n", "Text"],
  ["a comment", "<!--\nNot yet.\n-->\n\nText.\n", "Text"],
  ["code", "```\nx: 1\n```\n\nText.\n", "Text"],
  ["a percent sign", "% of boats that float.\nText.\n", "% of boats that float"],
  ["a line of a text with a colon under a title", "# Title\n\nNote: it rains.\n\nText.\n", "Title"],
])("%s at the start of a text is no front matter", async (_what, text, title) => {
  expect((await makeFolder({ "a.md": text }).article()).title).toBe(title);
});

test("a day that does not exist is refused with its line, wherever ikiwiki's mark stands", async () => {
  const folder = makeFolder({ "quay.mdwn": 'The quay is open.\n\n[[!meta date="2026-02-30"]]\n' });

  const { refused } = await folder.scan();

  expect(refused).toMatchObject([{ path: "quay.mdwn", line: 3 }]);
});
