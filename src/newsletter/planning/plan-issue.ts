import { join } from "node:path";
import { type EditorFile, editorFileName, readEditorFile } from "../../articles/read-editor-file.ts";
import { readArticleText } from "../../articles/read-article-text.ts";
import { type ArticleScan, scanArticles } from "../../articles/scan-articles.ts";
import type { Article } from "../../articles/article.ts";
import type { NewsletterConfig } from "../../config/config.ts";
import { nearest } from "../../config/describe-problems.ts";
import { localDay } from "../../platform/zoned-text.ts";
import { listConsumedArticles } from "../../selection/terms/consumed-articles.ts";
import type { LedgerView } from "../../selection/terms/ledger-view.ts";
import { findNewNames, type LedgerName } from "../../selection/candidates/ledger-names.ts";
import { findUnknownNames, type IssueOverrides } from "../../selection/terms/overrides.ts";
import { type Selection, selectArticles } from "../../selection/select-articles.ts";
import { defaultSelectionRules, type SelectionRules } from "../../selection/terms/selection-rules.ts";
import { emptyLedger } from "../../selection/terms/ledger-view.ts";
import { decideWindow, type WindowDecision } from "../../selection/candidates/window.ts";
import { listConsumingIssues, listSentArticles, nextIssueNumber } from "../../storage/issues/issues.ts";
import { doubtEditorFile } from "./doubt-editor-file.ts";
import { listKnownTopics } from "../../selection/placing/known-topics.ts";
import type { ManifestFinding } from "../manifest.ts";
import { warnOfSettings } from "./unknown-topics.ts";
import type { NewsletterContext, WindowWish } from "../newsletter-context.ts";

/** The decision on one issue, before anything is rendered: what is in, and why the rest is not. */
export interface IssuePlan {
  readonly number: number;
  readonly slot: Date;
  readonly scan: ArticleScan;
  /** What the editor decided for this slot by hand. */
  readonly overrides: IssueOverrides | undefined;
  /** What is worth telling the editor about their file. */
  readonly warnings: readonly string[];
  /** Topics that the settings name and nobody knows. */
  readonly topicFindings: readonly ManifestFinding[];
  readonly window: WindowDecision;
  readonly rules: SelectionRules;
  readonly selection: Selection;
  /** Names that articles of earlier issues have got since; recorded when this issue is frozen. */
  readonly newNames: readonly LedgerName[];
}

/**
 * Reads the articles and the ledger and decides on every article.
 *
 * @param slot The instant the issue is due; for a send by hand, now.
 * @param assumed Issues that are taken to have gone out, after those of the ledger: for looking ahead.
 * @throws GazetteError `articles-missing`; `usage` for a window that ends before it starts.
 */
export async function planIssue(
  context: NewsletterContext,
  slot: Date,
  wish: WindowWish = {},
  assumed: readonly IssuePlan[] = [],
): Promise<IssuePlan> {
  const { config, newsletter } = context;
  const { dir } = config.articles;
  const editorFile = readEditorFile(dir);
  const scan = await scanFolder(context, editorFile !== undefined);
  const overrides = overridesFor(editorFile, newsletter, slot);
  const rules = rulesOf(newsletter);
  const ledger = assumeSent(await readLedger(context), assumed);
  const request = {
    slot,
    timeZone: newsletter.timeZone,
    language: newsletter.language,
    ledger,
    days: newsletter.selection.days,
    textOf: (article: Article) => readArticleText(article.path, dir),
    overrides,
    ...wish,
  };
  const window = decideWindow(scan.articles, rules, request);
  const selection = selectArticles(scan.articles, rules, { ...request, window });
  const number =
    context.database === undefined
      ? 1
      : await nextIssueNumber(context.database, newsletter.key, { cadence: context.cadence, slot });
  const newNames = findNewNames(scan.articles, ledger);
  const warnings =
    overrides === undefined ? unusedWarnings(editorFile, slot, newsletter) : unknownNames(overrides, scan);
  warnings.push(...doubtEditorFile(editorFile, overrides, scan, selection));
  const topicFindings =
    rules.only.length === 0 ? [] : warnOfSettings(rules, listKnownTopics(rules, scan.articles));
  return { number, slot, scan, overrides, warnings, topicFindings, window, rules, selection, newNames };
}

/**
 * Reads the front matter of all articles of a newsletter.
 *
 * @throws GazetteError `articles-missing`
 */
export async function scanFolder(
  { config, newsletter }: Pick<NewsletterContext, "config" | "newsletter">,
  hasEditorFile: boolean,
): Promise<ArticleScan> {
  const { dir, baseUrl, ignore, includeReadme, undated, topicsFromFolders } = config.articles;
  const scan = await scanArticles({
    dir,
    timeZone: newsletter.timeZone,
    languages: [newsletter.language, ...newsletter.selection.languages],
    indexFile: join(config.data, "articles.index"),
    ignore: hasEditorFile ? [...ignore, `/${editorFileName}`] : ignore,
    includeReadme,
    undated,
    topicsFromFolders,
    ...(baseUrl === undefined ? {} : { baseUrl }),
  });
  // What the editor's file is for is said elsewhere.
  return { ...scan, passedOver: scan.passedOver.filter(({ path }) => path !== editorFileName) };
}

/** The editor's file where it is for this newsletter and the day of this slot. */
function overridesFor(
  file: EditorFile | undefined,
  newsletter: NewsletterConfig,
  slot: Date,
): IssueOverrides | undefined {
  if (file === undefined || file.slot !== localDay(slot, newsletter.timeZone)) return undefined;
  if (file.newsletter !== undefined && file.newsletter !== newsletter.key) return undefined;
  const { pinned, leftOut, subject, preheader, note } = file;
  return { pinned, leftOut, subject, preheader, openingNote: note === "" ? undefined : note };
}

/** A file for another day is most often one forgotten, or one day off. */
function unusedWarnings(file: EditorFile | undefined, slot: Date, newsletter: NewsletterConfig): string[] {
  if (file === undefined || (file.newsletter !== undefined && file.newsletter !== newsletter.key)) return [];
  const day = localDay(slot, newsletter.timeZone);
  return [`${editorFileName} is for ${file.slot}; this issue is of ${day}, so it was not used.`];
}

function unknownNames(overrides: IssueOverrides, scan: ArticleScan): string[] {
  const paths = scan.articles.map(({ path }) => path);
  return findUnknownNames(overrides, scan.articles).map((name) => {
    const refused = scan.refused.find(({ path }) => path === name);
    if (refused !== undefined)
      return `${editorFileName} names "${name}", which cannot be read: ${refused.reason}`;
    const meant = nearest(name, paths);
    const help = meant === undefined ? "" : ` Did you mean "${meant}"?`;
    return `${editorFileName} names "${name}", and no article is called that.${help}`;
  });
}

async function readLedger({ database, newsletter, cadence }: NewsletterContext): Promise<LedgerView> {
  if (database === undefined) return emptyLedger;
  const issues = await listConsumingIssues(database, newsletter.key, cadence);
  return {
    issues: issues.map(({ number, slot, since, until }) => ({
      number,
      slot: new Date(slot),
      since: new Date(since),
      until: new Date(until),
    })),
    sentIn: await listSentArticles(database, newsletter.key, cadence),
  };
}

/** The ledger as it will be when some plans have become issues. */
function assumeSent(ledger: LedgerView, plans: readonly IssuePlan[]): LedgerView {
  const sentIn = new Map(ledger.sentIn);
  for (const { number, slot, selection } of plans) {
    for (const { id, contentHash } of listConsumedArticles(selection)) {
      sentIn.set(id, { number, slot });
      sentIn.set(contentHash, { number, slot });
    }
  }
  const issues = plans.map(({ number, slot, window }) => ({ number, slot, ...window.window }));
  return { issues: [...ledger.issues, ...issues], sentIn };
}

/** The configured rules over the defaults. */
export function rulesOf({ selection }: NewsletterConfig): SelectionRules {
  const defaults = defaultSelectionRules;
  return {
    ...defaults,
    topics: selection.topics,
    only: selection.only,
    exclude: selection.exclude,
    languages: selection.languages,
    catchAll: selection.otherSection ?? defaults.catchAll,
    maxStories: selection.stories ?? defaults.maxStories,
    maxPerSection: selection.perSection ?? defaults.maxPerSection,
    maxSections: selection.sections ?? defaults.maxSections,
    maxInBrief: selection.inBrief ?? defaults.maxInBrief,
    maxMore: selection.more ?? defaults.maxMore,
    minArticles: selection.minimum ?? defaults.minArticles,
    lateDays: selection.lateDays ?? defaults.lateDays,
    firstIssueArticles: selection.firstIssue ?? defaults.firstIssueArticles,
    sameStory:
      selection.sameStory === undefined
        ? defaults.sameStory
        : { ...defaults.sameStory, threshold: selection.sameStory },
  };
}
