import type { InboxTexts } from "./blocks/block-book.ts";
import type { Issue, IssueSection, Story, StoryLink } from "./issue.ts";

/**
 * How a story is shown shorter than the issue has it, from the longest to the shortest: its excerpt instead of all
 * of it; without its excerpt and picture; in brief; as a link; not by name, but counted in the link to the rest.
 */
export type ShorterForm = "excerpt" | "headline" | "brief" | "link" | "rest";

/** An edition among those of an issue. */
export interface StoryChoice {
  /** The paths of its articles; absent: all of the issue's. */
  readonly articles?: ReadonlySet<string>;
  /** What is shorter than in the issue, by path. */
  readonly forms?: ReadonlyMap<string, ShorterForm>;
  /** What its inbox shows; absent: what the issue's does. */
  readonly inbox?: InboxTexts;
}

/** Something that an edition may show at one place of an issue. */
export interface IssuePart<Shown extends Story | StoryLink> {
  readonly shown: Shown;
  /** Undefined: as the issue has it. */
  readonly form: ShorterForm | undefined;
}

/** An issue with every form that a story may take, each at its place, in the order of the issue. */
export interface IssueParts {
  readonly lead: readonly IssuePart<Story>[];
  readonly sections: readonly (Omit<IssueSection, "stories"> & {
    readonly stories: readonly IssuePart<Story>[];
  })[];
  readonly inBrief: readonly IssuePart<Story>[];
  readonly more: readonly IssuePart<StoryLink>[];
  /** Those that the link to the rest stands for; in no particular order, since none is shown. */
  readonly rest: readonly IssuePart<StoryLink>[];
}

/** @param hasForms - Whether shorter forms are wanted at all; without them, stories are as the issue has them. */
export function listParts(issue: Issue, hasForms: boolean): IssueParts {
  const own = <Shown extends Story | StoryLink>(shown: Shown): IssuePart<Shown> => ({
    shown,
    form: undefined,
  });
  const forms = (story: Story, form: ShorterForm): IssuePart<Story>[] =>
    hasForms ? [{ shown: shortenStory(story, form), form }] : [];
  const links = (stories: readonly Story[]): IssuePart<StoryLink>[] =>
    hasForms ? stories.map((story) => ({ shown: linkTo(story), form: "link" })) : [];
  const secondary = issue.sections.flatMap(({ stories }) => stories);
  const rest = hasForms ? [...secondary, ...issue.inBrief, ...issue.more] : [];
  return {
    lead: issue.lead === undefined ? [] : [own(issue.lead)],
    sections: issue.sections.map((section) => ({
      ...section,
      stories: section.stories.flatMap((story) => [
        own(story),
        ...forms(story, story.isWhole ? "excerpt" : "headline"),
      ]),
    })),
    inBrief: [...secondary.flatMap((story) => forms(story, "brief")), ...issue.inBrief.map(own)],
    more: [...links(secondary), ...links(issue.inBrief), ...issue.more.map(own)],
    rest: rest.filter(({ path }) => path !== undefined).map((one) => ({ shown: linkTo(one), form: "rest" })),
  };
}

/** Is the part in the edition? A link without a path belongs to no article and is in all of them. */
export function isChosen(
  { shown: { path }, form }: IssuePart<Story | StoryLink>,
  choice: StoryChoice,
): boolean {
  if (path === undefined) return true;
  if (choice.articles?.has(path) === false) return false;
  return choice.forms?.get(path) === form;
}

/** The issue as an edition of it shows it; sections without a story are left out. */
export function chooseStories(issue: Issue, choice: StoryChoice): Issue {
  const { lead, sections, inBrief, more, rest } = listParts(issue, choice.forms !== undefined);
  const chosen = <Shown extends Story | StoryLink>(parts: readonly IssuePart<Shown>[]): Shown[] =>
    parts.filter((part) => isChosen(part, choice)).map(({ shown }) => shown);
  return {
    ...issue,
    ...choice.inbox,
    lead: chosen(lead)[0],
    sections: sections
      .map((section) => ({ ...section, stories: chosen(section.stories) }))
      .filter(({ stories }) => stories.length > 0),
    inBrief: chosen(inBrief),
    more: chosen(more),
    rest: (issue.rest ?? 0) + chosen(rest).length,
  };
}

function shortenStory(story: Story, form: ShorterForm): Story {
  const excerpted = { ...story, isWhole: false };
  return form === "headline" ? { ...excerpted, excerpt: "", image: undefined } : excerpted;
}

function linkTo({ path, title, url }: Story | StoryLink): StoryLink {
  return path === undefined ? { title, url } : { path, title, url };
}
