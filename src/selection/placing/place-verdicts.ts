import type { Article } from "../../articles/article.ts";
import {
  describeCrowd,
  describeSameStory,
  describeStanding,
  howLongItWaits,
  howToRise,
  type PlacedIssue,
} from "./describe-place.ts";
import type { Candidate } from "../candidates/rank-articles.ts";
import { type Shape, sectionOf } from "./shape-issue.ts";
import type { Verdict } from "../terms/verdict.ts";

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
    const reason = `number ${at + 1} in brief: ${describeCrowd(story, issue)}; ${howToRise(story)}`;
    place(story, { kind: "in-brief", reason, place: "in-brief", rank: at + 1 });
  }
  for (const [at, story] of more.entries()) {
    if (sameStory.has(story)) continue;
    const reason = `number ${at + 1} under "more on the web": ${describeCrowd(story, issue)}, and In brief has its ${rules.maxInBrief} (selection.inBrief); ${howToRise(story)}`;
    place(story, { kind: overKind(story, shape), reason, place: "more", rank: at + 1 });
  }
  for (const story of waiting) {
    const reason = `no room: ${describeCrowd(story, issue)}, In brief has its ${rules.maxInBrief} and the links their ${rules.maxMore} (selection.more); ${howLongItWaits(story, issue)}; ${howToRise(story)}`;
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
    const reason = describeSameStory(same, standing.place, issue);
    place(candidate, { kind: "same-story", reason, group: same.shown.article.path, ...standing });
  }
  return verdicts;
}

type Placed = Pick<Verdict, "kind" | "reason" | "place" | "rank" | "group">;

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
