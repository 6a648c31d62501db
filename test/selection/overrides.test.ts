import { expect, test } from "vitest";

import { findUnknownNames, type IssueOverrides } from "../../src/selection/terms/overrides.ts";
import { makeArticle } from "./make-article.ts";
import { lastWeek, select, verdictOn } from "./select.ts";

function byHand(fields: Partial<IssueOverrides>): IssueOverrides {
  return {
    pinned: [],
    leftOut: [],
    subject: undefined,
    preheader: undefined,
    openingNote: undefined,
    ...fields,
  };
}

test("a pin brings an article in whatever its age, its topic and its language are", () => {
  const old = makeArticle({
    id: "old",
    path: "2019/old.md",
    topics: ["Chess"],
    language: "fr",
    publishedAt: new Date("2019-03-01T09:00:00Z"),
  });
  const rules = { only: ["Energy"], languages: ["en"], topics: [{ key: "energy", title: "Energy" }] };
  const overrides = byHand({ pinned: ["./2019/old.md"] });

  const selection = select([old, makeArticle({ topics: ["energy"] })], rules, {
    ledger: lastWeek,
    overrides,
  });

  expect(verdictOn(selection, "old")).toMatchObject({
    kind: "selected",
    place: "lead",
    reason: "the lead: pinned in issue.md, published 2019-03-01 10:00",
  });
});

test("what is left out is not in the issue, even if it is pinned too, and waits for the next one", () => {
  const article = makeArticle({ id: "a", path: "posts/a.md" });
  const overrides = byHand({ pinned: ["posts/a.md"], leftOut: ["/posts/a.md"] });

  const selection = select([article], {}, { ledger: lastWeek, overrides });

  expect(verdictOn(selection, "a")).toMatchObject({ kind: "left-out", inIssue: false });
});

test("pins do not break a limit: what is one too many goes in brief", () => {
  const articles = ["a", "b", "c"].map((id) => makeArticle({ id }));
  const overrides = byHand({ pinned: ["c.md", "b.md", "a.md"] });

  const selection = select(articles, { maxStories: 1 }, { ledger: lastWeek, overrides });

  expect([selection.lead?.id, selection.sections[0]?.articles[0]?.id, selection.inBrief[0]?.id]).toEqual([
    "c",
    "b",
    "a",
  ]);
});

test("an article left out by hand does not take a place in a first issue", () => {
  const articles = ["a", "b", "c"].map((id, at) =>
    makeArticle({ id, publishedAt: new Date(Date.UTC(2026, 10, 18, 9 - at)) }),
  );

  const selection = select(articles, { firstIssueArticles: 2 }, { overrides: byHand({ leftOut: ["a.md"] }) });

  expect(selection.verdicts.map(({ kind }) => kind)).toEqual(["left-out", "selected", "selected"]);
});

test("a name that no article has is found", () => {
  const articles = [makeArticle({ id: "a", path: "posts/a.md" })];
  const overrides = byHand({
    pinned: ["posts/a.md", "posts\\a.md", "a", "posts/b.md"],
    leftOut: ["posts/b.md", "c"],
  });

  expect(findUnknownNames(overrides, articles)).toEqual(["posts/b.md", "c"]);
});
