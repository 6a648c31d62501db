import type { Article } from "../articles/article.ts";
import {
  type DatedArticle,
  isDated,
  judgeAvailability,
  latestPublication,
  type Ruling,
} from "./availability.ts";
import { judgeLanguage } from "./judge-language.ts";
import type { LocalTime } from "./local-time.ts";
import type { AppliedOverrides } from "./overrides.ts";
import type { SelectionContext } from "./selection-context.ts";
import type { SelectionRules } from "./selection-rules.ts";

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
  return (article) => {
    const unavailable = judgeAvailability(article, latest, time);
    if (unavailable !== undefined || !isDated(article)) return unavailable;
    if (overrides.isLeftOut(article)) {
      return {
        kind: "left-out",
        reason:
          "left out of this issue by hand; take its path out of leftOut in issue.md to have it, or mark it as a draft to keep it out of the next one too",
      };
    }
    if (overrides.pinOf(article) !== undefined) return undefined;
    return judgeWindow(article, rules, context, time) ?? judgeLanguage(article, rules.languages);
  };
}

function judgeWindow(
  article: DatedArticle,
  rules: SelectionRules,
  context: SelectionContext,
  time: LocalTime,
): Ruling | undefined {
  const { window, lateFrom, newest, kind } = context.window;
  const published = `published ${time.minute(article.publishedAt)}`;
  if (article.publishedAt >= window.until) {
    const ends = `${published}, after the window that ends ${time.minute(window.until)} ${time.timeZone}`;
    return {
      kind: "after-window",
      reason: `${ends}; ${kind === "explicit" ? "choose a later --until to have it" : "the next issue takes it"}`,
    };
  }
  if (newest !== undefined && !newest.has(article.path)) {
    return {
      kind: "before-window",
      reason: `${published}, and not among the newest ${rules.firstIssueArticles} that the first issue starts with; raise selection.firstIssue, or pin it in issue.md`,
      asTranslation: true,
    };
  }
  if (article.publishedAt >= lateFrom) return undefined;
  const before = `${published}, before the window that starts ${time.minute(window.since)} ${time.timeZone}`;
  return {
    kind: "before-window",
    reason: `${before}; ${describeTooLate(article, rules, context, time)}`,
    asTranslation: true,
  };
}

function describeTooLate(
  article: DatedArticle,
  rules: SelectionRules,
  context: SelectionContext,
  time: LocalTime,
): string {
  const { kind, window } = context.window;
  if (kind === "explicit") return "choose an earlier --since, or pin it in issue.md";
  const first = context.ledger.issues[0];
  if (first !== undefined && article.publishedAt < first.since) {
    return `the first issue began with ${time.day(first.since)}, and what is older is not caught up: pin it in issue.md to have it`;
  }
  if (kind === "last-days" && first === undefined) return "take more days, or pin it in issue.md";
  const oldest = time.day(time.startOfDay(context.slot, -rules.lateDays));
  return window.since > article.publishedAt
    ? `late arrivals are taken from ${oldest} on (${rules.lateDays} days): raise selection.lateDays, or pin it in issue.md`
    : "pin it in issue.md to have it";
}
