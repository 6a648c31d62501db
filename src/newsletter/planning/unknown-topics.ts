import { nearest } from "../../config/describe-problems.ts";
import type { KnownTopics } from "../../selection/placing/known-topics.ts";
import type { SelectionRules } from "../../selection/terms/selection-rules.ts";
import type { WishGroup } from "../../storage/audience/audience.ts";
import type { ManifestFinding } from "../manifest.ts";

/** More of them in one sentence nobody reads. */
const shownTopics = 12;

/** What to say of a topic that no article and no setting names; one sentence without a full stop. */
function describeUnknownTopic(name: string, { titles }: KnownTopics): string {
  const shown = titles.slice(0, shownTopics).join(", ");
  const more = titles.length > shownTopics ? ` and ${titles.length - shownTopics} more` : "";
  const there = titles.length === 0 ? "no article names a topic yet" : `there is ${shown}${more}`;
  const meant = nearest(name, titles);
  return `no article and no setting has the topic "${name}"; ${there}${meant === undefined ? "" : `. Did you mean "${meant}"?`}`;
}

/** Topics that the configuration asks for and nobody knows. One that is excluded may well be still to come. */
export function warnOfSettings(
  { only }: Pick<SelectionRules, "only">,
  known: KnownTopics,
): ManifestFinding[] {
  const place = "DIGEST_TOPICS or selection.only";
  return only
    .filter((name) => !known.has(name))
    .map((name) => ({
      rule: "unknown-topic",
      severity: "warning",
      place,
      message: `${place}: ${describeUnknownTopic(name, known)}`,
      remedy: "Write it as the articles do, or take it out of the list.",
    }));
}

/** Topics that an editor asks about by hand and nobody knows; sentences. */
export function doubtTopics(names: readonly string[], known: KnownTopics): string[] {
  return names.filter((name) => !known.has(name)).map((name) => describeUnknownTopic(name, known));
}

/** Topics that readers chose and nobody knows: they wait for stories that never come. */
export function warnOfReaders(wishes: readonly WishGroup[], known: KnownTopics): ManifestFinding[] {
  const readers = new Map<string, number>();
  for (const wish of wishes) {
    for (const name of JSON.parse(wish.topics) as string[])
      if (!known.has(name)) readers.set(name, (readers.get(name) ?? 0) + wish.readers);
  }
  return [...readers]
    .sort(([, a], [, b]) => b - a)
    .slice(0, shownTopics)
    .map(([name, count]) => ({
      rule: "unknown-topic",
      severity: "warning",
      place: "subscribers",
      message: `${count === 1 ? "1 reader chose" : `${count} readers chose`} it, and ${describeUnknownTopic(name, known)}`,
      remedy:
        "Correct it with `gazette subscribers add ADDRESS --topics ...`, or give an article that topic.",
    }));
}
