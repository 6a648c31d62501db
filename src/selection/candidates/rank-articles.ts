import type { Article } from "../../articles/article.ts";
import type { DatedArticle } from "../terms/availability.ts";
import { compareNewestFirst } from "../terms/newest-first.ts";
import type { TopicHit } from "../topics/topic-matcher.ts";

/** An article that the window and the topics let through, with its translations. */
export interface Candidate {
  readonly article: DatedArticle;
  /** The best first; may be empty. */
  readonly hits: readonly TopicHit[];
  /** Its place among the paths pinned in `issue.md`. */
  readonly pin: number | undefined;
  /** Other languages of it, which the issue holds for the readers who prefer them. */
  readonly translations: readonly Article[];
}

/**
 * Best first: pinned in `issue.md` (in that order), pinned, featured, smaller `weight`, the weightier topic, newer, then
 * by path. Total, so that the order of the files never decides.
 */
export function compareCandidates(a: Candidate, b: Candidate): number {
  return (
    compareDefined(a.pin, b.pin) ||
    Number(b.article.pinned) - Number(a.article.pinned) ||
    Number(b.article.featured) - Number(a.article.featured) ||
    compareDefined(a.article.weight, b.article.weight) ||
    (b.hits[0]?.weight ?? 1) - (a.hits[0]?.weight ?? 1) ||
    compareNewestFirst(a.article, b.article)
  );
}

/** Smaller first, undefined last. */
function compareDefined(a: number | undefined, b: number | undefined): number {
  if (a === b) return 0;
  if (a === undefined) return 1;
  return b === undefined ? -1 : a - b;
}
