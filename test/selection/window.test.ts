import { expect, test } from "vitest";

import { emptyLedger } from "../../src/selection/ledger-view.ts";
import { defaultSelectionRules } from "../../src/selection/selection-rules.ts";
import { decideWindow } from "../../src/selection/window.ts";
import { makeArticle } from "./make-article.ts";
import { lastWeek, select, slot, verdictOn } from "./select.ts";

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
