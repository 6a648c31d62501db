import { languageTag, withoutEnding } from "../../files/file-name.ts";
import { findGiven, isMap, readBoolean, readText } from "./field-values.ts";
import type { FrontMatter } from "../front-matter.ts";
import { isAmongPosts, isCollection, isFolderIndex, readNameDate } from "./path-conventions.ts";
import { shorten } from "../../wording/shorten.ts";

/** What the fields and the name of a file say of its being a page of its site, and no article. */
export interface PageSigns {
  /** What shows that it is a page, in words that follow "because"; undefined: nothing does. */
  readonly page: string | undefined;
  /** The file says that it is a post, wherever it lies. */
  readonly isPost: boolean;
}

const kindKeys: ReadonlySet<string> = new Set([
  "layout",
  "type",
  "template",
  "templatekey",
  "posttype",
  "pagelayout",
  "view",
]);

/** Fields that say which template shows a file; the others of `kindKeys` may say what it is about. */
const templateKeys: ReadonlySet<string> = new Set(["layout", "template", "templatekey", "pagelayout"]);

/** What is a page wherever it says so. */
const plainKinds = new Set("page pages homepage 404 notfound redirect sitemap".split(" "));
/** What generators and their themes call the templates of pages that lead to articles. */
const pageKinds = new Set(
  "home index landing category categories tag tags archive archives 标签 標籤 分类 分類 归档 歸檔".split(" "),
);
/** What they call those of pages that stand beside articles; a post among posts may be of such a kind too. */
const sidePageKinds = new Set(
  "about aboutme author authors friendlink friendlinks flink contact search guestbook messageboard privacypolicy imprint bangumi 友链 友情链接 友情鏈接 关于 關於 留言板".split(
    " ",
  ),
);
/** What some call pages and others forms of posts, such as the links of a link blog: a page has such a name too. */
const formKinds = new Set(
  "links friend friends error privacy terms timeline link message gallery photos music movies books".split(
    " ",
  ),
);
const allKinds = [plainKinds, pageKinds, sidePageKinds, formKinds];
/** Netlify CMS names the templates of its pages so. */
const pageTemplate = /^(?:about|index|home|contact|landing|products?|pricing|basic|static)[-_]page$/;
const postKinds = /^(?:blog|news|single)?[-_. ]?(?:posts?|article|entry|item)$/i;

/** Fields by which themes of VuePress, Eleventy, Hugo and Ghost's exports mark a page, each with the answer that does. */
const switches: ReadonlyMap<string, boolean> = new Map([
  ["home", true],
  ["page", true],
  ["ispage", true],
  ["headless", true],
  ["article", false],
  ["archivespage", true],
  ["categoriespage", true],
  ["tagspage", true],
  ["eleventyexcludefromcollections", true],
]);

/** What no generator means as an article, unless it lies among posts or is named by a date: files, and folders that are one. */
const pageName = /^about(?:-?me)?$/i;
const pageFolder = /^(?:about(?:-?me)?|archives?|tags|categories)$/i;

/** Folders that hold a site. */
const siteFolder = /^(?:contents?|pages|src|source|docs|site|web|website)$/i;

/**
 * Whether a file is a page of its site rather than an article: by a field such as `layout: page` or `type: tags`, as the front
 * page of a folder that holds articles (`posts/index.md`), or by a name such as `about.md`. What lies in `_posts` or
 * `_drafts` is a post whatever it says, and so is what says that it is one.
 */
export function readPageSigns(path: string, fields: FrontMatter): PageSigns {
  const kinds = findGiven(fields, kindKeys).flatMap((key) => {
    const kind = readText(fields, key);
    return kind === undefined ? [] : [{ key, kind, base: toBase(key, kind) }];
  });
  const isPost =
    /(?:^|\/)_(?:posts|drafts)\//.test(path) ||
    kinds.some(({ base }) => postKinds.test(base)) ||
    readBoolean(fields, "article") === true;
  if (isPost) return { page: undefined, isPost };
  return {
    page: findKind(kinds, path) ?? findSwitch(fields, path) ?? findName(path, fields),
    isPost,
  };
}

/** `../layouts/Page.astro` and `page.njk` as `page`; Zola's `page.html` is what it shows any article with. */
function toBase(key: string, kind: string): string {
  const file = kind.split("/").at(-1) ?? "";
  return key === "template" ? file : file.replace(/\.\w+$/, "");
}

interface Kind {
  readonly key: string;
  readonly kind: string;
  readonly base: string;
}

function findKind(kinds: readonly Kind[], path: string): string | undefined {
  if (kinds.length === 0) return undefined;
  const isIndex = isFolderIndex(path.slice(path.lastIndexOf("/") + 1));
  // Among posts, a layout says how one looks.
  if (isAmongPosts(path) && !isIndex) return undefined;
  // What lies in a collection of Jekyll's is one of many, whatever shows it.
  if (isCollection(path)) return undefined;
  const isSide = !isAmongPosts(path) && readNameDate(path) === undefined;
  const folded = (text: string): string => text.toLowerCase().replace(/[\s_-]+/g, "");
  const ownName = folded(nameOf(path));
  const hasPageName = allKinds.some((known) => known.has(ownName));
  const found = kinds.find(({ key, base }) => {
    const kind = folded(base);
    if (plainKinds.has(kind)) return true;
    if (key === "templatekey" && pageTemplate.test(base.toLowerCase())) return true;
    const isTemplate = templateKeys.has(key);
    if (pageKinds.has(kind)) return isTemplate || hasPageName;
    if (sidePageKinds.has(kind)) return isSide && (isTemplate || hasPageName);
    return isSide && hasPageName && formKinds.has(kind);
  });
  return found === undefined ? undefined : `its ${found.key} is ${JSON.stringify(shorten(found.kind, 80))}`;
}

function findSwitch(fields: FrontMatter, path: string): string | undefined {
  for (const key of findGiven(fields, switches)) {
    const means = switches.get(key) ?? true;
    // A match may be at home; VuePress' home is its folder's README.
    if (key === "home" && !/^(?:home|index|readme|welcome)$/i.test(fileName(path))) continue;
    const answer = means ? /^(?:true|yes|on)$/i : /^(?:false|no|off)$/i;
    if (answer.test(readText(fields, key) ?? "")) return `it says ${key}: ${means}`;
  }
  const plugin = ["excalidrawplugin", "kanbanplugin"].find((key) => fields.has(key));
  if (plugin !== undefined)
    return `it holds a ${plugin.startsWith("kanban") ? "board" : "drawing"} of a plugin of Obsidian's`;
  // Grav lists other pages by `content: { items: "@self.children" }`.
  const content = fields.get("content");
  if (isMap(content) && content.has("items")) return "it lists the items of other pages";
  return isMap(fields.get("pagecomponent")) ? "it only holds a pageComponent" : undefined;
}

const languageName = new RegExp(`^${languageTag}$`, "i");
/** Languages in which sites are written, and whose tags are no words, such as `ai`, `it` and `up`. */
const siteLanguage =
  /^(?:ar|bg|bn|cs|da|de|el|en|es|eu|fa|fi|fr|gl|hu|ja|ko|lt|lv|nb|nl|pl|pt|ro|ru|sk|sl|sr|sv|sw|th|tr|uk|ur|vi|zh)$/i;

/** What a site shows for an address that leads nowhere, by a file that is called `404`; the four hundred and fourth of numbered notes is called so too. */
function findNotFound(path: string, fields: FrontMatter): string | undefined {
  if (isAmongPosts(path)) return undefined;
  const saysSo =
    /^404\b|not found/i.test(readText(fields, "title") ?? "") ||
    /^\/?404(?:\.html)?\/?$/.test(readText(fields, "permalink", "url", "slug") ?? "");
  return saysSo ? "it is the page for addresses that lead nowhere" : undefined;
}

/** The name of a file without its ending; of a folder's own article, the folder's. */
function nameOf(path: string): string {
  const folders = path.split("/");
  const file = folders.pop() ?? "";
  return isOwnArticle(file) ? (folders.pop() ?? "") : withoutEnding(file);
}

function isLanguageFolder(name: string): boolean {
  return languageName.test(name) && siteLanguage.test(name.split(/[-_]/, 1)[0] ?? name);
}

function fileName(path: string): string {
  return withoutEnding(path.slice(path.lastIndexOf("/") + 1));
}

function isOwnArticle(file: string): boolean {
  // What has a day in its name is no front page.
  return isFolderIndex(file) && !/^(?:_|readme\.|\d)/i.test(file);
}

function findName(path: string, fields: FrontMatter): string | undefined {
  const isIndex = isOwnArticle(path.slice(path.lastIndexOf("/") + 1));
  const name = nameOf(path);
  if (isIndex && (name === "" || isFront(name, path))) return "it is the front page of its folder";
  if (name === "404") return findNotFound(path, fields);
  const isPage = (isIndex ? pageFolder : pageName).test(name);
  if (!isPage || isAmongPosts(path) || readNameDate(path) !== undefined) return undefined;
  return `its name is ${name}`;
}

/** Whether a folder holds a site, its articles in one language, or posts. */
function isFront(folder: string, path: string): boolean {
  const above = path.split("/").at(-3);
  const isLanguage = isLanguageFolder(folder) && (above === undefined || siteFolder.test(above));
  return isLanguage || (siteFolder.test(folder) && !isAmongPosts(path)) || isAmongPosts(`${folder}/`);
}
