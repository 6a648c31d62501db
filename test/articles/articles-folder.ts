import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { onTestFinished } from "vitest";

import type { Article, ArticleBody } from "../../src/articles/article.ts";
import { readArticleBody, type BodyOptions } from "../../src/articles/read-article-body.ts";
import { scanArticles, type ArticleScan, type ScanOptions } from "../../src/articles/scan-articles.ts";

/** A real folder of articles, gone when the test is. */
export interface ArticlesFolder {
  readonly dir: string;
  readonly write: (path: string, content: string | Uint8Array) => void;
  readonly scan: (options?: Partial<ScanOptions>) => Promise<ArticleScan>;
  /** The only article there is, or the one at a path. */
  readonly article: (path?: string, options?: Partial<ScanOptions>) => Promise<Article>;
  readonly body: (path?: string, options?: Partial<BodyOptions>) => Promise<ArticleBody>;
}

/** Makes a folder with some files in it. */
export function makeFolder(files: Readonly<Record<string, string | Uint8Array>> = {}): ArticlesFolder {
  const dir = mkdtempSync(path.join(tmpdir(), "gazette-articles-"));
  onTestFinished(() => {
    rmSync(dir, { recursive: true, force: true });
  });
  const write = (file: string, content: string | Uint8Array): void => {
    mkdirSync(path.dirname(path.join(dir, file)), { recursive: true });
    writeFileSync(path.join(dir, file), content);
  };
  for (const [file, content] of Object.entries(files)) write(file, content);

  const scan = (options: Partial<ScanOptions> = {}): Promise<ArticleScan> =>
    scanArticles({ dir, timeZone: "Europe/Paris", ...options });
  const article = async (file?: string, options: Partial<ScanOptions> = {}): Promise<Article> => {
    const { articles, refused } = await scan(options);
    const found = articles.find((candidate) => file === undefined || candidate.path === file);
    if (found === undefined) throw new Error(`No article ${file ?? ""}: ${JSON.stringify(refused)}`);
    return found;
  };
  const body = async (file?: string, options: Partial<BodyOptions> = {}): Promise<ArticleBody> => {
    const base = options.baseUrl === undefined ? {} : { baseUrl: options.baseUrl };
    return readArticleBody(await article(file, base), { dir, ...options });
  };
  return { dir, write, scan, article, body };
}

/** An article's file: YAML front matter with a title and a date, and a body. */
export function post(body: string, frontMatter = "title: A title\ndate: 2026-11-20"): string {
  return `---\n${frontMatter}\n---\n${body}\n`;
}
