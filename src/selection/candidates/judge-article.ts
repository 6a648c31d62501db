import type { Article } from "../../articles/article.ts";
import {
  type DatedArticle,
  isDated,
  judgeAvailability,
  latestPublication,
  type Ruling,
} from "../terms/availability.ts";
import { judgeLanguage } from "./judge-language.ts";
import type { LocalTime } from "../../platform/local-time.ts";
import type { AppliedOverrides } from "../terms/overrides.ts";
import type { SelectionContext } from "./selection-context.ts";
import type { SelectionRules } from "../terms/selection-rules.ts";

/** Decides on one article by itself, up to its topics; undefined: nothing speaks against it. */
export type ArticleJudge = (article: Article) => Ruling | undefined;

/**
 * Prepares the rules that look at one article at a time: published at all, left out or pinned by hand, in the window, in a
 * language the newsletter takes. What is already sent has been told before.
 */
export function createArticleJudge(
  rules: SelectionRules,
  context: SelectionContext,
  overrides: AppliedOverrides,
  time: LocalTime,
): ArticleJudge {
  const latest = latestPublication(context);
  const judgeWindow = createWindowJudge(rules, context, time);
  return (article) => {
    const unavailable = judgeAvailability(article, latest, time);
    if (unavailable !== undefined || !isDated(article)) return unavailable;
    if (overrides.isLeftOut(article)) return leftOut;
    if (overrides.pinOf(article) !== undefined) return undefined;
    const language = judgeLanguage(article, rules.languages);
    const window = judgeWindow(article);
    // A language that the newsletter does not take comes in beside no translation either.
    return language === undefined || window === undefined
      ? (window ?? language)
      : { ...window, asTranslation: false };
  };
}

/**
 * Prepares the last question of a first issue, after topics: whether an article that nothing else speaks against is among the
 * newest.
 */
export function createNewestJudge(
  rules: SelectionRules,
  { window: { newest } }: SelectionContext,
  time: LocalTime,
): (article: Article) => Ruling | undefined {
  if (newest === undefined) return () => undefined;
  return (article) => {
    if (newest.paths.has(article.path) || !isDated(article)) return undefined;
    const reason = `published ${time.minute(article.publishedAt)}${notAmongNewest(rules)}`;
    return newest.doubles.get(article.path) ?? { kind: "before-window", reason, asTranslation: true };
  };
}

function notAmongNewest({ firstIssueArticles: count }: SelectionRules): string {
  const newest = count === 1 ? "article" : `${count} articles`;
  return `, and not among the newest ${newest} that the first issue starts with; raise selection.firstIssue, or pin it in issue.md`;
}

const leftOut: Ruling = {
  kind: "left-out",
  reason:
    "left out of this issue by hand; take its path out of leftOut in issue.md to have it, or mark it as a draft to keep it out of the next one too",
};

function createWindowJudge(
  rules: SelectionRules,
  context: SelectionContext,
  time: LocalTime,
): (article: DatedArticle) => Ruling | undefined {
  const { window, lateFrom, newest, kind } = context.window;
  const first = context.ledger.issues[0];
  const remedy = kind === "explicit" ? "choose a later --until to have it" : "the next issue takes it";
  const afterwards = `, after the window that ends ${time.minute(window.until)} ${time.timeZone}; ${remedy}`;
  const before = `, before the window that starts ${time.minute(window.since)} ${time.timeZone}`;
  const notNewest = notAmongNewest(rules);
  const tooOld = `${before}; ${describeTooLate(rules, context, time)}`;
  const beforeFirst =
    first === undefined
      ? tooOld
      : `${before}; the first issue began with ${time.day(first.since)}, and what is older is not caught up: pin it in issue.md to have it`;

  const until = window.until.getTime();
  const takenFrom = lateFrom.getTime();
  const firstSince = kind === "explicit" || first === undefined ? -Infinity : first.since.getTime();
  return (article) => {
    // Numbers: comparing dates made up nearly half the time of a selection.
    const at = article.publishedAt.getTime();
    if (at >= until) return { kind: "after-window", reason: published(article) + afterwards };
    if (at >= takenFrom || newest?.isAll === true) return undefined;
    if (newest !== undefined)
      return { kind: "before-window", reason: published(article) + notNewest, asTranslation: true };
    const why = at < firstSince ? beforeFirst : tooOld;
    return { kind: "before-window", reason: published(article) + why, asTranslation: true };
  };

  function published(article: DatedArticle): string {
    return `published ${time.minute(article.publishedAt)}`;
  }
}

function describeTooLate(rules: SelectionRules, context: SelectionContext, time: LocalTime): string {
  const { kind } = context.window;
  if (kind === "explicit") return "choose an earlier --since, or pin it in issue.md";
  if (kind === "last-days" && context.ledger.issues.length === 0)
    return "take more days, or pin it in issue.md";
  const oldest = time.day(context.window.lateFrom);
  const days = rules.lateDays === 1 ? "1 day" : `${rules.lateDays} days`;
  return `late arrivals are taken from ${oldest} on (${days}): raise selection.lateDays, or pin it in issue.md`;
}
