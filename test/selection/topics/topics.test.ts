import { describe, expect, test } from "vitest";

import { GazetteError } from "../../../src/platform/errors.ts";
import {
  defaultSelectionRules,
  type SelectionRules,
  type TopicMatch,
  type TopicRule,
} from "../../../src/selection/terms/selection-rules.ts";
import { createTopicMatcher } from "../../../src/selection/topics/topic-matcher.ts";
import { makeArticle } from "../make-article.ts";

function topicsOf(
  fields: Parameters<typeof makeArticle>[0],
  topics: readonly TopicRule[],
  rules: Partial<SelectionRules> = {},
  text?: string,
): string[] {
  const match = createTopicMatcher(
    { ...defaultSelectionRules, catchAll: "Rest", ...rules, topics },
    () => text,
  );
  return match(makeArticle(fields)).hits.map(({ key }) => key);
}

function rule(match: TopicMatch, more: Partial<TopicRule> = {}): TopicRule[] {
  return [{ key: "t", title: "The topic", match, ...more }];
}

describe("a topic is recognised", () => {
  const found: Record<string, [Parameters<typeof makeArticle>[0], readonly TopicRule[], string?]> = {
    "by its key": [{ topics: ["T"] }, rule({})],
    "by its title, written another way": [{ topics: ["#the_topic"] }, rule({})],
    "by an alias in another script": [{ topics: ["臺灣"] }, rule({}, { aliases: ["臺灣"] })],
    "by a value of full-width letters": [{ topics: ["ＡＩ"] }, rule({ values: ["ai"] })],
    "by a nested value": [{ topics: ["Energy/Wind"] }, rule({ values: ["energy"] })],
    "by its folder": [{ path: "Opinion/2026/x.md" }, rule({ folders: ["opinion/"] })],
    "by a nested folder": [{ path: "a/b/x.md" }, rule({ folders: ["/a/b"] })],
    "by an author": [{ authors: ["Ana  Núñez"] }, rule({ authors: ["ana núñez"] })],
    "by a keyword in the title": [{ title: "Why Taiwan?" }, rule({ keywords: ["taiwan"] })],
    "by a keyword in the text": [{}, rule({ keywords: ["taiwan"] }), "All about Taiwan’s ports."],
    "by a keyword where there are no spaces": [{}, rule({ keywords: ["台灣"] }), "關於台灣海峽的報導"],
    "by a Korean keyword with a particle": [{}, rule({ keywords: ["대만"] }), "대만은 섬이다"],
    "by a Thai keyword": [{}, rule({ keywords: ["ไต้หวัน"] }), "ข่าวไต้หวันวันนี้"],
    "by a phrase over a line break": [{}, rule({ keywords: ["town hall"] }), "in the Town\nHall today"],
    "by a keyword that goes on": [{ title: "Taiwanese tea" }, rule({ keywords: ["taiwan*"] })],
    "by a keyword of signs": [{ title: "C++ and us" }, rule({ keywords: ["c++"] })],
    "by an Arabic keyword": [{ title: "أخبار تايوان اليوم" }, rule({ keywords: ["تايوان"] })],
    "by a pattern": [{ title: "Release v2.10" }, rule({ pattern: String.raw`\bv\d+\.\d+` })],
    "by a pattern in the text": [{}, rule({ pattern: /^deadline:/im }), "Note\nDeadline: Monday"],
  };
  for (const [how, [fields, topics, text]] of Object.entries(found)) {
    test(how, () => expect(topicsOf(fields, topics, {}, text)).toEqual(["t"]));
  }
});

describe("a topic is not recognised", () => {
  const missed: Record<string, [Parameters<typeof makeArticle>[0], readonly TopicRule[], string?]> = {
    "by part of a word": [{ title: "Taiwanese tea" }, rule({ keywords: ["taiwan"] })],
    "by a word that ends like it": [{ title: "The cat" }, rule({ keywords: ["at"] })],
    "by a folder that begins like it": [{ path: "opinions/x.md" }, rule({ folders: ["opinion"] })],
    "by a file of the folder's name": [{ path: "opinion.md" }, rule({ folders: ["opinion"] })],
    "where something excludes it": [
      { title: "Java, the island", topics: ["t"] },
      rule({ keywords: ["java"] }, { exclude: { keywords: ["island"] } }),
    ],
    "where what it must include is missing": [
      { title: "Storm", path: "sport/x.md" },
      rule({ keywords: ["storm"] }, { include: { folders: ["weather"] } }),
    ],
    "by text that nobody gave": [{ title: "Nothing" }, rule({ keywords: ["taiwan"], pattern: "taiwan" })],
  };
  for (const [how, [fields, topics, text]] of Object.entries(missed)) {
    test(how, () => expect(topicsOf(fields, topics, {}, text)).toEqual([]));
  }
});

test("the section that suits best: front matter, folder, title, author, text", () => {
  const topics: TopicRule[] = [
    { key: "text", title: "Text", match: { keywords: ["harbour"] } },
    { key: "author", title: "Author", match: { authors: ["Kim"] } },
    { key: "title", title: "Title", match: { keywords: ["storm"] } },
    { key: "folder", title: "Folder", match: { folders: ["news"] } },
    { key: "value", title: "Value" },
  ];
  const article = { title: "Storm", path: "news/x.md", authors: ["Kim"], topics: ["Value"] };

  expect(topicsOf(article, topics, {}, "in the harbour")).toEqual([
    "value",
    "folder",
    "title",
    "author",
    "text",
  ]);
});

test("a weightier topic wins, and of equal ones the author's first", () => {
  const topics: TopicRule[] = [
    { key: "energy", title: "Energy" },
    { key: "sport", title: "Sport" },
    { key: "books", title: "Books", match: { folders: ["books"] }, weight: 2 },
  ];

  expect(topicsOf({ topics: ["Sport", "Energy"], path: "books/x.md" }, topics)).toEqual([
    "books",
    "sport",
    "energy",
  ]);
});

test("without configured topics the author's first is the section, and only those asked for count", () => {
  expect(topicsOf({ topics: ["Books", "Town hall"] }, [])).toEqual(["books", "town-hall"]);
  expect(topicsOf({ topics: ["Books", "Town hall"] }, [], { only: ["town hall"] })).toEqual(["town-hall"]);
  expect(topicsOf({ topics: ["Energy/Wind", "Energy/Sun"] }, [])).toEqual([
    "energy",
    "energy/wind",
    "energy/sun",
  ]);
  expect(topicsOf({ topics: ["energy/wind"] }, [], { only: ["Energy"] })).toEqual(["energy"]);
});

test("a topic may be asked for by its alias, or without being configured", () => {
  const topics: TopicRule[] = [
    { key: "tw", title: "Taiwan", aliases: ["台灣"], match: { keywords: ["台灣"] } },
  ];

  expect(topicsOf({ title: "台灣" }, topics, { only: ["台灣"] })).toEqual(["tw"]);
  expect(topicsOf({ topics: ["Chess"] }, topics, { only: ["chess"] })).toEqual(["chess"]);
});

test("a global expression answers the same for every article", () => {
  const match = createTopicMatcher({ ...defaultSelectionRules, topics: rule({ pattern: /storm/giu }) });
  const kinds = Array.from({ length: 4 }, () => match(makeArticle({ title: "Storm" })).ruling?.kind);

  expect(kinds).toEqual([undefined, undefined, undefined, undefined]);
});

test("a pattern that is no regular expression is refused by name", () => {
  const broken = (): unknown =>
    createTopicMatcher({ ...defaultSelectionRules, topics: rule({ pattern: "(" }) });

  expect(broken).toThrow(GazetteError);
  expect(broken).toThrow('The pattern of topic "t" is no regular expression: (');
});

test("the text of an article is asked for only where a rule reads it", () => {
  const asked: string[] = [];
  const textOf = ({ id }: { readonly id: string }): string => {
    asked.push(id);
    return "";
  };
  const byFolder = { ...defaultSelectionRules, topics: rule({ folders: ["a"], keywords: ["storm"] }) };
  const match = createTopicMatcher(byFolder, textOf);
  match(makeArticle({ id: "in-folder", path: "a/x.md" }));
  match(makeArticle({ id: "elsewhere", path: "b/x.md" }));

  expect(asked).toEqual(["elsewhere"]);
});

test.each([
  ["UI/UX", ["ui/ux"]],
  ["CI/CD pipelines", ["ci/cd-pipelines"]],
  ["A/B testing", ["a/b-testing"]],
  ["C/C++", ["c/c++"]],
  ["TCP/IP", ["tcp/ip"]],
  ["programming/go", ["programming", "programming/go"]],
  ["Energy/EU", ["energy", "energy/eu"]],
  ["AI/Tools", ["ai", "ai/tools"]],
  ["IT/AI/llm", ["it", "it/ai", "it/ai/llm"]],
  ["NASA/ROCKETS", ["nasa", "nasa/rockets"]],
])("the topic %s is of %j", (topic, keys) => {
  expect(topicsOf({ topics: [topic] }, [])).toEqual(keys);
});
