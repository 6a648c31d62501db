import type { Article } from "../articles/article.ts";
import type { Ruling } from "./availability.ts";
import type { SelectionRules } from "./selection-rules.ts";
import { topicKey } from "./topic-key.ts";

/** One topic an article has. */
export interface TopicHit {
  readonly key: string;
  /** As a heading shows it. */
  readonly title: string;
}

/** The topics of an article, the one that suits it best first; or why the newsletter does not take it. */
export type TopicAnswer =
  | { readonly hits: readonly TopicHit[]; readonly ruling?: undefined }
  | { readonly hits: readonly TopicHit[]; readonly ruling: Ruling };

export type TopicMatcher = (article: Article) => TopicAnswer;

export function createTopicMatcher(rules: SelectionRules): TopicMatcher {
  const only = new Set(rules.only.map(topicKey));
  const excluded = new Set(rules.exclude.map(topicKey));
  return (article) => {
    const hits = article.topics.map((title) => ({ key: topicKey(title), title }));
    const banned = hits.find((hit) => excluded.has(hit.key));
    if (banned !== undefined)
      return { hits, ruling: { kind: "topic-excluded", reason: `its topic "${banned.title}" is excluded` } };
    const allowed = only.size === 0 ? hits : hits.filter((hit) => only.has(hit.key));
    if (only.size > 0 && allowed.length === 0) {
      return {
        hits,
        ruling: {
          kind: "topic-excluded",
          reason: `none of its topics is among those this newsletter takes (${rules.only.join(", ")})`,
        },
      };
    }
    return { hits: allowed };
  };
}
