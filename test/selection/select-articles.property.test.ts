import { expect, test } from "vitest";

import type { Article } from "../../src/articles/article.ts";
import { defaultSelectionRules } from "../../src/selection/terms/selection-rules.ts";
import { countVerdicts, type Verdict, verdictKinds } from "../../src/selection/terms/verdict.ts";
import type { WindowRequest } from "../../src/selection/candidates/window.ts";
import fc from "../support/fast-check.ts";
import { folders, instants, monday, rules } from "./arbitraries.ts";
import { lastWeek, select } from "./select.ts";
import { runs } from "./soak.ts";

const names = fc.array(
  fc.integer({ min: 0, max: 29 }).map((index) => `${["energy", "fr", "en"][index % 3] ?? ""}/${index}.md`),
  {
    maxLength: 3,
  },
);
const requests: fc.Arbitrary<Partial<WindowRequest>> = fc.record({
  slot: fc.constant(monday),
  now: fc.constantFrom(undefined, new Date("2026-11-24T12:00:00Z")),
  ledger: fc.constantFrom({ issues: [], sentIn: new Map() }, lastWeek, {
    ...lastWeek,
    sentIn: new Map([
      ["same-id", { number: 41, slot: monday }],
      ["other-bytes", { number: 41, slot: monday }],
    ]),
  }),
  days: fc.constantFrom(undefined, undefined, 7),
  timeZone: fc.constantFrom("Europe/Paris", "America/New_York", "UTC"),
  overrides: fc.option(
    fc.record({
      pinned: names,
      leftOut: names,
      subject: fc.constant(undefined),
      preheader: fc.constant(undefined),
      openingNote: fc.constant(undefined),
    }),
    { nil: undefined },
  ),
});

test("every article gets exactly one verdict, in the order given, and the counts add up", () => {
  fc.assert(
    fc.property(folders(), rules, requests, (articles, all, request) => {
      const { verdicts } = select(articles, all, request);

      expect(verdicts.map(({ article }) => article)).toEqual(articles);
      const counts = Object.values(countVerdicts(verdicts));
      expect(counts.reduce((sum, count) => sum + count, 0)).toBe(articles.length);
      for (const { kind, reason } of verdicts) {
        expect(verdictKinds).toContain(kind);
        expect(reason).toMatch(/^\S.{5,}[^.]$/su);
        expect(reason).not.toContain("undefined");
      }
    }),
    runs(2_000),
  );
});

test("the order of the files decides nothing", () => {
  fc.assert(
    fc.property(folders(), rules, requests, fc.infiniteStream(fc.nat()), (articles, all, request, random) => {
      const keys = new Map(articles.map((article) => [article, Number(random.next().value)]));
      const shuffled = [...articles].sort((a, b) => (keys.get(a) ?? 0) - (keys.get(b) ?? 0));

      const first = select(articles, all, request);
      const second = select(shuffled, all, request);

      const byPath = ({ verdicts }: { readonly verdicts: readonly Verdict[] }): unknown[] =>
        verdicts.map(({ article, ...rest }) => [article.path, rest]).sort();
      expect(byPath(second)).toEqual(byPath(first));
      expect({ ...second, verdicts: [] }).toEqual({ ...first, verdicts: [] });
    }),
    runs(2_000),
  );
});

test("no limit is ever exceeded, and places, lists and verdicts tell the same", () => {
  fc.assert(
    fc.property(folders(40), rules, requests, (articles, all, request) => {
      const selection = select(articles, all, request);
      const { lead, sections, inBrief, more, verdicts } = selection;

      const stories = sections.reduce((sum, section) => sum + section.articles.length, 0);
      expect(stories).toBeLessThanOrEqual(all.maxStories);
      expect(sections.length).toBeLessThanOrEqual(all.maxSections);
      for (const section of sections) {
        const topic = all.topics.find(({ key }) => key === section.key);
        const limit = topic?.limit ?? (sections.length === 1 ? all.maxStories : all.maxPerSection);
        expect(section.articles.length).toBeLessThanOrEqual(limit);
      }
      expect(inBrief.length).toBeLessThanOrEqual(all.maxInBrief);
      expect(more.length).toBeLessThanOrEqual(all.maxMore);
      if (!all.lead) expect(lead).toBeUndefined();

      const at = (place: string): Article[] =>
        verdicts
          .filter((verdict) => verdict.place === place)
          .sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0))
          .map(({ article }) => article);
      expect(at("lead")).toEqual(lead === undefined ? [] : [lead]);
      expect(at("in-brief")).toEqual(inBrief);
      expect(at("more")).toEqual(more);
      expect(at("section").length).toBe(stories);
      expect(verdicts.filter(({ kind }) => kind === "selected")).toHaveLength(
        stories + (lead === undefined ? 0 : 1),
      );
      const ids = verdicts.filter(({ place }) => place !== undefined).map(({ article }) => article.id);
      expect(new Set(ids).size).toBe(ids.length);
    }),
    runs(2_000),
  );
});

test("what is dated outside the window is in no issue without a pin or a translation, and nothing unpublished ever is", () => {
  fc.assert(
    fc.property(folders(), rules, instants, (articles, all, slot) => {
      const { verdicts } = select(articles, all, { slot, ledger: lastWeek });

      for (const { article, inIssue, kind } of verdicts) {
        if (!inIssue) continue;
        expect(article.draft).toBeUndefined();
        expect(article.publishedAt?.getTime()).toBeLessThan(slot.getTime());
        expect(article.expiresAt === undefined || article.expiresAt > slot).toBe(true);
        if (kind === "selected" && article.translationKey === undefined) {
          expect(article.publishedAt?.getTime()).toBeGreaterThanOrEqual(
            lastWeek.issues[0]?.since.getTime() ?? 0,
          );
        }
      }
    }),
    runs(1_000),
  );
});

test("the defaults fill an issue before they refuse anything for want of room", () => {
  fc.assert(
    fc.property(folders(60), (articles) => {
      const { verdicts, more } = select(articles, {}, { ledger: lastWeek });

      const waiting = verdicts.filter(({ kind, inIssue }) => kind.startsWith("over-") && !inIssue);
      if (waiting.length > 0) expect(more).toHaveLength(defaultSelectionRules.maxMore);
    }),
    runs(300),
  );
});
