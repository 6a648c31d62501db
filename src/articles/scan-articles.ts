import { readFileSync, statSync } from "node:fs";
import path from "node:path";

import { GazetteError } from "../platform/errors.ts";
import { ArticleRefusal } from "./article-refusal.ts";
import type { Article, ArticleNote, RefusedFile } from "./article.ts";
import { listFiles } from "./list-files.ts";
import { parseArticle } from "./parse-article.ts";

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
  /** The first folder below `dir` is a topic where the front matter gives none. @default true */
  readonly topicsFromFolders?: boolean;
  /** Absolute address that the folder is published under, for articles without a canonical address. */
  readonly baseUrl?: string;
}

/** Every file considered is in exactly one of `articles` and `refused`. */
export interface ArticleScan {
  readonly articles: Article[];
  readonly refused: RefusedFile[];
  readonly notes: ArticleNote[];
}

/**
 * Reads a folder of Markdown, in code-unit order of the paths. A broken file is refused with its place and reason, and
 * the others go on.
 *
 * @throws GazetteError `articles-missing` where there is no such folder. An empty one gives an empty scan.
 */
// eslint-disable-next-line @typescript-eslint/require-await -- the index, read asynchronously, comes next.
export async function scanArticles(options: ScanOptions): Promise<ArticleScan> {
  const { dir, timeZone } = options;
  if (statSync(dir, { throwIfNoEntry: false })?.isDirectory() !== true) {
    throw new GazetteError("articles-missing", `There is no folder of articles at ${dir}.`, {
      hint: "Set ARTICLES_DIR, or pass --articles DIR.",
    });
  }
  const scan: ArticleScan = { articles: [], refused: [], notes: [] };
  const context = { timeZone, topicsFromFolders: options.topicsFromFolders ?? true };
  for (const file of listFiles(dir)) {
    if (options.includeReadme !== true && /(?:^|\/)(?:readme|_index)\.\w+$/i.test(file.path)) continue;
    try {
      scan.articles.push(parseArticle(file.path, readFileSync(path.join(dir, file.path)), context));
    } catch (error) {
      if (!(error instanceof ArticleRefusal)) throw error;
      scan.refused.push({ path: file.path, line: error.line, reason: error.message });
    }
  }
  return scan;
}
