import { normaliseLanguage } from "./front-matter/normalise-language.ts";

/** What a path says of an article's language. */
export interface PathTranslation {
  /** BCP 47. */
  readonly language: string;
  /** The path without its language, where an article in another language stands beside; undefined: it has no twin. */
  readonly key: string | undefined;
}

export interface PathTranslations {
  readonly of: (path: string) => PathTranslation | undefined;
  /** Folders, in lower case, that part languages. */
  readonly folders: ReadonlySet<string>;
}

interface Candidate {
  readonly code: string;
  /** The path without its language. */
  readonly key: string;
  /** A folder's place, `3:fr` for the third; undefined for a file name. */
  readonly folder: string | undefined;
}

const code = /^[a-z]{2}(?:[-_](?:[a-z]{2}|[a-z]{4}))?$/i;
const suffix = /\.([a-z]{2}(?:[-_][a-z]{2,4})?)(\.[a-z]+)$/i;
const names = new Intl.DisplayNames("en", { type: "language", fallback: "none" });
const known = new Map<string, string | undefined>();

/**
 * Tells languages from paths as Hugo and Jekyll name them, `post.fr.md` and `fr/post.md`. Two letters alone prove nothing
 * (`it/` may be about computers): a name counts as a language only where some article stands in two of them, or with
 * and without it.
 */
export function findTranslations(paths: readonly string[]): PathTranslations {
  const candidates = new Map<string, Candidate>();
  const byKey = new Map<string, Set<string>>();
  for (const path of paths) {
    const candidate = findCandidate(path);
    if (candidate === undefined) continue;
    candidates.set(path, candidate);
    const codes = byKey.get(candidate.key);
    if (codes === undefined) byKey.set(candidate.key, new Set([candidate.code]));
    else codes.add(candidate.code);
  }
  if (candidates.size === 0) return { of: () => undefined, folders: new Set() };

  const plain = new Set(paths.filter((path) => byKey.has(path)));
  const hasTwin = ({ key }: Candidate): boolean => (byKey.get(key)?.size ?? 0) > 1 || plain.has(key);
  const proven = new Set<string>();
  for (const candidate of candidates.values()) {
    if (hasTwin(candidate)) proven.add(candidate.folder ?? `.${candidate.code}`);
  }
  const of = (path: string): PathTranslation | undefined => {
    const candidate = candidates.get(path);
    // `post.md` beside `post.fr.md` is its twin in the folder's own language, which is not written down.
    if (candidate === undefined || !proven.has(candidate.folder ?? `.${candidate.code}`)) return undefined;
    return { language: candidate.code, key: hasTwin(candidate) ? candidate.key : undefined };
  };
  const folders = new Set([...proven].filter((name) => !name.startsWith(".")).map((name) => name.replace(/^\d+:/, "")));
  return { of, folders };
}

function findCandidate(path: string): Candidate | undefined {
  const named = suffix.exec(path);
  const written = named?.[1];
  if (written !== undefined) {
    const language = toLanguage(written);
    if (language !== undefined) return { code: language, key: path.slice(0, named?.index) + (named?.[2] ?? ""), folder: undefined };
  }
  const folders = path.split("/");
  for (let at = 0; at < folders.length - 1; at++) {
    const folder = folders[at] ?? "";
    const language = folder.length <= 7 ? toLanguage(folder) : undefined;
    if (language === undefined) continue;
    const key = [...folders.slice(0, at), ...folders.slice(at + 1)].join("/");
    return { code: language, key, folder: `${at}:${folder.toLowerCase()}` };
  }
  return undefined;
}

/** The language that a name of two letters, with or without a region, stands for. */
function toLanguage(name: string): string | undefined {
  if (!code.test(name)) return undefined;
  if (known.has(name)) return known.get(name);
  const tag = normaliseLanguage(name);
  const language = tag !== undefined && names.of(tag) !== undefined ? tag : undefined;
  known.set(name, language);
  return language;
}
