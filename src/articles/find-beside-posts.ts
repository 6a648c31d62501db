import { isAmongPosts, isFolderIndex, readNameDate } from "./front-matter/fields/path-conventions.ts";
import type { ParsedArticle } from "./parsed-file.ts";

/** The folders that hold a `_posts`: Jekyll and Hexo take what is in there for posts, and all else for pages. */
export function findPostSites(files: readonly ParsedArticle[]): ReadonlySet<string> {
  const sites = new Set<string>();
  for (const { path } of files) {
    const at = path.startsWith("_posts/") ? 0 : path.indexOf("/_posts/") + 1;
    if (at > 0 || path.startsWith("_posts/")) sites.add(path.slice(0, at));
  }
  return sites;
}

/** Whether a file has a date and is not its folder's own, as the pages are that Hexo makes and dates. */
function isDatedFile({ path, published }: ParsedArticle): boolean {
  const file = path.slice(path.lastIndexOf("/") + 1);
  return published !== undefined && !isFolderIndex(file) && !/^(?:index|readme)\./i.test(file);
}

/** Why a file beside a `_posts` is a page; undefined for one of another folder of posts, a collection, or a name with a date. */
export function findBesidePosts(parsed: ParsedArticle, sites: ReadonlySet<string>): string | undefined {
  const { path } = parsed;
  if (
    parsed.isPost ||
    isDatedFile(parsed) ||
    sites.size === 0 ||
    /(?:^|\/)_/.test(path) ||
    isAmongPosts(path)
  )
    return undefined;
  for (let end = path.lastIndexOf("/"); ; end = path.lastIndexOf("/", end - 1)) {
    const site = path.slice(0, end + 1);
    if (sites.has(site))
      return readNameDate(path) === undefined ? `it lies beside ${site}_posts, not in it` : undefined;
    if (end <= 0) return undefined;
  }
}
