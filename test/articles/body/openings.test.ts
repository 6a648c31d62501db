import { expect, test } from "vitest";

import { makeFolder, post } from "../articles-folder.ts";

test("a text that ends in a hashtag or an emoji is whole", async () => {
  const text = `${"The reeds stand high at the weir this year. ".repeat(3)}Come and see #`;
  const folder = makeFolder({
    "a.md": post(`${text}reeds`),
    "b.md": post(`${text}हिन्दी`),
    "c.md": post(`${text}1. ☺️`),
  });

  expect((await folder.body()).html).toMatch(/#reeds<\/p>$/);
  expect((await folder.body("b.md")).html).toMatch(/#हिन्दी<\/p>$/);
  expect((await folder.body("c.md")).html).toMatch(/☺️<\/p>$/);
});

test.each([
  ["One.\n\n<!-- TEASER_END: Read on -->\n\nTwo.", "One."],
  [
    "**The reeds at the [weir](https://example.org/weir) stand higher than ever this year. Come and see them.**\n\nMore.",
    "The reeds at the weir stand higher than ever this year. Come and see them.",
  ],
  ["[English](https://example.org/en) | **Čeština**\n\nText.", "Text."],
  ["One.\n\n<!--break-->\n\nTwo.", "One."],
  ["One.\n\n<!–-break-–>\n\nTwo.", "One."],
  ["One, {{< x >}}two.\n\n<!--more-->\n\nThree. Four.", "One, two."],
  ["Par Ada\n\nLe texte.", "Le texte."],
  ["**Автори:** Ада Письменник, Макс Читач\n\nТекст.", "Текст."],
])("the excerpt of %j is %j", async (written, excerpt) => {
  const folder = makeFolder({ "a.md": post(written) });

  expect((await folder.body()).excerpt).toBe(excerpt);
});

test.each([
  ["**Автори:** Ада Письменник, Макс Читач", ["Ада Письменник", "Макс Читач"]],
  ["**作者**: Ada Writer (码头公司), 林小舟 (Quay Inc.)", ["Ada Writer (码头公司)", "林小舟 (Quay Inc.)"]],
  ["**Authors:** Quay v1.2 Harbour Crew", ["Quay v1.2 Harbour Crew"]],
  ["作者：林小舟，港口大学教授", []],
])("the by-line %s names its authors and is no excerpt", async (byLine, authors) => {
  const folder = makeFolder({ "a.md": post(`${byLine}\n\nТекст.`) });

  expect((await folder.article()).authors).toEqual(authors);
  expect((await folder.body()).excerpt).toBe("Текст.");
});

test("a by-line may list many authors, and a long sentence is none", async () => {
  const names = Array.from({ length: 9 }, (_, index) => `Ada Writer ${"I".repeat(index + 1)} (The Quay)`);
  const folder = makeFolder({
    "a.md": post(`Authors: ${names.join(", ")}\n\nText.`),
    "b.md": post(`Author: what a word that is, ${"and how it is worn ".repeat(9)}\n\nText.`),
  });

  expect((await folder.article("a.md")).authors).toEqual(names);
  expect((await folder.article("b.md")).authors).toEqual([]);
});

test("a first heading that is the title but for its accents goes", async () => {
  const folder = makeFolder({
    "a.md": post("# Καλάμια και βάρκες\n\nText.", "title: Καλαμια και βαρκες\ndate: 2026-11-20"),
  });

  expect((await folder.body()).html).toBe("<p>Text.</p>");
});

test("front matter that was pasted into the text again goes, and that of another stays", async () => {
  const paste = (title: string): string => `---\nlayout: post\ntitle: "${title}"\n---\n`;
  const folder = makeFolder({
    "a.md": post(
      `\n> Low.\n\n---\n\n${paste("Tides")}\n> High.\n\n${paste("Oars")}`,
      "title: Tides\ndate: 2019-05-04",
    ),
  });

  expect((await folder.body()).html.replaceAll("\n", "")).toBe(
    '<blockquote><p>Low.</p></blockquote><hr /><blockquote><p>High.</p></blockquote><hr /><h3>layout: posttitle: "Oars"</h3>',
  );
});

test("a long text whose last full stop was forgotten is not cut, as a teaser is", async () => {
  const end = `The last ${"boat came in behind the mole, ".repeat(5)}and the harbour was full`;
  const folder = makeFolder({
    "a.md": post(`One.\n\nTwo.\n\nThree.\n\nFour.\n\n${end}`),
    "b.md": post(`One.\n\n${end}`),
    "c.md": post(end),
  });

  expect((await folder.body("a.md")).html.endsWith("was full</p>")).toBe(true);
  expect((await folder.body("b.md")).html.endsWith("was full…</p>")).toBe(true);
  // Whose author ends no sentence is whole.
  expect((await folder.body("c.md")).html.endsWith("was full</p>")).toBe(true);
});
