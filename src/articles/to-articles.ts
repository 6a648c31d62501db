import type { Article, ArticleNote } from "./article.ts";
import { findAddressLanguages } from "./address-languages.ts";
import { findBesidePosts, findPostSites } from "./find-beside-posts.ts";
import { findTranslations } from "./find-translations.ts";
import {
  isFolderIndex,
  isLanguageFolder,
  readFolderDate,
  readFolderTopic,
} from "./front-matter/fields/path-conventions.ts";
import { toInstant, type WrittenDate } from "../platform/zone-time.ts";
import { resolveIdentities } from "./resolve-identities.ts";
import type { ParsedArticle } from "./parsed-file.ts";
import { toArticleUrl } from "./to-article-url.ts";

/** What an article owes to the configuration and not to its file. */
export interface ArticleSettings {
  readonly timeZone: string;
  readonly topicsFromFolders: boolean;
  readonly baseUrl: string | undefined;
  /** Languages of the newsletter, BCP 47. */
  readonly languages: readonly string[];
  /** Dates, from elsewhere, for articles that give none. */
  readonly otherDates: ReadonlyMap<string, Date>;
  /** Gives the whole names of an article's authors, where a file has them. */
  readonly nameAuthors: ((path: string, authors: readonly string[]) => readonly string[]) | undefined;
}

/**
 * Articles from all the parsed files of a folder, in the same order: with zone, address, and what only the others show.
 *
 * @param files is emptied on the way, so that a large folder is never held twice.
 */
export function toArticles(
  files: ParsedArticle[],
  settings: ArticleSettings,
): { articles: Article[]; notes: readonly ArticleNote[] } {
  const translations = findTranslations(files, settings.languages);
  const { ids, notes } = resolveIdentities(files, translations);
  const languageOf =
    settings.baseUrl === undefined
      ? () => undefined
      : findAddressLanguages(files, translations, settings.languages);
  const bundles = findBundles(files);
  const sites = findPostSites(files);
  const date = (written: WrittenDate | undefined): Date | undefined =>
    written === undefined ? undefined : toInstant(written, settings.timeZone);

  const toArticle = (parsed: ParsedArticle, id: string): Article => {
    const { path } = parsed;
    const translation = translations.of(path);
    const published = date(
      parsed.published ?? (isPartOfOther(path, bundles) ? undefined : readFolderDate(path)),
    );
    const embargo = date(parsed.embargo);
    return {
      id,
      path,
      title: parsed.title,
      publishedAt:
        (published !== undefined && embargo !== undefined && embargo > published ? embargo : published) ??
        settings.otherDates.get(path),
      updatedAt: date(parsed.updated),
      expiresAt: date(parsed.expires),
      draft: parsed.draft,
      page: parsed.page ?? findBesidePosts(parsed, sites),
      topics:
        parsed.topics.length > 0 || !settings.topicsFromFolders
          ? parsed.topics
          : folderTopics(path, translations.folders),
      authors: settings.nameAuthors?.(path, parsed.authors) ?? parsed.authors,
      summary: parsed.summary,
      language: parsed.language ?? translation?.language,
      translationKey: parsed.translationKey ?? translation?.key,
      url: toArticleUrl(path, parsed, settings.baseUrl, languageOf(path)),
      image: parsed.image,
      weight: parsed.weight,
      featured: parsed.featured,
      pinned: parsed.pinned,
      contentHash: parsed.contentHash,
    };
  };
  const articles: Article[] = [];
  for (let parsed = files.pop(); parsed !== undefined; parsed = files.pop())
    articles.push(toArticle(parsed, ids[files.length] ?? parsed.path));
  return { articles: articles.reverse(), notes };
}

/** The folders that are articles, `title/index.md`: what else is in one belongs to it. */
function findBundles(files: readonly ParsedArticle[]): ReadonlySet<string> {
  const bundles = new Set<string>();
  for (const { path } of files)
    if (isFolderIndex(path.slice(path.lastIndexOf("/") + 1))) bundles.add(folderOf(path));
  return bundles;
}

/** Whether a file without a date is a part of the article whose folder it stands in; a translation's own folder holds no part. */
function isPartOfOther(path: string, bundles: ReadonlySet<string>): boolean {
  const folder = folderOf(path);
  if (!isFolderIndex(path.slice(folder.length))) return bundles.has(folder);
  const name = folder.slice(0, -1);
  return !isLanguageFolder(name) && bundles.has(folderOf(name));
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf("/") + 1);
}

function folderTopics(path: string, languages: ReadonlySet<string>): readonly string[] {
  const topic = readFolderTopic(path, languages);
  return topic === undefined ? [] : [topic];
}
