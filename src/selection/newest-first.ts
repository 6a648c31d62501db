import type { DatedArticle } from "./availability.ts";

/** Newest first; equal dates by path, so that the file system never decides. */
export function compareNewestFirst(a: DatedArticle, b: DatedArticle): number {
  return b.publishedAt.getTime() - a.publishedAt.getTime() || comparePaths(a.path, b.path);
}

/** By code unit: the same on every machine, whatever its locale. */
export function comparePaths(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The first chunk is what a first issue needs; each further one is this many times as long. */
const firstChunk = 64;
const growth = 8;

/**
 * Yields articles from the newest to the oldest, chunk by chunk: numbers sort fast, so whoever stops after a few of
 * 100,000 articles has not paid for ordering them all.
 */
export function* newestFirst(articles: readonly DatedArticle[]): Generator<DatedArticle> {
  const times = Float64Array.from(articles, (article) => article.publishedAt.getTime()).sort();
  let before = Infinity;
  for (let count = firstChunk; before > -Infinity; count *= growth) {
    const from = times[times.length - count] ?? -Infinity;
    const upTo = before;
    const chunk = articles.filter(
      ({ publishedAt }) => publishedAt.getTime() >= from && publishedAt.getTime() < upTo,
    );
    yield* chunk.sort(compareNewestFirst);
    before = from;
  }
}
