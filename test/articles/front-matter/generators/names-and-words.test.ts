import { expect, test } from "vitest";

import { makeFolder, post } from "../../articles-folder.ts";
import { testArticles } from "../article-cases.ts";

/** Titles, authors, topics, summaries, pictures, languages and addresses. */
testArticles([
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
    "a note's own name, which headings below its text are no rivals of",
    "Closing the quay for good.md",
    "---\ndate: 2026-02-03\n---\nFirst the boats.\n\n# Boats\n\nText.\n\n# Rope\n\nText.\n",
    { title: "Closing the quay for good" },
  ],
  [
    "a page of Logseq's within another, whose name is its title",
    "pages/harbour-office___rope.md",
    "- Text of a page.\n",
    { title: "harbour-office/rope" },
  ],
  [
    "Obsidian's tags on a line of their own",
    "boats.md",
    "#harbour  #rope/wet \n\nText.\n",
    { topics: ["harbour", "rope/wet"] },
  ],
  ["one word with its sign, which may be a heading", "boats.md", "#Harbour\n\nText.\n", { topics: [] }],
  [
    "a folder of documentation in its order",
    "docs/03-rope/boats.md",
    "# Boats\n\nText.\n",
    { topics: ["rope"] },
  ],
  [
    "HackMD's line of tags, which is no title",
    "hack.md",
    "###### tags: `boats`\n\n# <center>The quay</center>\n\nText.\n",
    { title: "The quay" },
  ],
  [
    "the tags of a blog that Ghost imported, without the import's",
    "ghost.md",
    '---\ntitle: Reeds\ntags: [hash-tables, import-duties, hash-import-2026-02-03-13-25, "#Import 2026-02-03 13:25"]\n---\nText.\n',
    { topics: ["hash-tables", "import-duties"] },
  ],
  [
    "the words that Adobe marks, without the marks",
    "adobe.md",
    "---\ntitle: Boats in [!DNL Quay Notes]\ndescription: How [!UICONTROL Boats] work.\ndate: 2026-02-03\n---\nText.\n",
    { title: "Boats in Quay Notes", summary: "How Boats work." },
  ],
  [
    "the folder of pictures that themes of Jekyll's share",
    "_posts/2026-02-03-reeds.md",
    "---\ntitle: Reeds\nimage:\n  feature: 22/reeds.jpg\n  credit: Ada\n---\nText.\n",
    { image: { source: "images/22/reeds.jpg", alt: "" } },
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
    "a picture's service whose addresses end in a slash, and tags that a template is yet to fill in",
    "service.md",
    '---\ntitle: Reeds\ndate: 2026-02-03\nsocialImage: https://pictures.example/5cc87f9b/\ntags: ["<%= tags %>", boats]\n---\nText.\n',
    { image: { source: "https://pictures.example/5cc87f9b/", alt: "" }, topics: ["boats"] },
  ],
  [
    "Middleman's addresses, which end as the file does",
    "blog/2026-02-03-boats.html.md",
    "---\ntags: wide water\n---\n\n![](a.png)\n",
    { title: "Boats", topics: ["wide water"], url: "https://example.org/blog/2026-02-03-boats.html" },
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
    "PaperMod's sample, of which little was filled in",
    "sample.md",
    '---\ntitle: Sample\ndate: 2026-02-03\nauthor: Me\ndraft: false\ndescription: "Desc Text."\ncanonicalURL: "https://canonical.url/to/page"\ndraft: false\ncover:\n  image: "<image path/url>"\n  relative: false\n---\n\nText.\n',
    {
      authors: [],
      summary: undefined,
      image: undefined,
      url: "https://example.org/sample/",
      draft: undefined,
    },
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
    "Blogger's picture, and not its thumbnail",
    "blogger.md",
    "---\ntitle: Quay\ndate: 2026-02-03\nthumbnail: https://4.bp.blogspot.com/-a/B/c/d/s72-c/quay.png\n---\n\nText.\n",
    { image: { source: "https://4.bp.blogspot.com/-a/B/c/d/s1600/quay.png", alt: "" } },
  ],
  [
    "the heading of a table of contents, and one with attributes apart",
    "boats.md",
    '# Table of Contents\n\n1.  [Boats](#one)\n\n# Boats { #one data-toc-label="B" }\n\nText.\n',
    { title: "Boats" },
  ],
]);

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
    { title: "Bateaux", topics: ["port"], draft: "it says draft: true" },
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
