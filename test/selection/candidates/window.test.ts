import { expect, test } from "vitest";

import { emptyLedger } from "../../../src/selection/terms/ledger-view.ts";
import { defaultSelectionRules } from "../../../src/selection/terms/selection-rules.ts";
import { decideWindow } from "../../../src/selection/candidates/window.ts";
import { makeArticle } from "../make-article.ts";
import { lastWeek, select, slot, verdictOn } from "../select.ts";

const base = { slot, timeZone: "Europe/Paris", ledger: emptyLedger, language: "en" };

test("the window starts where the last issue ended, and ends at the slot", () => {
  const decision = decideWindow([], defaultSelectionRules, { ...base, ledger: lastWeek });

  expect(decision.window).toEqual({ since: new Date("2026-11-16T07:00:00Z"), until: slot });
  expect(decision.reason).toBe("since issue 41, which ended at 2026-11-16 08:00 Europe/Paris");
});

test("an article dated exactly at the window's end waits for the next issue", () => {
  const first = makeArticle({ id: "first", publishedAt: new Date("2026-11-16T07:00:00Z") });
  const next = makeArticle({ id: "next", publishedAt: slot });

  const selection = select([next, first], {}, { ledger: lastWeek });

  expect(selection.lead?.id).toBe("first");
  expect(verdictOn(selection, "next").kind).toBe("after-window");
});

test("the first issue takes the newest articles, however old, and covers their days", () => {
  const articles = Array.from({ length: 20 }, (_, day) =>
    makeArticle({ id: `day-${day + 1}`, publishedAt: new Date(Date.UTC(2021, 4, day + 1, 12)) }),
  );

  const decision = decideWindow(articles, defaultSelectionRules, base);
  const selection = select(articles);

  expect(decision.window).toEqual({
    since: new Date("2021-05-06T22:00:00Z"),
    until: new Date("2021-05-20T22:00:00Z"),
  });
  expect(selection.verdicts.filter((verdict) => verdict.inIssue)).toHaveLength(14);
  expect(verdictOn(selection, "day-6").kind).toBe("before-window");
});

test("a late arrival is taken in, unless it is older than the age limit or than the first issue", () => {
  const late = makeArticle({ id: "late", publishedAt: new Date("2026-11-01T12:00:00Z") });
  const tooOld = makeArticle({ id: "too-old", publishedAt: new Date("2026-10-20T12:00:00Z") });

  const selection = select([late, tooOld], {}, { ledger: lastWeek });

  expect(verdictOn(selection, "late").kind).toBe("selected");
  expect(verdictOn(selection, "too-old").kind).toBe("before-window");
});

test("a window that ends before it starts is refused with both ends", () => {
  const since = new Date("2026-11-20T00:00:00Z");
  const until = new Date("2026-11-10T00:00:00Z");

  expect(() => decideWindow([], defaultSelectionRules, { ...base, since, until })).toThrow(
    /2026-11-10 01:00.*2026-11-20 01:00 Europe\/Paris/,
  );
});

test("the last seven days begin at the local midnight seven days before the slot's day", () => {
  const decision = decideWindow([], defaultSelectionRules, { ...base, ledger: lastWeek, days: 7 });

  expect(decision.window).toEqual({ since: new Date("2026-11-15T23:00:00Z"), until: slot });
  expect(decision.lateFrom).toEqual(new Date("2026-10-23T22:00:00Z"));
  expect(decision.reason).toBe("the last 7 days, from 2026-11-16 00:00 Europe/Paris");
});

test("a window asked for by its start takes no late arrivals", () => {
  const since = new Date("2026-11-10T00:00:00Z");

  expect(decideWindow([], defaultSelectionRules, { ...base, ledger: lastWeek, since })).toMatchObject({
    kind: "explicit",
    window: { since, until: slot },
    lateFrom: since,
  });
});

test("an end alone keeps the start: the last issue's end, or the newest articles before it", () => {
  const until = new Date("2026-11-18T00:00:00Z");
  const articles = [
    makeArticle({ publishedAt: new Date("2026-11-17T09:00:00Z") }),
    makeArticle({ publishedAt: slot }),
  ];

  const next = decideWindow(articles, defaultSelectionRules, { ...base, ledger: lastWeek, until });
  const first = decideWindow(articles, defaultSelectionRules, { ...base, until });

  expect(next.window).toEqual({ since: new Date("2026-11-16T07:00:00Z"), until });
  expect(first.window).toEqual({
    since: new Date("2026-11-16T23:00:00Z"),
    until: new Date("2026-11-17T23:00:00Z"),
  });
});

test("the first issue counts translations, copies and shared ids once, and passes over what it would not take", () => {
  const at = (day: number): Date => new Date(Date.UTC(2021, 4, day, 12));
  const articles = [
    makeArticle({ id: "draft", publishedAt: at(20), draft: "it says draft: true" }),
    makeArticle({ id: "sport", publishedAt: at(19), topics: ["Sport"] }),
    makeArticle({ id: "fr", publishedAt: at(18), translationKey: "k", language: "fr" }),
    makeArticle({ id: "en", publishedAt: at(17), translationKey: "k" }),
    makeArticle({ id: "copy", publishedAt: at(16), contentHash: "bytes" }),
    makeArticle({ id: "original", publishedAt: at(15), contentHash: "bytes" }),
    makeArticle({ id: "third", publishedAt: at(14) }),
    makeArticle({ id: "fourth", publishedAt: at(13) }),
  ];

  const decision = decideWindow(
    articles,
    { ...defaultSelectionRules, firstIssueArticles: 3, exclude: ["Sport"] },
    base,
  );

  expect([...(decision.newest?.paths ?? [])]).toEqual(["fr.md", "copy.md", "third.md"]);
  expect(decision.newest?.doubles.get("original.md")?.reason).toContain("exactly the content of copy.md");
});

test("a folder without a published article has an empty first window, and says so", () => {
  const decision = decideWindow([makeArticle({ draft: "it says draft: true" })], defaultSelectionRules, base);

  expect(decision.reason).toBe(
    "the first issue, and nothing that it could take is dated before 2026-11-23 08:00 Europe/Paris",
  );
  expect(decision.window.until).toEqual(slot);
});

test("an issue that is caught up later takes what was dated before its slot, and no more", () => {
  const before = makeArticle({ id: "before", publishedAt: new Date("2026-11-23T06:59:00Z") });
  const after = makeArticle({ id: "after", publishedAt: new Date("2026-11-23T09:00:00Z") });

  const selection = select([before, after], {}, { ledger: lastWeek, now: new Date("2026-11-23T12:00:00Z") });

  expect(selection.lead?.id).toBe("before");
  expect(verdictOn(selection, "after").kind).toBe("after-window");
});

test("a slot before the last issue's end has nothing left to take", () => {
  const early = new Date("2026-11-15T07:00:00Z");
  const { window } = decideWindow([], defaultSelectionRules, { ...base, ledger: lastWeek, slot: early });

  expect(window).toEqual({ since: early, until: early });
});

test("in a first issue, what another rule keeps out hears of that rule, and what is too old of its age", () => {
  const at = (day: number): Date => new Date(Date.UTC(2026, 10, day, 12));
  const articles = [
    makeArticle({ id: "newest", publishedAt: at(20), topics: ["Energy"] }),
    makeArticle({ id: "sport", publishedAt: at(19), topics: ["Sport"] }),
    makeArticle({ id: "french", publishedAt: at(18), topics: ["Energy"], language: "fr" }),
    makeArticle({ id: "second", publishedAt: at(17), topics: ["Energy"] }),
    makeArticle({ id: "old", publishedAt: at(1), topics: ["Energy"] }),
    makeArticle({ id: "old sport", publishedAt: at(1), topics: ["Sport"] }),
  ];
  const kinds = (firstIssueArticles: number): Record<string, string> => {
    const rules = { firstIssueArticles, only: ["Energy"], languages: ["en"] };
    const { verdicts } = select(articles, rules);
    return Object.fromEntries(verdicts.map(({ article, kind }) => [article.id, kind]));
  };

  const within = { sport: "topic-excluded", french: "other-language", newest: "selected" };
  expect(kinds(2)).toMatchObject({ ...within, old: "before-window", "old sport": "before-window" });
  // With room to spare, age keeps nothing out.
  expect(kinds(20)).toMatchObject({ ...within, old: "selected", "old sport": "topic-excluded" });
});

test("two files of one id in a first issue: the newer goes in, the other hears why", () => {
  const articles = [
    makeArticle({ id: "5", path: "a.md", publishedAt: new Date("2026-11-02T09:00:00Z") }),
    makeArticle({ id: "5", path: "b.md", publishedAt: new Date("2026-11-03T09:00:00Z") }),
  ];

  const verdicts = select(articles).verdicts.map(({ article, kind }) => [article.path, kind]);

  expect(verdicts).toEqual([
    ["a.md", "duplicate-id"],
    ["b.md", "selected"],
  ]);
});

test("an article left out of the first issue by hand goes into the second, however old it is there", () => {
  const left = makeArticle({ id: "left", publishedAt: new Date("2026-11-02T09:00:00Z") });
  const first = makeArticle({ id: "first", publishedAt: new Date("2026-11-12T09:00:00Z") });
  const overrides = {
    pinned: [],
    leftOut: ["left.md"],
    subject: undefined,
    preheader: undefined,
    openingNote: undefined,
  };
  const base = { slot, timeZone: "Europe/Paris", ledger: emptyLedger, language: "en", overrides };

  const { window } = decideWindow([left, first], defaultSelectionRules, base);
  const issue = { number: 1, slot, since: window.since, until: window.until };
  const ledger = { issues: [issue], sentIn: new Map([["first", { number: 1, slot }]]) };
  const nextSlot = new Date("2026-11-24T07:00:00Z");

  expect(select([left, first], {}, { ledger, slot: nextSlot }).lead?.id).toBe("left");
});

test("a first window that ends before a day has nothing of that day, and says so", () => {
  const article = makeArticle({ id: "today", publishedAt: new Date("2026-11-18T00:00:00Z") });

  const selection = select([article], {}, { until: new Date("2026-11-18T00:00:00Z") });

  expect(verdictOn(selection, "today").kind).toBe("after-window");
});
