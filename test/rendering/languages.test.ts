import { describe, expect, test } from "vitest";
import { loadTheme } from "../../src/rendering/load-theme.ts";
import type { PluralForms } from "../../src/rendering/view/languages/interface-strings.ts";
import {
  chooseStrings,
  fillPhrase,
  fillPlural,
  isolate,
  languages,
} from "../../src/rendering/view/phrases.ts";
import { findLeftwardScript } from "../../src/rendering/view/language-script.ts";
import { renderEdition } from "../../src/rendering/render-edition.ts";
import { makeFullIssue, makeIssue, makeStory } from "./make-issue.ts";
import { renderCopy, templatesDir } from "./render-copy.ts";

const english = chooseStrings("en");

describe.each(Object.entries(languages))("%s", (tag, strings) => {
  test("has every phrase, with the same names in braces as English", () => {
    expect(Object.keys(strings).sort()).toEqual(Object.keys(english).sort());
    const names = (phrase: string) => [...phrase.matchAll(/\{\w+\}/g)].map(([name]) => name).sort();
    for (const [key, phrase] of Object.entries(english)) {
      const own = Object.entries(strings).find(([name]) => name === key)?.[1] as unknown;
      if (typeof phrase === "string") expect([key, names(own as string)]).toEqual([key, names(phrase)]);
      else for (const form of Object.values(own as PluralForms) as string[]) expect(form.trim()).not.toBe("");
    }
  });

  test("has a form for every count where its forms differ", () => {
    const rules = new Intl.PluralRules(tag);
    for (const forms of [strings.readingTime, strings.storyCount]) {
      if (Object.keys(forms).length === 1) continue;
      expect(Object.keys(forms).sort()).toEqual(rules.resolvedOptions().pluralCategories.toSorted());
    }
  });

  test("speaks in the letter from masthead to footer", async () => {
    const { html, text } = await renderCopy(
      makeIssue({ masthead: { ...makeIssue().masthead, language: tag } }),
    );
    for (const phrase of [strings.inBrief, strings.unsubscribe, strings.preferences]) {
      expect(html).toContain(phrase);
      expect(text.toLowerCase()).toContain(phrase.toLowerCase());
    }
  });
});

test("a language is chosen by its script, and English where there is none", () => {
  expect(chooseStrings("zh-TW").unsubscribe).toBe("取消訂閱");
  expect(chooseStrings("zh").unsubscribe).toBe("退订");
  expect(chooseStrings("pt-BR").inBrief).toBe(chooseStrings("pt").inBrief);
  expect(chooseStrings("tlh").unsubscribe).toBe("Unsubscribe");
});

test("counts take the form of their language", () => {
  expect([1, 2, 1000].map((count) => fillPlural(english.storyCount, count, "en"))).toEqual([
    "1 story",
    "2 stories",
    "1,000 stories",
  ]);
  const arabic = chooseStrings("ar");
  expect([1, 2, 3, 11].map((count) => fillPlural(arabic.storyCount, count, "ar-EG-u-nu-latn"))).toEqual([
    "مقال واحد",
    "مقالان",
    "3 مقالات",
    "11 مقالًا",
  ]);
});

test("a value is put into a phrase as it is, braces and dollar signs too", () => {
  expect(fillPhrase("Read {title}.", { title: "$& {count} $1" })).toBe("Read $& {count} $1.");
  expect(fillPhrase("Read {title}.", {})).toBe("Read {title}.");
});

test("a name of the other direction is kept from turning the sentence around", () => {
  expect(isolate("Anna", "rtl")).toBe("\u2068Anna\u2069");
  expect(isolate("ليلى", "ltr")).toBe("\u2068ليلى\u2069");
  expect(isolate("Anna", "ltr")).toBe("Anna");
});

test.each([
  ["en-US", "Sunday, November 22, 2026", /November 15\s–\s21/],
  ["de", "Sonntag, 22. November 2026", /15\.–21\. November/],
  ["fr", "dimanche 22 novembre 2026", /15–21 novembre/],
  ["ja", "2026年11月22日日曜日", /11月15日～11月21日/],
  ["zh-Hant", "2026年11月22日星期日", /11月15日至11月21日/],
  ["ko", "2026년 11월 22일 일요일", /11월 15일~21일/],
])("dates in %s are written as they are there", async (language, day, range) => {
  const { text } = await renderCopy(makeIssue({ masthead: { ...makeIssue().masthead, language } }));
  expect(text).toContain(day);
  expect(text).toMatch(range);
});

test("a language tag that is none is no reason to fail", async () => {
  const issue = makeFullIssue(3);
  const lead = issue.lead && { ...issue.lead, language: "english, mostly" };
  await expect(
    renderEdition({ ...issue, lead }, await loadTheme("broadsheet", [templatesDir])),
  ).resolves.toBeDefined();
});

test.each(["broadsheet", "brief", "magazine"])(
  "a story of the other direction in %s stands at its own side, with the letter's own words in theirs",
  async (theme) => {
    const hebrew = makeStory({ title: "הגשר נפתח", excerpt: "אחרי חודשים.", language: "he" });
    const { html } = await renderCopy(makeIssue({ inBrief: [hebrew] }), theme);
    const inBrief = html.slice(html.indexOf("In brief</h2>"));
    expect(inBrief).toMatch(/<h3[^>]*text-align:right"[^>]* lang="he" dir="rtl"/);
    expect(inBrief).toMatch(/<p[^>]*text-align:right"[^>]* lang="he" dir="rtl"/);
    expect(inBrief).toMatch(/<span[^>]* lang="en-GB" dir="ltr">4 min read/);
  },
);

test.each([
  ["en", "خبرهای بندر (Quay)", "und-Arab"],
  ["en", "המזח 2026", "und-Hebr"],
  ["en", "The word سلام in a title", undefined],
  ["en", "2026", undefined],
  ["ar", "الرصيف", undefined],
  ["english, mostly", "الرصيف", "und-Arab"],
])("beside %s, %s is in %s", (language, text, script) => {
  expect(findLeftwardScript(text, language)).toBe(script);
});
