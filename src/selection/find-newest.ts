import type { Article } from "../articles/article.ts";
import { type DatedArticle, isDated, judgeAvailability, latestPublication } from "./availability.ts";
import type { DecisionContext } from "./decision-context.ts";
import { judgeLanguage } from "./judge-language.ts";
import type { LocalTime } from "./local-time.ts";
import { newestFirst } from "./newest-first.ts";
import { applyOverrides } from "./overrides.ts";
import type { SelectionRules } from "./selection-rules.ts";
import { createTopicMatcher } from "./topic-matcher.ts";
import { findTranslations } from "./translations.ts";

/** The newest articles that a newsletter would take, newest first; an id, a content, a translation counts once. `until` is exclusive. */
export function findNewest(
  articles: readonly Article[],
  until: Date,
  rules: SelectionRules,
  context: DecisionContext,
  time: LocalTime,
): DatedArticle[] {
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
  const seen = new Set<string>();
  for (const article of newestFirst(published)) {
    if (newest.length >= rules.firstIssueArticles) break;
    if (isLeftOut(article) || judgeLanguage(article, rules.languages) !== undefined) continue;
    if (matchTopics(article).ruling !== undefined) continue;
    const translation = translations.get(article);
    const names = [translation?.key ?? `id ${article.id}`, `content ${article.contentHash}`];
    if (names.every((name) => !seen.has(name))) newest.push(article);
    for (const name of names) seen.add(name);
  }
  return newest;
}
