import { expect, test } from "vitest";

import { makeFolder } from "../../articles-folder.ts";
import { testArticles } from "../article-cases.ts";

/** Dates by the names and in the forms of generators. */
testArticles([
  [
    "AstroPaper's dates with their time",
    "boats.md",
    "---\ntitle: Boats\npubDatetime: 2026-02-03T10:00:00Z\nmodDatetime: 2026-02-04T10:00:00Z\npostSlug: the-boats\n---\nText.\n",
    {
      publishedAt: new Date("2026-02-03T10:00:00Z"),
      updatedAt: new Date("2026-02-04T10:00:00Z"),
      url: "https://example.org/the-boats/",
    },
  ],
  [
    "the table of dates of Material for MkDocs",
    "harbour.md",
    "---\ndate:\n  created: 2026-02-03\n  updated: 2026-02-05\nauthors:\n  - ada\n---\n# The harbour\n\nText.\n",
    {
      title: "The harbour",
      publishedAt: new Date("2026-02-03T00:00:00Z"),
      updatedAt: new Date("2026-02-05T00:00:00Z"),
      authors: ["ada"],
    },
  ],
  [
    "a day with colons in the name of a file",
    "_posts/2026:02:03:boats.md",
    "---\ntitle: Boats\n---\nText.\n",
    { publishedAt: new Date("2026-02-03T00:00:00Z") },
  ],
  [
    "Obsidian's links to the note of a day and to a person",
    "note.md",
    '---\ntitle: Note\ndate: "[[Journal/2026-02-03|Tuesday]]"\nauthor:\n  - "[[Ada Writer]]"\n---\nText.\n',
    { publishedAt: new Date("2026-02-03T00:00:00Z"), authors: ["Ada Writer"] },
  ],
  [
    "a date that a template is yet to fill in, which is none",
    "2026-02-03-plan.md",
    '---\ntitle: Plan\ndate: "`r Sys.Date()`"\n---\nText.\n',
    { publishedAt: new Date("2026-02-03T00:00:00Z") },
  ],
  [
    "a date that Obsidian is yet to fill in, which YAML takes for a map",
    "2026-02-03-day.md",
    "---\ntitle: Day\ncreated: {{date}}\n---\nText.\n",
    { publishedAt: new Date("2026-02-03T00:00:00Z") },
  ],
  [
    "the dates that themes of VuePress call createTime",
    "plume.md",
    "---\ntitle: 芦苇\ncreateTime: 2026/02/03 08:15:00\nupdateTime: 2026/02/05 09:00:00\n---\n正文。\n",
    { publishedAt: new Date("2026-02-03T08:15:00Z"), updatedAt: new Date("2026-02-05T09:00:00Z") },
  ],
  [
    "a createDate, which says more than the day in the name",
    "_posts/2026-02-04_reeds.md",
    "---\ntitle: Reeds\ncreateDate: 2026-02-03 20:22\n---\nText.\n",
    { publishedAt: new Date("2026-02-03T20:22:00Z") },
  ],
  [
    "Docusaurus' last update, with who made it",
    "docu.md",
    "---\ntitle: Reeds\ndate: 2026-02-03\nlast_update:\n  date: 2026-02-05\n  author: Ada\n---\nText.\n",
    { publishedAt: new Date("2026-02-03T00:00:00Z"), updatedAt: new Date("2026-02-05T00:00:00Z") },
  ],
  [
    "the date of the last change where there is no other, as Hugo has it",
    "lastmod.md",
    "---\ntitle: Reeds\nlastmod: 2026-02-03\n---\nText.\n",
    { publishedAt: new Date("2026-02-03T00:00:00Z"), updatedAt: new Date("2026-02-03T00:00:00Z") },
  ],
  [
    "the first day of its history where there is no other, as Anax has it",
    "anax.md",
    '---\nauthor: ada\nrevision:\n  "2026-02-05": (B, ada) Two boats more.\n  "2026-02-03": (A, ada) First version.\n...\nReeds\n=====\n\nText.\n',
    { title: "Reeds", publishedAt: new Date("2026-02-03T00:00:00Z") },
  ],
  [
    "a history beside a date, which is the article's",
    "anax.md",
    '---\ntitle: Reeds\ncreated: 2026-02-04\nrevision:\n  "2026-02-03": First version.\n---\nText.\n',
    { publishedAt: new Date("2026-02-04T00:00:00Z") },
  ],
  [
    "a revision that is no history",
    "revision.md",
    "---\ntitle: Reeds\nrevision:\n  number: 3\n  20260203: x\n---\nText.\n",
    { publishedAt: undefined },
  ],
  [
    "the day on which it was posted",
    "posted.md",
    "---\ntitle: Reeds\npostedDate: 2026-02-03T11:00:00.000Z\nupdatedDate: 2026-02-05\n---\nText.\n",
    { publishedAt: new Date("2026-02-03T11:00:00Z") },
  ],
  [
    "the day of the last edit where there is no other",
    "edited.md",
    "---\ntitle: Reeds\nlast_edited: 2026-02-03\n---\nText.\n",
    { publishedAt: new Date("2026-02-03T00:00:00Z"), updatedAt: new Date("2026-02-03T00:00:00Z") },
  ],
  [
    "the date of the last change by another name",
    "update.md",
    "---\ntitle: Reeds\nlastUpdate: 2026-02-03\n---\nText.\n",
    { publishedAt: new Date("2026-02-03T00:00:00Z"), updatedAt: new Date("2026-02-03T00:00:00Z") },
  ],
  [
    "the date of the last change beside a day in the name, which is the article's",
    "2026-02-01-lastmod.md",
    "---\ntitle: Reeds\nlastmod: 2026-02-03\n---\nText.\n",
    { publishedAt: new Date("2026-02-01T00:00:00Z") },
  ],
  [
    "a time whose seconds were left out before their fraction",
    "cms.md",
    "---\ntitle: Reeds\ndate: 2026-02-03T08:30.000Z\n---\nText.\n",
    { publishedAt: new Date("2026-02-03T08:30:00Z") },
  ],
  [
    "a colon between the day and its time",
    "colon.md",
    '---\ntitle: Reeds\ndate: "2026-02-03:08:30:00"\n---\nText.\n',
    { publishedAt: new Date("2026-02-03T08:30:00Z") },
  ],
  [
    "what the command date writes in China",
    "cst.md",
    "---\ntitle: 芦苇\ndate: Tue Feb  3 09:30:00 CST 2026\n---\n芦苇长在水里。\n",
    { publishedAt: new Date("2026-02-03T01:30:00Z") },
  ],
  [
    "what the command date writes in Chicago",
    "chicago.md",
    "---\ntitle: Reeds\ndate: Tue Feb  3 09:30:00 CST 2026\n---\nText.\n",
    { publishedAt: new Date("2026-02-03T15:30:00Z") },
  ],
  [
    "a time that is a whole date",
    "time.md",
    "---\ntitle: Reeds\ntime: 2026-02-03 10:30\n---\nText.\n",
    { publishedAt: new Date("2026-02-03T10:30:00Z") },
  ],
  [
    "a time that is only an hour, and a release that is none yet",
    "hour.md",
    "---\ntitle: Reeds\ntime: 10:30\nreleaseDate: TBD\n---\nText.\n",
    { publishedAt: undefined },
  ],
  [
    "Hexo's addresses, where a name has no date",
    "source/_posts/boats.md",
    "---\ntitle: Boats\ndate: 2026-02-03 10:00:00\n---\nText.\n",
    { url: "https://example.org/2026/02/03/boats/" },
  ],
  [
    "Microsoft's date, whose month comes first in all languages",
    "boats.md",
    "---\ntitle: Boote\nlang: de\nms.date: 02/03/2026\n---\nText.\n",
    { publishedAt: new Date("2026-02-03T00:00:00Z") },
  ],
  [
    "Grav's time before the day, and its taxonomy",
    "01.blog/boats/item.md",
    "---\ntitle: Boats\ndate: '13:34 02/23/2026'\ntaxonomy:\n    category: blog\n    tag: [boats, rope]\n---\nText.\n",
    { topics: ["boats", "rope"], publishedAt: new Date("2026-02-23T13:34:00Z") },
  ],
  [
    "a folder that is a day, of which each file is an article",
    "news/2026-02-03/1.md",
    "---\ntitle: First\n---\nText.\n",
    { publishedAt: new Date("2026-02-03T00:00:00Z") },
  ],
  [
    "a name that starts with a day and a time in figures",
    "notes/202602031015 Rope.md",
    "Text.\n",
    { publishedAt: new Date("2026-02-03T10:15:00Z") },
  ],
  [
    "a name that starts with a day in eight figures, and a time in six",
    "20260203_101530_rope.md",
    "Text.\n",
    { publishedAt: new Date("2026-02-03T10:15:30Z") },
  ],
  [
    "a name that starts with a day in eight figures, and a number",
    "20260203_2000_boats.md",
    "Text.\n",
    { publishedAt: new Date("2026-02-03T00:00:00Z") },
  ],
  [
    "a day that can be two, told by the name of the file",
    "2026-05-06-rope.md",
    "---\ntitle: Rope\ndate: 05/06/2026\n---\nText.\n",
    { publishedAt: new Date("2026-05-06T00:00:00Z") },
  ],
  [
    "a day that can be two, told by another date beside it",
    "rope.md",
    "---\ntitle: Rope\ndate: 05/06/2026\nupdated: 25/06/2026\n---\nText.\n",
    { publishedAt: new Date("2026-06-05T00:00:00Z"), updatedAt: new Date("2026-06-25T00:00:00Z") },
  ],
  [
    "Quarto's days, whose month comes first",
    "rope/index.qmd",
    "---\ntitle: Rope\ndate: 05/06/2026\n---\nText.\n",
    { publishedAt: new Date("2026-05-06T00:00:00Z") },
  ],
  [
    "a month with two meanings, told by the language of the article",
    "lina.md",
    "---\ntitle: Lina\nlang: pl\ndate: 5 listopada 2026\n---\nTekst.\n",
    { publishedAt: new Date("2026-11-05T00:00:00Z") },
  ],
  [
    "a month with two meanings, told by the letters of the text",
    "uze.md",
    "---\ntitle: Uže\ndate: 5. listopada 2026.\n---\nTekst o užetu.\n",
    { publishedAt: new Date("2026-10-05T00:00:00Z") },
  ],
  [
    "the house that an article came out in first, beside its day",
    "house.md",
    "---\ntitle: House\ndate: 2026-02-03\npublishedAt: Harbour Blog\n---\n\nText.\n",
    { publishedAt: new Date("2026-02-03T00:00:00Z") },
  ],
  [
    "the day on which a note of a garden was begun, and two authors",
    "note.mdx",
    '---\ntitle: Note\nstartDate: "2026-02-03"\nauthor: Ada Writer <> Max Reader\n---\n\nText.\n',
    { publishedAt: new Date("2026-02-03T00:00:00Z"), authors: ["Ada Writer", "Max Reader"] },
  ],
  [
    "the day of a release, below the heading that names it",
    "notes.md",
    "# Quay v0.15.0\n\n**Release Date:** April 15, 2026  \n**Branch:** `low`\n\n---\n\nText.\n",
    { publishedAt: new Date("2026-04-15T00:00:00Z") },
  ],
  [
    "the day of a release, in words",
    "words.md",
    "# Release notes\n\n*Released on 2026-04-15*\n\nText.\n",
    { publishedAt: new Date("2026-04-15T00:00:00Z") },
  ],
  [
    "the day on which a film was released",
    "film.md",
    "# The quay\n\nReleased: 2026-04-15\n\nText.\n",
    { publishedAt: undefined },
  ],
  [
    "the days of a list of releases",
    "list.md",
    "# Release notes\n\n## v0.15.0\n\nReleased: 2026-04-15\n\n## v0.14.0\n\nReleased: 2026-03-15\n",
    { publishedAt: undefined },
  ],
  [
    "an event, which says when it starts",
    "event.md",
    "---\ntitle: Regatta\nstartDate: 2026-02-03\nendDate: 2026-02-05\n---\n\nText.\n",
    { publishedAt: undefined },
  ],
  [
    "a date that is still its own pattern",
    "pattern.md",
    "---\ntitle: Pattern\ndate: YYYY-MM-DD HH:MM:SS +/-TTTT\n---\n\nText.\n",
    { publishedAt: undefined },
  ],
  [
    "Statamic's names with the time",
    "2026-02-03-0930.the-quay.md",
    "---\ntitle: The quay\n---\nText.\n",
    { publishedAt: new Date("2026-02-03T09:30:00Z") },
  ],
  [
    "Quarto's words for days that it reckons",
    "2026-02-03-boats.qmd",
    "---\ntitle: Boats\ndate: last-modified\n---\nText.\n",
    { publishedAt: new Date("2026-02-03T00:00:00Z") },
  ],
  [
    "a day that R writes into words, and a title that R makes",
    "2026-02-03-boats.Rmd",
    '---\ntitle: "`r params$name`"\ndate: "Last edited `r format(Sys.time(), \'%d %B\')`"\n---\n# Boats\n',
    { title: "Boats", publishedAt: new Date("2026-02-03T00:00:00Z") },
  ],
  [
    "Quarto's date with its form",
    "boats.qmd",
    "---\ntitle: Boats\ndate:\n  value: 2026-02-03\n  format: long\n---\nText.\n",
    { publishedAt: new Date("2026-02-03T00:00:00Z") },
  ],
]);

test("a day that does not exist is found under its name in the author's language", async () => {
  const folder = makeFolder({ "a.md": "---\ntitel: Boote\ndatum: 2026-02-30\n---\nText.\n" });

  expect((await folder.scan()).refused).toMatchObject([{ path: "a.md", line: 3 }]);
});

test.each([
  ["05/06/2026", "2026-06-05 or 2026-05-06"],
  ["5 listopada 2026", "2026-11-05 or 2026-10-05"],
])("%s is refused where nothing tells which day is meant, and both are named", async (date, days) => {
  const folder = makeFolder({ "a.md": `---\ntitle: T\ndate: ${date}\n---\nText.\n` });

  expect((await folder.scan()).refused).toEqual([
    {
      path: "a.md",
      line: 3,
      reason: `The date "${date}" in date can be read as two different days, ${days}; write the year first.`,
    },
  ]);
});

test("a file beside an article's own in a dated folder is a part of it, and has no date", async () => {
  const folder = makeFolder({
    "2026-02-03-boats/index.md": "---\ntitle: Boats\n---\nText.\n",
    "2026-02-03-boats/table.md": "A part.\n",
    "2026-02-03/_part.md": "A part.\n",
  });

  const { articles } = await folder.scan({ timeZone: "UTC" });

  expect(articles.map(({ path, publishedAt }) => [path, publishedAt?.toISOString()])).toEqual([
    ["2026-02-03-boats/index.md", "2026-02-03T00:00:00.000Z"],
    ["2026-02-03-boats/table.md", undefined],
    ["2026-02-03/_part.md", undefined],
  ]);
});

test.each([
  ["first", "10/31/2025", "2026-05-06"],
  ["second", "31/10/2025", "2026-06-05"],
])(
  "where a folder writes the month %s, a day that can be two is read so, from the index too",
  async (order, other, day) => {
    const folder = makeFolder({
      "a.md": "---\ntitle: A\nPublishDate: 05/06/2026\n---\nText.\n",
      "b.md": `---\ntitle: B\nPublishDate: ${other}\n---\nText.\n`,
    });
    const options = { timeZone: "UTC", indexFile: `${folder.dir}/index` };

    const scans = [await folder.scan(options), await folder.scan(options)];

    for (const { articles, refused, notes } of scans) {
      expect(refused).toEqual([]);
      expect(
        articles.map(({ path, publishedAt }) => [path, publishedAt?.toISOString().slice(0, 10)]),
      ).toEqual([
        ["a.md", day],
        ["b.md", "2025-10-31"],
      ]);
      expect(notes).toEqual([
        {
          path: "a.md",
          line: 3,
          message: `The date is read with the month ${order}, as the other articles of the folder write theirs.`,
        },
      ]);
    }
  },
);

test("where a folder writes the month now first, now second, a day that can be two stays refused", async () => {
  const folder = makeFolder({
    "a.md": "---\ntitle: A\ndate: 05/06/2026\n---\nText.\n",
    "b.md": "---\ntitle: B\ndate: 10/31/2025\n---\nText.\n",
    "c.md": "---\ntitle: C\ndate: 31/10/2025\n---\nText.\n",
  });

  const { refused } = await folder.scan();

  expect(refused.map(({ path, line }) => [path, line])).toEqual([["a.md", 3]]);
});

test("figures in a name that can be two days are read as the names of the folder show, or refused with both", async () => {
  const text = "# Rope\n\nText.\n";
  const alone = makeFolder({
    "05-06-2026 rope.md": text,
    "notes/05-06-2026.md": `Published on 2026-06-05\n\n${text}`,
  });
  const other = makeFolder({ "05-06-2026_rope.md": text, "31-05-2026_rope.md": text });

  const [{ articles, refused }, { articles: dated }] = [
    await alone.scan({ timeZone: "UTC" }),
    await other.scan({ timeZone: "UTC" }),
  ];

  expect(articles.map(({ publishedAt }) => publishedAt?.toISOString().slice(0, 10))).toEqual(["2026-06-05"]);
  expect(refused).toEqual([
    {
      path: "05-06-2026 rope.md",
      line: undefined,
      reason:
        'The date "05-06-2026" in the file\'s name can be read as two different days, 2026-06-05 or 2026-05-06; write the year first.',
    },
  ]);
  expect(dated.map(({ publishedAt }) => publishedAt?.toISOString().slice(0, 10))).toEqual([
    "2026-06-05",
    "2026-05-31",
  ]);
});
