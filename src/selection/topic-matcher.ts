import type { Article } from "../articles/article.ts";
import type { Ruling } from "./availability.ts";
import type { SelectionRules, TopicRule } from "./selection-rules.ts";
import { topicKey } from "./topic-key.ts";
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
    const found = find(article);
    const banned = excluded.size === 0 ? undefined : findBanned(article, found, excluded);
    if (banned !== undefined) {
      const reason = `its topic "${titleOf(found, article, banned)}" is excluded (selection.exclude); take the topic out of the list to have it`;
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
      ruling: { kind: "no-topic", reason: describeNoTopic(article, rules), asTranslation: true },
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

type TopicFinder = (article: Article) => TopicHit[];

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
      const parts = name.split("/");
      const names = parts.map((_, index) =>
        parts
          .slice(0, index + 1)
          .join("/")
          .trim(),
      );
      hits = names.map((title) => ({
        key: topicKey(title),
        title: only.get(topicKey(title)) ?? title,
        weight: 1,
        limit: undefined,
      }));
      known.set(name, hits);
    }
    return hits;
  };
  return ({ topics }) => {
    const hits = topics.flatMap(toHits);
    return hits.filter(({ key }, at) => hits.findIndex((other) => other.key === key) === at);
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
    for (const { hit, names, match } of compiled) {
      const strength = match(subject);
      if (strength === undefined) continue;
      const position = subject.values.findIndex((value) => names.has(value));
      found.push({ hit, score: strength * hit.weight, position: position === -1 ? Infinity : position });
    }
    // Sorting is stable: what is equal keeps the configured order.
    found.sort((a, b) => b.score - a.score || (a.position === b.position ? 0 : a.position - b.position));
    return found.map(({ hit }) => hit);
  };
}

interface CompiledTopic {
  readonly hit: TopicHit;
  /** Front matter values that mean this topic. */
  readonly names: ReadonlySet<string>;
  readonly match: CompiledMatch;
}

function compileTopic(topic: TopicRule): CompiledTopic {
  const { key, title, aliases = [], match = {}, weight = 1, limit } = topic;
  const place = `topic "${key}"`;
  const own = [key, title, ...aliases];
  const matches = compileMatch(match, own, place);
  const include =
    topic.include === undefined ? undefined : compileMatch(topic.include, [], `${place}, include`);
  const exclude =
    topic.exclude === undefined ? undefined : compileMatch(topic.exclude, [], `${place}, exclude`);
  return {
    hit: { key, title, weight, limit },
    names: new Set([...own, ...(match.values ?? [])].map(topicKey)),
    match: (subject: MatchSubject) => {
      const strength = matches(subject);
      if (strength === undefined) return undefined;
      if (include !== undefined && include(subject) === undefined) return undefined;
      return exclude?.(subject) === undefined ? strength : undefined;
    },
  };
}

function titleOf(found: readonly TopicHit[], article: Article, key: string): string {
  return (
    found.find((hit) => hit.key === key)?.title ??
    article.topics.find((name) => topicKey(name) === key) ??
    key
  );
}

function describeExcluded(article: Article, found: readonly TopicHit[], rules: SelectionRules): string {
  const names = found.length > 0 ? found.map(({ title }) => title) : article.topics;
  const has = names.length === 0 ? "it has no topic" : `its topics are ${names.join(", ")}`;
  return `${has}, and this newsletter takes only ${rules.only.join(", ")} (DIGEST_TOPICS or selection.only); give it one of these, or add its own to the list`;
}

function describeNoTopic(article: Article, rules: SelectionRules): string {
  const titles = rules.topics.map(({ title }) => title).join(", ");
  const own =
    article.topics.length === 0
      ? "none in its front matter"
      : `its front matter says ${article.topics.join(", ")}`;
  return `matches none of the configured topics ${titles} (${own}); give it one of these, widen a topic's match, or name a section for the rest (selection.otherSection)`;
}
