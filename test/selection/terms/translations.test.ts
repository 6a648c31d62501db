import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";

import { scanArticles } from "../../../src/articles/scan-articles.ts";
import { createEditionChooser } from "../../../src/selection/editions/edition-choice.ts";
import { defaultSelectionRules } from "../../../src/selection/terms/selection-rules.ts";
import { languageFit } from "../../../src/selection/terms/language-fit.ts";
import { findTranslations } from "../../../src/selection/terms/translations.ts";
import { makeArticle } from "../make-article.ts";
import { lastWeek, select, verdictOn } from "../select.ts";

test("articles of one key in two languages are translations; a second one in the same language is not", () => {
  const [original, french, copy, single] = [
    makeArticle({ path: "a.md", translationKey: "k" }),
    makeArticle({ path: "b.md", translationKey: "k", language: "fr" }),
    makeArticle({ path: "c.md", translationKey: "k", language: "fr" }),
    makeArticle({ path: "d.md", translationKey: "other", language: "fr" }),
  ];

  const found = findTranslations([copy, single, french, original], "en");

  expect([...found].map(([{ path }, { language }]) => [path, language])).toEqual([
    ["a.md", "en"],
    ["b.md", "fr"],
  ]);
});

test("a folder of translations told by name alone comes to the same", async () => {
  const dir = mkdtempSync(join(tmpdir(), "gazette-translations-"));
  try {
    for (const name of ["story.md", "story.fr.md", "other.md"]) {
      writeFileSync(join(dir, name), `---\ndate: 2026-11-18\n---\n# About ${name}\n\nText of ${name}.\n`);
    }
    const { articles } = await scanArticles({ dir, timeZone: "UTC" });
    const selection = select(articles, {}, { ledger: lastWeek });

    expect(
      selection.verdicts.filter(({ kind }) => kind === "other-language").map(({ article }) => article.path),
    ).toEqual(["story.fr.md"]);
    const french = createEditionChooser(selection, defaultSelectionRules)({ topics: [], language: "fr-CA" });
    expect(french.sections.flatMap((section) => section.articles).map(({ path }) => path)).toContain(
      "story.fr.md",
    );
  } finally {
    rmSync(dir, { recursive: true });
  }
});

test("folders of departments are no languages, unless the newsletter speaks one of them", async () => {
  const dir = mkdtempSync(join(tmpdir(), "gazette-departments-"));
  try {
    for (const name of ["it/update.md", "hr/update.md", "trade/client.md", "trade/client.ts.md"]) {
      mkdirSync(join(dir, name, ".."), { recursive: true });
      writeFileSync(join(dir, name), `---\ndate: 2026-11-18\n---\n# About ${name}\n\nText of ${name}.\n`);
    }
    const languagesOf = async (languages: string[]): Promise<unknown> => {
      const { articles } = await scanArticles({ dir, timeZone: "UTC", languages });
      return Object.fromEntries(articles.map(({ path, language, topics }) => [path, [language, ...topics]]));
    };

    expect(await languagesOf(["en"])).toEqual({
      "hr/update.md": [undefined, "hr"],
      "it/update.md": [undefined, "it"],
      "trade/client.md": [undefined, "trade"],
      "trade/client.ts.md": [undefined, "trade"],
    });
    expect(await languagesOf(["it-CH"])).toMatchObject({ "hr/update.md": ["hr"], "it/update.md": ["it"] });
  } finally {
    rmSync(dir, { recursive: true });
  }
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

test("a reader gets the version in their own language, and else the issue's", () => {
  const articles = [
    makeArticle({ id: "en", translationKey: "k" }),
    makeArticle({ id: "fr", translationKey: "k", language: "fr" }),
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
  const articles = ["en", "fr"].map((language) =>
    makeArticle({
      id: "story",
      path: `${language}.md`,
      contentHash: language,
      language,
      translationKey: "k",
    }),
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
