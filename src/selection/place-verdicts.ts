import type { Article } from "../articles/article.ts";
import type { LocalTime } from "../platform/local-time.ts";
import type { Candidate } from "./rank-articles.ts";
import type { SameStory } from "./group-stories.ts";
import type { SelectionRules } from "./selection-rules.ts";
import { type Shape, sectionOf } from "./shape-issue.ts";
import type { Translation } from "./translations.ts";
import type { Place, Verdict } from "./verdict.ts";
import type { Window } from "./window.ts";

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

/** The verdicts on everything that window and topics let through, in no order. */
export function placeVerdicts(issue: PlacedIssue): Verdict[] {
  const { shape, rules, sameStory } = issue;
  const verdicts: Verdict[] = [];
  const place = (candidate: Candidate, verdict: Placed): void => {
    const inIssue = verdict.place !== undefined;
    verdicts.push({
      article: candidate.article,
      kind: verdict.kind,
      reason: verdict.reason,
      topics: candidate.hits.map(({ key }) => key),
      inIssue,
      place: verdict.place,
      section: sectionOf(candidate, rules).key,
      rank: verdict.rank,
      group: verdict.group,
    });
    for (const article of candidate.translations)
      verdicts.push(judgeTranslation(article, candidate, inIssue, issue));
  };
  const { lead, sections, inBrief, more, waiting } = shape;
  if (lead !== undefined) {
    place(lead, {
      kind: "selected",
      reason: `the lead: ${describeStanding(lead, issue)}`,
      place: "lead",
      rank: 1,
    });
  }
  for (const { title, stories } of sections) {
    for (const [at, story] of stories.entries()) {
      const reason = `story ${at + 1} in the section ${title}: ${describeStanding(story, issue)}`;
      place(story, { kind: "selected", reason, place: "section", rank: at + 1 });
    }
  }
  for (const [at, story] of inBrief.entries()) {
    const reason = `number ${at + 1} in brief: ${describeCrowd(story, issue)}; ${howToRise}`;
    place(story, { kind: "in-brief", reason, place: "in-brief", rank: at + 1 });
  }
  for (const [at, story] of more.entries()) {
    if (sameStory.has(story)) continue;
    const reason = `number ${at + 1} under "more on the web": ${describeCrowd(story, issue)}, and In brief has its ${rules.maxInBrief} (selection.inBrief); ${howToRise}`;
    place(story, { kind: overKind(story, shape), reason, place: "more", rank: at + 1 });
  }
  for (const story of waiting) {
    const reason = `no room: ${describeCrowd(story, issue)}, In brief has its ${rules.maxInBrief} and the links their ${rules.maxMore} (selection.more); it waits for the next issue; ${howToRise}`;
    place(story, { kind: overKind(story, shape), reason });
  }
  const waits = new Set(waiting);
  for (const [candidate, same] of sameStory) {
    const at = more.indexOf(candidate);
    const standing = waits.has(same.shown)
      ? { place: undefined }
      : at === -1
        ? { place: "linked" as const }
        : { place: "more" as const, rank: at + 1 };
    const reason = describeSameStory(same, standing.place, rules);
    place(candidate, { kind: "same-story", reason, group: same.shown.article.path, ...standing });
  }
  return verdicts;
}

function describeSameStory(
  { shown, similarity }: SameStory,
  place: Place | undefined,
  rules: SelectionRules,
): string {
  const likeness = `likeness ${similarity.toFixed(2)}, from ${String(rules.sameStory.threshold)} on`;
  const where =
    place === "linked"
      ? "is linked under it"
      : place === "more"
        ? "is linked beside it"
        : "waits with it for the next issue";
  return `tells the same story as ${shown.article.path} (${likeness}) and ${where}; raise selection.sameStory, or pin it in issue.md to have it on its own`;
}

type Placed = Pick<Verdict, "kind" | "reason" | "place" | "rank" | "group">;

const howToRise = "a smaller weight, featured: true or a pin moves it up";

/** What put it where it stands, in the order the rules ask. */
function describeStanding(candidate: Candidate, { window, time }: PlacedIssue): string {
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

function describeCrowd(candidate: Candidate, { shape, rules }: PlacedIssue): string {
  const crowd = shape.crowds.get(candidate);
  const { title } = sectionOf(candidate, rules);
  const limit = crowd?.limit ?? rules.maxStories;
  const stories = limit === 1 ? "1 story" : `${limit} stories`;
  switch (crowd?.by) {
    case "topic":
      return `the section ${title} has its ${stories} (the topic's limit)`;
    case "section":
      return `the section ${title} has its ${stories} (selection.perSection)`;
    case "sections":
      return `the issue has its ${limit === 1 ? "1 section" : `${limit} sections`} (selection.sections), and ${title} is not among them`;
    case "stories":
    case undefined:
      return `the issue has its ${stories} (selection.stories)`;
  }
}

function overKind(candidate: Candidate, shape: Shape): "over-topic-limit" | "over-limit" {
  const by = shape.crowds.get(candidate)?.by;
  return by === "topic" || by === "section" ? "over-topic-limit" : "over-limit";
}

function judgeTranslation(
  article: Article,
  candidate: Candidate,
  inIssue: boolean,
  issue: PlacedIssue,
): Verdict {
  const own = issue.translations.get(article)?.language ?? issue.language;
  const shown = issue.translations.get(candidate.article)?.language ?? issue.language;
  return {
    article,
    kind: "other-language",
    reason: `the ${own} version of ${candidate.article.path}; the issue shows the one in ${shown}, and readers who prefer ${own} get this one`,
    topics: candidate.hits.map(({ key }) => key),
    inIssue,
    group: candidate.article.path,
  };
}
