import { trimAtWord } from "../../wording/trim-text.ts";

/** Told of a field whose value was too much: its key, folded, and a sentence. */
export type TellOfValue = (key: string, message: string) => void;

// Far above what anybody writes: what is beyond costs every rule and every reader, and helps none.
const maxTopics = 100;
const maxTopicLength = 100;
const maxTopicLevels = 10;
const maxAuthorsLength = 200;
const maxAddressLength = 1000;

/** Topics that a reader could choose: not too many, not too long, not too deep. */
export function limitTopics(topics: readonly string[], told: TellOfValue): readonly string[] {
  const short = topics.map((topic) => {
    const levels = topic.length > 2 * maxTopicLevels ? topic.split("/", maxTopicLevels).join("/") : topic;
    return levels.length > maxTopicLength ? trimAtWord(levels, maxTopicLength) : levels;
  });
  const kept = short.slice(0, maxTopics);
  if (kept.length < topics.length || kept.some((topic, index) => topic !== topics[index]))
    told(
      "tags",
      `Topics are more than ${maxTopics}, longer than ${maxTopicLength} letters or deeper than ${maxTopicLevels} levels, and are cut.`,
    );
  return kept;
}

/** As many names as a line about the authors can hold; one that is longer than that is cut. */
export function limitAuthors(names: readonly string[], told: TellOfValue): readonly string[] {
  const kept: string[] = [];
  let left = maxAuthorsLength;
  for (const name of names) {
    if (left <= 0) break;
    kept.push(name.length > left ? trimAtWord(name, left) : name);
    left -= name.length;
  }
  if (left < 0 || kept.length < names.length)
    told("author", `The authors are longer than ${maxAuthorsLength} letters, and are cut.`);
  return kept;
}

/** An address or an id, which cannot be cut: two of them might become one. */
export function limitAddress(key: string, value: string | undefined, told: TellOfValue): string | undefined {
  if (value === undefined || value.length <= maxAddressLength) return value;
  told(key, `${key} is longer than ${maxAddressLength} letters, and is left out.`);
  return undefined;
}
