import type { Article } from "../articles/article.ts";
import { isDated, judgeAvailability, latestPublication, type Ruling } from "./availability.ts";
import type { DecisionContext } from "./decision-context.ts";
import { findSentIssue } from "./ledger-view.ts";
import { createLocalTime, type LocalTime } from "./local-time.ts";
import type { Candidate } from "./rank-articles.ts";
import type { SelectionRules } from "./selection-rules.ts";
import { sectionOf, type Shape, shapeIssue } from "./shape-issue.ts";
import { createTopicMatcher, type TopicHit } from "./topic-matcher.ts";
import type { Verdict } from "./verdict.ts";
import type { WindowDecision } from "./window.ts";

export interface SelectionContext extends DecisionContext {
  readonly window: WindowDecision;
}

export interface SelectedSection {
  readonly key: string;
  readonly title: string;
  readonly articles: readonly Article[];
}

/** Articles about one event: the one shown, and those linked under it. */
export interface SameStoryGroup {
  readonly shown: Article;
  readonly others: readonly Article[];
}

/** What one issue holds, and why every other article is not in it. */
export interface Selection {
  /** One for each article, same length and order as given. */
  readonly verdicts: readonly Verdict[];
  readonly lead?: Article | undefined;
  readonly sections: readonly SelectedSection[];
  readonly inBrief: readonly Article[];
  readonly more: readonly Article[];
  readonly sameStory: readonly SameStoryGroup[];
  /** Why the issue is held back; undefined: it may go out. */
  readonly held?: string | undefined;
}

/**
 * Decides on every article, in the order given. The same articles in another order get the same verdicts.
 *
 * @param articles Every article of the folder, also those long sent: translations and moved files are told by them.
 */
export function selectArticles(
  articles: readonly Article[],
  rules: SelectionRules,
  context: SelectionContext,
): Selection {
  const time = createLocalTime(context.timeZone);
  const matchTopics = createTopicMatcher(rules);
  const verdicts: Verdict[] = [];
  const candidates: Candidate[] = [];
  articles.forEach((article, index) => {
    const early = judgeAlone(article, rules, context, time);
    const topics: readonly TopicHit[] = [];
    if (early !== undefined) {
      verdicts[index] = { article, ...early, topics: topics.map((hit) => hit.key), inIssue: false };
      return;
    }
    const { hits, ruling } = matchTopics(article);
    if (ruling !== undefined)
      verdicts[index] = { article, ...ruling, topics: hits.map((hit) => hit.key), inIssue: false };
    else if (isDated(article))
      candidates.push({
        index,
        article,
        hits,
        pin: undefined,
        late: article.publishedAt < context.window.window.since,
      });
  });
  const distinct = dropDuplicates(candidates, verdicts);
  const shape = shapeIssue(distinct, rules);
  placeVerdicts(shape, rules, verdicts);
  return toSelection(verdicts, shape, rules);
}

function judgeAlone(
  article: Article,
  rules: SelectionRules,
  context: SelectionContext,
  time: LocalTime,
): Ruling | undefined {
  const sent = findSentIssue(context.ledger, article);
  if (sent !== undefined) {
    return { kind: "already-sent", reason: `sent in issue ${sent.number} on ${time.day(sent.slot)}` };
  }
  const unavailable = judgeAvailability(article, latestPublication(context), time);
  if (unavailable !== undefined || !isDated(article)) return unavailable;
  const { window, lateFrom, newest } = context.window;
  const published = `published ${time.minute(article.publishedAt)}`;
  if (article.publishedAt >= window.until) {
    return {
      kind: "after-window",
      reason: `${published}, after the window that ends ${time.minute(window.until)} ${time.timeZone}; it is for the next issue`,
    };
  }
  if (article.publishedAt < lateFrom) {
    return {
      kind: "before-window",
      reason: `${published}, before the window that starts ${time.minute(window.since)} ${time.timeZone}`,
    };
  }
  if (newest !== undefined && !newest.has(article.path)) {
    return {
      kind: "before-window",
      reason: `${published}, and not among the newest ${rules.firstIssueArticles} that the first issue starts with`,
    };
  }
  return undefined;
}

function dropDuplicates(candidates: readonly Candidate[], verdicts: Verdict[]): Candidate[] {
  const byPath = [...candidates].sort((a, b) => (a.article.path < b.article.path ? -1 : 1));
  const keepers = new Map<string, Candidate>();
  return byPath.filter((candidate) => {
    const { article, index, hits } = candidate;
    const keeper = keepers.get(article.id);
    if (keeper === undefined) {
      keepers.set(article.id, candidate);
      return true;
    }
    const reason = `has the same id "${article.id}" as ${keeper.article.path}; give one of them another id`;
    verdicts[index] = {
      article,
      kind: "duplicate-id",
      reason,
      topics: hits.map((hit) => hit.key),
      inIssue: false,
    };
    return false;
  });
}

function placeVerdicts(shape: Shape, rules: SelectionRules, verdicts: Verdict[]): void {
  const place = (
    candidate: Candidate,
    verdict: Pick<Verdict, "kind" | "reason" | "place" | "rank">,
  ): void => {
    verdicts[candidate.index] = {
      article: candidate.article,
      topics: candidate.hits.map((hit) => hit.key),
      inIssue: verdict.place !== undefined,
      section: sectionOf(candidate, rules).key,
      ...verdict,
    };
  };
  const late = (candidate: Candidate): string => (candidate.late ? ", a late arrival" : "");
  if (shape.lead !== undefined) {
    place(shape.lead, { kind: "selected", reason: `the lead${late(shape.lead)}`, place: "lead", rank: 1 });
  }
  for (const section of shape.sections) {
    section.stories.forEach((story, at) => {
      const reason = `story ${at + 1} of the section "${section.title}"${late(story)}`;
      place(story, { kind: "selected", reason, place: "section", rank: at + 1 });
    });
  }
  shape.inBrief.forEach((story, at) => {
    const reason = `in brief: ${crowdReason(shape, story, rules)}`;
    place(story, { kind: "in-brief", reason, place: "in-brief", rank: at + 1 });
  });
  shape.more.forEach((story, at) => {
    const reason = `linked only: ${crowdReason(shape, story, rules)}, and In brief takes ${rules.maxInBrief}`;
    place(story, { kind: overKind(shape, story), reason, place: "more", rank: at + 1 });
  });
  for (const story of shape.waiting) {
    const reason = `no room: ${crowdReason(shape, story, rules)}, In brief takes ${rules.maxInBrief} and the list of links ${rules.maxMore}; it waits for the next issue`;
    place(story, { kind: overKind(shape, story), reason, place: undefined, rank: undefined });
  }
}

function overKind(shape: Shape, candidate: Candidate): "over-topic-limit" | "over-limit" {
  return shape.crowdedOut.get(candidate)?.by === "section" ? "over-topic-limit" : "over-limit";
}

function crowdReason(shape: Shape, candidate: Candidate, rules: SelectionRules): string {
  const crowd = shape.crowdedOut.get(candidate);
  if (crowd?.by === "section")
    return `the section "${sectionOf(candidate, rules).title}" takes ${crowd.limit} stories`;
  if (crowd?.by === "sections") return `the issue takes ${crowd.limit} sections`;
  return `the issue takes ${rules.maxStories} stories`;
}

function toSelection(verdicts: readonly Verdict[], shape: Shape, rules: SelectionRules): Selection {
  const articlesOf = (candidates: readonly Candidate[]): Article[] =>
    candidates.map((candidate) => candidate.article);
  const count =
    (shape.lead === undefined ? 0 : 1) +
    shape.sections.reduce((sum, section) => sum + section.stories.length, 0) +
    shape.inBrief.length;
  const held =
    count >= rules.minArticles
      ? undefined
      : count === 0
        ? "nothing new to send"
        : `held back: ${count} of at least ${rules.minArticles} articles; it goes out when there are more`;
  return {
    verdicts,
    lead: shape.lead?.article,
    sections: shape.sections.map(({ key, title, stories }) => ({
      key,
      title,
      articles: articlesOf(stories),
    })),
    inBrief: articlesOf(shape.inBrief),
    more: articlesOf(shape.more),
    sameStory: [],
    held,
  };
}
