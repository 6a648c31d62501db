import type { Article } from "../../articles/article.ts";
import type { Ruling } from "../terms/availability.ts";
import type { SelectionRules, TopicRule } from "../terms/selection-rules.ts";
import { topicKey } from "./topic-key.ts";
import { topicLevels } from "./topic-levels.ts";
import {
  compileMatch,
  type CompiledMatch,
  keyAndAncestors,
  type MatchSubject,
  prepareSubject,
} from "./topic-match.ts";

/** One topic an article has. */
export interface TopicHit {
  readonly key: string;
  /** As a heading shows it. */
  readonly title: string;
  readonly weight: number;
  /** The most stories in its section; undefined: the newsletter's own limit. */
  readonly limit: number | undefined;
  /** What of the article says so, such as `"regatta" in its title`; undefined where no rule was asked. */
  readonly by: string | undefined;
}

/** The topics of an article, the one that suits it best first; or why the newsletter does not take it. */
export interface TopicAnswer {
  readonly hits: readonly TopicHit[];
  readonly ruling?: Ruling | undefined;
}

export type TopicMatcher = (article: Article) => TopicAnswer;

/**
 * Prepares the topic rules once for many articles.
 *
 * @throws GazetteError `config-invalid` for a pattern that is no regular expression.
 */
export function createTopicMatcher(
  rules: SelectionRules,
  textOf?: (article: Article) => string | undefined,
): TopicMatcher {
  const keyOf = createKeyFinder(rules.topics);
  const only = new Map(rules.only.map((name) => [keyOf(name), name]));
  const excluded = new Set(rules.exclude.map(keyOf));
  const find =
    rules.topics.length === 0 ? findOwnTopics(only) : findConfiguredTopics(rules.topics, only, textOf);
  return (article) => {
    const { hits: found, barred } = find(article);
    const banned = excluded.size === 0 ? undefined : findBanned(article, found, excluded);
    if (banned !== undefined) {
      const reason = `its topic ${nameBanned(found, article, banned)} is excluded (selection.exclude); take the topic out of the list to have it`;
      return { hits: found, ruling: { kind: "topic-excluded", reason } };
    }
    const hits = only.size === 0 ? found : found.filter(({ key }) => only.has(key));
    if (hits.length > 0) return { hits };
    if (only.size > 0)
      return {
        hits: found,
        ruling: {
          kind: "topic-excluded",
          reason: describeExcluded(article, found, rules),
          asTranslation: true,
        },
      };
    if (rules.topics.length === 0 || rules.catchAll !== undefined) return { hits };
    return {
      hits,
      ruling: { kind: "no-topic", reason: describeNoTopic(article, barred, rules), asTranslation: true },
    };
  };
}

/** Also a topic of the front matter that is not configured can be excluded. */
function findBanned(
  article: Article,
  found: readonly TopicHit[],
  excluded: ReadonlySet<string>,
): string | undefined {
  const named = [...found.map(({ key }) => key), ...article.topics.flatMap(keyAndAncestors)];
  return named.find((key) => excluded.has(key));
}

/** A topic that an article would have, but for its `include` or `exclude`. */
interface BarredTopic {
  readonly title: string;
  readonly why: string;
}

type TopicFinder = (article: Article) => {
  readonly hits: readonly TopicHit[];
  readonly barred: readonly BarredTopic[];
};

const nothingBarred: readonly BarredTopic[] = [];

/** A topic may be asked for by key, title or alias. */
export function createKeyFinder(topics: readonly TopicRule[]): (name: string) => string {
  const keys = new Map<string, string>();
  for (const { key, title, aliases = [] } of topics) {
    for (const name of [...aliases, title, key]) keys.set(topicKey(name), key);
  }
  return (name) => keys.get(topicKey(name)) ?? topicKey(name);
}

/** Without configured topics: those of the front matter, in the author's order, `energy/wind` as Energy first. */
function findOwnTopics(only: ReadonlyMap<string, string>): TopicFinder {
  // A folder has thousands of articles and a few dozen topics.
  const known = new Map<string, readonly TopicHit[]>();
  const toHits = (name: string): readonly TopicHit[] => {
    let hits = known.get(name);
    if (hits === undefined) {
      hits = topicLevels(name).map((title) => ({
        key: topicKey(title),
        title: only.get(topicKey(title)) ?? title,
        weight: 1,
        limit: undefined,
        by: undefined,
      }));
      known.set(name, hits);
    }
    return hits;
  };
  return ({ topics }) => {
    const hits = topics.flatMap(toHits);
    return {
      hits: hits.filter(({ key }, at) => hits.findIndex((other) => other.key === key) === at),
      barred: nothingBarred,
    };
  };
}

function findConfiguredTopics(
  topics: readonly TopicRule[],
  only: ReadonlyMap<string, string>,
  textOf: ((article: Article) => string | undefined) | undefined,
): TopicFinder {
  const compiled = topics.map(compileTopic);
  const known = new Set(topics.map((topic) => topic.key));
  // A topic that is asked for and not configured is one of the front matter.
  for (const [key, title] of only) if (!known.has(key)) compiled.push(compileTopic({ key, title }));
  return (article) => {
    const subject = prepareSubject(article, textOf);
    const found: { hit: TopicHit; score: number; position: number }[] = [];
    const barred: BarredTopic[] = [];
    for (const { topic, names, match, findBar } of compiled) {
      const known = match(subject);
      if (known === undefined) continue;
      const bar = findBar(subject);
      if (bar !== undefined) {
        barred.push({ title: topic.title, why: `${known.by}, but ${bar}` });
        continue;
      }
      const position = subject.values.findIndex((value) => names.has(value));
      const hit = { ...topic, by: known.by };
      found.push({
        hit,
        score: known.strength * hit.weight,
        position: position === -1 ? Infinity : position,
      });
    }
    // Sorting is stable: what is equal keeps the configured order.
    found.sort((a, b) => b.score - a.score || (a.position === b.position ? 0 : a.position - b.position));
    return { hits: found.map(({ hit }) => hit), barred };
  };
}

interface CompiledTopic {
  readonly topic: Omit<TopicHit, "by">;
  /** Front matter values that mean this topic. */
  readonly names: ReadonlySet<string>;
  readonly match: CompiledMatch;
  /** Why an article that matches does not get the topic all the same; undefined: it does. */
  readonly findBar: (subject: MatchSubject) => string | undefined;
}

function compileTopic(topic: TopicRule): CompiledTopic {
  const { key, title, aliases = [], match = {}, weight = 1, limit } = topic;
  const place = `topic "${key}"`;
  const own = [key, title, ...aliases];
  const include =
    topic.include === undefined ? undefined : compileMatch(topic.include, [], `${place}, include`);
  const exclude =
    topic.exclude === undefined ? undefined : compileMatch(topic.exclude, [], `${place}, exclude`);
  return {
    topic: { key, title, weight, limit },
    names: new Set([...own, ...(match.values ?? [])].map(topicKey)),
    match: compileMatch(match, own, place),
    findBar: (subject) => {
      if (include !== undefined && include(subject) === undefined)
        return "its include asks for something else";
      const excluded = exclude?.(subject);
      return excluded === undefined ? undefined : `its exclude says ${excluded.by}`;
    },
  };
}

function because({ by }: TopicHit): string {
  return by === undefined ? "" : ` (${by})`;
}

function nameBanned(found: readonly TopicHit[], article: Article, key: string): string {
  const hit = found.find((each) => each.key === key);
  if (hit !== undefined) return `"${hit.title}"${because(hit)}`;
  return `"${article.topics.find((name) => topicKey(name) === key) ?? key}"`;
}

function describeExcluded(article: Article, found: readonly TopicHit[], rules: SelectionRules): string {
  const names = found.length > 0 ? found.map((hit) => hit.title + because(hit)) : article.topics;
  const has = names.length === 0 ? "it has no topic" : `its topics are ${names.join(", ")}`;
  return `${has}, and this newsletter takes only ${rules.only.join(", ")} (DIGEST_TOPICS or selection.only); give it one of these, or add its own to the list`;
}

function describeNoTopic(article: Article, barred: readonly BarredTopic[], rules: SelectionRules): string {
  if (barred.length > 0) {
    const near = barred.map(({ title, why }) => `${title} (${why})`).join(" and ");
    return `has no topic, though it would have ${near}; change that include or exclude, give it another topic, or name a section for the rest (selection.otherSection)`;
  }
  const titles = rules.topics.map(({ title }) => title).join(", ");
  const own =
    article.topics.length === 0
      ? "none in its front matter"
      : `its front matter says ${article.topics.join(", ")}`;
  return `matches none of the configured topics ${titles} (${own}); give it one of these, widen a topic's match, or name a section for the rest (selection.otherSection)`;
}
