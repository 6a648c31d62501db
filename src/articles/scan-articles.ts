import { statSync } from "node:fs";

import { GazetteError } from "../platform/errors.ts";
import type { Article, ArticleNote, RefusedFile } from "./article.ts";
import { compileIgnorePatterns } from "./files/ignore-patterns.ts";
import { byPath, listFiles, type ListedFile } from "./files/list-files.ts";
import { readGitDates } from "./files/git-dates.ts";
import { openArticleIndex, type ArticleIndex } from "./index/article-index.ts";
import type { ParsedFile, ParsedArticle } from "./parsed-file.ts";
import { toArticles } from "./to-articles.ts";

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
}

/** Every file considered is in exactly one of `articles` and `refused`; all three are in code-unit order of their paths. */
export interface ArticleScan {
  readonly articles: Article[];
  readonly refused: RefusedFile[];
  readonly notes: ArticleNote[];
}

/**
 * Reads a folder of Markdown, in code-unit order of the paths. A broken file is refused with its place and reason, and
 * the others go on. With an index, only files that changed since the last scan are read.
 *
 * @throws GazetteError `articles-missing` where there is no such folder. An empty one gives an empty scan.
 */
export async function scanArticles(options: ScanOptions): Promise<ArticleScan> {
  const { dir } = options;
  if (statSync(dir, { throwIfNoEntry: false })?.isDirectory() !== true) {
    throw new GazetteError("articles-missing", `There is no folder of articles at ${dir}.`, {
      hint: "Name the folder with ARTICLES_DIR in .env, or with --articles DIR.",
    });
  }
  const startedMs = Date.now();
  const listing = listFiles(dir, {
    isIgnored: compileIgnorePatterns(options.ignore ?? []),
    includeReadme: options.includeReadme ?? false,
  });
  const index = options.indexFile === undefined ? undefined : openArticleIndex(options.indexFile, startedMs);

  const parsed = await parseFiles(dir, listing.files, index);
  const files: ParsedArticle[] = [];
  const refused: RefusedFile[] = listing.unreadable.map(({ path, reason }) => ({
    path,
    line: undefined,
    reason,
  }));
  const notes: ArticleNote[] = [];
  for (const [at, { path }] of listing.files.entries()) {
    const file = parsed[at];
    if (file === undefined) continue;
    if (file.kind === "refused") refused.push({ path, line: file.line, reason: file.reason });
    else {
      files.push(file.article);
      for (const note of file.notes) notes.push({ path, ...note });
    }
  }
  const fault = index?.save();
  if (fault !== undefined && options.indexFile !== undefined) {
    notes.push({
      path: options.indexFile,
      line: undefined,
      message: `The index cannot be written: ${fault}. Every file is read again next time.`,
    });
  }

  const otherDates = await findOtherDates(options, files, listing.files, notes);
  const made = toArticles(files, {
    timeZone: options.timeZone,
    topicsFromFolders: options.topicsFromFolders ?? true,
    baseUrl: options.baseUrl,
    otherDates,
  });
  return {
    articles: made.articles,
    refused: refused.sort(byPath),
    notes: [...notes, ...made.notes].sort(byPath),
  };
}

/** What each file says, in the same order. The parsers are loaded only where a file must be read. */
async function parseFiles(
  dir: string,
  files: readonly ListedFile[],
  index: ArticleIndex | undefined,
): Promise<readonly ParsedFile[]> {
  const known = files.map((file) => index?.find(file));
  if (isComplete(known)) return known;
  const { readParsedFile } = await import("./read-parsed-file.ts");
  return files.map((file, at) => {
    const found = known[at];
    if (found !== undefined) return found;
    const parsed = readParsedFile(dir, file.path);
    index?.add(file, parsed);
    return parsed;
  });
}

function isComplete<Value>(values: readonly (Value | undefined)[]): values is readonly Value[] {
  return !values.includes(undefined);
}

/** Dates for the articles that give none, from where the options say. */
async function findOtherDates(
  options: ScanOptions,
  files: readonly ParsedArticle[],
  listed: readonly ListedFile[],
  notes: ArticleNote[],
): Promise<ReadonlyMap<string, Date>> {
  const undated = new Set(files.filter(({ published }) => published === undefined).map(({ path }) => path));
  const [first] = undated;
  if (first === undefined || options.undated === undefined || options.undated === "refuse") return new Map();
  if (options.undated === "file-time") {
    return new Map(
      listed
        .filter(({ path }) => undated.has(path))
        .map(({ path, modifiedMs }) => [path, new Date(modifiedMs)]),
    );
  }
  const dates = await readGitDates(options.dir);
  if (typeof dates !== "string") return dates;
  notes.push({
    path: first,
    line: undefined,
    message: `The dates of articles without one were to come from Git: ${dates}.`,
  });
  return new Map();
}
