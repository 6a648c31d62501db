import type { Article, RefusedFile } from "../../articles/article.ts";

/** Every answer an article can get. Stable: scripts and configuration may match on it. */
export const verdictKinds = [
  "selected",
  "in-brief",
  "same-story",
  "over-topic-limit",
  "over-limit",
  "other-language",
  "already-sent",
  "before-window",
  "after-window",
  "left-out",
  "topic-excluded",
  "no-topic",
  "draft",
  "page",
  "scheduled",
  "expired",
  "undated",
  "duplicate-id",
  "invalid",
] as const;

export type VerdictKind = (typeof verdictKinds)[number];

/** Where an article stands in an issue. `linked`: under another article that tells the same story. */
export type Place = "lead" | "section" | "in-brief" | "more" | "linked";

/** The decision on one article for one issue, always with its reason. */
export interface Verdict {
  readonly article: Article;
  readonly kind: VerdictKind;
  /** One sentence without a full stop: the rule, the values and, where it helps, what to change. */
  readonly reason: string;
  /** Keys of the topics it matched, the best first. */
  readonly topics: readonly string[];
  /**
   * True: this issue uses the article up, whether shown, linked, or as a translation of one that is. The ledger
   * records exactly these, under id and content hash, and no later issue of the cadence takes them.
   */
  readonly inIssue: boolean;
  readonly place?: Place | undefined;
  /** Key of the section it stands in, or (for the lead) would stand in. */
  readonly section?: string | undefined;
  /** From 1 within its section, In brief or the list of links; the lead is 1. */
  readonly rank?: number | undefined;
  /** Path of the article shown for this story, where several tell it or there are translations. */
  readonly group?: string | undefined;
}

/** The verdict on a file that could not be taken for an article. */
export interface RefusedVerdict {
  readonly path: string;
  readonly kind: "invalid";
  readonly reason: string;
}

/** Gives refused files their verdict too, so that every file considered has one. */
export function judgeRefusedFiles(files: readonly RefusedFile[]): RefusedVerdict[] {
  return files.map(({ path, line, reason }) => ({
    path,
    kind: "invalid",
    reason: line === undefined ? reason : `line ${line}: ${reason}`,
  }));
}

/** How many verdicts there are of each kind; kinds without any are left out. The numbers add up to the files considered. */
export function countVerdicts(
  verdicts: readonly { readonly kind: VerdictKind }[],
): Partial<Record<VerdictKind, number>> {
  const counts: Partial<Record<VerdictKind, number>> = {};
  for (const kind of verdictKinds) {
    const count = verdicts.reduce((sum, verdict) => (verdict.kind === kind ? sum + 1 : sum), 0);
    if (count > 0) counts[kind] = count;
  }
  return counts;
}
