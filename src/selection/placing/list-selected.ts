import type { Article } from "../../articles/article.ts";
import type { SameStory } from "../stories/group-stories.ts";
import type { PlacedIssue } from "./describe-place.ts";
import type { Candidate } from "../candidates/rank-articles.ts";
import type { Selection } from "../terms/selection.ts";
import type { SelectionRules } from "../terms/selection-rules.ts";
import type { Shape } from "./shape-issue.ts";

/** Lists what an issue holds, in the order a reader meets it. */
export function listSelected(issue: PlacedIssue): Omit<Selection, "verdicts"> {
  const { shape, translations, language } = issue;
  const { lead, sections, inBrief, more } = shape;
  const shown = [
    ...(lead === undefined ? [] : [lead]),
    ...sections.flatMap(({ stories }) => stories),
    ...inBrief,
  ];
  const linked = listLinked(issue.sameStory);
  const present = [...shown.flatMap((candidate) => [candidate, ...(linked.get(candidate) ?? [])]), ...more];
  return {
    lead: lead?.article,
    sections: sections.map(({ key, title, stories }) => ({ key, title, articles: stories.map(toArticle) })),
    inBrief: inBrief.map(toArticle),
    more: more.map(toArticle),
    sameStory: shown.flatMap((candidate) => {
      const others = linked.get(candidate);
      return others === undefined ? [] : [{ shown: candidate.article, others: others.map(toArticle) }];
    }),
    translations: present
      .filter((candidate) => candidate.translations.length > 0)
      .map((candidate) => ({
        shown: candidate.article,
        versions: [candidate.article, ...candidate.translations].map((article) => ({
          article,
          language: translations.get(article)?.language ?? language,
        })),
      })),
    held: describeHeld(shape, issue.rules),
  };
}

/** For each article shown, those that tell the same story, the best first. */
export function listLinked(sameStory: ReadonlyMap<Candidate, SameStory>): Map<Candidate, Candidate[]> {
  const linked = new Map<Candidate, Candidate[]>();
  for (const [candidate, { shown }] of sameStory) {
    const others = linked.get(shown);
    if (others === undefined) linked.set(shown, [candidate]);
    else others.push(candidate);
  }
  return linked;
}

function toArticle(candidate: Candidate): Article {
  return candidate.article;
}

function describeHeld({ lead, sections, inBrief, more }: Shape, rules: SelectionRules): string | undefined {
  const stories = sections.reduce((sum, section) => sum + section.stories.length, lead === undefined ? 0 : 1);
  const count = stories + inBrief.length + more.length;
  if (count === 0) return "nothing new to send";
  if (count >= rules.minArticles) return undefined;
  return `held back, with ${count === 1 ? "1 article" : `${count} articles`} of at least ${rules.minArticles}; they wait for the next slot (lower selection.minimum to send fewer)`;
}
