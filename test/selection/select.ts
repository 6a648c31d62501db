import type { Article } from "../../src/articles/article.ts";
import { emptyLedger } from "../../src/selection/terms/ledger-view.ts";
import { selectArticles, type Selection } from "../../src/selection/select-articles.ts";
import { defaultSelectionRules, type SelectionRules } from "../../src/selection/terms/selection-rules.ts";
import type { Verdict } from "../../src/selection/terms/verdict.ts";
import { decideWindow, type WindowRequest } from "../../src/selection/candidates/window.ts";

/** The Monday on which these tests send. */
export const slot = new Date("2026-11-23T07:00:00Z");

/** The issue before: sent a week earlier. */
export const lastWeek = {
  issues: [
    {
      number: 41,
      slot: new Date("2026-11-16T07:00:00Z"),
      since: new Date("2026-10-01T00:00:00Z"),
      until: new Date("2026-11-16T07:00:00Z"),
    },
  ],
  sentIn: new Map<string, { number: number; slot: Date }>(),
};

/** Window and selection together, as a build does it. */
export function select(
  articles: readonly Article[],
  rules: Partial<SelectionRules> = {},
  request: Partial<WindowRequest> = {},
): Selection {
  const all = { ...defaultSelectionRules, ...rules };
  const base = { slot, timeZone: "Europe/Paris", ledger: emptyLedger, language: "en", ...request };
  return selectArticles(articles, all, { ...base, window: decideWindow(articles, all, base) });
}

/** The verdict on one article. */
export function verdictOn(selection: Selection, id: string): Verdict {
  const verdict = selection.verdicts.find(({ article }) => article.id === id);
  if (verdict === undefined) throw new Error(`no verdict on ${id}`);
  return verdict;
}
