import type { DatedArticle } from "./availability.ts";
import { compareNewestFirst } from "./newest-first.ts";
import type { TopicHit } from "./topic-matcher.ts";

/** An article that the window and the topics let through. */
export interface Candidate {
  /** Its place in the articles as given. */
  readonly index: number;
  readonly article: DatedArticle;
  /** The best first; may be empty. */
  readonly hits: readonly TopicHit[];
  /** Its place among the paths pinned in `issue.md`. */
  readonly pin: number | undefined;
  readonly late: boolean;
}

/**
 * Best first: pinned in `issue.md` (in that order), pinned, featured, smaller `weight`, newer, then by path.
 * Total, so that the order of the files never decides.
 */
export function compareCandidates(a: Candidate, b: Candidate): number {
  return (
    compareWeights(a.pin, b.pin) ||
    Number(b.article.pinned) - Number(a.article.pinned) ||
    Number(b.article.featured) - Number(a.article.featured) ||
    compareWeights(a.article.weight, b.article.weight) ||
    compareNewestFirst(a.article, b.article)
  );
}

function compareWeights(a: number | undefined, b: number | undefined): number {
  if (a === b) return 0;
  if (a === undefined) return 1;
  return b === undefined ? -1 : a - b;
}
