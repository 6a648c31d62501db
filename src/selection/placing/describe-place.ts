import type { Article } from "../../articles/article.ts";
import type { LocalTime } from "../../platform/local-time.ts";
import type { SameStory } from "../stories/group-stories.ts";
import type { Candidate } from "../candidates/rank-articles.ts";
import type { SelectionRules } from "../terms/selection-rules.ts";
import { type Shape, sectionOf } from "./shape-issue.ts";
import type { Translation } from "../terms/translations.ts";
import type { Place } from "../terms/verdict.ts";
import type { Window } from "../candidates/window.ts";

/** What the sentences about chosen articles are made from. */
export interface PlacedIssue {
  readonly shape: Shape;
  readonly sameStory: ReadonlyMap<Candidate, SameStory>;
  readonly translations: ReadonlyMap<Article, Translation>;
  readonly rules: SelectionRules;
  readonly window: Window;
  readonly time: LocalTime;
  /** The issue's, BCP 47. */
  readonly language: string;
}

/** What moves it up that it has not got yet. */
export function howToRise({ article, pin }: Candidate): string {
  if (pin !== undefined || article.pinned)
    return "it is pinned, and the ones before it are too; raise that limit";
  const marks = article.featured ? "a smaller weight or a pin" : "a smaller weight, featured: true or a pin";
  return `${marks} moves it up, or raise that limit`;
}

/** What is over the limits is a late arrival next time, and those have an age limit. */
export function howLongItWaits({ article }: Candidate, { rules, time }: PlacedIssue): string {
  const last = time.day(time.startOfDay(article.publishedAt, rules.lateDays));
  return `the next issue takes it if that goes out by ${last} (selection.lateDays, ${rules.lateDays})`;
}

/** What put it where it stands, in the order the rules ask. */
export function describeStanding(candidate: Candidate, { window, time }: PlacedIssue): string {
  const { article } = candidate;
  const published = `published ${time.minute(article.publishedAt)}`;
  const causes: string[] = [];
  if (candidate.pin !== undefined) causes.push("pinned in issue.md");
  if (article.pinned) causes.push("pinned");
  if (article.featured) causes.push("featured");
  if (article.weight !== undefined) causes.push(`weight ${article.weight}`);
  causes.push(published);
  if (article.publishedAt < window.since && candidate.pin === undefined) {
    causes.push(
      `a late arrival, before the window that starts ${time.minute(window.since)} ${time.timeZone}`,
    );
  }
  return causes.join(", ");
}

/** The limit that kept it from being a story. */
export function describeCrowd(candidate: Candidate, { shape, rules }: PlacedIssue): string {
  const crowd = shape.crowds.get(candidate);
  const { key, title } = sectionOf(candidate, rules);
  const limit = crowd?.limit ?? rules.maxStories;
  const stories = limit === 1 ? "1 story" : `${limit} stories`;
  switch (crowd?.by) {
    case "topic":
      return `the section ${title} has its ${stories} (the limit of the topic ${key})`;
    case "section":
      return `the section ${title} has its ${stories} (selection.perSection)`;
    case "sections":
      return `the issue has its ${limit === 1 ? "1 section" : `${limit} sections`} (selection.sections), and ${title} is not among them`;
    case "stories":
    case undefined:
      return `the issue has its ${stories} (selection.stories)`;
  }
}

/** Why it is not on its own. @param place - Undefined: the story has no room in this issue. */
export function describeSameStory(
  { shown, similarity }: SameStory,
  place: Place | undefined,
  issue: PlacedIssue,
): string {
  const likeness = `likeness ${similarity.toFixed(2)}, from ${String(issue.rules.sameStory.threshold)} on`;
  const where =
    place === "linked"
      ? "is linked under it"
      : place === "more"
        ? "is linked beside it"
        : `has no room beside it; ${howLongItWaits(shown, issue)}`;
  return `tells the same story as ${shown.article.path} (${likeness}) and ${where}; raise selection.sameStory, or pin it in issue.md to have it on its own`;
}
