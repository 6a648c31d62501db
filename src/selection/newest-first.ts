import type { DatedArticle } from "./availability.ts";

/** Newest first; equal dates by path, so that the file system never decides. */
export function compareNewestFirst(a: DatedArticle, b: DatedArticle): number {
  return b.publishedAt.getTime() - a.publishedAt.getTime() || comparePaths(a.path, b.path);
}

/** By code unit: the same on every machine, whatever its locale. */
export function comparePaths(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
