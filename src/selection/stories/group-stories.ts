import type { Article } from "../../articles/article.ts";
import type { Candidate } from "../candidates/rank-articles.ts";
import type { SameStoryRules } from "../terms/selection-rules.ts";
import { areInstalments } from "./series-titles.ts";
import { compareStories } from "./story-similarity.ts";

/** An article that tells a story which a better one tells already. */
export interface SameStory {
  readonly shown: Candidate;
  /** Cosine, 0 to 1. */
  readonly similarity: number;
}

/** Of a text, this many characters are its opening. */
const openingLength = 1000;
const msPerDay = 86_400_000;

/**
 * Finds the articles about one event: each joins the article before it that it resembles most. All are compared with
 * the one shown, never with one another, so that no chain of likenesses joins two that have nothing in common.
 *
 * @param ordered Best first.
 * @param otherTitles Titles of articles outside the issue, which tell the folder's everyday words.
 */
export function groupStories(
  ordered: readonly Candidate[],
  rules: SameStoryRules,
  textOf: (article: Article) => string | undefined,
  otherTitles: readonly string[],
): Map<Candidate, SameStory> {
  const joined = new Map<Candidate, SameStory>();
  const { threshold, maxDaysApart } = rules;
  if (threshold === false || ordered.length < 2) return joined;
  const texts = ordered.map(({ article }) => ({
    title: article.title,
    opening: (textOf(article) ?? article.summary ?? "").slice(0, openingLength),
  }));
  const similarityOf = compareStories(texts, otherTitles);
  const shown: number[] = [];
  for (const [index, candidate] of ordered.entries()) {
    let best: SameStory | undefined;
    for (const at of candidate.pin === undefined ? shown : []) {
      const other = ordered[at];
      if (other === undefined || daysApart(candidate, other) > maxDaysApart) continue;
      const similarity = similarityOf(index, at);
      if (similarity < threshold || similarity <= (best?.similarity ?? 0)) continue;
      if (!areInstalments(candidate.article.title, other.article.title)) best = { shown: other, similarity };
    }
    if (best === undefined) shown.push(index);
    else joined.set(candidate, best);
  }
  return joined;
}

function daysApart(a: Candidate, b: Candidate): number {
  return Math.abs(a.article.publishedAt.getTime() - b.article.publishedAt.getTime()) / msPerDay;
}
