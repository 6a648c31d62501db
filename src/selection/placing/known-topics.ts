import type { Article } from "../../articles/article.ts";
import type { SelectionRules } from "../terms/selection-rules.ts";
import { generalKey } from "./shape-issue.ts";
import { topicKey } from "../topics/topic-key.ts";
import { keyAndAncestors } from "../topics/topic-match.ts";

/** The topics that there are, for finding those that nobody knows. */
export interface KnownTopics {
  /** As people see them, those of the configuration first, then by how many articles have them. */
  readonly titles: readonly string[];
  readonly has: (name: string) => boolean;
}

/** Topics of the configuration, and those that the front matter of any article names. */
export function listKnownTopics(
  { topics }: Pick<SelectionRules, "topics">,
  articles: readonly Article[],
): KnownTopics {
  const keys = new Set<string>([generalKey]);
  for (const { key, title, aliases = [] } of topics)
    for (const name of [key, title, ...aliases]) keys.add(topicKey(name));
  const counts = new Map<string, { title: string; count: number }>();
  for (const article of articles) {
    for (const name of article.topics) {
      for (const key of keyAndAncestors(name)) keys.add(key);
      const key = topicKey(name);
      const known = counts.get(key) ?? { title: name, count: 0 };
      known.count += 1;
      counts.set(key, known);
    }
  }
  const own = [...counts.values()].sort((a, b) => b.count - a.count || (a.title < b.title ? -1 : 1));
  const titles = [...topics.map(({ title }) => title), ...own.map(({ title }) => title)];
  return { titles: [...new Set(titles)], has: (name) => keys.has(topicKey(name)) };
}
