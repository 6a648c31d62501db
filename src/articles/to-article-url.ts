import { posix } from "node:path";

import { withoutLanguageEnding, type AddressLanguage } from "./address-languages.ts";
import { decodeAddress } from "./decode-address.ts";
import {
  isCollection,
  isFolderIndex,
  readNameDate,
  withoutSourceFolder,
} from "./front-matter/fields/path-conventions.ts";
import type { ParsedArticle } from "./parsed-file.ts";
import { withoutEndSlashes } from "../platform/trim-end.ts";

/**
 * The absolute address of an article on the web: its canonical URL, else its permalink, slug or path under the base
 * address. A path becomes what generators make of it: Jekyll's `/2026/11/20/title.html` for `_posts`, and
 * `/notes/title.html` for `_notes`, Hexo's `/2026/11/20/title/` where the name has no date, `title.html` for
 * `title.html.md`, else a folder, `posts/title.md` at `posts/title/`. Folders of Kirby and Grav lose their order, and `content/`, `src/pages/` and the like are in no address.
 *
 * @param baseUrl absolute; undefined: only an article that gives a whole address has one.
 * @param language what the file's name says of its language: unless it is the site's own, the path starts with it.
 */
export function toArticleUrl(
  path: string,
  parsed: ParsedArticle,
  baseUrl: string | undefined,
  language?: AddressLanguage,
): string | undefined {
  if (parsed.canonical !== undefined) return parsed.canonical;
  if (parsed.permalink !== undefined && /^https?:/i.test(parsed.permalink)) return parsed.permalink;
  if (baseUrl === undefined) return undefined;
  const given = parsed.permalink ?? parsed.address;
  if (given !== undefined) return resolveUnder(given, baseUrl);
  if (parsed.slug?.startsWith("/") === true) return resolveUnder(encodePath(parsed.slug), baseUrl);

  // Folders in brackets group the routes of Next.js and SvelteKit, and are in no address.
  const segments = withoutOrder(
    withoutSourceFolder(language === undefined ? path : withoutLanguageEnding(path)),
  )
    .split("/")
    .filter((part) => !/^\(.*\)$/.test(part));
  const file = segments.pop() ?? "";
  const name = file.replace(/(?:\.blade)?\.[a-z]+$/i, "");
  if (language?.isSites === false && !segments.some((one) => one.toLowerCase() === language.tag))
    segments.unshift(language.tag);
  const posts = segments.indexOf("_posts");
  if (posts !== -1) {
    // A folder with the post's name and date holds it with its pictures.
    const folder = isFolderIndex(file) && segments.length > posts + 1 ? segments.at(-1) : undefined;
    const address = toPostPath(segments.slice(0, posts), folder ?? name, parsed);
    return resolveUnder(
      encodePath(folder === undefined ? address : address.replace(/\.html$/, "/")),
      baseUrl,
    );
  }

  const held = segments.findIndex((folder) => isCollection(`${folder}/`));
  if (held !== -1) {
    const folders = segments.map((folder, at) => (at === held ? folder.slice(1) : folder));
    const own = isFolderIndex(file) ? "" : `${parsed.slug ?? name.replace(/\.html?$/i, "")}.html`;
    return resolveUnder(
      encodePath([...folders.filter((folder, at) => at >= held || !siteFolders.has(folder)), own].join("/")),
      baseUrl,
    );
  }

  if (/\.html?$/i.test(name)) segments.push(parsed.slug === undefined ? name : `${parsed.slug}.html`);
  else {
    const isBundle = isFolderIndex(file);
    // A post may be called as the folder that holds it with its pictures.
    if ((isBundle || segments.at(-1) === name) && parsed.slug !== undefined) segments.pop();
    if (parsed.slug !== undefined) segments.push(withoutEndSlashes(parsed.slug.replace(/^\/+/, "")));
    else if (!isBundle) segments.push(name);
    if (segments.length > 0) segments.push("");
  }
  return resolveUnder(encodePath(segments.join("/")), baseUrl);
}

/** Kirby's and Grav's: a folder in its order, or on its day, and the file that says how it is shown. */
const ordered = /(?:^|\/)(?:\d{1,2}|(?:19|20)\d{6})[._](?=\p{L})/u;
const shownAs = /\/(?:item|article|default|post)((?:\.[a-z]{2})?\.[a-z]+)$/i;

/** `01.blog/20261120_title/item.md` as `blog/title/index.md`; any other path as it is. */
function withoutOrder(path: string): string {
  if (!ordered.test(path) || !shownAs.test(path)) return path;
  return path.replace(shownAs, "/index$1").replace(/(^|\/)(?:\d{1,2}|(?:19|20)\d{6})[._](?=\p{L})/gu, "$1");
}

/** Folders that Hexo and Jekyll keep posts and collections in, and that are in no address. */
const siteFolders = new Set(["source", "collections"]);

/** Where a post of `_posts` stands; the folders below it count for nothing. */
function toPostPath(folders: readonly string[], name: string, parsed: ParsedArticle): string {
  const above = folders.filter((folder) => !siteFolders.has(folder));
  const published = typeof parsed.published === "string" ? parsed.published.slice(0, 10) : "";
  const named = /^(\d{4})-(\d{1,2})-(\d{1,2})-(.+)$/.exec(name);
  if (named !== null) {
    const [, year = "", month = "", day = "", title = ""] = named;
    const written = [year, month.padStart(2, "0"), day.padStart(2, "0")];
    // Jekyll puts the post's own day there; one of another calendar stands as it is in the name.
    const isNames =
      published === "" || published === written.join("-") || published === readNameDate(parsed.path);
    const date = isNames ? written : published.split("-");
    return [...above, ...date, `${parsed.slug ?? title}.html`].join("/");
  }
  const date = published === "" ? [] : published.split("-");
  return [...above, ...date, parsed.slug ?? name, ""].join("/");
}

/**
 * The absolute address of a path below a base address, whether that ends in a slash or not; undefined where it would lead
 * out of it, or is none.
 */
export function resolveUnder(written: string, baseUrl: string): string | undefined {
  const base = new URL(withoutEndSlashes(baseUrl) + "/").href;
  const path = written.replace(/[?#].*$/s, "");
  const below = `.${posix.normalize(`/${path}`)}${written.slice(path.length)}`;
  if (!URL.canParse(below, base)) return undefined;
  const { href } = new URL(below, base);
  return href.startsWith(base) ? href : undefined;
}

/** Characters that would end or change a path stand as themselves; what is already encoded stays. Spaces become hyphens. */
function encodePath(path: string): string {
  return path
    .split("/")
    .map((part) => encodeURIComponent(hyphenate(decodeAddress(part) ?? part)))
    .join("/");
}

/** As Hugo, Zola, Astro, Nuxt and Jekyll name what is made of a file with spaces in its name: hyphens for them, never two. */
function hyphenate(part: string): string {
  return part
    .trim()
    .replace(/\s+(?=-)|(?<=-)\s+/g, "")
    .replace(/\s+/g, "-");
}
