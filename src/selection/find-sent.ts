import type { Article } from "../articles/article.ts";
import type { Ruling } from "./availability.ts";
import type { LedgerView, SentIssue } from "./ledger-view.ts";
import type { LocalTime } from "./local-time.ts";
import type { Translation } from "./translations.ts";

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
  const bySentId = new Map<string, string[]>();
  const byTranslation = new Map<string, { readonly article: Article; readonly sent: SentIssue }>();
  for (const article of articles) {
    const sent = sentIn.get(article.id) ?? sentIn.get(article.contentHash);
    if (sent === undefined) continue;
    const paths = bySentId.get(article.id);
    if (paths === undefined) bySentId.set(article.id, [article.path]);
    else paths.push(article.path);
    const translation = translations.get(article);
    if (translation !== undefined) byTranslation.set(translation.key, { article, sent });
  }
  const inIssue = ({ number, slot }: SentIssue): string => `sent in issue ${number} on ${time.day(slot)}`;
  return (article) => {
    const byId = sentIn.get(article.id);
    if (byId !== undefined) {
      const namesakes = bySentId.get(article.id)?.filter((path) => path !== article.path) ?? [];
      const reason =
        namesakes.length === 0 || translations.has(article)
          ? inIssue(byId)
          : `${inIssue(byId)}, as far as its id "${article.id}" says; ${namesakes.sort().join(", ")} has the same id: give one of them an id of its own`;
      return { kind: "already-sent", reason };
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
