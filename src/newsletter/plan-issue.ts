import { join } from "node:path";
import { type ArticleScan, scanArticles } from "../articles/scan-articles.ts";
import type { NewsletterConfig } from "../config/config.ts";
import type { LedgerView } from "../selection/ledger-view.ts";
import { type Selection, selectArticles } from "../selection/select-articles.ts";
import { defaultSelectionRules, type SelectionRules } from "../selection/selection-rules.ts";
import { emptyLedger } from "../selection/ledger-view.ts";
import { decideWindow, type WindowDecision } from "../selection/window.ts";
import { listConsumingIssues, listSentArticles, nextIssueNumber } from "../storage/issues.ts";
import type { NewsletterContext, WindowWish } from "./newsletter-context.ts";

/** The decision on one issue, before anything is rendered: what is in, and why the rest is not. */
export interface IssuePlan {
  readonly number: number;
  readonly slot: Date;
  readonly scan: ArticleScan;
  readonly window: WindowDecision;
  readonly rules: SelectionRules;
  readonly selection: Selection;
}

/**
 * Reads the articles and the ledger and decides on every article.
 *
 * @param slot The instant the issue is due; for a send by hand, now.
 * @throws GazetteError `articles-missing`; `usage` for a window that ends before it starts.
 */
export async function planIssue(
  context: NewsletterContext,
  slot: Date,
  wish: WindowWish = {},
): Promise<IssuePlan> {
  const { config, newsletter } = context;
  const scan = await scanArticles({
    dir: config.articles.dir,
    timeZone: newsletter.timeZone,
    indexFile: join(config.data, "articles.index"),
    ignore: config.articles.ignore,
    includeReadme: config.articles.includeReadme,
    undated: config.articles.undated,
    topicsFromFolders: config.articles.topicsFromFolders,
    ...(config.articles.baseUrl === undefined ? {} : { baseUrl: config.articles.baseUrl }),
  });
  const rules = rulesOf(newsletter);
  const request = {
    slot,
    timeZone: newsletter.timeZone,
    language: newsletter.language,
    ledger: await readLedger(context),
    days: newsletter.selection.days,
    ...wish,
  };
  const window = decideWindow(scan.articles, rules, request);
  const selection = selectArticles(scan.articles, rules, { ...request, window });
  const number = context.database === undefined ? 1 : await nextIssueNumber(context.database, newsletter.key);
  return { number, slot, scan, window, rules, selection };
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

/** The configured rules over the defaults. */
function rulesOf({ selection }: NewsletterConfig): SelectionRules {
  const defaults = defaultSelectionRules;
  return {
    ...defaults,
    topics: selection.topics,
    only: selection.only,
    exclude: selection.exclude,
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
