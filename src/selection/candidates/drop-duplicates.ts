import type { Article } from "../../articles/article.ts";
import type { Ruling } from "../terms/availability.ts";
import { comparePaths } from "../terms/newest-first.ts";
import type { Candidate } from "./rank-articles.ts";

export interface DistinctCandidates {
  readonly distinct: readonly Candidate[];
  /** The article dropped, and why. */
  readonly duplicates: ReadonlyMap<Article, { readonly ruling: Ruling; readonly keeper: Article }>;
}

/**
 * Keeps one article for each id and each content: the one pinned by hand, else the first by path. Two files of one id
 * would be one article to the ledger, and two of the same bytes are one to every reader.
 */
export function dropDuplicates(candidates: readonly Candidate[]): DistinctCandidates {
  const byId = new Map<string, Candidate>();
  const byContent = new Map<string, Candidate>();
  const crowded = new Set<Candidate>();
  for (const candidate of candidates) {
    for (const [keepers, key] of [
      [byId, candidate.article.id],
      [byContent, candidate.article.contentHash],
    ] as const) {
      const keeper = keepers.get(key);
      if (keeper === undefined) keepers.set(key, candidate);
      else crowded.add(keeper).add(candidate);
    }
  }
  if (crowded.size === 0) return { distinct: candidates, duplicates: new Map() };
  return settle(candidates, [...crowded].sort(compareKeepers));
}

function settle(candidates: readonly Candidate[], crowded: readonly Candidate[]): DistinctCandidates {
  const keptIds = new Map<string, Article>();
  const keptContents = new Map<string, Article>();
  const duplicates = new Map<Article, { ruling: Ruling; keeper: Article }>();
  for (const { article, translations } of crowded) {
    const sameId = keptIds.get(article.id);
    const keeper = sameId ?? keptContents.get(article.contentHash);
    if (keeper === undefined) {
      keptIds.set(article.id, article);
      keptContents.set(article.contentHash, article);
      continue;
    }
    const ruling = ruleDuplicate(article, keeper);
    for (const dropped of [article, ...translations]) duplicates.set(dropped, { ruling, keeper });
  }
  return { distinct: candidates.filter(({ article }) => !duplicates.has(article)), duplicates };
}

function compareKeepers(a: Candidate, b: Candidate): number {
  const pinned = Number(b.pin !== undefined) - Number(a.pin !== undefined);
  return pinned === 0 ? comparePaths(a.article.path, b.article.path) : pinned;
}

/** What is said of an article beside one of the same id or content. */
export function ruleDuplicate(article: Article, keeper: Article): Ruling {
  const reason =
    article.id === keeper.id
      ? `has the same id as ${keeper.path} ("${article.id}"); give one of the two an id of its own in its front matter`
      : `has exactly the content of ${keeper.path}; remove one of the two, or change it`;
  return { kind: "duplicate-id", reason };
}
