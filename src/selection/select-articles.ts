import type { Article } from "../articles/article.ts";
import { isDated } from "./availability.ts";
import { type BestFirst, createBestFirst } from "./best-first.ts";
import { dropDuplicates } from "./drop-duplicates.ts";
import { createSentFinder } from "./find-sent.ts";
import { gatherCandidates, type JudgedArticle } from "./gather-candidates.ts";
import { groupStories, type SameStory } from "./group-stories.ts";
import { createArticleJudge } from "./judge-article.ts";
import { createLocalTime } from "./local-time.ts";
import { compareNewestFirst } from "./newest-first.ts";
import { applyOverrides } from "./overrides.ts";
import { placeVerdicts } from "./place-verdicts.ts";
import { type Candidate, compareCandidates } from "./rank-articles.ts";
import type { SelectionContext } from "./selection-context.ts";
import type { SelectionRules } from "./selection-rules.ts";
import { type Shape, shapeIssue } from "./shape-issue.ts";
import { createTopicMatcher } from "./topic-matcher.ts";
import { findTranslations } from "./translations.ts";
import type { Verdict } from "./verdict.ts";

export type { SelectionContext } from "./selection-context.ts";

export interface SelectedSection {
  readonly key: string;
  readonly title: string;
  readonly articles: readonly Article[];
}

/** An article that is shown, and others that stand for the same. */
export interface ArticleGroup {
  readonly shown: Article;
  readonly others: readonly Article[];
}

/** What one issue holds, and why every other article is not in it. */
export interface Selection {
  /** One for each article, same length and order as given. */
  readonly verdicts: readonly Verdict[];
  readonly lead?: Article | undefined;
  readonly sections: readonly SelectedSection[];
  readonly inBrief: readonly Article[];
  readonly more: readonly Article[];
  /** Articles about one event: the others are linked under the one shown. */
  readonly sameStory: readonly ArticleGroup[];
  /** Versions in other languages, for the readers who prefer them. */
  readonly translations: readonly ArticleGroup[];
  /** Why the issue is held back; undefined: it may go out. A held issue consumes nothing. */
  readonly held?: string | undefined;
}

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
  const matchTopics = createTopicMatcher(rules, textOf);
  const judged = articles.map((article): JudgedArticle => {
    const ruling = findSent(article) ?? judge(article);
    if (ruling !== undefined) return { article, ruling, hits: [], pin: undefined };
    const pin = overrides.pinOf(article);
    const answer = matchTopics(article);
    return { article, ruling: pin === undefined ? answer.ruling : undefined, hits: answer.hits, pin };
  });
  const candidates = gatherCandidates(judged, translations, language);
  const { distinct, duplicates } = dropDuplicates(candidates);
  const sameStory = groupBest(distinct, articles, rules, textOf);
  const shape = shapeIssue(
    createBestFirst(
      distinct.filter((item) => !sameStory.has(item)),
      compareCandidates,
    ),
    rules,
  );
  const placed = placeVerdicts({
    shape,
    sameStory,
    translations,
    rules,
    window: context.window.window,
    time,
    language,
  });

  const verdicts = new Map<Article, Verdict>(placed.map((verdict) => [verdict.article, verdict]));
  const inOrder = judged.map(({ article, ruling, hits }): Verdict => {
    const topics = hits.map(({ key }) => key);
    const duplicate = duplicates.get(article);
    if (duplicate !== undefined) {
      return { article, ...duplicate.ruling, topics, inIssue: false, group: duplicate.keeper.path };
    }
    const verdict = verdicts.get(article);
    if (verdict !== undefined) return verdict;
    if (ruling === undefined) throw new Error(`No verdict on ${article.path}.`);
    return { article, kind: ruling.kind, reason: ruling.reason, topics, inIssue: false };
  });
  return { verdicts: inOrder, ...listArticles(shape, sameStory), held: describeHeld(shape, rules) };
}

/** How many times what an issue can hold is compared for same stories; what ranks below could not be shown anyway. */
const comparedPerPlace = 4;
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
  const best = takeBest(createBestFirst(candidates, compareCandidates), places * comparedPerPlace);
  const inIssue = new Set(candidates.map(({ article }) => article));
  const others = articles.filter(isDated).filter((article) => !inIssue.has(article));
  const titles = takeBest(createBestFirst(others, compareNewestFirst), backgroundTitles).map(
    ({ title }) => title,
  );
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

function listArticles(
  shape: Shape,
  sameStory: ReadonlyMap<Candidate, SameStory>,
): Omit<Selection, "verdicts" | "held"> {
  const { lead, sections, inBrief, more } = shape;
  const present = [
    ...(lead === undefined ? [] : [lead]),
    ...sections.flatMap(({ stories }) => stories),
    ...inBrief,
    ...more,
  ];
  const linked = new Map<Candidate, Candidate[]>();
  for (const [candidate, { shown }] of sameStory)
    linked.set(shown, [...(linked.get(shown) ?? []), candidate]);
  const translated = present.flatMap((candidate) => [candidate, ...(linked.get(candidate) ?? [])]);
  return {
    lead: lead?.article,
    sections: sections.map(({ key, title, stories }) => ({ key, title, articles: stories.map(toArticle) })),
    inBrief: inBrief.map(toArticle),
    more: more.map(toArticle),
    sameStory: present.flatMap((candidate) => {
      const others = linked.get(candidate);
      return others === undefined ? [] : [{ shown: candidate.article, others: others.map(toArticle) }];
    }),
    translations: translated
      .filter((candidate) => candidate.translations.length > 0)
      .map((candidate) => ({ shown: candidate.article, others: candidate.translations })),
  };
}

function toArticle(candidate: Candidate): Article {
  return candidate.article;
}

function describeHeld({ lead, sections, inBrief, more }: Shape, rules: SelectionRules): string | undefined {
  const stories = sections.reduce((sum, section) => sum + section.stories.length, lead === undefined ? 0 : 1);
  const count = stories + inBrief.length + more.length;
  if (count === 0) return "nothing new to send";
  if (count >= rules.minArticles) return undefined;
  return `held back: ${count === 1 ? "1 article" : `${count} articles`} of at least ${rules.minArticles} (selection.minimum); they wait for the next slot`;
}
