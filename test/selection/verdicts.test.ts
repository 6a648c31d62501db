import { expect, test } from "vitest";

import type { Article } from "../../src/articles/article.ts";
import type { SelectionRules } from "../../src/selection/terms/selection-rules.ts";
import { judgeRefusedFiles, verdictKinds } from "../../src/selection/terms/verdict.ts";
import type { WindowRequest } from "../../src/selection/candidates/window.ts";
import { makeArticle } from "./make-article.ts";
import { lastWeek, select, verdictOn } from "./select.ts";

const overrides = {
  pinned: [],
  leftOut: ["skip.md"],
  subject: undefined,
  preheader: undefined,
  openingNote: undefined,
};
const sentIn = new Map([["old-news", { number: 41, slot: new Date("2026-11-15T06:00:00Z") }]]);
const storm = "Storm closes the harbour bridge for two days";

interface Case {
  readonly kind: (typeof verdictKinds)[number];
  /** The article "x", and others that stand beside it. */
  readonly article: Partial<Article>;
  readonly others?: readonly Partial<Article>[];
  readonly rules?: Partial<SelectionRules>;
  readonly request?: Partial<WindowRequest>;
  readonly reason: string;
}

const newer = new Date("2026-11-20T09:00:00Z");
const cases: Record<string, Case> = {
  lead: { kind: "selected", article: {}, reason: "the lead: published 2026-11-18 10:00" },
  story: {
    kind: "selected",
    article: { weight: 5, topics: ["Energy"] },
    others: [{ pinned: true }],
    reason: "story 1 in the section Energy: weight 5, published 2026-11-18 10:00",
  },
  "late arrival": {
    kind: "selected",
    article: { publishedAt: new Date("2026-11-05T09:00:00Z") },
    reason:
      "the lead: published 2026-11-05 10:00, a late arrival, before the window that starts 2026-11-16 08:00 Europe/Paris",
  },
  "in brief": {
    kind: "in-brief",
    article: { topics: ["Energy"] },
    others: [
      { publishedAt: newer },
      { publishedAt: newer, topics: ["Energy"] },
      { topics: ["Sport"], publishedAt: newer },
    ],
    rules: { maxPerSection: 1 },
    reason:
      "number 1 in brief: the section Energy has its 1 story (selection.perSection); a smaller weight, featured: true or a pin moves it up, or raise that limit",
  },
  "same story": {
    kind: "same-story",
    article: { title: storm },
    others: [{ id: "y", title: `${storm}, says council`, publishedAt: newer }],
    reason:
      "tells the same story as y.md (likeness 0.87, from 0.2 on) and is linked under it; raise selection.sameStory, or pin it in issue.md to have it on its own",
  },
  "over a topic's limit": {
    kind: "over-topic-limit",
    article: { topics: ["Sport"] },
    others: [{ publishedAt: newer }, { publishedAt: newer, topics: ["Sport"] }],
    rules: {
      topics: [{ key: "sport", title: "Sport", limit: 1 }],
      catchAll: "Rest",
      maxInBrief: 0,
      maxMore: 0,
    },
    reason:
      "no room: the section Sport has its 1 story (the limit of the topic sport), In brief has its 0 and the links their 0 (selection.more); the next issue takes it if that goes out by 2026-12-18 (selection.lateDays, 30); a smaller weight, featured: true or a pin moves it up, or raise that limit",
  },
  "over the limit": {
    kind: "over-limit",
    article: {},
    others: [{ publishedAt: newer }, { publishedAt: newer }],
    rules: { maxStories: 1, maxInBrief: 0 },
    reason:
      'number 1 under "more on the web": the issue has its 1 story (selection.stories), and In brief has its 0 (selection.inBrief); a smaller weight, featured: true or a pin moves it up, or raise that limit',
  },
  "more sections than fit": {
    kind: "in-brief",
    article: { topics: ["Sport"] },
    others: [{ publishedAt: newer }, { publishedAt: newer, topics: ["Energy"] }],
    rules: { maxSections: 1 },
    reason:
      "number 1 in brief: the issue has its 1 section (selection.sections), and Sport is not among them; a smaller weight, featured: true or a pin moves it up, or raise that limit",
  },
  "a translation": {
    kind: "other-language",
    article: { translationKey: "k", language: "fr" },
    others: [{ id: "y", translationKey: "k", language: "en" }],
    reason: "the fr version of y.md; the issue shows the one in en, and readers who prefer fr get this one",
  },
  "a language not taken": {
    kind: "other-language",
    article: { language: "fr" },
    rules: { languages: ["en", "de"] },
    reason:
      "written in fr, and this newsletter takes en, de (selection.languages); add the language to have it",
  },
  sent: {
    kind: "already-sent",
    article: { id: "old-news", publishedAt: new Date("2026-11-13T09:00:00Z") },
    reason: "sent in issue 41 on 2026-11-15",
  },
  "sent and redated": {
    kind: "already-sent",
    article: { id: "old-news" },
    reason:
      "sent in issue 41 on 2026-11-15, and a new date does not send it again; an id of its own makes it another article",
  },
  "sent under a shared id": {
    kind: "already-sent",
    article: { id: "old-news", path: "new.md" },
    others: [{ id: "old-news", path: "old.md", publishedAt: new Date("2026-11-13T09:00:00Z") }],
    reason:
      'sent in issue 41 on 2026-11-15, as far as its id "old-news" says, which old.md has too; give one of them an id of its own',
  },
  "sent as another file of its id": {
    kind: "duplicate-id",
    article: { id: "old-news", path: "new.md", contentHash: "not sent" },
    others: [{ id: "old-news", path: "old.md", contentHash: "sent" }],
    request: {
      ledger: {
        ...lastWeek,
        sentIn: new Map([...sentIn, ["sent", { number: 41, slot: new Date("2026-11-15T06:00:00Z") }]]),
      },
    },
    reason:
      'has the same id as old.md ("old-news"), which was sent in issue 41 on 2026-11-15; give this one an id of its own in its front matter',
  },
  "sent as a moved file": {
    kind: "already-sent",
    article: { contentHash: "old-news" },
    reason: "sent in issue 41 on 2026-11-15 under another name: its content is the same",
  },
  "its translation was sent": {
    kind: "already-sent",
    article: { translationKey: "k", language: "fr" },
    others: [{ id: "old-news", path: "y.md", translationKey: "k", language: "en" }],
    reason: "its translation y.md was sent in issue 41 on 2026-11-15",
  },
  "before the window": {
    kind: "before-window",
    article: { publishedAt: new Date("2026-11-12T08:00:00Z") },
    request: { since: new Date("2026-11-14T23:00:00Z") },
    reason:
      "published 2026-11-12 09:00, before the window that starts 2026-11-15 00:00 Europe/Paris; choose an earlier --since, or pin it in issue.md",
  },
  "too old for a late arrival": {
    kind: "before-window",
    article: { publishedAt: new Date("2026-10-20T08:00:00Z") },
    reason:
      "published 2026-10-20 10:00, before the window that starts 2026-11-16 08:00 Europe/Paris; late arrivals are taken from 2026-10-24 on (30 days): raise selection.lateDays, or pin it in issue.md",
  },
  "older than the first issue": {
    kind: "before-window",
    article: { publishedAt: new Date("2026-09-20T08:00:00Z") },
    reason:
      "published 2026-09-20 10:00, before the window that starts 2026-11-16 08:00 Europe/Paris; the first issue began with 2026-10-01, and what is older is not caught up: pin it in issue.md to have it",
  },
  "not among the first": {
    kind: "before-window",
    article: {},
    others: [{ publishedAt: newer }],
    rules: { firstIssueArticles: 1 },
    request: { ledger: { issues: [], sentIn: new Map() } },
    reason:
      "published 2026-11-18 10:00, and not among the newest article that the first issue starts with; raise selection.firstIssue, or pin it in issue.md",
  },
  "after the window": {
    kind: "after-window",
    article: {},
    request: { since: new Date("2026-11-09T23:00:00Z"), until: new Date("2026-11-16T23:00:00Z") },
    reason:
      "published 2026-11-18 10:00, after the window that ends 2026-11-17 00:00 Europe/Paris; choose a later --until to have it",
  },
  "at the slot": {
    kind: "after-window",
    article: { publishedAt: new Date("2026-11-23T07:00:00Z") },
    reason:
      "published 2026-11-23 08:00, after the window that ends 2026-11-23 08:00 Europe/Paris; the next issue takes it",
  },
  "left out": {
    kind: "left-out",
    article: { path: "skip.md" },
    reason:
      "left out of this issue by hand; take its path out of leftOut in issue.md to have it, or mark it as a draft to keep it out of the next one too",
  },
  "an excluded topic": {
    kind: "topic-excluded",
    article: { topics: ["Press releases"] },
    rules: { exclude: ["press-releases"] },
    reason:
      'its topic "Press releases" is excluded (selection.exclude); take the topic out of the list to have it',
  },
  "not one of the topics asked for": {
    kind: "topic-excluded",
    article: { topics: ["Sport"] },
    rules: { only: ["Energy", "Books"] },
    reason:
      "its topics are Sport, and this newsletter takes only Energy, Books (DIGEST_TOPICS or selection.only); give it one of these, or add its own to the list",
  },
  "no topic": {
    kind: "no-topic",
    article: { topics: ["Chess"] },
    rules: {
      topics: [
        { key: "sport", title: "Sport" },
        { key: "energy", title: "Energy" },
      ],
    },
    reason:
      "matches none of the configured topics Sport, Energy (its front matter says Chess); give it one of these, widen a topic's match, or name a section for the rest (selection.otherSection)",
  },
  "a topic whose exclude keeps it off": {
    kind: "no-topic",
    article: { title: "A chess sandwich" },
    rules: {
      topics: [
        {
          key: "chess",
          title: "Chess",
          match: { keywords: ["chess"] },
          exclude: { keywords: ["sandwich"] },
        },
        { key: "clubs", title: "Clubs", match: { pattern: "CHESS" }, include: { folders: ["clubs"] } },
      ],
    },
    reason:
      'has no topic, though it would have Chess ("chess" in its title, but its exclude says "sandwich" in its title) and Clubs ("chess" in its title, but its include asks for something else); change that include or exclude, give it another topic, or name a section for the rest (selection.otherSection)',
  },
  "an excluded topic that a rule found": {
    kind: "topic-excluded",
    article: { title: "A regatta" },
    rules: {
      topics: [{ key: "sport", title: "Sport", match: { keywords: ["regatta"] } }],
      exclude: ["sport"],
    },
    reason:
      'its topic "Sport" ("regatta" in its title) is excluded (selection.exclude); take the topic out of the list to have it',
  },
  "in brief though it is pinned": {
    kind: "in-brief",
    article: { pinned: true },
    others: [
      { pinned: true, publishedAt: newer },
      { pinned: true, publishedAt: newer },
    ],
    rules: { maxStories: 1 },
    reason:
      "number 1 in brief: the issue has its 1 story (selection.stories); it is pinned, and the ones before it are too; raise that limit",
  },
  draft: {
    kind: "draft",
    article: { draft: "it lies in _drafts/" },
    reason: "marked as a draft, because it lies in _drafts/; change that to publish it",
  },
  page: {
    kind: "page",
    article: { page: 'its type is "tags"', publishedAt: undefined },
    reason:
      'a page of its site and no article, because its type is "tags"; write type: post in its front matter to have it',
  },
  scheduled: {
    kind: "scheduled",
    article: { publishedAt: new Date("2026-12-01T09:00:00Z") },
    reason: "dated 2026-12-01 10:00 Europe/Paris, which is still to come; it is taken once that has passed",
  },
  expired: {
    kind: "expired",
    article: { expiresAt: new Date("2026-11-20T09:00:00Z") },
    reason: "expired 2026-11-20 10:00 Europe/Paris; set a later expiry date to show it",
  },
  undated: {
    kind: "undated",
    article: { publishedAt: undefined },
    reason:
      "no date was found; write date: 2026-11-23 in its front matter, between two lines of --- at the top of the file, or date = 2026-11-23 between its lines of +++",
  },
  "a shared id": {
    kind: "duplicate-id",
    article: { id: "one", path: "x.md" },
    others: [{ id: "one", path: "a.md" }],
    reason: 'has the same id as a.md ("one"); give one of the two an id of its own in its front matter',
  },
  "a copy": {
    kind: "duplicate-id",
    article: { path: "x.md", contentHash: "bytes" },
    others: [{ path: "a.md", contentHash: "bytes" }],
    reason: "has exactly the content of a.md; remove one of the two, or change it",
  },
  "a broken date": {
    kind: "invalid",
    article: { publishedAt: new Date(Number.NaN) },
    reason: "one of its dates is no instant; write dates as 2026-11-15 or 2026-11-15T09:00:00Z",
  },
};

for (const [name, { kind, article, others = [], rules = {}, request = {}, reason }] of Object.entries(
  cases,
)) {
  test(`${name}: ${kind}, with the rule, the values and what to change`, () => {
    const about = makeArticle({ id: "x", ...article });
    const folder = [about, ...others.map((fields) => makeArticle(fields))];

    const { verdicts } = select(folder, rules, { ledger: { ...lastWeek, sentIn }, overrides, ...request });

    expect(verdicts[0]).toMatchObject({ kind, reason });
  });
}

test("every kind of verdict is among these cases", () => {
  const told = new Set(Object.values(cases).map(({ kind }) => kind));

  expect(verdictKinds.filter((kind) => !told.has(kind))).toEqual([]);
});

test("a refused file is invalid, with the line where it has one", () => {
  const refused = [
    { path: "a.md", line: 3, reason: "the front matter is not closed" },
    { path: "b.md", line: undefined, reason: "the file is empty" },
  ];

  expect(judgeRefusedFiles(refused)).toEqual([
    { path: "a.md", kind: "invalid", reason: "line 3: the front matter is not closed" },
    { path: "b.md", kind: "invalid", reason: "the file is empty" },
  ]);
});

test("a draft that somebody pins stays a draft, and a sent article stays sent", () => {
  const pinned = { ...overrides, pinned: ["draft.md", "old-news.md"] };
  const folder = [
    makeArticle({ id: "draft", draft: "it says draft: true" }),
    makeArticle({ id: "old-news", publishedAt: new Date("2026-11-13T09:00:00Z") }),
  ];

  const selection = select(folder, {}, { ledger: { ...lastWeek, sentIn }, overrides: pinned });

  expect(verdictOn(selection, "draft").kind).toBe("draft");
  expect(verdictOn(selection, "old-news").kind).toBe("already-sent");
});
