import { articleExtension } from "./article-extension.ts";
import { readdirSync, realpathSync, statSync, type Dirent } from "node:fs";
import path from "node:path";

/** A Markdown file below the articles folder, with what tells whether it changed since it was last read. */
export interface ListedFile {
  /** Relative to the articles folder, with forward slashes. */
  readonly path: string;
  /** Bytes. */
  readonly size: number;
  /** Milliseconds since 1970, with as much fraction as the file system gives. */
  readonly modifiedMs: number;
  /** When the file's entry last changed: catches an edit that puts the old modification time back. */
  readonly changedMs: number;
}

/** What was found and cannot be read: a link that leads outside, a pipe, a folder that is closed to us. */
export interface UnreadableFile {
  readonly path: string;
  readonly reason: string;
}

/** What is no article by its name or by the settings; a folder's path ends in a slash. */
export interface PassedOver {
  readonly path: string;
  readonly reason: string;
}

/** All that was found beside the files that can be read. */
export interface OtherFiles {
  readonly unreadable: UnreadableFile[];
  readonly passedOver: PassedOver[];
  /** Files that name authors by keys, such as `authors.yml`; paths. */
  readonly authorFiles: string[];
}

export interface ListingRules {
  /** Whether a path, relative and with forward slashes, is left alone; a folder's ends in a slash. */
  readonly isIgnored: (path: string) => boolean;
  /** Takes `README.md` and `_index.md` too. */
  readonly includeReadme: boolean;
}

/** What is run to make the article that stands beside it. */
const source = /\.(?:qmd|rmd|rmarkdown)$/i;
const frontDoor = /^(?:readme|_index)(?:\.[a-z]{2,3}(?:[-_][a-z]{2,4})?)?\.\w+$/i;

/**
 * Lists the Markdown files below a folder, in code-unit order of their paths, whatever the file system says.
 * Hidden folders and `node_modules` are not entered, and of R's source and what was made of it (`post.Rmd`, `post.md`) the source
 * is left alone. A symbolic link to a file inside the folder is refused as a second
 * name of it, any other as leading outside: so nothing outside is read, and nothing is read twice.
 *
 * @param take is given each file, one by one, because a large folder's list need not be held.
 * @returns what cannot be read, and what is passed over; of hidden folders, of `node_modules` and of other kinds of files nothing.
 */
export function listFiles(dir: string, rules: ListingRules, take: (file: ListedFile) => void): OtherFiles {
  const root = realpathSync(dir);
  const unreadable: UnreadableFile[] = [];
  const passedOver: PassedOver[] = [];
  const authorFiles: string[] = [];

  const notAnArticle = (name: string, entries: readonly Dirent[]): string | undefined => {
    if (!rules.includeReadme && frontDoor.test(name))
      return "it introduces its folder; articles.includeReadme takes it for an article";
    return source.test(name) && isMade(name, entries)
      ? "the article that was made from it is beside it"
      : undefined;
  };
  const walk = (folder: string, prefix: string): void => {
    let entries;
    try {
      entries = readdirSync(folder, { withFileTypes: true });
    } catch (error) {
      unreadable.push({ path: prefix, reason: `The folder cannot be read: ${systemReason(error)}.` });
      return;
    }
    const metas = new Set(
      entries.filter((entry) => entry.name.endsWith(".meta") && entry.isFile()).map(({ name }) => name),
    );
    for (const entry of entries.sort(byPlace)) {
      const { name } = entry;
      if (name.startsWith(".")) continue;
      const relative = prefix + name;
      const absolute = `${folder}/${name}`;
      if (entry.isDirectory()) {
        if (name === "node_modules") continue;
        if (rules.isIgnored(`${relative}/`)) passedOver.push({ path: `${relative}/`, reason: ignored });
        else walk(absolute, `${relative}/`);
        continue;
      }
      const isArticle = articleExtension.test(name);
      if (isAuthorFile(name) && entry.isFile() && !rules.isIgnored(relative)) authorFiles.push(relative);
      if (!isArticle && !entry.isSymbolicLink()) continue;
      const reason = rules.isIgnored(relative)
        ? ignored
        : isArticle
          ? notAnArticle(name, entries)
          : undefined;
      if (reason !== undefined) {
        if (isArticle) passedOver.push({ path: relative, reason });
        continue;
      }
      if (entry.isFile()) {
        const stats = statSync(absolute, { throwIfNoEntry: false });
        if (stats === undefined) {
          if (name.includes("�"))
            unreadable.push({ path: relative, reason: "The file's name is not UTF-8; rename it." });
          continue;
        }
        const file = {
          path: relative,
          size: stats.size,
          modifiedMs: stats.mtimeMs,
          changedMs: stats.ctimeMs,
        };
        const meta = metas.size === 0 ? "" : name.replace(articleExtension, ".meta");
        take(metas.has(meta) ? withMeta(file, `${folder}/${meta}`) : file);
      } else if (entry.isSymbolicLink()) {
        const reason = refuseLink(root, absolute, isArticle);
        if (reason !== undefined) unreadable.push({ path: relative, reason });
      } else {
        unreadable.push({
          path: relative,
          reason: "This is not a regular file but a pipe, a socket or a device.",
        });
      }
    }
  };
  walk(root, "");
  return { unreadable, passedOver, authorFiles };
}

function isAuthorFile(name: string): boolean {
  return name === "authors.yml" || name === "authors.yaml";
}

/** A file that a second one belongs to, which says what it is called: a change of either is one of it. */
function withMeta(file: ListedFile, meta: string): ListedFile {
  const stats = statSync(meta, { throwIfNoEntry: false });
  if (stats === undefined) return file;
  return {
    path: file.path,
    size: file.size + stats.size,
    modifiedMs: Math.max(file.modifiedMs, stats.mtimeMs),
    changedMs: Math.max(file.changedMs, stats.ctimeMs),
  };
}

const ignored = "articles.ignore names it";

function isMade(name: string, entries: readonly Dirent[]): boolean {
  const stem = name.replace(source, "");
  return entries.some((entry) => entry.name === `${stem}.md` || entry.name === `${stem}.markdown`);
}

/** A folder's files come where its name with a slash stands, so that whole paths are in order. */
function byPlace(a: Dirent, b: Dirent): number {
  return placeOf(a) < placeOf(b) ? -1 : 1;
}

function placeOf(entry: Dirent): string {
  return entry.isDirectory() ? `${entry.name}/` : entry.name;
}

export function byPath(a: { readonly path: string }, b: { readonly path: string }): number {
  return a.path < b.path ? -1 : a.path > b.path ? 1 : 0;
}

/** Why a link is not followed; undefined for one that is no business of ours, such as a link to an image. */
function refuseLink(root: string, link: string, isArticle: boolean): string | undefined {
  let target: string;
  let isFolder: boolean;
  try {
    target = realpathSync(link);
    isFolder = statSync(target).isDirectory();
  } catch (error) {
    return isArticle ? `The link cannot be followed: ${systemReason(error)}.` : undefined;
  }
  if (!isArticle && !isFolder) return undefined;
  if (target !== root && !target.startsWith(root + path.sep))
    return "The link leads outside the articles folder.";
  const inside = path.relative(root, target).split(path.sep).join("/");
  return isFolder && !isArticle ? undefined : `The link leads to ${inside}, which is read under that name.`;
}

/** What the system says of a failed call, without the path, which the reader of the reason already has. */
export function systemReason(error: unknown): string {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const known: Partial<Record<string, string>> = {
    EACCES: "permission denied",
    EPERM: "permission denied",
    ENOENT: "it is not there",
    ELOOP: "links go in a circle",
    EISDIR: "it is a folder",
    ESPIPE: "it is a pipe",
    ERR_FS_EISDIR: "it is a folder",
    ENOSPC: "the disk is full",
    EROFS: "the disk is read-only",
    EIO: "the disk reports an error",
  };
  return known[code] ?? (code === "" ? String(error) : code);
}
