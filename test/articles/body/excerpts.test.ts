import { expect, test } from "vitest";

import { makeFolder, post } from "../articles-folder.ts";

const long =
  "The council met on Thursday to talk about water. It had been called at short notice, and few came. "
    .repeat(5)
    .trim();

test.each([
  [
    "# Heading\n\n![A picture](https://example.org/a.png)\n\nBy Ada Writer\n\nThe council met.\n\nMore.",
    "The council met.",
  ],
  ["*20 November 2026*\n\nThe council met.", "The council met."],
  ["A title\nThe council met.", "The council met."],
  // A text that is all lists begins with its first points; a list above a text may be what it holds.
  [
    "## Tides\n\n- The tide comes in twice a day.\n- It goes out.\n\n## Boats\n\n- They wait.\n\n## Nets\n\n- They dry.\n\n## Source\n\nSee the book of tides.",
    "The tide comes in twice a day.",
  ],
  ["- The tides\n- The boats\n\n## The tides\n\nThe council met.", "The council met."],
  ["- The tides\n- The boats\n\n## Tides\n\n## High\n\nThe council met.", "The council met."],
  [
    "- [The tides](#a)\n\n## Tides\n\n- High\n\n## Boats\n\n- Low\n\n## End\n\nThe council met.",
    "The council met.",
  ],
  // Terms of a table are no sentence.
  ["## Words\n\n| Term | Meaning |\n|---|---|\n| Quay | Where boats lie |", ""],
  // An emoji or a wave ends a sentence as well.
  ["今週の金曜は港で会いましょう～\n\n港。", "今週の金曜は港で会いましょう～"],
  ["금요일에 항구에서 만나요~\n\n항구.", "금요일에 항구에서 만나요~"],
  ["The council met on the quay 🎉\n\nMore.", "The council met on the quay 🎉"],
  ["The council met ⚓️\n\nMore.", "The council met ⚓️"],
  ["The size is about 5~\n\nMore.", "The size is about 5~…"],
  ["Xin chào mọi người!\n\nThuyền đã về.", "Thuyền đã về."],
  ["Hello!", "Hello!"],
  ["大家好！我们是渔民。\n\n船回来了。", "大家好！我们是渔民。"],
  ["其一\n\n春潮带雨晚来急。", "春潮带雨晚来急。"],
  ["潮起 潮落\n三日 無魚\n船在 港中", "潮起 潮落 三日 無魚 船在 港中"],
  ["潮が引いた後の港には\n船が一艘だけ残って\nいた。", "潮が引いた後の港には船が一艘だけ残っていた。"],
  ["※この記事は[旧ブログ](https://example.org/)、別の場所から引っ越しました\n\n潮が引いた。", "潮が引いた。"],
  ["この記事は港から引っ越した人の話です。\n\n潮が引いた。", "この記事は港から引っ越した人の話です。"],
  ["[`A title`](https://example.org/)\nis what the council met for.", "A title is what the council met for."],
  ["Created: 2026-11-20 22:47\n\nThe council met.", "The council met."],
  ["Posted on November 20, 2026\nThe council met.\nIt rained.", "The council met. It rained."],
  ["By Ada Writer\nThe council met.", "The council met."],
  ["By Ada Writer<br>The council met.", "The council met."],
  ["By Ada Writer\\\nThe council met.", "The council met."],
  [
    "Published on November 20, 2026 | 6 min read | Author: Ada Writer, Ph.D.\n\nThe council met.",
    "The council met.",
  ],
  ["Posted on November 20, 2026 in Boats, Water\n\nThe council met.", "The council met."],
  ["Posted in Boats, Water\n\nThe council met.", "The council met."],
  ["*As of version 2.*\n\nThe council met.", "The council met."],
  ["*The reeds are tall,*\n\n*the water is low.*", "The reeds are tall…"],
  ["parent: [[boats|boats]]\ntags: #water/low #reeds\n\n---\n\nThe council met.", "The council met."],
  ["The council met.\n\nSPLIT\\_SUMMARY\\_BEFORE\\_THIS\n\nIt rained.", "The council met."],
  [
    "November 20, 2026 · The council met. It rained.\n\nMore.",
    "November 20, 2026 · The council met. It rained.",
  ],
  [
    "Posted in Oslo by a friend, the letter came on Monday.\n\nMore.",
    "Posted in Oslo by a friend, the letter came on Monday.",
  ],
  [
    "On 20 November 2026, after a night at the mill,\nthe council met.",
    "On 20 November 2026, after a night at the mill, the council met.",
  ],
  ["17 de novembro de 2008\n\nThe council met.", "The council met."],
  ["Publicado el 3 de mayo de 2019 por Ada Writer\n\nThe council met.", "The council met."],
  ["Publié le 3 mai 2019\n\nThe council met.", "The council met."],
  [
    "Escrito por Ada el Miércoles, 3 Mayo 2019, foto por Quay.example\n\nThe council met.",
    "The council met.",
  ],
  ["Escrito por Ada en Mayo – 3 – 2019\n\nThe council met.", "The council met."],
  ["Geschrieben von Ada Writer am 3.5.2019\n\nThe council met.", "The council met."],
  [
    "Escrito por manos ajenas el 3 de mayo de 2019 en la plaza.\n\nMore.",
    "Escrito por manos ajenas el 3 de mayo de 2019 en la plaza.",
  ],
  ["### Kind\n\nNews\n\n### Text\n\nThe council met.", "The council met."],
  ["News", "News"],
  ["Veröffentlicht am 3. Mai 2019\n\nThe council met.", "The council met."],
  ["Publicerad den 3 maj 2019\n\nThe council met.", "The council met."],
  ["Julkaistu 3.5.2019\n\nThe council met.", "The council met."],
  [":calendar: Date de publication initiale : 17 novembre 2008\n\nThe council met.", "The council met."],
  [":calendar: Date initiale : {{ page.meta.date }}\n\nThe council met.", "The council met."],
  [
    "**[8]** The Harbour Post, a comment by one Mr Max Reader of the lower quay\\\nArticle: 03.05.2019 · Read: 04.05.2019\n\nThe council met.",
    "The council met.",
  ],
  ["Publié le 3 mai 2019 est la date du contrat.\n\nMore.", "Publié le 3 mai 2019 est la date du contrat."],
  ["Dear friends of the harbour,\n\nThe council met.", "The council met."],
  ["Dear friends of the harbour,", "Dear friends of the harbour…"],
  ["**When: 14:00–17:00**\\\n**Where: Reed House e.V.**\n\nThe council met.", "The council met."],
  ["2014.12.22, Version 1.2 (stable)\n\nThe council met.", "The council met."],
  ["[Français](/fr) | [Deutsch](/de)\n\nThe council met.", "The council met."],
  [
    "> A quotation.\n\n- a list\n\n| a |\n|---|\n| b |\n\n```\ncode\n```\n\nThe council met.",
    "The council met.",
  ],
  [
    "The **council** [met](https://example.org) with `Mr. Smith` on Jan. 14[^1].\n\n[^1]: So they say.",
    "The council met with Mr. Smith on Jan. 14.",
  ],
  ["One.\n\nTwo.\n\n<!--more-->\n\nThree.", "One. Two."],
  ["One.\n\n<!-- more -->\n\nThree.", "One."],
  ["السلام عليكم ورحمة الله وبركاته …\n\nعبرت العبّارة النهر.", "عبرت العبّارة النهر."],
  ["One.\n\n<!-- truncate -->\n\nThree.", "One."],
  ["> In short: boats.\n\n<!-- more -->\n\nThree.", "In short: boats."],
  ["> A song.\n\nOne.\n\n<!-- more -->\n\nThree.", "One."],
  ["> **Warning**\n>\n> The quay is closed.\n\n<!-- more -->\n\nThree.", "Three."],
  ["- only\n- a list", "only; a list"],
  [
    "- boats --\n  - a new hull\n  - two sails\n- nets\n\n## More\n\n- reeds",
    "boats: a new hull; two sails; nets…",
  ],
  ["- 船\n  - 新しい帆\n- net", "船：新しい帆；net"],
  ["- boats: a new hull\n- nets\n\nSums:\n\n```\n2\n```", "boats: a new hull; nets…"],
  [`- boats\n  - ${"a new hull, ".repeat(20)}and sails.`, `boats: ${"a new hull, ".repeat(20)}and sails.`],
  ["- The council met.\n- It rained.", "The council met."],
  ["> Only a quotation.", "Only a quotation."],
  ["> [!info] In short\n> The council met.", "The council met."],
  ['<p><b>Links</b>: <a href="/a">A</a> · <a href="/b">B</a></p>\n\nThe council met.', "The council met."],
  ["**Introduction**\n\nThe council met.", "The council met."],
  ["<div><p>Old <b>HTML</b> post.</p><p>More.</p></div>", "Old HTML post."],
  ["<script>alert(1)</script><style>p{}</style>\n\nThe council met.", "The council met."],
  ["The council met. Here are the results:\n\n- one", "The council met."],
  ["The council met and then it", "The council met and then it"],
  ["The council met and then it\n\n## Boats", "The council met and then it…"],
  ["Minutes of the reed club, 2026-03-02", "Minutes of the reed club, 2026-03-02"],
  ["Minutes of the reed club\n\nThey met.", "Minutes of the reed club…"],
  ["Minutes of the reed club\n\n<!--more-->", "Minutes of the reed club"],
  ["Minutes of the reed club\n\n<!--more-->\n\nThey met.", "Minutes of the reed club…"],
  ["It ended “in tears.”", "It ended “in tears.”"],
  ["第一句話結束了。\n第二句話也結束了！", "第一句話結束了。第二句話也結束了！"],
  ["これは最初の文です。\n二番目の文です。", "これは最初の文です。二番目の文です。"],
  ["ประชุมสภาเมืองเมื่อวานนี้", "ประชุมสภาเมืองเมื่อวานนี้"],
  ["![A lake](https://example.org/a.png)\n*The lake in winter.*\n\nThe council met.", "The council met."],
  ["![A lake](https://example.org/a.png)\n\n_The lake in winter_\n\nThe council met.", "The council met."],
  [
    "Photo by [Ada](https://example.org) on [Unsplash](https://example.org)\n\nThe council met.",
    "The council met.",
  ],
  ["🗓️ Feb 3, 2026 &nbsp;&nbsp;📂 Boats, Water\n\n---\n\nThe council met.", "The council met."],
  ["📅 The fair is on 3 February 2026, at the quay", "📅 The fair is on 3 February 2026, at the quay"],
  ["<small>Foto: Ada Writer</small>\n\nThe council met.", "The council met."],
  ["*5 min read*\n\nThe council met.", "The council met."],
  ["For example:\n\n```\na\n```\n\nThe council met.", "The council met."],
  ["例：\n\n- 一\n\n市议会开会了。", "市议会开会了。"],
  ["Process: [Main](https://example.org/glossary)\n\nThe council met.", "The council met."],
  ["**Status:** done\n**Date:** 2026-11-20\n**Issue:** #3\n\nThe council met.", "The council met."],
  ["<details>\n<summary>Click to expand</summary>\n\nThe council met.\n\n</details>", "The council met."],
  ["Severity: low\nPlace: The quay\nPublished: 2026-11-20\n\nThe council met.", "The council met."],
  ["Price: free, and that: all day.\n\nMore.", "Price: free, and that: all day."],
  [
    "Three wishes: rain, wind: and so on: nothing else.",
    "Three wishes: rain, wind: and so on: nothing else.",
  ],
  ["Tags: [[Boats]] [[Water]]\n\nThe council met.", "The council met."],
  ["标签：[船](/a) [水](/b)\n\n市议会开会了。", "市议会开会了。"],
  [
    "Demo: [Here](https://example.org/a) | Docs: [There](https://example.org/b)\n\nThe council met.",
    "The council met.",
  ],
  ["Lesezeit: 3 Minuten\n\nDer Rat tagte.", "Der Rat tagte."],
  ["| 18:00-18:15 | The council met. |\n|---|---|\n| 18:30 | All went home. |", "The council met."],
  ["**Table of contents**\n\n- [One](#one)\n\nThe council met.", "The council met."],
  ["目次\n\n1. [一](#一)\n\n市議会が開かれた。", "市議会が開かれた。"],
  [
    "*This post was originally published on [a blog](https://example.org).*\n\nThe council met.",
    "The council met.",
  ],
  [
    "Este artículo fue publicado originalmente en otro sitio.\n\nSe reunió el consejo.",
    "Se reunió el consejo.",
  ],
  ["*約 8 分鐘*\n\n會議開始了。", "會議開始了。"],
  ["> 阅读时间：约 8 分钟 · 难度：必修\n\n会议开始了。", "会议开始了。"],
  ["<em>所有文章均为原创，转载请注明出处</em>\n\n会议开始了。", "会议开始了。"],
  ["※無断転載を禁じます。\n\n会議が始まりました。", "会議が始まりました。"],
  ["記事の無断転載をめぐり会議が開かれました。", "記事の無断転載をめぐり会議が開かれました。"],
  ["> 本文发布于 [别处](https://example.org) 转载请保留链接 ;)\n\n会议开始了。", "会议开始了。"],
  ["本文首发于别处，转载请注明出处。\n\n会议开始了。", "会议开始了。"],
  ["<div>We use cookies.</div>\n\nThe council met.", "The council met."],
  ["Advertisement\n\nThe council met.", "The council met."],
  ["rating:: 5\n\nThe council met.", "The council met."],
  [
    "The council met for five minutes, read its minutes and went home.",
    "The council met for five minutes, read its minutes and went home.",
  ],
  [
    "Photographs by the dozen were taken before the council met. They show rain.",
    "Photographs by the dozen were taken before the council met. They show rain.",
  ],
  ["![only](https://example.org/a.png)", ""],
])("the excerpt of %j", async (body, excerpt) => {
  expect((await makeFolder({ "a.md": post(body) }).body()).excerpt).toBe(excerpt);
});

test("a long paragraph is cut at the end of a sentence", async () => {
  const { excerpt } = await makeFolder({ "a.md": post(long) }).body();

  expect(excerpt.length).toBeLessThanOrEqual(300);
  expect(excerpt).toMatch(/few came\.$/);
});

test("Chinese is cut at its own sentence ends, never within a character", async () => {
  const { excerpt } = await makeFolder({
    "a.md": post("總統賴清德昨日表示，新橋將於明年完工。".repeat(20)),
  }).body();

  expect(excerpt.endsWith("。")).toBe(true);
  expect(excerpt.length).toBeLessThanOrEqual(150);
});

test("one endless sentence is cut at a word, with an ellipsis", async () => {
  const { excerpt } = await makeFolder({ "a.md": post("and so on ".repeat(100)) }).body();

  expect(excerpt).toMatch(/^and so on .* (?:and|so|on)…$/);
  expect(excerpt.length).toBeLessThanOrEqual(300);
});

test.each([
  ["description: The water question.", "The water question."],
  ["summary: No full stop", "No full stop"],
  ["excerpt: |\n  The *water*\n  question.", "The water question."],
  ["description: '{{ page.title }}'", "The council met."],
  ["description: A title", "The council met."],
  // A program cut the body off after so many letters: a whole sentence of it is better.
  ["description: The coun...", "The council met."],
])("the author's %j is believed, if it is one", async (line, excerpt) => {
  expect(
    (
      await makeFolder({
        "a.md": post("The council met.", `title: A title\ndate: 2026-11-20\n${line}`),
      }).body()
    ).excerpt,
  ).toBe(excerpt);
});

test("a closing by-line is never the excerpt", async () => {
  const folder = makeFolder({
    "a.md": post("![](https://example.org/a.png)\n\nAda Writer is a professor of law at Underhill College."),
  });

  expect((await folder.article()).authors).toEqual(["Ada Writer"]);
  expect((await folder.body()).excerpt).toBe("");
});

test.each([
  ["word ".repeat(238 * 3), 3],
  ["字".repeat(1000), 2],
  ["short", 1],
  ["", 1],
  [`\`\`\`\n${"word ".repeat(2000)}\n\`\`\``, 1],
  ["ก".repeat(238 * 5 * 2), 2],
  ["हिन्दी ".repeat(238 * 3), 3],
  ["می‌شود - ".repeat(238 * 3), 3],
])("the reading time of a text", async (body, minutes) => {
  expect((await makeFolder({ "a.md": post(body) }).body()).readingMinutes).toBe(minutes);
});

test("a summary that a program cut off from the text is made whole", async () => {
  const text =
    "The council met on Thursday to talk about the price of water, and none of the members stayed away.";
  const folder = makeFolder({
    "a.md": post(`${text} It rained.`, `title: T\ndate: 2026-11-20\ndescription: ${text.slice(0, 88)}`),
  });

  expect((await folder.body()).excerpt).toBe(`${text} It rained.`);
});

test.each([
  ["Jatka lukemista Kaisla", "The council met on Thursday. It rained."],
  ["Continue reading “Kaisla” →", "The council met on Thursday. It rained."],
  ["and so it went with Kaisla, which nobody saw", undefined],
])("a summary that WordPress cut off, with a link to the rest of it: %s", async (tail, expected) => {
  const summary = `The council met on Thursday. It… ${tail}`;
  const folder = makeFolder({
    "a.md": post(
      "The council met on Thursday. It rained.",
      `title: Kaisla\ndate: 2026-11-20\ndescription: "${summary}"`,
    ),
  });

  expect((await folder.body()).excerpt).toBe(expected ?? summary);
});

test.each([
  [
    "We invite you to our\n\n**Summer Fair**\n\non the quay.",
    "We invite you to our Summer Fair on the quay.",
  ],
  ["We met.\n\n**Summer Fair**\n\nIt rained.", "We met. It rained."],
])(
  "bold words before the author's mark, in %j, are read where a sentence runs through them",
  async (text, excerpt) => {
    const folder = makeFolder({ "a.md": post(`${text}\n\n<!--more-->\n\nMore.`) });

    expect((await folder.body()).excerpt).toBe(excerpt);
  },
);

test("a lead without a full stop, which the text starts with too, stays as it is", async () => {
  const folder = makeFolder({
    "a.md": post("The council met. It rained.", "title: T\ndate: 2026-11-20\ndescription: The council met"),
  });

  expect((await folder.body()).excerpt).toBe("The council met");
});

test("a row of badges is no picture of an article", async () => {
  const folder = makeFolder({
    "a.md": post(
      "[![ok](https://img.shields.io/a.svg)](https://example.org)\n\n![A boat](https://example.org/boat.png)",
    ),
  });

  expect((await folder.body()).image).toMatchObject({ url: "https://example.org/boat.png" });
});

test.each(["<!--exc-->", '"<!-- cut here -->"'])(
  "the mark that front matter names, %s, ends the excerpt",
  async (mark) => {
    const folder = makeFolder({
      "a.md": post(
        `One.\n\nTwo.\n\n${mark.replaceAll('"', "")}\n\nThree.`,
        `title: T\ndate: 2026-11-20\nexcerpt_separator: ${mark}`,
      ),
    });

    expect((await folder.body()).excerpt).toBe("One. Two.");
  },
);

test("a short lead in brackets with a link may be an excerpt, and a label before a link is none", async () => {
  const lead = "_(In short: the reeds stand tall beside [our old pier](https://example.org/))_";
  const folder = makeFolder({
    "lead.md": post(`${lead}\n\nDear readers,`),
    "label.md": post("Demo: [our old pier](https://example.org/)\n\nThe reeds stand tall."),
  });

  expect((await folder.body("lead.md")).excerpt).toContain("the reeds stand tall");
  expect((await folder.body("label.md")).excerpt).toBe("The reeds stand tall.");
});

test("the mark that ends an excerpt is code where it stands in code", async () => {
  const code = "```js\ncut({ at: '<!-- more -->' });\n```";
  const folder = makeFolder({
    "a.md": post(`One.\n\n${code}\n\n<!-- more -->\n\nThree.`),
    "b.md": post(`One.\n\n~~~~\n<!-- more -->\n~~~\n~~~~\n\nThree.`),
  });
  const [a, b] = [await folder.body("a.md"), await folder.body("b.md")];

  expect([a.excerpt, a.html.includes("&lt;!-- more --&gt;")]).toEqual(["One.", true]);
  expect(b.html).toContain("<pre><code>&lt;!-- more --&gt;\n~~~\n</code></pre>");
});
