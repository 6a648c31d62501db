import { styleText } from "node:util";
import { setFlagsFromString } from "node:v8";
import stringWidth from "string-width";
import { findReader, type WhoseEdition } from "../newsletter/find-reader.ts";
import type { NewsletterContext } from "../newsletter/newsletter-context.ts";
import type { IssuePlan } from "../newsletter/plan-issue.ts";
import { listShown } from "../selection/list-shown.ts";
import { createTopicMatcher } from "../selection/topic-matcher.ts";
import { GazetteError } from "../platform/errors.ts";
import { localDay } from "../platform/zoned-text.ts";
import { createEditionChooser } from "../selection/edition-choice.ts";
import { createChoiceExplainer, type ReaderVerdict } from "../selection/explain-choice.ts";
import {
  countVerdicts,
  judgeRefusedFiles,
  type RefusedVerdict,
  type Verdict,
  type VerdictKind,
  verdictKinds,
} from "../selection/verdict.ts";
import { nearest } from "../config/describe-problems.ts";
import { chooseNewsletter, openContext, printLine } from "./command-context.ts";
import { planNextIssue } from "./plan-next-issue.ts";
import { printJsonRows } from "./print-json-rows.ts";
import { parseReader, type ReaderOptions } from "./reader-options.ts";
import { chooseCadence, withLedgerIfAny } from "./with-newsletter.ts";
import type { WindowOptions } from "./window-options.ts";

export interface ExplainOptions extends WindowOptions, ReaderOptions {
  readonly verdict?: string;
  readonly path?: string;
}

/** One row of `explain`: an article, or a file that could not be taken for one. */
interface ExplainedFile {
  readonly path: string;
  readonly id: string | null;
  readonly title: string | null;
  readonly date: string | null;
  readonly topics: readonly string[];
  readonly verdict: VerdictKind;
  readonly reason: string;
  readonly notes: readonly string[];
  /** Only where a reader was named. */
  readonly reader?: ReaderVerdict | undefined;
}

/** `gazette explain`: every file with its verdict. */
export async function runExplain(key: string | undefined, options: ExplainOptions): Promise<void> {
  // A report keeps nearly all that it makes until its end: a nursery of V8 that grows only adds to its memory, by 80 MB
  // where there are 100,000 files.
  setFlagsFromString("--semi-space-growth-factor=1");
  const context = await openContext(options, key);
  const newsletter = chooseNewsletter(context.config, key);
  const verdict = parseVerdict(options.verdict);
  await withLedgerIfAny(
    context,
    newsletter,
    async (newsletterContext) => {
      const plan = await planNextIssue(context, newsletterContext, options);
      const judgeFor = await openReaderJudge(newsletterContext, plan, parseReader(options));
      const isShown = (file: ExplainedFile): boolean =>
        (verdict === undefined || file.verdict === verdict) &&
        (options.path === undefined || file.path.includes(options.path));
      const counts = countVerdicts([...plan.selection.verdicts, ...judgeRefusedFiles(plan.scan.refused)]);
      const { since, until } = plan.window.window;
      if (options.json === true) {
        const window = { since: since.toISOString(), until: until.toISOString(), reason: plan.window.reason };
        const files = explainFiles(plan, isShown, judgeFor);
        const held = plan.selection.held ?? null;
        await printJsonRows({ newsletter: newsletter.key, window, held }, "articles", files, { counts });
        return;
      }
      const shown = [...explainFiles(plan, isShown, judgeFor)];
      const placeOf = openPlaces(plan);
      printLine(`Window: ${plan.window.reason}`);
      if (plan.selection.held !== undefined)
        printLine(`Held back: nothing would go out, ${plan.selection.held}`);
      printLine();
      for (const kind of verdictKinds) {
        const files = shown.filter((file) => file.verdict === kind).sort((a, b) => placeOf(a) - placeOf(b));
        if (files.length > 0) printGroup(kind, files, newsletter.timeZone);
      }
      printLine(
        Object.entries(counts)
          .map(([kind, count]) => `${count} ${kind}`)
          .join(", ") || "no files",
      );
    },
    chooseCadence(newsletter, options.cadence),
  );
}

/** Where a file stands in the issue; those that do not stand in it come after, as they were. */
function openPlaces({ selection }: IssuePlan): (file: ExplainedFile) => number {
  const { more } = selection;
  const order = new Map([...listShown(selection), ...more].map(({ path }, index) => [path, index]));
  return ({ path }) => order.get(path) ?? order.size;
}

type ReaderJudge = (verdict: Verdict) => ReaderVerdict;

async function openReaderJudge(
  context: NewsletterContext,
  plan: IssuePlan,
  whose: WhoseEdition | undefined,
): Promise<ReaderJudge | undefined> {
  if (whose === undefined) return undefined;
  const { wish } = await findReader(context, plan, whose);
  const choice = createEditionChooser(plan.selection, plan.rules)(wish);
  return createChoiceExplainer(plan.selection, plan.rules, wish, choice);
}

/**
 * The topics an article matched, by key; for one that was decided on before its topics were, what its front matter, folder and
 * title say.
 */
function openTopics({ rules }: IssuePlan): (verdict: Verdict) => readonly string[] {
  const match = createTopicMatcher(rules);
  return ({ article, topics }) => (topics.length > 0 ? topics : match(article).hits.map(({ key }) => key));
}

/** The files that are shown, in the order of paths, one by one. */
function* explainFiles(
  plan: IssuePlan,
  isShown: (file: ExplainedFile) => boolean,
  judgeFor: ReaderJudge | undefined,
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
      reason: file.reason,
      notes: notesOf(path),
      ...(judgeFor === undefined || !("article" in file) ? {} : { reader: judgeFor(file) }),
    };
    if (isShown(explained)) yield explained;
  }
}

function pathOf(verdict: Verdict | RefusedVerdict): string {
  return "article" in verdict ? verdict.article.path : verdict.path;
}

function parseVerdict(name: string | undefined): VerdictKind | undefined {
  if (name === undefined) return undefined;
  const kind = verdictKinds.find((candidate) => candidate === name);
  if (kind !== undefined) return kind;
  const meant = nearest(name, verdictKinds);
  throw new GazetteError("usage", `There is no verdict "${name}"; there is ${verdictKinds.join(", ")}.`, {
    ...(meant === undefined ? {} : { hint: `Did you mean "${meant}"?` }),
  });
}

function printGroup(kind: VerdictKind, files: readonly ExplainedFile[], timeZone: string): void {
  const isIn = kind === "selected" || kind === "in-brief" || kind === "same-story";
  printLine(
    `${styleText([isIn ? "green" : "yellow", "bold"], kind)} ${styleText("dim", `(${files.length})`)}`,
  );
  for (const file of files) {
    const day = file.date === null ? "no date   " : localDay(new Date(file.date), timeZone);
    printLine(`  ${day}  ${styleText("bold", fit(file.title ?? file.path, 64))}`);
    if (file.title !== null) printLine(`              ${styleText("dim", file.path)}`);
    printLine(`              ${file.reason}`);
    if (file.reader !== undefined) {
      const { gets, reason } = file.reader;
      printLine(
        `              ${styleText(gets ? "green" : "yellow", `reader: ${gets ? "in" : "out"}`)}, ${reason}`,
      );
    }
    for (const note of file.notes) printLine(`              ${styleText("dim", `note: ${note}`)}`);
  }
  printLine();
}

/** Cuts a title to a number of columns. */
function fit(text: string, columns: number): string {
  if (stringWidth(text) <= columns) return text;
  let cut = "";
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    if (stringWidth(cut + segment) > columns - 1) break;
    cut += segment;
  }
  return `${cut.trimEnd()}…`;
}
