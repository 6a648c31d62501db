import type { Article } from "../../articles/article.ts";
import {
  type DatedArticle,
  isDated,
  judgeAvailability,
  latestPublication,
  type Ruling,
} from "../terms/availability.ts";
import type { DecisionContext } from "../terms/decision-context.ts";
import { ruleDuplicate } from "./drop-duplicates.ts";
import { judgeLanguage } from "./judge-language.ts";
import type { LocalTime } from "../../platform/local-time.ts";
import { newestFirst } from "../terms/newest-first.ts";
import { applyOverrides } from "../terms/overrides.ts";
import type { SelectionRules } from "../terms/selection-rules.ts";
import { createTopicMatcher } from "../topics/topic-matcher.ts";
import { findTranslations } from "../terms/translations.ts";

/** What a first issue starts with. */
export interface NewestArticles {
  /** Newest first; an id, a content, a translation counts once. */
  readonly articles: readonly DatedArticle[];
  /** By path, what has the id or the content of one of them. */
  readonly doubles: ReadonlyMap<string, Ruling>;
  /** The oldest that was met on the way and only a person's hand keeps out: the window has to reach it, or no later issue would. */
  readonly oldestLeftOut: DatedArticle | undefined;
  /** Whether every article was looked at, because there are fewer than the rules ask for. */
  readonly isAll: boolean;
}

/** The newest articles that a newsletter would take. `until` is exclusive. */
export function findNewest(
  articles: readonly Article[],
  until: Date,
  rules: SelectionRules,
  context: DecisionContext,
  time: LocalTime,
): NewestArticles {
  const latestAt = latestPublication(context);
  const { isLeftOut } = applyOverrides(context.overrides);
  const translations = findTranslations(articles, context.language);
  const published = articles
    .filter(isDated)
    .filter(
      (article) => article.publishedAt < until && judgeAvailability(article, latestAt, time) === undefined,
    );
  const matchTopics = createTopicMatcher(rules, context.textOf);
  const newest: DatedArticle[] = [];
  const doubles = new Map<string, Ruling>();
  let oldestLeftOut: DatedArticle | undefined;
  const seen = new Map<string, Article>();
  for (const article of newestFirst(published)) {
    if (newest.length >= rules.firstIssueArticles) {
      return { articles: newest, doubles, oldestLeftOut, isAll: false };
    }
    if (judgeLanguage(article, rules.languages) !== undefined) continue;
    if (matchTopics(article).ruling !== undefined) continue;
    if (isLeftOut(article)) {
      oldestLeftOut = article;
      continue;
    }
    const translation = translations.get(article);
    const names = [translation?.key ?? `id ${article.id}`, `content ${article.contentHash}`];
    const keeper = names.map((name) => seen.get(name)).find((found) => found !== undefined);
    if (keeper === undefined) newest.push(article);
    else if (translation === undefined) doubles.set(article.path, ruleDuplicate(article, keeper));
    for (const name of names) if (!seen.has(name)) seen.set(name, article);
  }
  return { articles: newest, doubles, oldestLeftOut, isAll: true };
}
