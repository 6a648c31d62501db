import type { BestFirst } from "../candidates/best-first.ts";
import type { Candidate } from "../candidates/rank-articles.ts";
import type { SelectionRules } from "../terms/selection-rules.ts";
import { createKeyFinder } from "../topics/topic-matcher.ts";

export interface ShapedSection {
  readonly key: string;
  readonly title: string;
  readonly stories: readonly Candidate[];
}

/** The limit that kept a candidate from becoming a story in a section. */
export interface Crowd {
  readonly by: "topic" | "section" | "sections" | "stories";
  readonly limit: number;
}

/** Where every candidate stands. */
export interface Shape {
  readonly lead: Candidate | undefined;
  readonly sections: readonly ShapedSection[];
  readonly inBrief: readonly Candidate[];
  /** Each followed by those that tell the same story. */
  readonly more: readonly Candidate[];
  /** No room at all: the next issue takes them as late arrivals. */
  readonly waiting: readonly Candidate[];
  /** For everything in brief, under more, or waiting. */
  readonly crowds: ReadonlyMap<Candidate, Crowd>;
}

/** Key of the section for articles without a topic. */
export const generalKey = "general";

/**
 * Fills an issue with the best candidates first, within every limit: the lead, then stories in sections; what
 * does not fit goes in brief, then to the links, and the rest waits.
 *
 * @param ordered The best first, without those that are linked under another.
 * @param linked For an article shown: those that tell the same story. A link has nothing under it, so that they are links
 * beside it, and take their room.
 */
export function shapeIssue(
  ordered: BestFirst<Candidate>,
  linked: ReadonlyMap<Candidate, readonly Candidate[]>,
  rules: SelectionRules,
): Shape {
  const lead = rules.lead ? ordered.take() : undefined;
  const singleSection =
    new Set(ordered.rest().map((candidate) => sectionOf(candidate, rules).key)).size === 1;
  const sections = new Map<string, OpenSection>();
  const crowds = new Map<Candidate, Crowd>();
  const inBrief: Candidate[] = [];
  const more: Candidate[] = [];
  const waiting: Candidate[] = [];
  let stories = 0;
  while (stories < rules.maxStories || inBrief.length < rules.maxInBrief || more.length < rules.maxMore) {
    const candidate = ordered.take();
    if (candidate === undefined) break;
    const section =
      sections.get(sectionOf(candidate, rules).key) ?? openSection(candidate, singleSection, rules);
    const crowd = findCrowd(section, stories, sections, rules);
    if (crowd === undefined) {
      section.stories.push(candidate);
      sections.set(section.key, section);
      stories++;
      continue;
    }
    crowds.set(candidate, crowd);
    const links = [candidate, ...(linked.get(candidate) ?? [])];
    if (inBrief.length < rules.maxInBrief) inBrief.push(candidate);
    else if (more.length + links.length <= rules.maxMore) more.push(...links);
    else waiting.push(candidate);
  }
  for (const candidate of ordered.rest()) {
    crowds.set(candidate, { by: "stories", limit: rules.maxStories });
    waiting.push(candidate);
  }
  return { lead, sections: orderSections([...sections.values()], rules), inBrief, more, waiting, crowds };
}

interface OpenSection {
  readonly key: string;
  readonly title: string;
  readonly limit: number;
  readonly limitedBy: Crowd["by"];
  readonly stories: Candidate[];
}

/** The section an article belongs to: that of the topic that suits it best. */
export function sectionOf(
  candidate: Candidate,
  rules: SelectionRules,
): { readonly key: string; readonly title: string } {
  return candidate.hits[0] ?? { key: generalKey, title: rules.catchAll ?? rules.generalTitle };
}

function openSection(candidate: Candidate, singleSection: boolean, rules: SelectionRules): OpenSection {
  const { key, title } = sectionOf(candidate, rules);
  const own = candidate.hits[0]?.limit;
  if (own !== undefined) return { key, title, limit: own, limitedBy: "topic", stories: [] };
  return singleSection
    ? { key, title, limit: rules.maxStories, limitedBy: "stories", stories: [] }
    : { key, title, limit: rules.maxPerSection, limitedBy: "section", stories: [] };
}

function findCrowd(
  section: OpenSection,
  stories: number,
  sections: ReadonlyMap<string, OpenSection>,
  rules: SelectionRules,
): Crowd | undefined {
  if (section.stories.length >= section.limit) return { by: section.limitedBy, limit: section.limit };
  if (stories >= rules.maxStories) return { by: "stories", limit: rules.maxStories };
  const isNew = !sections.has(section.key);
  return isNew && sections.size >= rules.maxSections
    ? { by: "sections", limit: rules.maxSections }
    : undefined;
}

/** In the configured order where there is one; else as they came, by their best article. */
function orderSections(sections: readonly ShapedSection[], rules: SelectionRules): ShapedSection[] {
  const configured =
    rules.only.length > 0
      ? rules.only.map(createKeyFinder(rules.topics))
      : rules.topics.map(({ key }) => key);
  const position = ({ key }: ShapedSection): number => {
    const at = configured.indexOf(key);
    return at === -1 ? configured.length : at;
  };
  return [...sections].sort((a, b) => position(a) - position(b));
}
