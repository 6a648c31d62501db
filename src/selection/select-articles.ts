import type { Article } from "../articles/article.ts";
import { type DatedArticle, isDated, type Ruling } from "./terms/availability.ts";
import { type BestFirst, createBestFirst } from "./candidates/best-first.ts";
import { dropDuplicates } from "./candidates/drop-duplicates.ts";
import { createSentFinder } from "./candidates/find-sent.ts";
import { gatherCandidates, type JudgedArticle } from "./candidates/gather-candidates.ts";
import { groupStories, type SameStory } from "./stories/group-stories.ts";
import { createArticleJudge, createNewestJudge } from "./candidates/judge-article.ts";
import { createLocalTime } from "../platform/local-time.ts";
import { newestFirst } from "./terms/newest-first.ts";
import { applyOverrides } from "./terms/overrides.ts";
import { listLinked, listSelected } from "./placing/list-selected.ts";
import { placeVerdicts } from "./placing/place-verdicts.ts";
import { type Candidate, compareCandidates } from "./candidates/rank-articles.ts";
import type { Selection } from "./terms/selection.ts";
import type { SelectionContext } from "./candidates/selection-context.ts";
import type { SelectionRules } from "./terms/selection-rules.ts";
import { shapeIssue } from "./placing/shape-issue.ts";
import { createTopicMatcher, type TopicHit } from "./topics/topic-matcher.ts";
import { findTranslations } from "./terms/translations.ts";
import type { Verdict } from "./terms/verdict.ts";

export type { Selection } from "./terms/selection.ts";
export type { SelectionContext } from "./candidates/selection-context.ts";

/**
 * Decides on every article, in the order given. The same articles in another order get the same verdicts.
 *
 * @param articles Every article of the folder, also those long sent: translations and moved files are told by them.
 * @throws GazetteError `config-invalid` for a topic whose pattern is no regular expression.
 */
export function selectArticles(
  articles: readonly Article[],
  rules: SelectionRules,
  context: SelectionContext,
): Selection {
  const time = createLocalTime(context.timeZone);
  const { language, textOf } = context;
  const translations = findTranslations(articles, language);
  const findSent = createSentFinder(articles, context.ledger, translations, time);
  const overrides = applyOverrides(context.overrides);
  const judge = createArticleJudge(rules, context, overrides, time);
  const judgeNewest = createNewestJudge(rules, context, time);
  const matchTopics = createTopicMatcher(rules, textOf);
  const verdicts: Verdict[] = [];
  const judged: JudgedArticle[] = [];
  for (const article of articles) {
    let ruling = findSent(article) ?? judge(article);
    let hits: readonly TopicHit[] = [];
    let pin: number | undefined;
    if (ruling === undefined) {
      pin = overrides.pinOf(article);
      const answer = matchTopics(article);
      hits = answer.hits;
      ruling = pin === undefined ? (answer.ruling ?? judgeNewest(article)) : undefined;
    }
    const topics = hits.length === 0 ? noTopics : hits.map(({ key }) => key);
    if (ruling === undefined || (ruling.asTranslation === true && translations.has(article))) {
      judged.push({ index: verdicts.length, article, taken: ruling === undefined, hits, pin });
    }
    const { kind, reason } = ruling ?? undecided;
    verdicts.push({ article, kind, reason, topics, inIssue: false });
  }
  const candidates = gatherCandidates(judged, translations, language);
  const { distinct, duplicates } = dropDuplicates(candidates);
  const sameStory = groupBest(distinct, articles, rules, textOf);
  const separate =
    sameStory.size === 0 ? distinct : distinct.filter((candidate) => !sameStory.has(candidate));
  const shape = shapeIssue(createBestFirst(separate, compareCandidates), listLinked(sameStory), rules);
  const issue = { shape, sameStory, translations, rules, window: context.window.window, time, language };

  const decided = new Map(placeVerdicts(issue).map((verdict) => [verdict.article, verdict]));
  for (const { index, article, hits } of judged) {
    const duplicate = duplicates.get(article);
    const topics = hits.map(({ key }) => key);
    const verdict =
      duplicate === undefined
        ? decided.get(article)
        : { article, ...duplicate.ruling, topics, inIssue: false, group: duplicate.keeper.path };
    if (verdict !== undefined) verdicts[index] = verdict;
  }
  const forgotten = verdicts.find(({ reason }) => reason === undecided.reason);
  if (forgotten !== undefined) throw new Error(`no verdict on ${forgotten.article.path}.`);
  return { verdicts, ...listSelected(issue) };
}

const noTopics: readonly string[] = [];
/** Stands until the issue is shaped. */
const undecided: Ruling = { kind: "invalid", reason: "undecided" };

/** How many times what an issue can hold is compared for same stories; what ranks below could not be shown anyway. */
const comparedPerPlace = 4;
/** Beyond so many only what has a place is compared: each one more is compared with all the others. */
const mostCompared = 400;
/** How many titles from outside the issue tell the folder's everyday words. */
const backgroundTitles = 500;

function groupBest(
  candidates: readonly Candidate[],
  articles: readonly Article[],
  rules: SelectionRules,
  textOf: SelectionContext["textOf"],
): Map<Candidate, SameStory> {
  if (rules.sameStory.threshold === false || candidates.length < 2) return new Map();
  const places = 1 + rules.maxStories + rules.maxInBrief + rules.maxMore;
  const compared = Math.max(places, Math.min(places * comparedPerPlace, mostCompared));
  const best = takeBest(createBestFirst(candidates, compareCandidates), compared);
  const inIssue = new Set<Article>(candidates.map(({ article }) => article));
  const others: DatedArticle[] = [];
  for (const article of articles) if (isDated(article) && !inIssue.has(article)) others.push(article);
  const titles: string[] = [];
  for (const { title } of newestFirst(others)) if (titles.push(title) >= backgroundTitles) break;
  return groupStories(best, rules.sameStory, (article) => textOf?.(article), titles);
}

function takeBest<T>(queue: BestFirst<T>, count: number): T[] {
  const taken: T[] = [];
  while (taken.length < count) {
    const next = queue.take();
    if (next === undefined) break;
    taken.push(next);
  }
  return taken;
}
