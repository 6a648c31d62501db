import { expect, test } from "vitest";

import { makeFolder } from "./articles-folder.ts";

/** What public blogs in many languages do, each in an article of our own: the file, its text, and what a reader gets. */
const posts: readonly (readonly [what: string, path: string, text: string, expected: object])[] = [
  [
    "Hexo's YAML without an opening fence",
    "hexo.md",
    "title: はじめてのブログ\ndate: 2015-01-02 10:00:00\ntags:\n- 日記\n- 雑記\n---\n今日は天気が良かった。明日も\n晴れるといいな。\n",
    {
      title: "はじめてのブログ",
      date: "2015-01-02T10:00:00.000Z",
      topics: ["日記", "雑記"],
      excerpt: "今日は天気が良かった。明日も晴れるといいな。",
    },
  ],
  [
    "headings that a program made a description of",
    "quay.md",
    "---\ntitle: 码头\ndate: 2020-05-06\ndescription: '## 码头;船;### 潮汐'\n---\n码头开了。\n\n## 码头\n",
    { excerpt: "码头开了。" },
  ],
  [
    "the tagline of a theme of Jekyll's, which stands where an excerpt would",
    "kaj.md",
    "---\ntitle: Kajen\ndate: 2020-05-06\ntagline: Vi bygger en kaj av vass. Kom och titta!\n---\nLänkarna finns här:\n\n- [Ett](https://example.com/1)\n",
    { excerpt: "Vi bygger en kaj av vass. Kom och titta!" },
  ],
  [
    "a teaser that is a sentence, as ESLint's blog has it",
    "_posts/2020-05-06-kaj.md",
    "---\ntitle: Kajen\nteaser: Vi bygger en kaj av vass.\n---\n## Länkar\n\nMer om kajen.\n",
    { title: "Kajen", excerpt: "Vi bygger en kaj av vass." },
  ],
  [
    "a tagline that is a motto",
    "pir.md",
    "---\ntitle: Piren\ndate: 2020-05-06\ntagline: Båtar och annat\n---\nVi bygger en pir.\n",
    { excerpt: "Vi bygger en pir." },
  ],
  [
    "spaces between tags where the layout is Jekyll's",
    "jetson.md",
    "---\nlayout: post\ntitle: Uma placa\ndate: 2020-05-06 08:00:00\ntags: placas redes-neurais\n---\nA placa é pequena.\n",
    { topics: ["placas", "redes-neurais"], excerpt: "A placa é pequena." },
  ],
  [
    "a link to what an article is about, which is not its own address",
    "guide.md",
    "---\ntitle: 안내\ndate: 2026-03-10\npermalink: /guide/\noriginal_url: https://else.example/x\n---\n마지막 업데이트: 2026-03-10\n\n## 목적\n\n짧게 잡는 문서입니다.\n",
    { url: "https://example.org/guide/", excerpt: "짧게 잡는 문서입니다." },
  ],
  [
    "a folder of one language, as its article says",
    "ar/java.md",
    "---\nlang: ar\ntitle: مقدمة\ndate: 2026-01-05\n---\n## 1\n\nهل هذا صحيح؟ نعم، هذا صحيح.\n",
    { topics: [], language: "ar", excerpt: "هل هذا صحيح؟ نعم، هذا صحيح." },
  ],
  [
    "the addresses of other posts in the midst of a text",
    "_posts/2026-02-04-bonjour.md",
    "---\ntitle: Bonjour\n---\nLe maire a dit « oui ». {% post_url 2026-02-03-rien %}\n",
    { date: "2026-02-04T00:00:00.000Z", excerpt: "Le maire a dit « oui »." },
  ],
  [
    "Hugo's references in the midst of a text, and in a link",
    "refs.md",
    '---\ntitle: Refs\ndate: 2026-02-12\n---\n{{< ref "other.md" >}}\n\nSee [it]({{< relref "/posts/other" >}}) here.\n',
    { excerpt: "See it here." },
  ],
  [
    "a sentence with a hole in it beside whole ones",
    "hole.md",
    "---\ntitle: Hole\ndate: 2026-02-12\n---\nWelcome to {{ site.name }}. The bridge is open again.\n",
    { excerpt: "The bridge is open again." },
  ],
  [
    "MDX that names its own title",
    "post.mdx",
    "---\ntitle: Astro\npubDate: Nov 20 2026\n---\nHello {frontmatter.title}, this is *MDX*.\n",
    { date: "2026-11-20T00:00:00.000Z", excerpt: "Hello Astro, this is MDX." },
  ],
  [
    "Obsidian's tags on a line, and a comment before a full stop",
    "note.md",
    "---\ntitle: Note\ncreated: 2026-02-10 10:00\n---\n#seed #idea\n\nA thought %%not for you%%. And another.\n",
    { date: "2026-02-10T10:00:00.000Z", excerpt: "A thought. And another." },
  ],
  [
    "tags of Jekyll that are folded",
    "_posts/2020-05-06-reeds.md",
    "---\nlayout: post\ntitle: Тростник\ntags: >\n  reeds water\n---\nТростник растёт.\n",
    { topics: ["reeds", "water"] },
  ],
  [
    "Microsoft's field for the language of a translation",
    "docs/reeds.md",
    "---\ntitle: 蘆葦\nLocale: en-US\nms.date: 05/06/2020\nms.contentlocale: zh-TW\n---\n蘆葦很高。\n",
    { language: "zh-TW", date: "2020-05-06T00:00:00.000Z" },
  ],
  [
    "a day with the word for writing behind it",
    "reeds.md",
    "---\ntitle: 갈대\n---\n<p>2020-05-06 작성</p>\n\n<p>갈대가 자란다.</p>\n",
    { date: "2020-05-06T00:00:00.000Z", excerpt: "갈대가 자란다." },
  ],
  [
    "a first paragraph that says something, and where its code stands",
    "reeds.md",
    "---\ntitle: 芦苇\ndate: 2020-05-06\n---\n今年夏天，我们在码头边量了所有芦苇的高度。项目源码：[https://example.org/reeds/and/boats/of/the/long/summer](https://example.org/reeds/and/boats/of/the/long/summer)\n\n## 船\n\n船很多。\n",
    { excerpt: "今年夏天，我们在码头边量了所有芦苇的高度。" },
  ],
  [
    "values of a template in a title, and in the body",
    "reeds.md",
    "---\ntitle: Как запустить {{ boat-name }} (Rescue-CD)\ndate: 2020-05-06\n---\nОткройте {{ boat-name }}. Тростник растёт.\n",
    { title: "Как запустить (Rescue-CD)", excerpt: "Тростник растёт." },
  ],
  [
    "a tag that prints a value in a title, and in the body",
    "reeds.md",
    "---\ntitle: Reeds and {% data boats.red %}\ndate: 2020-05-06\n---\nTake {% data boats.red %} here.\n",
    { title: "Reeds and" },
  ],
  [
    "a title about a template",
    "reeds.md",
    "---\ntitle: What {{ page.title }} and {% cycle odd %} say\ndate: 2020-05-06\n---\nWrite `{{ page.boat }}`.\n",
    { title: "What {{ page.title }} and {% cycle odd %} say" },
  ],
  [
    "a film at the end of the first paragraph",
    "film.md",
    '---\ntitle: Кіно\ndate: 2026-01-09\n---\nЦе перша стаття. {{< youtube id="abc" >}}\n',
    { excerpt: "Це перша стаття." },
  ],
  [
    "a language that both the folder and the name say, which is no topic",
    "content/tr/photos/iskele.tr.md",
    '+++\ntitle = "İskele fotoğrafları"\ndate = "2020-05-06"\n+++\nİskele burada.\n',
    { language: "tr", topics: ["photos"] },
  ],
  [
    "a post whose comments have a number larger than programs count",
    "reeds.md",
    '+++\ntitle = "Sazlar"\ndate = 2020-05-06\n[comments]\nid = 109869413697208038\n+++\nSazlar büyüyor.\n',
    { title: "Sazlar", excerpt: "Sazlar büyüyor." },
  ],
  [
    "a drawing of Mermaid's in HTML, which no reader sees drawn",
    "reeds.md",
    '---\ntitle: Sazlar\ndate: 2020-05-06\n---\n<div class="mermaid">\nflowchart TB\n    A["<b>Saz</b>"] --> B{{Su}}\n</div>\n\nSazlar büyüyor.\n',
    { excerpt: "Sazlar büyüyor." },
  ],
  [
    "a bar between the day and the time",
    "reeds.md",
    "---\ntitle: Тростник\ndate: '2020/05/06|15:00'\n---\nТростник растёт.\n",
    { date: "2020-05-06T15:00:00.000Z" },
  ],
  [
    "Docusaurus' folder of translations, whose language is proven and which is no topic",
    "i18n/hr/docusaurus-plugin-content-docs/current/reeds.md",
    "---\ntitle: Trska\ndate: 2020-05-06\n---\nTrska raste.\n",
    { language: "hr", topics: [] },
  ],
];

test.each(posts)("%s", async (_what, path, text, expected) => {
  const folder = makeFolder({ [path]: text });
  const options = { timeZone: "UTC", baseUrl: "https://example.org/" };

  const { title, publishedAt, topics, url, language } = await folder.article(path, options);
  const { excerpt } = await folder.body(path, { baseUrl: options.baseUrl });

  expect({ title, date: publishedAt?.toISOString(), topics, url, language, excerpt }).toMatchObject(expected);
});

test("the caption of a figure is read by all, and its text alone stands for the picture", async () => {
  const folder = makeFolder({
    "a.md":
      '---\ntitle: A\ndate: 2026-02-12\n---\n{{< figure src="https://img.example.org/a.png" caption="A *figure*" >}}\n',
  });

  expect((await folder.body()).html.replace(/\s*\n\s*/g, "")).toBe(
    '<figure><img src="https://img.example.org/a.png" alt="A figure" /><figcaption><p>A <em>figure</em></p></figcaption></figure>',
  );
});
