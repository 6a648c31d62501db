import type { Article } from "../../articles/article.ts";
import type { SameStoryGroup, SelectedSection, Selection } from "../terms/selection.ts";
import type { SelectionRules } from "../terms/selection-rules.ts";
import { generalKey } from "../placing/shape-issue.ts";
import { createKeyFinder } from "../topics/topic-matcher.ts";
import { keyAndAncestors } from "../topics/topic-match.ts";
import { languageFit } from "../terms/language-fit.ts";

/** What one reader asked for. */
export interface ReaderWish {
  /** Keys, titles or aliases of topics; empty: everything. */
  readonly topics: readonly string[];
  /** BCP 47; undefined: the issue's own. */
  readonly language?: string | undefined;
  /** Ids or content hashes of articles the reader had in issues of another cadence, after a change of it. */
  readonly received?: ReadonlySet<string> | undefined;
}

/** An issue as a reader gets it: what is in it, in the order, translated where there is a translation. */
export interface EditionChoice {
  /** The same for all readers whose edition is the same, whatever they asked for. */
  readonly key: string;
  /** Nothing is left: this reader gets no email. */
  readonly isEmpty: boolean;
  readonly lead?: Article | undefined;
  readonly sections: readonly SelectedSection[];
  readonly inBrief: readonly Article[];
  readonly more: readonly Article[];
  readonly sameStory: readonly SameStoryGroup[];
}

/**
 * Prepares an issue for choosing. A story goes to a reader who asked for a topic of it, or of an article that is
 * linked under it; an article without a topic to those who asked for everything or for `general`.
 *
 * @returns Readers who ask for the same get the same object, so a million readers cost as much as their different wishes.
 */
export function createEditionChooser(
  selection: Selection,
  rules: Pick<SelectionRules, "topics">,
): (wish: ReaderWish) => EditionChoice {
  const topicsOf = new Map(selection.verdicts.map(({ article, topics }) => [article, topics]));
  const groupOf = new Map(selection.sameStory.map((group) => [group.shown, group.others]));
  const versionsOf = new Map(selection.translations.map((group) => [group.shown, group.versions]));
  const keyOf = createKeyFinder(rules.topics);

  const isWanted = (article: Article, topics: ReadonlySet<string>): boolean => {
    if (topics.size === 0) return true;
    const told = [article, ...(groupOf.get(article) ?? [])].map((item) => topicsOf.get(item) ?? []);
    return told.some((keys) =>
      keys.length === 0
        ? topics.has(generalKey)
        : keys.some((key) => keyAndAncestors(key).some((name) => topics.has(name))),
    );
  };
  const pick = (article: Article, wanted: string | undefined): Article => {
    const versions = versionsOf.get(article);
    if (wanted === undefined || versions === undefined) return article;
    // The one shown is the first of its versions, so that it wins where none serves better.
    const fits = versions.map((version) => languageFit(version.language, wanted));
    return versions[fits.indexOf(Math.max(...fits))]?.article ?? article;
  };
  const wasReceived = (article: Article, received: ReadonlySet<string> | undefined): boolean => {
    if (received === undefined) return false;
    const versions = [article, ...(versionsOf.get(article) ?? []).map((version) => version.article)];
    return versions.some(({ id, contentHash }) => received.has(id) || received.has(contentHash));
  };

  const choose = (topics: ReadonlySet<string>, { language, received }: ReaderWish): EditionChoice => {
    const translate = (articles: readonly Article[]): Article[] =>
      articles.map((article) => pick(article, language));
    const isNew = (article: Article): boolean => !wasReceived(article, received);
    const orphans: Article[] = [];
    const filter = (articles: readonly Article[]): Article[] => {
      const wanted = articles.filter((article) => isWanted(article, topics));
      // The story is known, what was linked under it is not: it comes as a link.
      for (const article of wanted)
        if (!isNew(article)) orphans.push(...(groupOf.get(article) ?? []).filter(isNew));
      return wanted.filter(isNew);
    };
    const [lead] = filter(selection.lead === undefined ? [] : [selection.lead]);
    const sections = selection.sections
      .map((section) => ({ ...section, articles: filter(section.articles) }))
      .filter(({ articles }) => articles.length > 0);
    const inBrief = filter(selection.inBrief);
    const linked = filter(selection.more);
    const more = [...orphans, ...linked];
    const stories = sections.flatMap(({ articles }) => articles);
    const sameStory = [...(lead === undefined ? [] : [lead]), ...stories, ...inBrief, ...linked].flatMap(
      (article) => {
        const others = (groupOf.get(article) ?? []).filter(isNew);
        return others.length === 0 ? [] : [{ shown: pick(article, language), others: translate(others) }];
      },
    );
    return withKey({
      lead: lead === undefined ? undefined : pick(lead, language),
      sections: sections.map((section) => ({ ...section, articles: translate(section.articles) })),
      inBrief: translate(inBrief),
      more: translate(more),
      sameStory,
    });
  };

  const byWish = new Map<string, EditionChoice>();
  const byKey = new Map<string, EditionChoice>();
  return (wish) => {
    const topics = new Set(wish.topics.map(keyOf));
    const choice = (): EditionChoice => {
      const fresh = choose(topics, wish);
      const known = byKey.get(fresh.key) ?? fresh;
      byKey.set(fresh.key, known);
      return known;
    };
    // What somebody has received is nearly theirs alone.
    if (wish.received !== undefined && wish.received.size > 0) return choice();
    const name = JSON.stringify([[...topics].sort(), wish.language]);
    const known = byWish.get(name) ?? choice();
    byWish.set(name, known);
    return known;
  };
}

function withKey(parts: Omit<EditionChoice, "key" | "isEmpty">): EditionChoice {
  const paths = (articles: readonly Article[]): string[] => articles.map(({ path }) => path);
  const key = JSON.stringify([
    parts.lead?.path ?? "",
    parts.sections.map((section) => [section.key, ...paths(section.articles)]),
    paths(parts.inBrief),
    paths(parts.more),
    parts.sameStory.map(({ shown, others }) => [shown.path, ...paths(others)]),
  ]);
  const count = parts.sections.length + parts.inBrief.length + parts.more.length;
  return { key, isEmpty: parts.lead === undefined && count === 0, ...parts };
}
