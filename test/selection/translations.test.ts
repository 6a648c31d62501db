import { expect, test } from "vitest";

import { createEditionChooser } from "../../src/selection/edition-choice.ts";
import { defaultSelectionRules } from "../../src/selection/selection-rules.ts";
import { findTranslations, languageFit } from "../../src/selection/translations.ts";
import { makeArticle } from "./make-article.ts";
import { lastWeek, select, verdictOn } from "./select.ts";

function languagesOf(...paths: string[]): (string | undefined)[] {
  const articles = paths.map((path) => makeArticle({ path }));
  const found = findTranslations(articles, "en");
  const keys = new Set(articles.flatMap((article) => found.get(article)?.key ?? []));
  expect(keys.size).toBeLessThanOrEqual(1);
  return articles.map((article) =>
    found.has(article) ? (found.get(article)?.language ?? "own") : undefined,
  );
}

test("translations are told by their names, as Hugo and Jekyll sites have them", () => {
  expect(languagesOf("posts/story.md", "posts/story.fr.md", "posts/story.pt-br.md")).toEqual([
    "own",
    "fr",
    "pt-BR",
  ]);
  expect(languagesOf("story/index.md", "story/index.de.md")).toEqual(["own", "de"]);
  expect(languagesOf("2019/07/threads.md", "2019/07/threads-zh-cn.md", "2019/07/threads-zh_tw.md")).toEqual([
    "own",
    "zh-CN",
    "zh-TW",
  ]);
  expect(languagesOf("en/posts/a.md", "fr/posts/a.md")).toEqual(["en", "fr"]);
  expect(languagesOf("_posts/en/2026-01-02-a.md", "_posts/zh-Hant/2026-01-02-a.md")).toEqual([
    "en",
    "zh-Hant",
  ]);
});

test("names that only look like languages make no translations", () => {
  expect(languagesOf("guide.it.md")).toEqual([undefined]);
  expect(languagesOf("it/update.md", "hr/update.md")).toEqual([undefined, undefined]);
  expect(languagesOf("why-is.md", "why.md")).toEqual([undefined, undefined]);
  expect(languagesOf("v1.0.md", "v1.md")).toEqual([undefined, undefined]);
  expect(languagesOf("en/a.md", "fr/b.md")).toEqual([undefined, undefined]);
});

test("translations are one article, shown in the issue's language", () => {
  const articles = [
    makeArticle({
      id: "a-fr",
      translationKey: "k",
      language: "fr",
      publishedAt: new Date("2026-11-19T09:00:00Z"),
    }),
    makeArticle({ id: "b-en", translationKey: "k", language: "en" }),
    makeArticle({ id: "c-zh", translationKey: "k", language: "zh-Hant" }),
  ];

  const english = select(articles, {}, { ledger: lastWeek });
  const taiwanese = select(articles, {}, { ledger: lastWeek, language: "zh-TW" });
  const polish = select(articles, {}, { ledger: lastWeek, language: "pl" });

  expect([english, taiwanese, polish].map(({ lead }) => lead?.id)).toEqual(["b-en", "c-zh", "a-fr"]);
  expect(english.verdicts.map(({ kind, inIssue }) => [kind, inIssue])).toEqual([
    ["other-language", true],
    ["selected", true],
    ["other-language", true],
  ]);
});

test("a reader gets the version in their own language, found by the file's name alone", () => {
  const articles = [
    makeArticle({ id: "en", path: "story.md" }),
    makeArticle({ id: "fr", path: "story.fr.md" }),
    makeArticle({ id: "other", publishedAt: new Date("2026-11-17T09:00:00Z") }),
  ];
  const selection = select(articles, {}, { ledger: lastWeek });
  const choose = createEditionChooser(selection, defaultSelectionRules);

  expect(choose({ topics: [], language: "fr-CA" }).lead?.id).toBe("fr");
  expect(choose({ topics: [], language: "de" }).lead?.id).toBe("en");
  expect(choose({ topics: [] }).lead?.id).toBe("en");
  expect(choose({ topics: [], language: "de" })).toBe(choose({ topics: [], language: "en" }));
});

test("a translation of another week comes in beside its article, and one of a sent article is sent", () => {
  const early = makeArticle({
    id: "early",
    translationKey: "k",
    language: "fr",
    publishedAt: new Date("2026-09-01T09:00:00Z"),
  });
  const now = makeArticle({ id: "now", translationKey: "k", language: "en" });
  const sentIn = new Map([["early", { number: 41, slot: new Date("2026-11-16T07:00:00Z") }]]);

  expect(verdictOn(select([early, now], {}, { ledger: lastWeek }), "early")).toMatchObject({
    kind: "other-language",
    inIssue: true,
  });
  expect(verdictOn(select([early, now], {}, { ledger: { ...lastWeek, sentIn } }), "now").kind).toBe(
    "already-sent",
  );
});

test("translations may share an id, as they share a slug", () => {
  const articles = ["story.md", "story.fr.md"].map((path) =>
    makeArticle({ id: "story", path, contentHash: path }),
  );

  expect(select(articles, {}, { ledger: lastWeek }).verdicts.map(({ kind }) => kind)).toEqual([
    "selected",
    "other-language",
  ]);
});

test("traditional Chinese serves a reader in Taiwan better than simplified", () => {
  expect(languageFit("zh-Hant", "zh-TW")).toBeGreaterThan(languageFit("zh-CN", "zh-TW"));
  expect(languageFit("pt", "pt-BR")).toBe(3);
  expect(languageFit("en", "fr")).toBe(0);
  expect(languageFit("not a language", "fr")).toBe(0);
});
