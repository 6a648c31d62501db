import type { Article } from "../../articles/article.ts";
import type { LedgerView, SentIssue } from "../terms/ledger-view.ts";

/** A name under which the ledger should know an article from now on. */
export interface LedgerName {
  readonly article: Article;
  /** The id, or the content hash. */
  readonly name: string;
  readonly issue: SentIssue;
}

/**
 * The names that sent articles have got since: the new id of a moved file, the new content of an edited one. Recorded with every issue, they
 * keep an article's identity through any number of moves and edits, as long as an issue lies between a move and an edit.
 */
export function findNewNames(articles: readonly Article[], { sentIn }: LedgerView): LedgerName[] {
  if (sentIn.size === 0) return [];
  const names: LedgerName[] = [];
  for (const article of articles) {
    const byId = sentIn.get(article.id);
    const byContent = sentIn.get(article.contentHash);
    if (byId !== undefined && byContent === undefined) {
      names.push({ article, name: article.contentHash, issue: byId });
    } else if (byId === undefined && byContent !== undefined) {
      names.push({ article, name: article.id, issue: byContent });
    }
  }
  return names;
}
