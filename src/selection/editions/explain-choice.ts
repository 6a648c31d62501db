import type { Article } from "../../articles/article.ts";
import type { EditionChoice, ReaderWish } from "./edition-choice.ts";
import { listShown } from "../terms/list-shown.ts";
import type { Selection } from "../terms/selection.ts";
import type { SelectionRules } from "../terms/selection-rules.ts";
import { generalKey } from "../placing/shape-issue.ts";
import { createKeyFinder } from "../topics/topic-matcher.ts";
import { keyAndAncestors } from "../topics/topic-match.ts";
import type { Verdict } from "../terms/verdict.ts";

/** Whether one reader gets an article, and why. */
export interface ReaderVerdict {
  readonly gets: boolean;
  /** One sentence without a full stop. */
  readonly reason: string;
}

/**
 * Says of every article of an issue why it is in or out for one reader.
 *
 * @param choice - What `createEditionChooser` gave for the wish.
 */
export function createChoiceExplainer(
  selection: Selection,
  rules: Pick<SelectionRules, "topics">,
  wish: ReaderWish,
  choice: EditionChoice,
): (verdict: Verdict) => ReaderVerdict {
  const keyOf = createKeyFinder(rules.topics);
  const wanted = new Map(wish.topics.map((name) => [keyOf(name), name]));
  const chose = wish.topics.join(", ");
  const topicsOf = new Map(selection.verdicts.map(({ article, topics }) => [article, topics]));
  const others = new Map(selection.sameStory.map((group) => [group.shown, group.others]));
  const shownFor = new Map<Article, Article>();
  for (const { shown, versions } of selection.translations)
    for (const { article } of versions) shownFor.set(article, shown);
  const held = new Set([
    ...listShown(choice),
    ...choice.more,
    ...choice.sameStory.flatMap((group) => group.others),
  ]);
  const instead = (article: Article): Article | undefined => {
    const shown = shownFor.get(article);
    return [...held].find(
      (other) => other !== article && shownFor.get(other) === shown && shown !== undefined,
    );
  };
  const matchOf = (article: Article): string | undefined => {
    const keys = topicsOf.get(article) ?? [];
    if (keys.length === 0) return wanted.get(generalKey);
    return keys
      .flatMap(keyAndAncestors)
      .map((key) => wanted.get(key))
      .find((name) => name !== undefined);
  };
  const whyIn = (article: Article): string => {
    if (wanted.size === 0) return "they chose no topics, so they get every story";
    const shown = shownFor.get(article) ?? article;
    const topic = matchOf(shown);
    if (topic !== undefined) return `of their topic ${topic}`;
    const other = (others.get(shown) ?? []).find((one) => matchOf(one) !== undefined);
    return other === undefined
      ? "linked under a story that they get"
      : `${other.path}, which is linked under it, is of their topic ${matchOf(other) ?? ""}`;
  };
  return ({ article, inIssue, topics }) => {
    if (!inIssue) return { gets: false, reason: "it is not in the issue" };
    if (held.has(article)) return { gets: true, reason: whyIn(article) };
    const other = instead(article);
    if (other !== undefined)
      return { gets: false, reason: `they get ${other.path} instead, in their language` };
    const shown = shownFor.get(article) ?? article;
    if (wanted.size === 0 || matchOf(shown) !== undefined)
      return { gets: false, reason: "they had it in an issue of the cadence they left" };
    const own = topics.length === 0 ? "it has no topic" : `its topics are ${topics.join(", ")}`;
    const remedy =
      topics.length === 0 ? `the topic ${generalKey} would bring it` : "one of these would bring it";
    return { gets: false, reason: `${own}, and they chose ${chose}; ${remedy}` };
  };
}
