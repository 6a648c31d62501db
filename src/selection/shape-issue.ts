import { compareCandidates, type Candidate } from "./rank-articles.ts";
import type { SelectionRules } from "./selection-rules.ts";
import { topicKey } from "./topic-key.ts";

export interface ShapedSection {
  readonly key: string;
  readonly title: string;
  readonly stories: readonly Candidate[];
}

/** Where every candidate stands. `waiting`: no room at all. */
export interface Shape {
  readonly lead: Candidate | undefined;
  readonly sections: readonly ShapedSection[];
  readonly inBrief: readonly Candidate[];
  readonly more: readonly Candidate[];
  readonly waiting: readonly Candidate[];
  /** Why a candidate did not become a story in a section. */
  readonly crowdedOut: ReadonlyMap<
    Candidate,
    { readonly by: "section" | "sections" | "stories"; readonly limit: number }
  >;
}

/** Key of the section for articles without a topic. */
export const generalKey = "general";

/** Fills an issue with the best candidates first, within every limit. */
export function shapeIssue(candidates: readonly Candidate[], rules: SelectionRules): Shape {
  const ordered = [...candidates].sort(compareCandidates);
  const lead = rules.lead ? ordered.shift() : undefined;
  const sections = new Map<string, { key: string; title: string; limit: number; stories: Candidate[] }>();
  const crowdedOut = new Map<Candidate, { by: "section" | "sections" | "stories"; limit: number }>();
  const rest: Candidate[] = [];
  const single = new Set(ordered.map((candidate) => sectionOf(candidate, rules).key)).size === 1;
  let stories = 0;
  for (const candidate of ordered) {
    const home = sectionOf(candidate, rules);
    const section = sections.get(home.key) ?? {
      ...home,
      limit: single ? rules.maxStories : rules.maxPerSection,
      stories: [],
    };
    const crowd =
      stories >= rules.maxStories
        ? { by: "stories" as const, limit: rules.maxStories }
        : section.stories.length >= section.limit
          ? { by: "section" as const, limit: section.limit }
          : !sections.has(home.key) && sections.size >= rules.maxSections
            ? { by: "sections" as const, limit: rules.maxSections }
            : undefined;
    if (crowd === undefined) {
      section.stories.push(candidate);
      sections.set(home.key, section);
      stories++;
    } else {
      crowdedOut.set(candidate, crowd);
      rest.push(candidate);
    }
  }
  const inBrief = rest.slice(0, rules.maxInBrief);
  const more = rest.slice(inBrief.length, inBrief.length + rules.maxMore);
  const waiting = rest.slice(inBrief.length + more.length);
  return { lead, sections: orderSections([...sections.values()], rules), inBrief, more, waiting, crowdedOut };
}

/** The section an article belongs to: its best topic's. */
export function sectionOf(candidate: Candidate, rules: SelectionRules): { key: string; title: string } {
  return candidate.hits[0] ?? { key: generalKey, title: rules.catchAll ?? rules.generalTitle };
}

/** In the configured order where there is one; else as they came, by their best article. */
function orderSections(sections: readonly ShapedSection[], rules: SelectionRules): ShapedSection[] {
  const configured =
    rules.only.length > 0 ? rules.only.map(topicKey) : rules.topics.map((topic) => topic.key);
  const position = (section: ShapedSection): number => {
    const at = configured.indexOf(section.key);
    return at === -1 ? configured.length : at;
  };
  return [...sections].sort((a, b) => position(a) - position(b));
}
