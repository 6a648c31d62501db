import type { Issue, Story, StoryLink } from "./issue.ts";
import type { ShorterForm } from "./story-choice.ts";

/** One story made one step shorter. */
export interface Shortening {
  readonly path: string;
  readonly how: ShorterForm;
}

/**
 * All that can be made shorter in an issue, in the order in which it should be: secondary stories lose their excerpt,
 * then move to "In brief", then become links, then give way to one link to the website, where there is one; the lead
 * stays as it is. The last of every section goes before the last but one of any. What a reader could read nowhere
 * else keeps its text longest and never becomes a bare link.
 */
export function listShortenings({ masthead, sections, inBrief, more }: Issue): Shortening[] {
  const secondary = sections
    .flatMap(({ stories }, section) => stories.map((story, rank) => ({ story, rank, section })))
    .sort((a, b) => b.rank - a.rank || b.section - a.section)
    .map(({ story }) => story);
  const isLinked = ({ url }: Story | StoryLink): boolean => url !== undefined;
  const excerpts = secondary.filter((story) => !story.isWhole);
  const told = secondary.filter(({ isWhole }) => isWhole);
  const each = (how: ShorterForm, stories: readonly Story[]): Shortening[] =>
    stories.map(({ path }) => ({ path, how }));
  const links = [...inBrief.toReversed(), ...excerpts].filter(isLinked);
  // The last on the page goes first: of the links, those that were never more than that.
  const named = [...more.filter(isLinked).toReversed(), ...links].flatMap(({ path }) => path ?? []);
  return [
    ...each("headline", excerpts.filter(isLinked)),
    ...each("brief", excerpts),
    ...each("link", links),
    ...(masthead.website === undefined ? [] : named.map((path) => ({ path, how: "rest" as const }))),
    ...each("excerpt", told),
  ];
}

/**
 * Takes as many steps as it needs for the issue to fit; all of them where even that is not enough.
 *
 * @param measure - Bytes of HTML with these forms.
 */
export function shortenToFit(
  steps: readonly Shortening[],
  measure: (forms: ReadonlyMap<string, ShorterForm>) => number,
  maxBytes: number,
): Map<string, ShorterForm> {
  let [least, most] = [0, steps.length];
  while (least < most) {
    const middle = (least + most) >> 1;
    if (measure(formsAfter(steps, middle)) <= maxBytes) most = middle;
    else least = middle + 1;
  }
  return formsAfter(steps, most);
}

/** A later step of a story takes the place of an earlier one. */
function formsAfter(steps: readonly Shortening[], count: number): Map<string, ShorterForm> {
  return new Map(steps.slice(0, count).map(({ path, how }) => [path, how]));
}
