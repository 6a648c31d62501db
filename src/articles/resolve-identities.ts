import type { ArticleNote } from "./article.ts";
import type { PathTranslations } from "./find-translations.ts";
import type { ParsedArticle } from "./parsed-file.ts";

export interface Identities {
  /** Same order as the articles. */
  readonly ids: readonly string[];
  readonly notes: readonly ArticleNote[];
}

/**
 * Gives every article its identity: the author's `id`, else permalink, else slug, else path. A slug is the article's own
 * in each language. Where articles share a permalink or slug that was not meant to tell them apart, as sections of a
 * site may, each goes by its path, with a note; a shared `id` stays shared, since the author said so.
 */
export function resolveIdentities(
  articles: readonly ParsedArticle[],
  translations: PathTranslations,
): Identities {
  const wanted = articles.map((parsed) => {
    const { path } = parsed;
    if (parsed.explicitId !== undefined) return parsed.explicitId;
    if (parsed.permalink !== undefined) return parsed.permalink;
    if (parsed.slug === undefined) return path;
    const language = translations.of(path)?.language;
    return language === undefined ? parsed.slug : `${language}:${parsed.slug}`;
  });
  const seen = new Set<string>();
  const shared = new Set<string>();
  for (const id of wanted) {
    const count = seen.size;
    if (seen.add(id).size === count) shared.add(id);
  }
  if (shared.size === 0) return { ids: wanted, notes: [] };

  const notes: ArticleNote[] = [];
  const ids = articles.map((parsed, index) => {
    const { path } = parsed;
    const id = wanted[index] ?? path;
    if (!shared.has(id) || parsed.explicitId !== undefined || id === path) return id;
    const field = parsed.permalink === undefined ? "slug" : "permalink";
    notes.push({
      path,
      line: undefined,
      message: `Another article has the ${field} ${JSON.stringify(id)} too; this one goes by its path.`,
    });
    return path;
  });
  return { ids, notes };
}
