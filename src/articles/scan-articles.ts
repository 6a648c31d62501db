import { statSync } from "node:fs";

import { GazetteError } from "../platform/errors.ts";
import { compilePathPatterns } from "../platform/path-patterns.ts";
import type { Article, ArticleNote, RefusedFile } from "./article.ts";
import { byPath, listFiles, type ListedFile, type PassedOver } from "./files/list-files.ts";
import { readGitDates } from "./files/git-dates.ts";
import { openArticleIndex } from "./index/article-index.ts";
import type { ParsedFile, ParsedArticle } from "./parsed-file.ts";
import { toArticles, type ArticleSettings } from "./to-articles.ts";

export interface ScanOptions {
  /** Absolute. */
  readonly dir: string;
  /** IANA name; a date without a time is local midnight there. */
  readonly timeZone: string;
  /** The on-disk index, in the data folder; undefined: every file is read. */
  readonly indexFile?: string;
  /** Glob patterns relative to `dir`. */
  readonly ignore?: readonly string[];
  /** Takes `README.md` and `_index.md` for articles. @default false */
  readonly includeReadme?: boolean;
  /** What dates an article without a date. @default "refuse": it is kept, with `publishedAt` undefined */
  readonly undated?: "refuse" | "git" | "file-time";
  /** The first folder below `dir` that says something is a topic where the front matter gives none. @default true */
  readonly topicsFromFolders?: boolean;
  /** Absolute address that the folder is published under, for articles without a canonical address. */
  readonly baseUrl?: string;
  /** Languages of the newsletter, BCP 47: what tells the folder `it/` of Italian articles from that of a department. */
  readonly languages?: readonly string[];
}

/** Every file considered is in exactly one of `articles` and `refused`; all four are in code-unit order of their paths. */
export interface ArticleScan {
  readonly articles: Article[];
  readonly refused: RefusedFile[];
  readonly notes: ArticleNote[];
  /** Markdown that is not considered. */
  readonly passedOver: PassedOver[];
}

/**
 * Reads a folder of Markdown, in code-unit order of the paths. A broken file is refused with its place and reason, and
 * the others go on. With an index, only files that changed since the last scan are read.
 *
 * @throws GazetteError `articles-missing` where there is no such folder. An empty one gives an empty scan.
 */
export async function scanArticles(options: ScanOptions): Promise<ArticleScan> {
  if (statSync(options.dir, { throwIfNoEntry: false })?.isDirectory() !== true) {
    throw new GazetteError("articles-missing", `There is no folder of articles at ${options.dir}.`, {
      hint: "Name the folder with ARTICLES_DIR in .env, or with --articles DIR.",
    });
  }
  const { files, refused, notes, passedOver, authorFiles, modifiedMs } = await parseFolder(options);
  const otherDates = await findOtherDates(options, files, modifiedMs, notes);
  const made = toArticles(files, {
    timeZone: options.timeZone,
    topicsFromFolders: options.topicsFromFolders ?? true,
    baseUrl: options.baseUrl,
    languages: options.languages ?? [],
    otherDates,
    nameAuthors: await findAuthorNames(options.dir, authorFiles, notes),
  });
  return {
    articles: made.articles,
    refused: refused.sort(byPath),
    notes: [...notes, ...made.notes].sort(byPath),
    passedOver: passedOver.sort(byPath),
  };
}

/** What the files of a folder say, before they are seen together. */
interface ParsedFolder {
  /** In code-unit order of their paths. */
  readonly files: ParsedArticle[];
  readonly refused: RefusedFile[];
  readonly notes: ArticleNote[];
  readonly passedOver: PassedOver[];
  /** Paths of files that name authors by keys. */
  readonly authorFiles: readonly string[];
  /** When each file was last modified, where that may date articles; else empty. */
  readonly modifiedMs: ReadonlyMap<string, number>;
}

/**
 * Lists the folder and takes what the index knows in the same step; then reads the others. A large folder is seen file by
 * file, and of each only what is parsed is kept.
 */
async function parseFolder(options: ScanOptions): Promise<ParsedFolder> {
  const { dir, indexFile } = options;
  const index = indexFile === undefined ? undefined : openArticleIndex(indexFile, Date.now());
  const files: ParsedArticle[] = [];
  const refused: RefusedFile[] = [];
  const unordered: RefusedFile[] = [];
  const notes: ArticleNote[] = [];
  const modifiedMs = new Map<string, number>();
  const take = (parsed: ParsedFile): void => {
    if (parsed.kind === "refused") {
      const { path, line, reason } = parsed;
      (parsed.asksOrder ? unordered : refused).push({ path, line, reason });
      return;
    }
    files.push(parsed.article);
    for (const { line, message } of parsed.notes) notes.push({ path: parsed.article.path, line, message });
  };

  const changed: ListedFile[] = [];
  const rules = {
    isIgnored: compilePathPatterns(options.ignore ?? []),
    includeReadme: options.includeReadme ?? false,
  };
  const { unreadable, passedOver, authorFiles } = listFiles(dir, rules, (file) => {
    if (options.undated === "file-time") modifiedMs.set(file.path, file.modifiedMs);
    const known = index?.find(file);
    if (known === undefined) changed.push(file);
    else take(known);
  });
  for (const { path, reason } of unreadable) refused.push({ path, line: undefined, reason });
  if (changed.length > 0) {
    // The parsers are loaded only where a file must be read.
    const { readParsedFile } = await import("./read-parsed-file.ts");
    changed.reverse();
    for (let file = changed.pop(); file !== undefined; file = changed.pop()) {
      const parsed = readParsedFile(dir, file.path);
      index?.add(file, parsed);
      take(parsed);
    }
    files.sort(byPath);
  }
  if (unordered.length > 0) {
    const { readByOrder } = await import("./read-by-order.ts");
    for (const parsed of readByOrder(dir, unordered, files)) take(parsed);
    files.sort(byPath);
  }
  const fault = index?.save();
  if (fault !== undefined && indexFile !== undefined) {
    notes.push({
      path: indexFile,
      line: undefined,
      message: `The index cannot be written: ${fault}. Every file is read again next time.`,
    });
  }
  return { files, refused, notes, passedOver, authorFiles, modifiedMs };
}

/** What gives whole names for keys of authors; undefined where no file has any. */
async function findAuthorNames(
  dir: string,
  paths: readonly string[],
  notes: ArticleNote[],
): Promise<ArticleSettings["nameAuthors"]> {
  if (paths.length === 0) return undefined;
  const { nameAuthors, readAuthorFiles } = await import("./read-author-files.ts");
  const files = readAuthorFiles(dir, paths, notes);
  return (path, authors) => nameAuthors(path, authors, files);
}

/** Dates for the articles that give none, from where the options say. */
async function findOtherDates(
  options: ScanOptions,
  files: readonly ParsedArticle[],
  modifiedMs: ReadonlyMap<string, number>,
  notes: ArticleNote[],
): Promise<ReadonlyMap<string, Date>> {
  const undated = files.filter(({ published }) => published === undefined).map(({ path }) => path);
  const [first] = undated;
  if (first === undefined || options.undated === undefined || options.undated === "refuse") return new Map();
  if (options.undated === "file-time")
    return new Map(undated.map((path) => [path, new Date(modifiedMs.get(path) ?? NaN)]));
  const dates = await readGitDates(options.dir);
  if (typeof dates !== "string") return dates;
  notes.push({
    path: first,
    line: undefined,
    message: `The dates of articles without one were to come from Git: ${dates}.`,
  });
  return new Map();
}
