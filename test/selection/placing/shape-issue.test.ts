import { expect, test } from "vitest";

import { makeArticle } from "../make-article.ts";
import { lastWeek, select, verdictOn } from "../select.ts";

const at = (hour: number): Date => new Date(Date.UTC(2026, 10, 18, hour));

test("pinned goes before featured, featured before weight, weight before the newest, and equals go by path", () => {
  const articles = [
    makeArticle({ id: "newest", publishedAt: at(20) }),
    makeArticle({ id: "b-equal", publishedAt: at(9) }),
    makeArticle({ id: "a-equal", publishedAt: at(9) }),
    makeArticle({ id: "heavy", publishedAt: at(21), weight: 20 }),
    makeArticle({ id: "light", publishedAt: at(1), weight: -1 }),
    makeArticle({ id: "featured", publishedAt: at(1), featured: true }),
    makeArticle({ id: "pinned", publishedAt: at(1), pinned: true }),
    makeArticle({ id: "by-hand", publishedAt: at(1) }),
  ];
  const overrides = {
    pinned: ["by-hand.md"],
    leftOut: [],
    subject: undefined,
    preheader: undefined,
    openingNote: undefined,
  };

  const { lead, sections } = select(articles, { lead: true }, { ledger: lastWeek, overrides });

  expect(lead?.id).toBe("by-hand");
  expect(sections[0]?.articles.map(({ id }) => id)).toEqual([
    "pinned",
    "featured",
    "light",
    "heavy",
    "newest",
    "a-equal",
    "b-equal",
  ]);
});

test("sections stand in the configured order, or in the order asked for, or by their best article", () => {
  const articles = ["Books", "Energy", "Sport"].map((topic, hour) =>
    makeArticle({ topics: [topic], publishedAt: at(hour) }),
  );
  const topics = ["sport", "books", "energy"].map((key) => ({ key, title: key }));
  const titles = (rules: Parameters<typeof select>[1]): string[] =>
    select(articles, { lead: false, ...rules }, { ledger: lastWeek }).sections.map(({ title }) => title);

  expect(titles({})).toEqual(["Sport", "Energy", "Books"]);
  expect(titles({ topics })).toEqual(["sport", "books", "energy"]);
  expect(titles({ only: ["energy", "SPORT"] })).toEqual(["energy", "SPORT"]);
});

test("articles without a topic stand under More news, or under the configured heading", () => {
  const articles = [makeArticle(), makeArticle(), makeArticle({ topics: ["Sport"], publishedAt: at(0) })];

  const plain = select(articles, {}, { ledger: lastWeek });
  const configured = select(
    articles,
    { topics: [{ key: "sport", title: "Sport" }], catchAll: "Elsewhere" },
    { ledger: lastWeek },
  );

  expect(plain.sections.map(({ key, title }) => [key, title])).toEqual([
    ["general", "More news"],
    ["sport", "Sport"],
  ]);
  expect(configured.sections.map(({ title }) => title)).toEqual(["Sport", "Elsewhere"]);
});

test("a folder without topics fills its one section up to the issue's limit", () => {
  const articles = Array.from({ length: 12 }, (_, hour) => makeArticle({ publishedAt: at(hour) }));

  const { sections, inBrief } = select(articles, {}, { ledger: lastWeek });

  expect(sections.map((section) => section.articles.length)).toEqual([8]);
  expect(inBrief).toHaveLength(3);
});

test("a weightier topic comes first in the fight for places", () => {
  const articles = Array.from({ length: 6 }, (_, hour) =>
    makeArticle({ id: `a${hour}`, topics: [hour < 2 ? "Council" : "Sport"], publishedAt: at(hour) }),
  );
  const topics = [
    { key: "sport", title: "Sport" },
    { key: "council", title: "Council", weight: 2 },
  ];

  const { lead, sections } = select(articles, { topics, maxStories: 2 }, { ledger: lastWeek });

  expect(lead?.id).toBe("a1");
  expect(sections.map(({ title, articles: stories }) => [title, stories.map(({ id }) => id)])).toEqual([
    ["Sport", ["a5"]],
    ["Council", ["a0"]],
  ]);
});

test("an issue below the minimum is held back, says so, and takes its articles along to the next one", () => {
  const articles = [makeArticle(), makeArticle()];

  expect(select(articles, { minArticles: 3 }, { ledger: lastWeek }).held).toBe(
    "held back, with 2 articles of at least 3; they wait for the next slot (lower selection.minimum to send fewer)",
  );
  expect(select(articles, { minArticles: 2 }, { ledger: lastWeek }).held).toBeUndefined();
  expect(select([], {}, { ledger: lastWeek }).held).toBe("nothing new to send");
});

test("what found no room waits, and goes into the next issue as a late arrival", () => {
  const articles = [makeArticle({ id: "first" }), makeArticle({ id: "second", publishedAt: at(1) })];
  const small = { maxStories: 0, maxInBrief: 0, maxMore: 0 };
  const nextWeek = {
    slot: new Date("2026-11-30T07:00:00Z"),
    ledger: {
      issues: [
        ...lastWeek.issues,
        {
          number: 42,
          slot: new Date("2026-11-23T07:00:00Z"),
          since: lastWeek.issues[0]?.until ?? at(0),
          until: new Date("2026-11-23T07:00:00Z"),
        },
      ],
      sentIn: new Map([["first", { number: 42, slot: new Date("2026-11-23T07:00:00Z") }]]),
    },
  };

  const now = verdictOn(select(articles, small, { ledger: lastWeek }), "second");
  const then = verdictOn(select(articles, small, nextWeek), "second");

  expect([now.kind, now.inIssue]).toEqual(["over-limit", false]);
  expect([then.kind, then.place]).toEqual(["selected", "lead"]);
});

test("articles of one story that comes as a link are links beside it, and take their room", () => {
  const title = "Ferry Saint Brendan aground on the Wether Sands";
  const pair = [
    makeArticle({ id: "a", title, publishedAt: at(3) }),
    makeArticle({ id: "b", title, publishedAt: at(2) }),
  ];
  const third = makeArticle({ id: "c", publishedAt: at(1) });
  const small = { lead: false, maxStories: 0, maxInBrief: 0 };
  const linksOf = (maxMore: number): (string | undefined)[][] => {
    const { more, verdicts } = select([third, ...pair], { ...small, maxMore }, { ledger: lastWeek });
    return [more.map(({ id }) => id), verdicts.map(({ place }) => place)];
  };

  expect(linksOf(3)).toEqual([
    ["a", "b", "c"],
    ["more", "more", "more"],
  ]);
  expect(linksOf(1)).toEqual([["c"], ["more", undefined, undefined]]);
});
