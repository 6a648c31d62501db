import type { Article } from "../../articles/article.ts";
import type { Ruling } from "../terms/availability.ts";
import type { LedgerView, SentIssue } from "../terms/ledger-view.ts";
import type { LocalTime } from "../../platform/local-time.ts";
import { comparePaths } from "../terms/newest-first.ts";
import type { Translation } from "../terms/translations.ts";

/** Finds the issue an article is already in; undefined: none. */
export type SentFinder = (article: Article) => Ruling | undefined;

/**
 * Prepares the question to the ledger: sent under its id, under another name with the same content, or as a translation.
 */
export function createSentFinder(
  articles: readonly Article[],
  ledger: LedgerView,
  translations: ReadonlyMap<Article, Translation>,
  time: LocalTime,
): SentFinder {
  const { sentIn } = ledger;
  if (sentIn.size === 0) return () => undefined;
  let namesakes: ReadonlyMap<string, readonly Article[]> | undefined;
  const byTranslation = new Map<string, { readonly article: Article; readonly sent: SentIssue }>();
  for (const [article, { key }] of translations) {
    const sent = sentIn.get(article.id) ?? sentIn.get(article.contentHash);
    if (sent !== undefined) byTranslation.set(key, { article, sent });
  }
  const rulings = new Map<number, Ruling>();
  const ruleSent = ({ number, slot }: SentIssue): Ruling => {
    let ruling = rulings.get(number);
    if (ruling === undefined) {
      ruling = { kind: "already-sent", reason: `sent in issue ${number} on ${time.day(slot)}` };
      rulings.set(number, ruling);
    }
    return ruling;
  };
  const inIssue = (sent: SentIssue): string => ruleSent(sent).reason;
  const describeNewer = (article: Article, sent: SentIssue): string => {
    namesakes ??= findNamesakes(articles, sentIn);
    const others = (namesakes.get(article.id) ?? [])
      .map(({ path }) => path)
      .filter((path) => path !== article.path);
    return others.length === 0 || translations.has(article)
      ? `${inIssue(sent)}, and a new date does not send it again; an id of its own makes it another article`
      : `${inIssue(sent)}, as far as its id "${article.id}" says, which ${others.join(", ")} has too; give one of them an id of its own`;
  };
  /** The other article of its id, where that one's text went out and this one's did not. */
  const findDouble = (article: Article): string | undefined => {
    if (sentIn.has(article.contentHash) || translations.has(article)) return undefined;
    namesakes ??= findNamesakes(articles, sentIn);
    return namesakes.get(article.id)?.find(({ contentHash }) => sentIn.has(contentHash))?.path;
  };
  const ruleDouble = ({ id }: Article, path: string, sent: SentIssue): Ruling => ({
    kind: "duplicate-id",
    reason: `has the same id as ${path} ("${id}"), which was ${inIssue(sent)}; give this one an id of its own in its front matter`,
  });
  return (article) => {
    const byId = sentIn.get(article.id);
    if (byId !== undefined) {
      const double = findDouble(article);
      if (double !== undefined) return ruleDouble(article, double, byId);
      // Dated after it went out: either it got a new date, or it is another article of the same id.
      const isNewer =
        article.publishedAt !== undefined && article.publishedAt.getTime() > byId.slot.getTime();
      return isNewer ? { kind: "already-sent", reason: describeNewer(article, byId) } : ruleSent(byId);
    }
    const byContent = sentIn.get(article.contentHash);
    if (byContent !== undefined) {
      return {
        kind: "already-sent",
        reason: `${inIssue(byContent)} under another name: its content is the same`,
      };
    }
    const translation = translations.get(article);
    const sibling = translation === undefined ? undefined : byTranslation.get(translation.key);
    if (sibling === undefined) return undefined;
    return {
      kind: "already-sent",
      reason: `its translation ${sibling.article.path} was ${inIssue(sibling.sent)}`,
    };
  };
}

/** The articles that share the id of a sent one, in order of path. */
function findNamesakes(
  articles: readonly Article[],
  sentIn: ReadonlyMap<string, SentIssue>,
): ReadonlyMap<string, readonly Article[]> {
  const firsts = new Map<string, Article>();
  const namesakes = new Map<string, Article[]>();
  for (const article of articles) {
    const { id } = article;
    if (!sentIn.has(id)) continue;
    const first = firsts.get(id);
    if (first === undefined) firsts.set(id, article);
    else namesakes.set(id, [...(namesakes.get(id) ?? [first]), article]);
  }
  for (const group of namesakes.values()) group.sort((a, b) => comparePaths(a.path, b.path));
  return namesakes;
}
