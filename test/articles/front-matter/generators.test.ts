import { expect, test } from "vitest";

import { makeFolder, post } from "../articles-folder.ts";

/** What generators and themes keep in front matter, each in an article of our own, and what its author would expect. */
const posts: readonly (readonly [what: string, path: string, text: string, expected: object])[] = [
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
    "a title in several languages, of which the article's own is shown, and a line break in one",
    "boats.md",
    "---\nlang: th\ntitle: { en: Boats, th: เรือ<br>ลำเล็ก }\nsummary: { en: Of boats, vi: Thuyền }\ndate: 2026-02-03\n---\nText.\n",
    { title: "เรือ ลำเล็ก", summary: "Of boats", language: "th" },
  ],
  [
    "TeXt's titles with regions and scripts, and tags of a list with a wide comma in it",
    "boats.md",
    "---\nlang: zh-Hant\ntitles:\n  en: &EN Boats\n  en-GB: *EN\n  zh-Hans: &S 小船\n  zh: *S\n  zh-Hant: 小舟\n  ko:\ntags: [ccd,船，水]\ndate: 2026-02-03\n---\nText.\n",
    { title: "小舟", topics: ["ccd", "船", "水"] },
  ],
  [
    "a table under the name of a title that is none in languages",
    "boats.md",
    "---\ntitle: { text: Boats, size: 3 }\ndate: 2026-02-03\n---\n# Reeds\n",
    { title: "Reeds" },
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
    "HackMD's line of tags, which is no title",
    "hack.md",
    "###### tags: `boats`\n\n# <center>The quay</center>\n\nText.\n",
    { title: "The quay" },
  ],
  [
    "Nikola's comment",
    "nikola.md",
    "<!--\n.. title: Sobre el puerto: barcos\n.. slug: puerto\n.. date: 2026-02-03 21:44:25 UTC-05:00\n.. tags: puerto, barcos, mathjax\n.. description:\n-->\n\nLos barcos han llegado.\n",
    {
      title: "Sobre el puerto: barcos",
      publishedAt: new Date("2026-02-04T02:44:25Z"),
      topics: ["puerto", "barcos"],
      draft: false,
      url: "https://example.org/puerto/",
    },
  ],
  [
    "Nikola's tag for drafts, with no comment around",
    "idea.md",
    ".. title: An idea\n.. date: 3 February 2026\n.. tags: draft, boats\n\nText.\n",
    { title: "An idea", publishedAt: new Date("2026-02-03T00:00:00Z"), topics: ["boats"], draft: true },
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
    "publish: with a day, which is no draft",
    "casper.md",
    "---\ntitle: Reeds\npublish: 2026-02-03\n---\nText.\n",
    { publishedAt: new Date("2026-02-03T00:00:00Z"), draft: false },
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
    "a featured article that Mundana hides from the list of the others",
    "mundana.md",
    "---\nlayout: post\ntitle: Reeds\nfeatured: true\nhidden: true\n---\nText.\n",
    { draft: false },
  ],
  [
    "an article that is hidden and not featured",
    "mundana.md",
    "---\nlayout: post\ntitle: Reeds\nfeatured: false\nhidden: true\n---\nText.\n",
    { draft: true },
  ],
  [
    "a draft that is featured once it is out",
    "mundana.md",
    "---\nlayout: post\ntitle: Reeds\nfeatured: true\nhidden: true\ndraft: true\n---\nText.\n",
    { draft: true },
  ],
  [
    "the tags of a blog that Ghost imported, without the import's",
    "ghost.md",
    '---\ntitle: Reeds\ntags: [hash-tables, import-duties, hash-import-2026-02-03-13-25, "#Import 2026-02-03 13:25"]\n---\nText.\n',
    { topics: ["hash-tables", "import-duties"] },
  ],
  [
    "the day of the last edit where there is no other",
    "edited.md",
    "---\ntitle: Reeds\nlast_edited: 2026-02-03\n---\nText.\n",
    { publishedAt: new Date("2026-02-03T00:00:00Z"), updatedAt: new Date("2026-02-03T00:00:00Z") },
  ],
  [
    "the words that Adobe marks, without the marks",
    "adobe.md",
    "---\ntitle: Boats in [!DNL Quay Notes]\ndescription: How [!UICONTROL Boats] work.\ndate: 2026-02-03\n---\nText.\n",
    { title: "Boats in Quay Notes", summary: "How Boats work." },
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
    "Hexo's YAML that has neither a title nor an opening fence",
    "_posts/no-title.md",
    "date: 2026-02-03 22:57:49\ntags:\n---\n\nThe reeds stand in the water.\n",
    { publishedAt: new Date("2026-02-03T22:57:49Z"), title: "The reeds stand in the water" },
  ],
  [
    "places at the top, by number",
    "sticky.md",
    "---\ntitle: Reeds\ndate: 2026-02-03\nsticky: 100\n---\nText.\n",
    { pinned: true },
  ],
  [
    "no place at the top, by number",
    "not-sticky.md",
    "---\ntitle: Reeds\ndate: 2026-02-03\nsticky: 0\ntop: false\n---\nText.\n",
    { pinned: false },
  ],
  [
    "Gridea's pictures and its articles that are in no list",
    "gridea.md",
    "---\ntitle: 芦苇\ndate: 2026-02-03 10:00:00\npublished: true\nhideInList: true\nisTop: true\nfeature: /post-images/a.png\n---\n正文。\n",
    { draft: true, pinned: true, image: { source: "/post-images/a.png", alt: "" } },
  ],
  [
    "the folder of pictures that themes of Jekyll's share",
    "_posts/2026-02-03-reeds.md",
    "---\ntitle: Reeds\nimage:\n  feature: 22/reeds.jpg\n  credit: Ada\n---\nText.\n",
    { image: { source: "images/22/reeds.jpg", alt: "" } },
  ],
  [
    "what Qiita shares with few",
    "qiita.md",
    "---\ntitle: 葦\ntags:\n  - 川\nprivate: true\nupdated_at: '2026-02-03T10:00:00+09:00'\nid: abc\n---\n本文。\n",
    { draft: true, publishedAt: new Date("2026-02-03T01:00:00Z") },
  ],
  [
    "what Hugo builds in no list",
    "built.md",
    "---\ntitle: Reeds\ndate: 2026-02-03\n_build:\n  list: never\n---\nText.\n",
    { draft: true },
  ],
  [
    "what Ghost shows to members",
    "ghost.md",
    "---\ntitle: Reeds\ndate: 2026-02-03\nstatus: published\nvisibility: members\n---\nText.\n",
    { draft: true },
  ],
  [
    "a title and a summary under the names of search engines' plugins",
    "seo.md",
    "---\npostTitle: Reeds at last\ndate: 2026-02-03\nseoMetaDescription: They stand in the water.\n---\n## Why reeds?\n\nText.\n",
    { title: "Reeds at last", summary: "They stand in the water." },
  ],
  [
    "a Czech perex",
    "perex.md",
    "---\ntitle: Rákosí\ndate: 2026-02-03\nperex: Rákosí roste u přístavu.\n---\nText.\n",
    { summary: "Rákosí roste u přístavu." },
  ],
  [
    "a summary that is only a full stop",
    "dot.md",
    "---\ntitle: Reeds\ndate: 2026-02-03\ndescription: .\n---\nText.\n",
    { summary: undefined },
  ],
  [
    "the picture among the resources of a bundle of Hugo's",
    "reeds/index.md",
    "---\ntitle: Reeds\ndate: 2026-02-03\nimages: []\nresources:\n  - src: '*.jpg'\n  - name: featured-image\n    src: reeds.png\n---\nText.\n",
    { image: { source: "reeds.png", alt: "" } },
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
    "a picture's service whose addresses end in a slash, and tags that a template is yet to fill in",
    "service.md",
    '---\ntitle: Reeds\ndate: 2026-02-03\nsocialImage: https://pictures.example/5cc87f9b/\ntags: ["<%= tags %>", boats]\n---\nText.\n',
    { image: { source: "https://pictures.example/5cc87f9b/", alt: "" }, topics: ["boats"] },
  ],
  [
    "an article that is under review",
    "review.md",
    "---\ntitle: Reeds\ndate: 2026-02-03\nstatus: review\n---\nText.\n",
    { draft: true },
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
    "Middleman's addresses, which end as the file does",
    "blog/2026-02-03-boats.html.md",
    "---\ntags: wide water\n---\n\n![](a.png)\n",
    { title: "Boats", topics: ["wide water"], url: "https://example.org/blog/2026-02-03-boats.html" },
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
    "a category that is the article's language",
    "langue.md",
    "---\ntitle: Bateaux\ndate: 2026-02-03\nlang: fr-CA\ncategories: [FR, bateaux, it]\n---\nTexte.\n",
    { topics: ["bateaux", "it"] },
  ],
  [
    "an author's name beside what the author does",
    "author.md",
    "---\ntitle: A theme\ndate: 2026-02-03\nauthor_desc: Boats and oars\nauthor_name: Ada Writer\n---\nText.\n",
    { authors: ["Ada Writer"] },
  ],
  [
    "the summaries, authors and tags of several themes",
    "theme.md",
    "---\ntitle: A theme\ndate: 2026-02-03\nspoiler: Just because we can.\nauthor-post: Ada Writer\ntags:\n  - posts\n  - boats\n---\nText.\n",
    { summary: "Just because we can.", authors: ["Ada Writer"], topics: ["boats"] },
  ],
  [
    "a teaser that is a picture, and a picture that is a folder",
    "teaser.md",
    "---\ntitle: Teaser\ndate: 2026-02-03\npreview: /images/a.png\nimage: /images/\n---\nText.\n",
    { summary: undefined, image: undefined },
  ],
  [
    "an article that its site does not list",
    "hidden.md",
    "---\ntitle: Hidden\ndate: 2026-02-03\nisPublish: false\n---\nText.\n",
    { draft: true },
  ],
  [
    "a folder of one language with a title in its script",
    "content/th/boats.md",
    "---\ntitle: เรือ\ndate: 2026-02-03\n---\nข้อความ\n",
    { language: "th", topics: [] },
  ],
  [
    "a language that is called by a name of its own",
    "boats.md",
    '---\ntitle: Čamci\ndate: 2026-02-03\nlanguage: "Srpski"\n---\nTekst.\n',
    { language: "sr" },
  ],
  [
    "Microsoft's date, whose month comes first in all languages",
    "boats.md",
    "---\ntitle: Boote\nlang: de\nms.date: 02/03/2026\n---\nText.\n",
    { publishedAt: new Date("2026-02-03T00:00:00Z") },
  ],
  [
    "a folder of signs alone, which names no topic",
    "+/%# +/rope.md",
    "---\ntitle: Rope\n---\nText.\n",
    { topics: [] },
  ],
  [
    "a folder of two letters with titles in Latin letters, which may be a topic",
    "content/it/boats.md",
    "---\ntitle: Servers\ndate: 2026-02-03\n---\nText.\n",
    { language: undefined, topics: ["it"] },
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
    "a draft by its folder, whatever the generator",
    "blog/drafts/rope.md",
    "---\ntitle: Rope\ndate: 2026-02-03\n---\nText.\n",
    { draft: true },
  ],
  [
    "a folder of drafts in which one says that it is out",
    "blog/drafts/out.md",
    "---\ntitle: Rope\ndate: 2026-02-03\ndraft: false\n---\nText.\n",
    { draft: false },
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
    "PaperMod's sample, of which little was filled in",
    "sample.md",
    '---\ntitle: Sample\ndate: 2026-02-03\nauthor: Me\ndraft: false\ndescription: "Desc Text."\ncanonicalURL: "https://canonical.url/to/page"\ndraft: false\ncover:\n  image: "<image path/url>"\n  relative: false\n---\n\nText.\n',
    {
      authors: [],
      summary: undefined,
      image: undefined,
      url: "https://example.org/sample/",
      draft: false,
    },
  ],
  [
    "the house that an article came out in first, beside its day",
    "house.md",
    "---\ntitle: House\ndate: 2026-02-03\npublishedAt: Harbour Blog\n---\n\nText.\n",
    { publishedAt: new Date("2026-02-03T00:00:00Z") },
  ],
  [
    "an article that only leads to another site",
    "_posts/2026-02-03-press.md",
    "---\ntitle: Press\nredirect_to:\n- https://press.example/boats\n---\n",
    { url: "https://press.example/boats" },
  ],
  [
    "an article that moved within its site",
    "_posts/2026-02-03-moved.md",
    "---\ntitle: Moved\nredirect_to: /quays/\n---\n\nText.\n",
    { url: "https://example.org/2026/02/03/moved.html" },
  ],
  [
    "what an author is, in capital letters, and people whose names sound so",
    "office.md",
    "---\ntitle: Office\ndate: 2026-02-03\nauthor: Ada Writer, Harbour Executive Director, Max Reader, Head of Quays, Engineer Jones, Li Wei\n---\n\nText.\n",
    { authors: ["Ada Writer", "Max Reader", "Engineer Jones", "Li Wei"] },
  ],
  [
    "what two authors are, and one at a house of which it is told",
    "two.md",
    "---\ntitle: Two\ndate: 2026-02-03\nauthor: Ada Quill and Bo Reed, Product Managers, Max Berg, Senior Service Designer at the Quay, Di Low, Policy Fellow\n---\n\nText.\n",
    { authors: ["Ada Quill", "Bo Reed", "Max Berg", "Di Low"] },
  ],
  [
    "people whose names are those of trades",
    "trades.md",
    "---\ntitle: Trades\ndate: 2026-02-03\nauthor: Paige Turner, Jo Baker, Ada Writer, Max Fellows and Ann Lead\n---\n\nText.\n",
    { authors: ["Paige Turner", "Jo Baker", "Ada Writer", "Max Fellows", "Ann Lead"] },
  ],
  [
    "the page that shows whose a picture is, which is no picture",
    "page.md",
    "---\ntitle: Page\ndate: 2026-02-03\nphoto:\n  url: https://unsplash.com/photos/a_B-c1\n  author: Ada Writer\n---\n\nText.\n",
    { image: undefined },
  ],
  [
    "Distill's picture",
    "distill.Rmd",
    "---\ntitle: Distill\ndate: 2026-02-03\npreview: images/quay.png\noutput:\n  distill::distill_article:\n    self_contained: false\n---\n\nText.\n",
    { image: { source: "images/quay.png", alt: "" } },
  ],
  [
    "the author of a text that Medium exported",
    "2026-02-03_Boats.md",
    "# Boats\n\nText.\n\nBy [Ada M. Writer](https://medium.com/@ada) on [February 3, 2026](https://medium.com/p/1).\n\n[Canonical link](https://medium.com/@ada/boats-1)\n\nExported from [Medium](https://medium.com) on March 1, 2026.",
    { title: "Boats", authors: ["Ada M. Writer"] },
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
    "Blogger's picture, and not its thumbnail",
    "blogger.md",
    "---\ntitle: Quay\ndate: 2026-02-03\nthumbnail: https://4.bp.blogspot.com/-a/B/c/d/s72-c/quay.png\n---\n\nText.\n",
    { image: { source: "https://4.bp.blogspot.com/-a/B/c/d/s1600/quay.png", alt: "" } },
  ],
  [
    "a date that is still its own pattern",
    "pattern.md",
    "---\ntitle: Pattern\ndate: YYYY-MM-DD HH:MM:SS +/-TTTT\n---\n\nText.\n",
    { publishedAt: undefined },
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
    "Statamic's names with the time",
    "2026-02-03-0930.the-quay.md",
    "---\ntitle: The quay\n---\nText.\n",
    { publishedAt: new Date("2026-02-03T09:30:00Z") },
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
      draft: true,
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
      draft: false,
    },
  ],
  [
    "the tag by which Frog keeps an article back",
    "2026-02-03-boats.md",
    "    Title: Boats\n    Date: 2026-02-03T13:15:33\n    Tags: DRAFT, harbour\n\nText.\n",
    { draft: true, topics: ["harbour"] },
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
  [
    "the heading of a table of contents, and one with attributes apart",
    "boats.md",
    '# Table of Contents\n\n1.  [Boats](#one)\n\n# Boats { #one data-toc-label="B" }\n\nText.\n',
    { title: "Boats" },
  ],
];

/** Fields that stand for a summary in languages of Europe, and an English word that is the same as one of them. */
test.each([
  ["resume: Les bateaux rentrent au port ce soir.", "Les bateaux rentrent au port ce soir."],
  ["résumé: Les bateaux rentrent.", "Les bateaux rentrent."],
  ["chapo: Les bateaux rentrent.", "Les bateaux rentrent."],
  ["accroche: Les bateaux rentrent.", "Les bateaux rentrent."],
  ["kurztext: Die Boote kommen.", "Die Boote kommen."],
  ["wstęp: Łodzie wracają.", "Łodzie wracają."],
  ["rezumat: Bărcile se întorc.", "Bărcile se întorc."],
  ["uddrag: Bådene kommer hjem.", "Bådene kommer hjem."],
  ["resume: true", undefined],
  ["resume: files/ann-example.pdf", undefined],
  ["resume: The boats of Ann Example.pdf", undefined],
  ["resume: https://example.com/ann and so on here", undefined],
  ["resume: Ann Example", undefined],
  ["summary: Reeds.\nresume: The boats come home this evening.", "Reeds."],
])("of %s, the summary is %s", async (field, summary) => {
  const folder = makeFolder({ "reeds.md": post("Text.", `title: Reeds\ndate: 2026-02-03\n${field}`) });

  expect((await folder.article()).summary).toBe(summary);
});

test.each([
  [
    "summary: >+\n  FRIDAY, 3 February, from six\n\n  The boats come home with lanterns, songs and quite a lot of rope.\n\n\n  SATURDAY\n\n  More of them.",
    "FRIDAY, 3 February, from six – The boats come home with lanterns, songs and quite a lot of rope. SATURDAY – More of them.",
  ],
  ["teaser: |\n  Low tide\n\n  The boats come home.", "Low tide – The boats come home."],
  [
    "summary: |\n  The boats of the lower quay come home with\n  Ann, who has the rope that they need.",
    "The boats of the lower quay come home with Ann, who has the rope that they need.",
  ],
  ["summary: |\n  The boats come home,\n\n  and the tide turns.", "The boats come home, and the tide turns."],
])("the paragraphs of %j are read as %s", async (field, summary) => {
  const folder = makeFolder({ "reeds.md": post("Text.", `title: Reeds\ndate: 2026-02-03\n${field}`) });

  expect((await folder.article()).summary).toBe(summary);
});

test.each([
  [
    "German",
    "titel: Boote\ndatum: 2026-02-03\naktualisiert: 2026-02-04\nautor: Anna Muster\nschlagworte: [Hafen, See]\nbeschreibung: Boote im Hafen.",
    { updatedAt: new Date("2026-02-04T00:00:00Z"), topics: ["Hafen", "See"], summary: "Boote im Hafen." },
  ],
  [
    "Portuguese",
    "Título: Barcos\nData: 3 de fevereiro de 2026\nAutor: Ana Exemplo\nResumo: Barcos no porto.",
    { title: "Barcos", authors: ["Ana Exemplo"], summary: "Barcos no porto." },
  ],
  [
    "French, held back",
    "titre: Bateaux\ncréé: 2026-02-03\nétiquettes: [port]\nbrouillon: true",
    { title: "Bateaux", topics: ["port"], draft: true },
  ],
  [
    "Finnish",
    "otsikko: Veneet\npäivämäärä: 2026-02-03\nkategoriat: [Satama]\navainsanat:\n  - Vene\nkirjoittaja: Anna Esimerkki",
    { title: "Veneet", topics: ["Vene", "Satama"], authors: ["Anna Esimerkki"] },
  ],
  [
    "Spanish, with two days",
    "titulo: Barcos\nfecha_publicacion: 2026-02-03 (martes, 19h)\nfecha_actualizacion: 2026-02-04\netiquetas: [puerto]",
    { title: "Barcos", topics: ["puerto"], updatedAt: new Date("2026-02-04T00:00:00Z") },
  ],
  [
    "French, of people with a name",
    "titre: Bateaux\ndate: 2026-02-03\nauteurs:\n  - nom: Anne Exemple\n    titre: Capitaine\n  - nom: Jean Exemple",
    { authors: ["Anne Exemple", "Jean Exemple"] },
  ],
  [
    "Swedish, of two people",
    "titel: Båtar\ndatum: 2026-02-03\nförfattare: Anna Exempel och Jan Exempel\nnyckelord: [hamn]",
    { topics: ["hamn"], authors: ["Anna Exempel", "Jan Exempel"] },
  ],
  [
    "Russian",
    "название: Лодки\nдата: 3 февраля 2026 г.\nтеги: [порт]\nавтор: Анна Пример",
    { title: "Лодки", topics: ["порт"], authors: ["Анна Пример"] },
  ],
  [
    "Chinese",
    "标题: 船\n创建日期: 2026-02-03\n标签: [港口]\n作者: 安娜",
    { title: "船", topics: ["港口"], authors: ["安娜"] },
  ],
  ["Arabic", "العنوان: قوارب\nالتاريخ: 2026-02-03\nالوسوم: [ميناء]", { title: "قوارب", topics: ["ميناء"] }],
  ["English beside a German word", "title: Boats\ntitel: Boote\ndate: 2026-02-03", { title: "Boats" }],
  ["English with data of its own", "title: Boats\ndate: 2026-02-03\ndata: 2019 census", { title: "Boats" }],
])("fields with names in their author's language: %s", async (_language, block, expected) => {
  const folder = makeFolder({ "a.md": `---\n${block}\n---\nText.\n` });

  expect(await folder.article("a.md", { timeZone: "UTC" })).toMatchObject({
    publishedAt: new Date("2026-02-03T00:00:00Z"),
    ...expected,
  });
});

test("a day that does not exist is found under its name in the author's language", async () => {
  const folder = makeFolder({ "a.md": "---\ntitel: Boote\ndatum: 2026-02-30\n---\nText.\n" });

  expect((await folder.scan()).refused).toMatchObject([{ path: "a.md", line: 3 }]);
});

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

test.each(posts)("%s", async (_what, path, text, expected) => {
  const folder = makeFolder({ [path]: text });

  const article = await folder.article(path, { timeZone: "UTC", baseUrl: "https://example.org/" });

  expect(article).toMatchObject(expected);
});

test("an article behind a password stays at home, and its author is told why", async () => {
  const folder = makeFolder({ "a.md": "---\ntitle: A\ndate: 2026-02-03\npassword: sesame\n---\nText.\n" });

  const { articles, notes } = await folder.scan();

  expect(articles[0]?.draft).toBe(true);
  expect(notes).toEqual([
    { path: "a.md", line: 4, message: "The article is behind a password on its site; taken for a draft." },
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
  ["a rule of many hyphens", "----------\n\nText.\n", "Text"],
  ["a heading without a text", "###\n\nText.\n\n###\n", "Text"],
  ["a comment", "<!--\nNot yet.\n-->\n\nText.\n", "Text"],
  ["code", "```\nx: 1\n```\n\nText.\n", "Text"],
  ["a percent sign", "% of boats that float.\nText.\n", "% of boats that float"],
  ["a line of a text with a colon under a title", "# Title\n\nNote: it rains.\n\nText.\n", "Title"],
])("%s at the start of a text is no front matter", async (_what, text, title) => {
  expect((await makeFolder({ "a.md": text }).article()).title).toBe(title);
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

test("a day that does not exist is refused with its line, wherever ikiwiki's mark stands", async () => {
  const folder = makeFolder({ "quay.mdwn": 'The quay is open.\n\n[[!meta date="2026-02-30"]]\n' });

  const { refused } = await folder.scan();

  expect(refused).toMatchObject([{ path: "quay.mdwn", line: 3 }]);
});
