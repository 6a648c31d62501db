import type { Article } from "../../articles/article.ts";
import type { Selection } from "./selection.ts";

/**
 * The articles an issue uses up, each id once: what the ledger records under id and content hash when the issue is frozen.
 * Translations and articles linked under others are among them.
 */
export function listConsumedArticles(selection: Pick<Selection, "verdicts">): Article[] {
  const byId = new Map<string, Article>();
  for (const { article, inIssue } of selection.verdicts) {
    if (inIssue && !byId.has(article.id)) byId.set(article.id, article);
  }
  return [...byId.values()];
}
