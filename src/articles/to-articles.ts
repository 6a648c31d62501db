import type { Article, ArticleNote } from "./article.ts";
import { findTranslations } from "./find-translations.ts";
import { readFolderTopic } from "./front-matter/path-conventions.ts";
import { toInstant, type WrittenDate } from "./front-matter/zone-time.ts";
import { resolveIdentities } from "./resolve-identities.ts";
import type { ParsedArticle } from "./parsed-file.ts";
import { toArticleUrl } from "./to-article-url.ts";

/** What an article owes to the configuration and not to its file. */
export interface ArticleSettings {
  readonly timeZone: string;
  readonly topicsFromFolders: boolean;
  readonly baseUrl: string | undefined;
  /** Dates, from elsewhere, for articles that give none. */
  readonly otherDates: ReadonlyMap<string, Date>;
}

/** Articles from all the parsed files of a folder, in the same order: with zone, address, and what only the others show. */
export function toArticles(
  parsedArticles: readonly ParsedArticle[],
  settings: ArticleSettings,
): { articles: Article[]; notes: readonly ArticleNote[] } {
  const translations = findTranslations(parsedArticles);
  const { ids, notes } = resolveIdentities(parsedArticles, translations);
  const date = (written: WrittenDate | undefined): Date | undefined =>
    written === undefined ? undefined : toInstant(written, settings.timeZone);

  const articles = parsedArticles.map((parsed, index): Article => {
    const { path } = parsed;
    const translation = translations.of(path);
    const published = date(parsed.published);
    const embargo = date(parsed.embargo);
    return {
      id: ids[index] ?? path,
      path,
      title: parsed.title,
      publishedAt:
        (published !== undefined && embargo !== undefined && embargo > published ? embargo : published) ??
        settings.otherDates.get(path),
      updatedAt: date(parsed.updated),
      expiresAt: date(parsed.expires),
      draft: parsed.draft,
      topics:
        parsed.topics.length > 0 || !settings.topicsFromFolders
          ? parsed.topics
          : folderTopics(path, translations.folders),
      authors: parsed.authors,
      summary: parsed.summary,
      language: parsed.language ?? translation?.language,
      translationKey: parsed.translationKey ?? translation?.key,
      url: toArticleUrl(path, parsed, settings.baseUrl),
      image: parsed.image,
      weight: parsed.weight,
      featured: parsed.featured,
      pinned: parsed.pinned,
      contentHash: parsed.contentHash,
    };
  });
  return { articles, notes };
}

function folderTopics(path: string, languages: ReadonlySet<string>): readonly string[] {
  const topic = readFolderTopic(path, languages);
  return topic === undefined ? [] : [topic];
}
