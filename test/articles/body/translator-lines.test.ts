import { expect, test } from "vitest";

import { makeFolder, post } from "../articles-folder.ts";

async function excerptOf(body: string): Promise<string> {
  return (await makeFolder({ "a.md": post(body) }).body()).excerpt;
}

test.each([
  "Translated from English by Ada Writer.",
  "*Translated by [Ada Writer](https://example.org/ada) and Max Reader from the Finnish*",
  "This article was translated by Ada Writer.",
  "Note: This post was automatically translated by a machine and has not been read by anybody",
  "This post is a German translation of [The boats](https://example.org/boats).",
  "本文由 AI 翻译，未经校对。",
  "Übersetzt aus dem Englischen von Ada Writer",
  "Aus dem Englischen von Ada Writer",
  "Traduit de l’anglais par Ada Writer.",
  "Traduit de l’anglais par Ada Writer le 3 mai 2019",
  "Traducción: Ada Writer",
  "Tradotto dall’inglese da Ada Writer",
  "Traduzido por Ada Writer",
  "Vertaald uit het Engels door Ada van den Writer.",
  "Tłumaczenie z angielskiego: Ada Writer",
  "Přeložila Ada Writer",
  "Перевод с английского: Ада Писатель",
  "翻译：林小舟",
  "譯者：林小舟",
  "翻訳：林小舟",
  "Angolból fordította Ada Writer",
  "Çeviri: Ada Writer",
])("the credit %j is no excerpt, above the text or alone", async (line) => {
  expect(await excerptOf(`${line}\n\nThe council met.`)).toBe("The council met.");
  expect(await excerptOf(`![](https://example.org/a.png)\n\n${line}`)).toBe("");
});

test.each([
  "Translated by the sea into salt, the boat lay on the quay.",
  "Translated by Ada Writer, the book came out in May and sold well.",
  "Translation is a craft, and Ada Writer knew it.",
  "This post is about the translation of poems.",
  "本文讲的是翻译的苦与乐。",
  "Übersetzt heißt das Wort Boot.",
  "Aus dem Hafen kam ein Boot.",
  "Tłumaczenie zajęło rok.",
  "Перевод слова на русский занял день.",
  "翻译这本书花了三年时间。",
])("%j is a sentence", async (line) => {
  expect(await excerptOf(`${line}\n\nMore.`)).toBe(line);
});

test("the title of an article without one is not who translated it", async () => {
  const folder = makeFolder({
    "a.md": "---\ndate: 2026-11-20\n---\nTranslated from English by Ada Writer.\n\nThe council met.",
  });

  expect((await folder.article()).title).toBe("The council met");
});
