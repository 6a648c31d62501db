import type { Article } from "../articles/article.ts";

const languageNames = new Intl.DisplayNames("en", { type: "language", fallback: "none" });
const known = new Map<string, string | undefined>();

/** The canonical tag of a name that is a language (`zh_cn` is `zh-CN`), or undefined. */
export function toLanguageTag(name: string): string | undefined {
  if (!/^[a-z]{2,3}(?:[-_][a-z0-9]{2,8})*$/iu.test(name)) return undefined;
  if (!known.has(name)) known.set(name, canonicalTag(name.replaceAll("_", "-")));
  return known.get(name);
}

function canonicalTag(name: string): string | undefined {
  try {
    const [tag] = Intl.getCanonicalLocales(name);
    return tag !== undefined && languageNames.of(tag) !== undefined ? tag : undefined;
  } catch {
    return undefined;
  }
}

/** How one article stands among its translations. */
export interface Translation {
  /** The same for all translations of one article. */
  readonly key: string;
  /** BCP 47; undefined: the newsletter's own. */
  readonly language: string | undefined;
}

/**
 * Tells translations: by `translationKey`, or by names as Hugo and Jekyll sites have them: `story.fr.md` beside
 * `story.md`, `story-pt-br.md` beside `story.md`, `fr/story.md` beside `en/story.md`. A name alone proves nothing
 * ("guide.it.md"): there must be another file that differs only in its language.
 *
 * @param language The newsletter's own: a folder named for a language counts where there is one of its own too.
 * @returns For each article with at least one translation; same objects as given.
 */
export function findTranslations(articles: readonly Article[], language: string): Map<Article, Translation> {
  const groups = new Map<string, Map<Article, Translation>>();
  const join = (article: Article, translation: Translation): void => {
    const group = groups.get(translation.key) ?? new Map<Article, Translation>();
    groups.set(translation.key, group.set(article, translation));
  };
  let namesLanguages = false;
  for (const article of articles) {
    const name = mayNameLanguage.test(article.path) ? readName(article.path) : undefined;
    if (article.translationKey !== undefined) {
      join(article, { key: `key ${article.translationKey}`, language: article.language ?? name?.language });
    } else if (name !== undefined) {
      join(article, { key: `path ${name.base}`, language: name.language });
      namesLanguages = true;
    }
  }
  if (namesLanguages) joinOriginals(articles, groups);
  return keepRealGroups(groups, language);
}

/** Adds `story.md` to the group of `story.fr.md`. */
function joinOriginals(
  articles: readonly Article[],
  groups: ReadonlyMap<string, Map<Article, Translation>>,
): void {
  for (const article of articles) {
    if (article.translationKey !== undefined) continue;
    const key = `path ${withoutExtension(article.path)}`;
    const group = groups.get(key);
    if (group?.has(article) === false) group.set(article, { key, language: article.language });
  }
}

/** A path worth a closer look; it costs a tenth of one. */
const mayNameLanguage =
  /(?:^|\/)[a-z]{2}(?:[-_][a-z]{2,4})?\/|\.[a-z]{2,3}(?:[-_][a-z0-9]+)*\.[a-z]+$|[-_][a-z]{2}[-_][a-z]{2,4}\.[a-z]+$/i;

/** A file name with a language in it, and the name without. */
function readName(path: string): { readonly base: string; readonly language: string } | undefined {
  const stem = withoutExtension(path);
  const suffix =
    /^(.*[^/])(?:\.([a-z]{2,3}(?:[-_][a-z0-9]{2,8})*)|[-_]([a-z]{2}[-_](?:[a-z]{2}|[a-z]{4})))$/iu.exec(stem);
  const bySuffix = suffix === null ? undefined : toLanguageTag(suffix[2] ?? suffix[3] ?? "");
  if (suffix?.[1] !== undefined && bySuffix !== undefined) return { base: suffix[1], language: bySuffix };
  const segments = stem.split("/");
  for (const [index, segment] of segments.slice(0, -1).entries()) {
    if (!/^[a-z]{2}(?:[-_][a-z]{2,4})?$/iu.test(segment)) continue;
    const byFolder = toLanguageTag(segment);
    if (byFolder !== undefined) return { base: segments.with(index, "*").join("/"), language: byFolder };
  }
  return undefined;
}

function withoutExtension(path: string): string {
  return path.replace(/\.[^./]+$/u, "");
}

function keepRealGroups(
  groups: ReadonlyMap<string, ReadonlyMap<Article, Translation>>,
  language: string,
): Map<Article, Translation> {
  const translations = new Map<Article, Translation>();
  for (const [key, group] of groups) {
    const languages = new Set([...group.values()].map((translation) => translation.language ?? language));
    if (languages.size < 2) continue;
    // Departments are called "it" and "hr" too.
    const inFolders = key.startsWith("path ") && key.includes("*");
    if (inFolders && ![...languages].some((tag) => languageFit(tag, language) > 0)) continue;
    for (const [article, translation] of group) translations.set(article, translation);
  }
  return translations;
}

/** How well a text in one language serves a reader of another: 3 the same, 2 the same script, 1 the same language, 0 not. */
export function languageFit(tag: string, wanted: string): number {
  const a = toLocale(tag);
  const b = toLocale(wanted);
  if (a === undefined || b === undefined) return tag.toLowerCase() === wanted.toLowerCase() ? 3 : 0;
  if (a.language !== b.language) return 0;
  if (a.script !== b.script) return 1;
  return a.region === b.region ? 3 : 2;
}

const locales = new Map<string, Intl.Locale | undefined>();

/** With the script and region that a bare tag implies: `zh-TW` is written in `Hant`. */
function toLocale(tag: string): Intl.Locale | undefined {
  if (!locales.has(tag)) {
    try {
      locales.set(tag, new Intl.Locale(tag.replaceAll("_", "-")).maximize());
    } catch {
      locales.set(tag, undefined);
    }
  }
  return locales.get(tag);
}
