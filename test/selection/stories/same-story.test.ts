import { expect, test } from "vitest";

import type { Article } from "../../../src/articles/article.ts";
import { areInstalments } from "../../../src/selection/stories/series-titles.ts";
import { compareStories } from "../../../src/selection/stories/story-similarity.ts";
import { splitWords } from "../../../src/selection/stories/story-words.ts";
import { makeArticle } from "../make-article.ts";
import { lastWeek, select, verdictOn } from "../select.ts";

/** Openings of a local paper in one week: two on the ferry that ran aground, and two of other things. */
const openings = {
  ferry:
    "The Saint Brendan was forty minutes out of Port Averil on Tuesday night when Captain Rosa Lindqvist heard the keel touch. By dawn all 212 passengers were in the school gymnasium at Cray Point, wrapped in blankets from the lifeboat station, and the ferry lay on the Wether Sands with her bow toward the lighthouse. The company says the buoys were where they should be. The harbour master says they were not.",
  inquiry:
    "An inquiry into the grounding of the ferry Saint Brendan will open in Port Averil next month, the ministry said, and it will ask first about the buoys off the Wether Sands. Captain Rosa Lindqvist has been suspended on full pay. Passengers who spent the night at Cray Point have been promised their fares back, and the lifeboat crew a letter of thanks.",
  library:
    "The library on Mill Street has lent its last video cassette. From Monday the shelf belongs to seeds: packets of beans, marigolds and a turnip that grows nowhere else, to be borrowed in spring and given back, in kind, in autumn. The librarian expects late returns and does not mind them.",
  bakery:
    "Bread has become cheaper in one shop in town, and the baker would like to explain. The oven burns olive stones now, which the press over the hill used to pay to be rid of. A loaf costs twenty cents less, the kitchen smells of salad, and the queue on Saturday reached the bank.",
};

function week(texts: Record<string, string>, titles: Record<string, string> = {}): Article[] {
  return Object.keys(texts).map((id, index) =>
    makeArticle({
      id,
      title: titles[id] ?? `Untitled ${id}`,
      publishedAt: new Date(Date.UTC(2026, 10, 19, 12 - index)),
    }),
  );
}

test("two articles on one event are one story; the others of the week stay on their own", () => {
  const articles = week(openings);
  const textOf = ({ id }: Article): string | undefined =>
    Object.entries(openings).find(([name]) => name === id)?.[1];

  const selection = select(articles, {}, { ledger: lastWeek, textOf });

  expect(selection.sameStory.map(({ shown, others }) => [shown.id, others.map(({ id }) => id)])).toEqual([
    ["ferry", ["inquiry"]],
  ]);
  expect(verdictOn(selection, "inquiry")).toMatchObject({
    kind: "same-story",
    place: "linked",
    inIssue: true,
    group: "ferry.md",
  });
  expect(selection.verdicts.filter(({ kind }) => kind === "selected")).toHaveLength(3);
});

test("one event stands well clear of the threshold, and different ones well below it", () => {
  const texts = Object.values(openings).map((opening) => ({ title: "", opening }));
  const similarity = compareStories(texts, []);

  expect(similarity(0, 1)).toBeGreaterThan(0.24);
  for (const [a, b] of [
    [0, 2],
    [0, 3],
    [1, 2],
    [1, 3],
    [2, 3],
  ] as const)
    expect(similarity(a, b)).toBeLessThan(0.07);
});

test("two articles alone are compared as in a full issue", () => {
  const pair = compareStories(
    [openings.ferry, openings.inquiry].map((opening) => ({ title: "", opening })),
    [],
  );
  const others = compareStories(
    [openings.library, openings.bakery].map((opening) => ({ title: "", opening })),
    [],
  );

  expect(pair(0, 1)).toBeGreaterThan(0.2);
  expect(others(0, 1)).toBeLessThan(0.07);
});

test("the words of a Chinese text are told apart without spaces, and grammar does not join stories", () => {
  expect(splitWords("居民搭渡船 and Node.js 3.1.5")).toEqual([
    "居民",
    "搭",
    "渡船",
    "and",
    "node.js",
    "3.1.5",
  ]);
  const flood = "颱風過後，花蓮縣的三座橋樑被洪水沖毀，縣長說修復需要半年，居民只能搭渡船過河。";
  const bridge = "花蓮縣三座橋樑遭颱風洪水沖毀，居民改搭渡船，縣長呼籲中央撥款修復。";
  const tea = "今年的春茶收成比往年少了一半，茶農說雨下得太晚，價格因此上漲，許多人只好改喝咖啡。";
  const similarity = compareStories(
    [flood, bridge, tea].map((opening) => ({ title: "", opening })),
    [],
  );

  expect(similarity(0, 1)).toBeGreaterThan(0.2);
  expect(similarity(0, 2)).toBeLessThan(0.07);
});

test("what the whole folder is about does not make two articles one story", () => {
  const titles = [
    "Kettle released with faster parser plugins",
    "Conference: Kettle plugins, parser talks, recordings released",
  ];
  const texts = titles.map((title) => ({ title, opening: "" }));
  const everyday = Array.from({ length: 50 }, () => "Kettle parser plugins released");

  expect(compareStories(texts, [])(0, 1)).toBeGreaterThan(0.2);
  expect(compareStories(texts, everyday)(0, 1)).toBeLessThan(0.2);
});

test("instalments of a series are different stories, whatever they share", () => {
  expect(areInstalments("Node.js 18.1.0 (Current)", "Node.js 18.2.0 (Current)")).toBe(true);
  expect(areInstalments("Building GUIs, Part I", "Building GUIs, Part II")).toBe(true);
  expect(areInstalments("This month (September 2024)", "This month (October 2024)")).toBe(true);
  expect(areInstalments("Jekyll turns 2.0.0", "Jekyll 2.0.3 released")).toBe(true);
  expect(areInstalments("Security releases for 18.1.0 and 16.2.0", "Node.js 18.1.0 (Current)")).toBe(false);
  expect(areInstalments("Ferry aground at Cray Point", "Inquiry into the ferry")).toBe(false);

  const body =
    "The harbour council publishes its minutes, with bridge, budget, ferry, museum and lighthouse as before.";
  const articles = week({ one: body, two: body }, { one: "Minutes 41", two: "Minutes 42" });
  expect(select(articles, {}, { ledger: lastWeek, textOf: () => body }).sameStory).toEqual([]);
});

test("articles further apart than the configured days are different stories", () => {
  const title = "Ferry Saint Brendan aground on the Wether Sands";
  const articles = [
    makeArticle({ title }),
    makeArticle({ title, publishedAt: new Date("2026-11-22T10:00:00Z") }),
  ];
  const joined = (maxDaysApart: number): number =>
    select(articles, { sameStory: { threshold: 0.2, maxDaysApart } }, { ledger: lastWeek }).sameStory.length;

  expect([joined(4), joined(5)]).toEqual([0, 1]);
});

test("nothing is grouped where the comparison is off, and an article pinned by hand stands on its own", () => {
  const articles = week(
    { one: "", two: "" },
    {
      one: "Ferry Saint Brendan aground near Cray Point",
      two: "Ferry Saint Brendan aground near Cray Point",
    },
  );
  const overrides = {
    pinned: ["two.md", "one.md"],
    leftOut: [],
    subject: undefined,
    preheader: undefined,
    openingNote: undefined,
  };

  expect(
    select(articles, { sameStory: { threshold: false, maxDaysApart: 5 } }, { ledger: lastWeek }).sameStory,
  ).toEqual([]);
  expect(select(articles, {}, { ledger: lastWeek, overrides }).sameStory).toEqual([]);
  expect(select(articles, {}, { ledger: lastWeek }).sameStory).toHaveLength(1);
});

test("three articles are joined to the one shown, not to one another in a chain", () => {
  const texts = {
    a: "alpha bravo charlie delta echo foxtrot golf hotel",
    b: "echo foxtrot golf hotel india juliet kilo lima",
    c: "india juliet kilo lima mike november oscar papa",
  };
  const textOf = ({ id }: Article): string | undefined =>
    Object.entries(texts).find(([name]) => name === id)?.[1];

  const { sameStory } = select(week(texts), {}, { ledger: lastWeek, textOf });

  expect(sameStory.map(({ shown, others }) => [shown.id, others.map(({ id }) => id)])).toEqual([
    ["a", ["b"]],
  ]);
});
