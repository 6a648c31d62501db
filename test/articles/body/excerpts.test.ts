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
  ["2014.12.22, Version 1.2 (stable)\n\nThe council met.", "The council met."],
  ["[Français](/fr) | [Deutsch](/de)\n\nThe council met.", "The council met."],
  [
    "> A quotation.\n\n- a list\n\n| a |\n|---|\n| b |\n\n```\ncode\n```\n\nThe council met.",
    "The council met.",
  ],
  [
    "The **council** [met](https://example.org) with `Mr. Smith` on Jan. 14[^1].\n\n[^1]: So they say.",
    "The council met with Mr. Smith on Jan. 141.",
  ],
  ["One.\n\nTwo.\n\n<!--more-->\n\nThree.", "One. Two."],
  ["One.\n\n<!-- more -->\n\nThree.", "One."],
  ["One.\n\n<!-- truncate -->\n\nThree.", "One."],
  ["- only\n- a list", "only…"],
  ["> Only a quotation.", "Only a quotation."],
  ["<div><p>Old <b>HTML</b> post.</p><p>More.</p></div>", "Old HTML post."],
  ["<script>alert(1)</script><style>p{}</style>\n\nThe council met.", "The council met."],
  ["The council met. Here are the results:\n\n- one", "The council met."],
  ["Here are the results:\n\n- one", "Here are the results…"],
  ["The council met and then it", "The council met and then it…"],
  ["It ended “in tears.”", "It ended “in tears.”"],
  ["第一句話結束了。\n第二句話也結束了！", "第一句話結束了。第二句話也結束了！"],
  ["これは最初の文です。\n二番目の文です。", "これは最初の文です。二番目の文です。"],
  ["ประชุมสภาเมืองเมื่อวานนี้", "ประชุมสภาเมืองเมื่อวานนี้"],
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
  [`\`\`\`\n${"word ".repeat(2000)}\n\`\`\``, 1],
  ["ก".repeat(238 * 5 * 2), 2],
])("the reading time of a text", async (body, minutes) => {
  expect((await makeFolder({ "a.md": post(body) }).body()).readingMinutes).toBe(minutes);
});
