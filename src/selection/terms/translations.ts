import type { Article } from "../../articles/article.ts";
import { comparePaths } from "./newest-first.ts";

/** How one article stands among its translations. */
export interface Translation {
  /** The same for all translations of one article. */
  readonly key: string;
  /** BCP 47. */
  readonly language: string;
}

/**
 * Finds the articles that share a `translationKey` with one in another language. Of two in the same language the first by path
 * is the translation, and the other an article of its own: its key is most often copied by mistake.
 *
 * @param language The newsletter's own, for articles that name none.
 */
export function findTranslations(articles: readonly Article[], language: string): Map<Article, Translation> {
  const groups = new Map<string, Article[]>();
  for (const article of articles) {
    if (article.translationKey === undefined) continue;
    const group = groups.get(article.translationKey);
    if (group === undefined) groups.set(article.translationKey, [article]);
    else group.push(article);
  }
  const translations = new Map<Article, Translation>();
  for (const [key, group] of groups) {
    if (group.length < 2) continue;
    const byLanguage = new Map<string, Article>();
    for (const article of group.sort((a, b) => comparePaths(a.path, b.path))) {
      const own = article.language ?? language;
      if (!byLanguage.has(own)) byLanguage.set(own, article);
    }
    if (byLanguage.size < 2) continue;
    for (const [own, article] of byLanguage) translations.set(article, { key, language: own });
  }
  return translations;
}
