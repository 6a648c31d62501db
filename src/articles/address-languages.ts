import type { PathTranslations } from "./find-translations.ts";
import { languageTag } from "./files/file-name.ts";

/** A language in the name of a file, as its address has it. */
export interface AddressLanguage {
  /** As it is written, in lower case: `pt-br`. */
  readonly tag: string;
  /** Whether it is the site's own, which stands in no address. */
  readonly isSites: boolean;
}

const ending = new RegExp(
  String.raw`(?:\.|(?<=(?:^|\/)index)[-_]|(?<=(?:^|\/)contents)\+)(${languageTag})(?=\.[a-z]+$)`,
  "i",
);

/** `story.fr.md`, `story/index-fr.md` or Lektor's `contents+fr.lr`, in lower case; undefined where a name has no such end. */
export function readLanguageEnding(path: string): string | undefined {
  return ending.exec(path)?.[1]?.toLowerCase();
}

export function withoutLanguageEnding(path: string): string {
  return path.replace(ending, "");
}

/**
 * Gives the language that the address of an article holds because its file's name does, as Hugo, Zola, MkDocs and Grav have
 * it: `story.fr.md` at `/fr/story/`. The site's own language is that of the files without one; where most name one, the first
 * of the newsletter's that is among them, else that of most articles.
 *
 * @param spoken Languages of the newsletter, BCP 47, the first before the others.
 */
export function findAddressLanguages(
  articles: readonly { readonly path: string }[],
  translations: PathTranslations,
  spoken: readonly string[],
): (path: string) => AddressLanguage | undefined {
  const paths = new Set<string>();
  const counts = new Map<string, number>();
  const besidePlain = new Set<string>();
  for (const { path } of articles) {
    const isLektors = path.endsWith(".lr");
    if (!isLektors && translations.of(path)?.language === undefined) continue;
    const tag = readLanguageEnding(path);
    if (tag === undefined) continue;
    paths.add(path);
    counts.set(tag, (counts.get(tag) ?? 0) + 1);
  }
  if (paths.size === 0) return () => undefined;
  const plain = new Set(
    articles.flatMap(({ path }) =>
      readLanguageEnding(path) === undefined || !paths.has(path) ? [path] : [],
    ),
  );
  for (const path of paths) {
    const tag = readLanguageEnding(path);
    if (tag !== undefined && plain.has(withoutLanguageEnding(path))) besidePlain.add(tag);
  }
  // Where most name none, those that do are in another language, whether the same story stands beside them or not.
  const isPlain = besidePlain.size > 0 || plain.size > paths.size;
  const own = isPlain ? undefined : findOwn(counts, spoken);
  return (path) => {
    const tag = paths.has(path) ? readLanguageEnding(path) : undefined;
    return tag === undefined ? undefined : { tag, isSites: tag === own };
  };
}

function findOwn(counts: ReadonlyMap<string, number>, spoken: readonly string[]): string | undefined {
  const tags = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([tag]) => tag);
  for (const language of spoken.map((one) => one.toLowerCase())) {
    const found =
      tags.find((tag) => tag === language) ?? tags.find((tag) => baseOf(tag) === baseOf(language));
    if (found !== undefined) return found;
  }
  return tags[0];
}

function baseOf(tag: string): string {
  return tag.split(/[-_]/, 1)[0] ?? tag;
}
