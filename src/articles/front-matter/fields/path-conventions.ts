import { ArticleRefusal } from "../../article-refusal.ts";
import { languageTag } from "../../files/file-name.ts";
import { parseDate } from "../dates/parse-date.ts";
import { readUnusualNameDate } from "../dates/unusual-name-date.ts";
import type { WrittenDate } from "../../../platform/zone-time.ts";

/** Folders that hold articles without saying what they are about. */
const containers = new Set(
  "posts post blog blogs articles article content contents pages page src source docs documentation entries notes news stories archive archives collections data md markdown website site web public static journal journals diary inbox attachments assets images img media files drafts published locale locales i18n l10n translations".split(
    " ",
  ),
);

/** Folders that hold posts, whatever they are about. */
const postFolders = /(?:^|\/)(?:posts?|blogs?|articles?|news|stories|notes|journal|diary|entries|essays)\//i;

/** Whether a file lies in a folder of posts, at any depth. */
export function isAmongPosts(path: string): boolean {
  return postFolders.test(path);
}

const folderIndex = new RegExp(
  String.raw`^(?:(?:_|\d{4}-\d{2}-\d{2}-)?index(?:[-.]${languageTag})?\.[a-z]+|readme\.[a-z]+|page\.mdx|contents(?:\+${languageTag})?\.lr|\+page\.[a-z]+)$`,
  "i",
);

/** Whether a file is its folder's own article: `index.md`, `index.fr.md`, `index-fr.md`, Eleventy's `2026-11-20-index.md`, VuePress' `README.md`, Next.js' `page.mdx`, Lektor's `contents.lr` and SvelteKit's `+page.md`. */
export function isFolderIndex(file: string): boolean {
  return folderIndex.test(file);
}

/** A folder of drafts that a path lies in, with its name: Jekyll's, which nothing overrules, or one that is only called so. */
export function readDraftsFolder(
  path: string,
): { readonly kind: "jekyll" | "plain"; readonly name: string } | undefined {
  const name = /(?:^|\/)(_drafts|drafts?)\//i.exec(path)?.[1];
  return name === undefined ? undefined : { kind: name === "_drafts" ? "jekyll" : "plain", name };
}

const languageEnding = new RegExp(String.raw`[.+](${languageTag})\.[a-z]+$`, "i");
const languageFolder = new RegExp(String.raw`(?:^|\/)(${languageTag})\/`, "i");

const languageName = new RegExp(String.raw`(?:^|\/)${languageTag}$`, "i");

/** Whether the last folder of a path is called as a language is, `2026-11-20-title/pt-br`. */
export function isLanguageFolder(folder: string): boolean {
  return languageName.test(folder);
}

/** What the name of a file, or of the first folder that could, says of its language, without its region; nothing proves it. */
export function readPathLanguage(path: string): string | undefined {
  const written = languageEnding.exec(path)?.[1] ?? languageFolder.exec(path)?.[1];
  return written?.split(/[-_]/)[0];
}

/**
 * Whether a file is Jekyll's: named by date in `_posts` or with any layout, with its usual `layout: post`, in `_drafts`, or in a collection. One
 * without a date in `_posts` is Hexo's, which Jekyll would not see.
 */
export function isJekyllPost(path: string, layout: string | undefined): boolean {
  const isDated = /(?:^|\/)\d{4}-\d{1,2}-\d{1,2}-[^/]+$/.test(path);
  if (/(?:^|\/)_posts\//.test(path)) return isDated;
  return (
    layout === "post" ||
    /(?:^|\/)_drafts\//.test(path) ||
    (layout !== undefined && isDated) ||
    isCollection(path)
  );
}

const collectionFolder =
  /(?:^|\/)_(?!(?:posts|drafts|pages|index|i18n|includes|layouts|data|sass|site)\/)[\p{L}\p{N}]/u;

/** Whether a path lies in a folder of Jekyll's for documents of a kind, `_notes/a.md`, and not in one that has a use of its own. */
export function isCollection(path: string): boolean {
  return path.includes("_") && collectionFolder.test(path.slice(0, path.lastIndexOf("/") + 1));
}

const namedByDate =
  /^(?:.*\/)?(\d{4})([-_.:])(\d{1,2})\2(\d{1,2})(?=[-_.: /])[^/]*(?:\/(?:index|readme)\.[a-z.]+)?$/i;
/** HTMLy's and Statamic's names say the time too: `2026-11-20-09-30-00_tag_title.md`, `2026-11-20-0930.title.md`, `2026-11-20-093015.title.md`. */
const withTime =
  /(?:^|\/)\d{4}-\d{2}-\d{2}-([01]\d|2[0-3])(?:-([0-5]\d)-([0-5]\d)(?=_)|([0-5]\d)([0-5]\d)?(?=\.\w[^/]*\.))/;
/** `20261120_093015_title.md`, `20261120093015 title.md` and the notes of a Zettelkasten, `202611200930 title.md`. */
const withPackedTime =
  /(?:^|\/)(?:19|20)\d{6}(?:([01]\d|2[0-3])([0-5]\d)([0-5]\d)?|[_T]([01]\d|2[0-3])([0-5]\d)([0-5]\d))(?=[-_. ])[^/]*$/;
const inDatedFolder = /(?:^|\/)((?:19|20)\d{2})([-_.])(\d{1,2})\2(\d{1,2})(?:[-_. ][^/]*)?\/[^/_][^/]*$/;
/** Kirby's and Grav's folders, `20261120_title/article.md`. */
const inPackedFolder =
  /(?:^|\/)((?:19|20)\d{2})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])[-_.][^/\d][^/]*\/[^/_][^/]*$/;
const inDateFolders = /(?:^|\/)((?:19|20)\d{2})(?:\/(\d{2})[-/]|-(\d{2})\/)(\d{2})(?=[-_. /])/;
const inShortFolders = /(?:^|\/)((?:19|20)\d{2})\/(\d{1,2})\/(\d{1,2})(?=\/)/;
const packed =
  /(?:^|\/)((?:19|20)\d{2})(\d{2})(\d{2})(?:\d{4}(?:\d{2})?)?(?:[-_. ][^/]*|\/(?:index|readme)\.[a-z.]+)$/i;

/**
 * The date that the name of a file or of its folder gives: `2026-11-20-title.md`, `2026-11-20-title/index.md`,
 * `2026/11/20/title.md`, `2026/11/20-title.md`, `2026/11-20-title.md`, `2026-11/20-title.md`, `20261120-title.md`; or
 * an unusual one.
 *
 * @throws ArticleRefusal where a name has the form of a date that no calendar has.
 */
export function readPathDate(path: string): WrittenDate | undefined {
  const fault = findNameFault(path);
  if (fault !== undefined) throw new ArticleRefusal(fault);
  return readNameDate(path);
}

/** As `readPathDate`, where a name that only has the form of a date is a name like others: a season `2023-24-25`, a version. */
export function readNameDate(path: string): WrittenDate | undefined {
  if (!/\d{4}/.test(path)) return undefined;
  const named = namedByDate.exec(path);
  const folders = inDateFolders.exec(path) ?? inShortFolders.exec(path);
  const digits = packed.exec(path);
  for (const [year, month, day] of [
    [named?.[1], named?.[3], named?.[4]],
    [folders?.[1], folders?.[2] ?? folders?.[3], folders?.at(-1)],
    [digits?.[1], digits?.[2], digits?.[3]],
  ]) {
    if (year === undefined || month === undefined || day === undefined) continue;
    const text = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
    const clock = withTime.exec(path) ?? withPackedTime.exec(path);
    const parsed = parseDate(clock === null ? text : `${text} ${clock.slice(1).filter(Boolean).join(":")}`);
    if (parsed.kind === "date") return parsed.written;
  }
  return readUnusualNameDate(path);
}

/** A day that its month does not have, as `2026-02-30-title.md`, in words; what has no month is no date at all. */
function findNameFault(path: string): string | undefined {
  const [, text = ""] =
    /(?:^|\/)((?:19|20)\d{2}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]))(?=[-_. ])[^/]*$/.exec(path) ?? [];
  const parsed = text === "" ? undefined : parseDate(text);
  return parsed?.kind === "impossible" ? `The date ${text} in the file's name ${parsed.reason}.` : undefined;
}

/**
 * The date of the folder that a file stands in, `2026-11-20/title.md`, `20261120_title/article.md`, for where that holds articles and is not one itself;
 * undefined for a part of one, such as `_table.md`.
 */
export function readFolderDate(path: string): WrittenDate | undefined {
  // A translation may have a folder of its own in there, `2026-11-20-title/hi/index.md`.
  const own = path.replace(/\/(?:index|readme)(?=\.[a-z.]+$)/i, "");
  const [year, month = "", day = ""] =
    inPackedFolder.exec(own)?.slice(1) ?? [1, 3, 4].map((part) => inDatedFolder.exec(own)?.[part]);
  if (year === undefined) return undefined;
  const parsed = parseDate(`${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`);
  return parsed.kind === "date" ? parsed.written : undefined;
}

/** Where the source of a site lies among other projects: `packages/website/src/…`, `apps/web/content/…`. */
const workspace =
  /^(?:(?:packages|apps|website|websites|web|www|sites?|clients?|frontend)\/)+(?=(?:[^/]+\/)*(?:src|content)\/)/i;

/** Where generators keep what they make a site's addresses of: Hugo and Zola, Astro and Gatsby, SvelteKit, Next.js, Hexo and Middleman, Grav. */
const sourceFolder =
  /^(?:src\/(?:content|pages|routes|app)|user\/pages|src|contents?|source|pages|routes|app)\/(?=.)/;

/** A path as its site's addresses have it, where the folder of the articles is that of the whole site: `content/posts/a.md` as `posts/a.md`. */
export function withoutSourceFolder(path: string): string {
  return path.replace(workspace, "").replace(sourceFolder, "");
}

/**
 * The topic that folders give: the first one that says what its articles are about, not `_posts`, `blog`, a year, a
 * date, a language or the article's own folder (`title/index.md`).
 *
 * @param languages folders known to part languages.
 */
export function readFolderTopic(path: string, languages: ReadonlySet<string>): string | undefined {
  // Where Docusaurus keeps translations.
  const inPlugin = path.includes("docusaurus-plugin-content-")
    ? path.replace(/(^|\/)docusaurus-plugin-content-\w+\/(?:current\/|version-[^/]+\/)?/, "$1")
    : path;
  const folders = inPlugin.replace(workspace, "").split("/");
  const file = folders.pop() ?? "";
  if (isFolderIndex(file)) folders.pop();
  // Kirby, Grav and writers of documentation put the order of folders before their names: `2_boats`, `01.boats`, `03-boats`.
  const names = folders.map((folder) => folder.replace(/^(?:\d{1,2}[._]|0\d-)(?=\p{L})/u, ""));
  return names.find(
    (folder) =>
      /[\p{L}\p{N}]/u.test(folder) &&
      !/^[_.([@+$]|^\d[\d._-]*$|^\d{4}-\d{1,2}|^(?:src|my|our|all|blog|site)[-_](?:posts?|blog|articles?|content|pages)$/i.test(
        folder,
      ) &&
      !containers.has(folder.toLowerCase()) &&
      !languages.has(folder.toLowerCase()),
  );
}
