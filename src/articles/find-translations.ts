import { normaliseLanguage } from "./front-matter/fields/normalise-language.ts";
import { languageTag } from "./files/file-name.ts";

/** What a path says of an article's language. */
export interface PathTranslation {
  /** BCP 47; undefined for `post.md` beside `post.fr.md`, which is in the folder's own language. */
  readonly language: string | undefined;
  /** The path without its language, where an article in another language stands beside; undefined: it has no twin. */
  readonly key: string | undefined;
}

export interface PathTranslations {
  readonly of: (path: string) => PathTranslation | undefined;
  /** Folders, in lower case, that part languages. */
  readonly folders: ReadonlySet<string>;
}

/** A path, and what the article itself says of its language. */
export interface LanguagePath {
  readonly path: string;
  readonly language: string | undefined;
  readonly title: string;
}

interface Candidate {
  readonly language: string;
  /** The path without its language. */
  readonly key: string;
  /** What has to be proven to part languages: a folder at its depth, `1:fr`, or an ending, `.fr`. */
  readonly mark: string;
  /** The folder that names the same language as the ending, in lower case. */
  readonly folder: string | undefined;
  /** Whether the article itself says that it is in this language, or its title is in a script that tells. */
  readonly isSaid: boolean;
  /** Whether its name can mean nothing else, whatever others of such a name mean. */
  readonly isNamed: boolean;
}

const tag = new RegExp(`^${languageTag}$`, "i");
const dotted = new RegExp(String.raw`\.(${languageTag})(\.[a-z]+)$`, "i");
const hyphened = new RegExp(String.raw`[-_.](${languageTag})(\.[a-z]+)$`, "i");
/** Of a folder's own article nothing else can stand there. */
const indexed = new RegExp(String.raw`(?:^|\/)index[-_]${languageTag}\.[a-z]+$`, "i");
/** Letters of the longest tag, `zh-Hans-CN`. */
const longestTag = 10;
/** Made at its first use: Intl takes 15 ms to load its names. */
let names: Intl.DisplayNames | undefined;
const known = new Map<string, string | undefined>();

/** Languages whose tags are more often something else in a name: departments, programming languages, systems. */
const otherwiseUsed = new Set([
  "cs",
  "hr",
  "id",
  "io",
  "is",
  "it",
  "ml",
  "my",
  "no",
  "or",
  "os",
  "ps",
  "sc",
  "ts",
]);

/** A folder's own article in one of the languages in which sites are written: what else stands before the ending, as `.ts`, is a program's. */
const namedIndex =
  /\/_?index\.(?:af|am|ar|az|be|bg|bn|bs|ca|cs|cy|da|de|el|en|eo|es|et|eu|fa|fi|fr|ga|gl|gu|he|hi|hr|hu|hy|id|is|it|ja|ka|kk|km|kn|ko|lo|lt|lv|mk|mn|mr|ms|my|nb|ne|nl|nn|no|pa|pl|pt|ro|ru|si|sk|sl|sq|sr|sv|sw|ta|te|th|tl|tr|uk|ur|uz|vi|zh)(?:[-_][a-z\d]{2,4}){0,2}\.[a-z]+$/i;

/** Languages whose tags are no country's, nor a word: a folder that is called so is in that language. */
const onlyLanguages = new Set(["en", "zh", "ja", "ko"]);

/**
 * Tells languages from paths as Hugo and Jekyll name them: `post.fr.md`, `fr/post.md`, `post/index-fr.md`, and `post-fr.md`
 * where the article says that it is French. Two letters alone prove nothing (`it/` may be about computers): a name counts
 * as a language only where some article stands in two of them, or with and without it, says that it is in that language,
 * or has a title in a script, or with letters, that not everybody has, or is the folder's own, `post/index.fr.md`; the folder `en/` is English and nothing else, and so
 * are few others. And `it/` beside `hr/`
 * are two departments, unless one of them is a language that the newsletter speaks.
 *
 * @param spoken Languages of the newsletter, BCP 47.
 */
export function findTranslations(
  articles: readonly LanguagePath[],
  spoken: readonly string[] = [],
): PathTranslations {
  const own = new Set(spoken.map(baseOf));
  const candidates = new Map<string, Candidate>();
  const languagesOf = new Map<string, Set<string>>();
  for (const article of articles) {
    const candidate = findCandidate(article);
    if (candidate === undefined) continue;
    candidates.set(article.path, candidate);
    const languages = languagesOf.get(candidate.key);
    if (languages === undefined) languagesOf.set(candidate.key, new Set([candidate.language]));
    else languages.add(candidate.language);
  }
  if (candidates.size === 0) return { of: () => undefined, folders: new Set() };

  const plain = new Set(articles.filter(({ path }) => languagesOf.has(path)).map(({ path }) => path));
  const hasTwin = ({ key }: Candidate): boolean => (languagesOf.get(key)?.size ?? 0) > 1 || plain.has(key);
  const isPlausible = ({ key }: Candidate): boolean =>
    [...(languagesOf.get(key) ?? [])].map(baseOf).some((base) => own.has(base) || !otherwiseUsed.has(base));
  // Beside a folder's own article nothing else than that in another language is called as it is, but for what explains a program's file.
  const isBundle = ({ key, language }: Candidate): boolean =>
    /(?:^|\/)index\.[a-z]+$/i.test(key) && language !== "ts";
  const proven = new Set(
    [...candidates.values()]
      .filter(
        (candidate) =>
          candidate.isSaid ||
          (candidate.isNamed && !otherwiseUsed.has(baseOf(candidate.language))) ||
          (hasTwin(candidate) && (isPlausible(candidate) || isBundle(candidate))),
      )
      .map(({ mark }) => mark),
  );
  const provenBeside = new Set(
    [...candidates.values()].filter(({ mark }) => proven.has(mark)).map(({ key }) => key),
  );
  const of = (path: string): PathTranslation | undefined => {
    if (plain.has(path)) return provenBeside.has(path) ? { language: undefined, key: path } : undefined;
    const candidate = candidates.get(path);
    if (candidate === undefined || !(candidate.isNamed || proven.has(candidate.mark))) return undefined;
    return { language: candidate.language, key: hasTwin(candidate) ? candidate.key : undefined };
  };
  const folders = new Set(
    [...candidates.values()].flatMap(({ mark, folder }) =>
      folder !== undefined && proven.has(mark) ? [folder] : [],
    ),
  );
  return { of, folders };
}

function findCandidate({ path, language, title }: LanguagePath): Candidate | undefined {
  const isIndexed = indexed.test(path);
  const ending = dotted.exec(path) ?? (language === undefined && !isIndexed ? null : hyphened.exec(path));
  if (ending !== null) {
    const named = toLanguage(ending[1] ?? "");
    const isCertain =
      isIndexed ||
      path.charAt(ending.index) === "." ||
      (named !== undefined && sameLanguage(named, language));
    if (named !== undefined && isCertain) {
      const rest = path.slice(0, ending.index) + (ending[2] ?? "");
      const found = findFolder(rest);
      const isTwice = found !== undefined && sameLanguage(found.language, named);
      return {
        language: named,
        key: isTwice ? found.key : rest,
        mark: `.${named}`,
        folder: isTwice ? found.folder : undefined,
        isSaid: sameLanguage(named, language) || isWrittenIn(named, title),
        isNamed: namedIndex.test(path),
      };
    }
  }
  const found = findFolder(path);
  if (found === undefined) return undefined;
  return {
    language: found.language,
    key: found.key,
    mark: `${found.depth}:${found.folder}`,
    folder: found.folder,
    isSaid:
      found.isCertain ||
      onlyLanguages.has(baseOf(found.language)) ||
      sameLanguage(found.language, language) ||
      isWrittenIn(found.language, title),
    isNamed: false,
  };
}

/** Folders in which each folder is a language's. */
const ofLanguages = /^(?:i18n|l10n|locales?|translations|languages)$/i;
/** What Docusaurus translates, and where the original stands. */
const docusaurus = /(^|\/)i18n\/docusaurus-plugin-content-(?:(docs)\/current|(blog)|pages)\//;

interface LanguageFolder {
  readonly language: string;
  /** The path without the folder, or the path of what it translates. */
  readonly key: string;
  readonly depth: number;
  /** In lower case. */
  readonly folder: string;
  /** Whether it can be nothing but a language's. */
  readonly isCertain: boolean;
}

/** The first folder that is called as a language is. */
function findFolder(path: string): LanguageFolder | undefined {
  const folders = path.split("/");
  for (let depth = 0; depth < folders.length - 1; depth++) {
    const folder = folders[depth] ?? "";
    const language = folder.length <= longestTag ? toLanguage(folder) : undefined;
    if (language === undefined) continue;
    const key = [...folders.slice(0, depth), ...folders.slice(depth + 1)]
      .join("/")
      .replace(
        docusaurus,
        (_all, start: string, docs = "", blog = "") =>
          `${start}${`${String(docs)}${String(blog)}` || "src/pages"}/`,
      );
    const isCertain = ofLanguages.test(folders[depth - 1] ?? "");
    return { language, key, depth, folder: folder.toLowerCase(), isCertain };
  }
  return undefined;
}

function sameLanguage(a: string, b: string | undefined): boolean {
  return b !== undefined && baseOf(a) === baseOf(b);
}

function baseOf(language: string): string {
  return language.split("-")[0] ?? language;
}

const scripts = new Map<string, RegExp | undefined>();
/** Scripts of which a language has more than one, or that Unicode counts as others. */
const otherNames: ReadonlyMap<string, string> = new Map([
  ["Jpan", String.raw`[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]`],
  ["Kore", String.raw`\p{Script=Hangul}`],
  ["Hans", String.raw`\p{Script=Han}`],
  ["Hant", String.raw`\p{Script=Han}`],
]);

/** Letters that hardly another language has whose words stand in folders of such a name: not `è`, of Italian and French. */
const ownLetters: ReadonlyMap<string, RegExp> = new Map(
  Object.entries({
    bs: "čćđšž",
    cs: "ěřů",
    da: "æø",
    de: "äöüß",
    es: "ñ¿¡",
    fr: "œûîâ",
    hu: "őű",
    is: "ðþ",
    lt: "ėįų",
    lv: "āēģīķļņ",
    nb: "æø",
    pl: "ąęłńśźż",
    pt: "ãõ",
    ro: "ășțţ",
    sk: "ľĺŕ",
    sv: "å",
    tr: "ğıİş",
    vi: "đơưạảấầẩậắằặẹếềểệịọỏốồổộớờợụủứừựỳỹ",
  }).map(([language, letters]) => [language, new RegExp(`[${letters}]`, "iu")]),
);

/** Whether a text holds letters of the script that a language is written in, or of Latin ones those that are its own. */
function isWrittenIn(language: string, text: string): boolean {
  if (/^[\0-\x7f]*$/.test(text)) return false;
  const own = ownLetters.get(baseOf(language));
  if (own !== undefined) return own.test(text.normalize("NFC"));
  if (/^[\0-\u024f\u2000-\u206f]*$/.test(text)) return false;
  if (!scripts.has(language)) {
    const script = new Intl.Locale(language).maximize().script ?? "Latn";
    const letters = otherNames.get(script) ?? String.raw`\p{Script=${script}}`;
    scripts.set(language, script === "Latn" ? undefined : new RegExp(letters, "u"));
  }
  return scripts.get(language)?.test(text) ?? false;
}

/** The language that a name of such a form stands for, if there is one. */
function toLanguage(name: string): string | undefined {
  if (!tag.test(name)) return undefined;
  if (known.has(name)) return known.get(name);
  const canonical = normaliseLanguage(name);
  names ??= new Intl.DisplayNames("en", { type: "language", fallback: "none" });
  const language = canonical !== undefined && names.of(canonical) !== undefined ? canonical : undefined;
  known.set(name, language);
  return language;
}
