import path from "node:path";

import { resolveInside } from "../files/resolve-inside.ts";

/** Folders that are the root of a site's addresses, whatever lies in them, as generators name them. */
const siteFolders = ["static", "public", "content", "source", "docs", "assets", "src/content", "src"];
/** Folders deep; below it, nothing is looked for. */
const maxDepth = 8;

/**
 * A file named by its path from a root: of the folder, as Obsidian writes it (`notes/a.png`), of the folder above that
 * (`vault/notes/a.png`), or of the site: Zola's and Hugo's `blog/reeds/a.png` lies in `content/`, and `/images/a.png` in
 * `static/` or `public/`, of the folder or of one that the article is in. A name alone says nothing of where it lies, unless a
 * slash before it names the site.
 *
 * @param written decoded.
 * @param from path of the article that names it.
 * @returns its path relative to the folder.
 */
export function findFromRoot(written: string, dir: string, from: string): string | undefined {
  const isOfSite = written.startsWith("/");
  const name = written.replace(/^\/+/, "");
  if (!isOfSite && !/^[^./][^/]*\//.test(name)) return undefined;
  const above = `${path.basename(dir)}/`;
  const names = name.startsWith(above) ? [name, name.slice(above.length)] : [name];
  const isFile = (one: string): boolean => resolveInside(dir, one).kind === "file";
  return (
    names.find(isFile) ??
    findSiteRoots(from)
      .map((root) => path.posix.join(root, name))
      .find(isFile)
  );
}

/** Where a site's addresses may start: such folders beside and above an article, the nearest first. */
function findSiteRoots(from: string): string[] {
  const folders = from.split("/").slice(0, -1).slice(0, maxDepth);
  return [...folders.keys(), folders.length]
    .reverse()
    .flatMap((depth) => siteFolders.map((one) => [...folders.slice(0, depth), one].join("/")));
}
