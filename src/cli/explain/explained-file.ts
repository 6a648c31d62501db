import type { IssuePlan } from "../../newsletter/planning/plan-issue.ts";
import type { ReaderVerdict } from "../../selection/editions/explain-choice.ts";
import { listShown } from "../../selection/terms/list-shown.ts";
import { createTopicMatcher } from "../../selection/topics/topic-matcher.ts";
import {
  judgeRefusedFiles,
  type Place,
  type RefusedVerdict,
  type Verdict,
  type VerdictKind,
} from "../../selection/terms/verdict.ts";

/** One row of `explain`: an article, or a file that could not be taken for one. */
export interface ExplainedFile {
  readonly path: string;
  readonly id: string | null;
  readonly title: string | null;
  readonly date: string | null;
  readonly topics: readonly string[];
  readonly verdict: VerdictKind;
  /** Where it stands in the issue; null: it is not in it. */
  readonly place: Place | null;
  readonly reason: string;
  readonly notes: readonly string[];
  /** Only where a reader was named. */
  readonly reader?: ReaderVerdict | undefined;
}

export type ReaderJudge = (verdict: Verdict) => ReaderVerdict;

/** The files that are shown, in the order of paths, one by one. */
export function* explainFiles(
  plan: IssuePlan,
  judgeFor: ReaderJudge | undefined,
  isShown: (file: ExplainedFile) => boolean,
): Generator<ExplainedFile> {
  const { scan, selection } = plan;
  const topicsOf = openTopics(plan);
  const notes = Map.groupBy(scan.notes, (note) => note.path);
  const notesOf = (path: string): string[] =>
    (notes.get(path) ?? []).map(({ line, message }) =>
      line === undefined ? message : `line ${line}: ${message}`,
    );
  const refused = judgeRefusedFiles(scan.refused);
  const files = [...selection.verdicts, ...refused].sort((a, b) => (pathOf(a) < pathOf(b) ? -1 : 1));
  for (const file of files) {
    const path = pathOf(file);
    const article = "article" in file ? file.article : undefined;
    const explained: ExplainedFile = {
      path,
      id: article?.id ?? null,
      title: article?.title ?? null,
      date: article?.publishedAt?.toISOString() ?? null,
      topics: "article" in file ? topicsOf(file) : [],
      verdict: file.kind,
      place: "article" in file ? (file.place ?? null) : null,
      reason: file.reason,
      notes: notesOf(path),
      ...(judgeFor === undefined || !("article" in file) ? {} : { reader: judgeFor(file) }),
    };
    if (isShown(explained)) yield explained;
  }
}

/** Where a file stands in the issue; those that do not stand in it come after, as they were. */
export function openRanks({ selection }: IssuePlan): (file: ExplainedFile) => number {
  const order = new Map([...listShown(selection), ...selection.more].map(({ path }, index) => [path, index]));
  return ({ path }) => order.get(path) ?? order.size;
}

/**
 * The topics an article matched, by key; for one that was decided on before its topics were, what its front matter, folder and
 * title say.
 */
function openTopics({ rules }: IssuePlan): (verdict: Verdict) => readonly string[] {
  const match = createTopicMatcher(rules);
  return ({ article, topics }) => (topics.length > 0 ? topics : match(article).hits.map(({ key }) => key));
}

function pathOf(verdict: Verdict | RefusedVerdict): string {
  return "article" in verdict ? verdict.article.path : verdict.path;
}
