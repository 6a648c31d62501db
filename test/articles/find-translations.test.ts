import { expect, test } from "vitest";
import { findTranslations } from "../../src/articles/find-translations.ts";

const languagesOf = (...paths: readonly string[]): (string | undefined)[] => {
  const { of } = findTranslations(paths.map((path) => ({ path, language: undefined, title: "Tides" })));
  return paths.map((path) => of(path)?.language);
};

test.each([
  ["es-419/tides.md", "es-419"],
  ["es_419/tides.md", "es-419"],
  ["zh-Hans-CN/tides.md", "zh-Hans-CN"],
  ["sr-latn/tides.md", "sr-Latn"],
  ["fil-PH/tides.md", "fil-PH"],
  ["pt_br/tides.md", "pt-BR"],
])("%s beside en/tides.md is in %s", (path, language) => {
  expect(languagesOf("en/tides.md", path)).toEqual(["en", language]);
});

test("a folder named en is English, also where it is the only one", () => {
  expect(languagesOf("content/en/tides.md", "content/it/boats.md")).toEqual(["en", undefined]);
});

test("a tag in a file's name is one with a region of digits and a script too", () => {
  expect(languagesOf("tides.md", "tides.es-419.md", "tides.zh-Hant-TW.md")).toEqual([
    undefined,
    "es-419",
    "zh-Hant-TW",
  ]);
});

test.each([
  ["quay/index.fr.md", "fr"],
  ["quay/_index.fa.md", "fa"],
  ["quay/index.it.md", "it"],
  ["quay/index.pt-br.md", "pt-BR"],
  ["quay/index.ts.md", undefined],
  ["quay/index.sh.md", undefined],
  ["quay/index.ai.md", undefined],
  ["index.fr.md", undefined],
  ["quay/story.fr.md", undefined],
])("alone, the folder's own article %s is in %s", (path, language) => {
  expect(languagesOf(path)).toEqual([language]);
});

test("a folder's own article proves its language for others, but not one that computers go by", () => {
  expect(languagesOf("quay/index.fr.md", "tides.fr.md", "boats/index.it.md", "notes.it.md")).toEqual([
    "fr",
    "fr",
    "it",
    undefined,
  ]);
});

test("words of three letters that are languages too are words", () => {
  expect(languagesOf("new/tides.md", "man/tides.md", "src/tides.md", "web-ui/tides.md")).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
});

test.each([
  ["content/pl/tides.md", "Przypływ i ląd", "pl"],
  ["content/tides.tr.md", "Gelgit değişti", "tr"],
  ["cs/tides.md", "Příliv u řeky", "cs"],
  ["content/pl/tides.md", "Marées et procédures", undefined],
  ["sv/tides.md", "Spiel für Könner", undefined],
  ["fr/tides.md", "La città è qui", undefined],
  ["vi/tides.md", "Notițe și fișă", undefined],
  ["hr/tides.md", "Číslo měsíce", undefined],
])("alone, %s with the title %s is in %s", (path, title, language) => {
  const { of } = findTranslations([{ path, language: undefined, title }]);

  expect(of(path)?.language).toBe(language);
});

test("posts whose folder and name both say their language are translations of each other", () => {
  const paths = ["_posts/tr/2026-01-02-tides-tr.md", "_posts/el/2026-01-02-tides-el.md"];
  const { of, folders } = findTranslations(
    paths.map((path) => ({ path, language: path.slice(7, 9), title: "Tides" })),
  );

  expect(paths.map((path) => of(path))).toEqual([
    { language: "tr", key: "_posts/2026-01-02-tides.md" },
    { language: "el", key: "_posts/2026-01-02-tides.md" },
  ]);
  expect([...folders]).toEqual(["tr", "el"]);
});

test("a folder of another language than the name says stays a part of the path", () => {
  const { of, folders } = findTranslations([
    { path: "it/tides.tr.md", language: "tr", title: "Tides" },
    { path: "it/tides.md", language: undefined, title: "Tides" },
  ]);

  expect(of("it/tides.tr.md")?.key).toBe("it/tides.md");
  expect([...folders]).toEqual([]);
});

test("what Docusaurus translates is a translation of the original", () => {
  const paths = [
    "site/i18n/hr/docusaurus-plugin-content-blog/2026/tides.md",
    "site/i18n/uk/docusaurus-plugin-content-docs/current/boats.md",
    "site/blog/2026/tides.md",
    "site/docs/boats.md",
  ];
  const { of } = findTranslations(paths.map((path) => ({ path, language: undefined, title: "Tides" })));

  expect(paths.map((path) => of(path))).toEqual([
    { language: "hr", key: "site/blog/2026/tides.md" },
    { language: "uk", key: "site/docs/boats.md" },
    { language: undefined, key: "site/blog/2026/tides.md" },
    { language: undefined, key: "site/docs/boats.md" },
  ]);
});
