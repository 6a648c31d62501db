import { expect, test } from "vitest";

import { createEditionChooser } from "../../../src/selection/editions/edition-choice.ts";
import { defaultSelectionRules } from "../../../src/selection/terms/selection-rules.ts";
import { makeArticle } from "../make-article.ts";
import { lastWeek, select } from "../select.ts";

const at = (hour: number): Date => new Date(Date.UTC(2026, 10, 18, hour));
const articles = [
  makeArticle({ id: "energy", topics: ["Energy"], publishedAt: at(9) }),
  makeArticle({ id: "wind", topics: ["Energy/Wind", "Sport"], publishedAt: at(8) }),
  makeArticle({ id: "sport", topics: ["Sport"], publishedAt: at(7) }),
  makeArticle({ id: "plain", publishedAt: at(6) }),
];

test("a reader gets the stories of the topics they chose, in the issue's order", () => {
  const choose = createEditionChooser(select(articles, {}, { ledger: lastWeek }), defaultSelectionRules);

  const sport = choose({ topics: ["SPORT"] });

  expect(sport.lead).toBeUndefined();
  expect(sport.sections.map(({ title, articles: stories }) => [title, stories.map(({ id }) => id)])).toEqual([
    ["Energy", ["wind"]],
    ["Sport", ["sport"]],
  ]);
  expect(choose({ topics: ["energy"] }).lead?.id).toBe("energy");
  expect(choose({ topics: ["general"] }).sections.map(({ key }) => key)).toEqual(["general"]);
});

test("nobody gets an email with nothing in it", () => {
  const choose = createEditionChooser(select(articles, {}, { ledger: lastWeek }), defaultSelectionRules);

  expect(choose({ topics: ["Chess"] }).isEmpty).toBe(true);
  expect(choose({ topics: [], received: new Set(articles.map(({ id }) => id)) }).isEmpty).toBe(true);
  expect(choose({ topics: [] }).isEmpty).toBe(false);
});

test("readers whose editions are the same share one, whatever they asked for", () => {
  const choose = createEditionChooser(select(articles, {}, { ledger: lastWeek }), defaultSelectionRules);

  expect(choose({ topics: ["energy", "sport", "general"] })).toBe(choose({ topics: [], language: "en" }));
  expect(choose({ topics: ["sport"] }).key).not.toBe(choose({ topics: ["energy"] }).key);
});

test("a topic is found by the alias a reader chose it by", () => {
  const rules = { ...defaultSelectionRules, topics: [{ key: "tw", title: "Taiwan", aliases: ["台灣"] }] };
  const selection = select([makeArticle({ id: "a", topics: ["Taiwan"] })], rules, { ledger: lastWeek });

  expect(createEditionChooser(selection, rules)({ topics: ["台灣"] }).lead?.id).toBe("a");
});

test("a story goes to those who chose a topic of an article that is linked under it", () => {
  const title = "Ferry Saint Brendan aground on the Wether Sands";
  const pair = [
    makeArticle({ id: "shown", title, topics: ["Sea"], publishedAt: at(9) }),
    makeArticle({ id: "linked", title, topics: ["Courts"], publishedAt: at(8) }),
  ];
  const choose = createEditionChooser(select(pair, {}, { ledger: lastWeek }), defaultSelectionRules);

  const courts = choose({ topics: ["Courts"] });
  const knowsIt = choose({ topics: ["Courts"], received: new Set(["shown"]) });

  expect([courts.lead?.id, courts.sameStory[0]?.others[0]?.id]).toEqual(["shown", "linked"]);
  expect([knowsIt.lead, knowsIt.more.map(({ id }) => id)]).toEqual([undefined, ["linked"]]);
});
