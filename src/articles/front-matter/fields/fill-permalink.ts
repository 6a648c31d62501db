import { withoutEnding } from "../../files/file-name.ts";
import type { WrittenDate } from "../../../platform/zone-time.ts";
import type { FrontMatter, FrontMatterValue } from "../front-matter.ts";
import { isList, readText } from "./field-values.ts";
import { isFolderIndex, isLanguageFolder, readNameDate, withoutSourceFolder } from "./path-conventions.ts";

/** What an article's placeholders stand for, besides its front matter. */
export interface AddressFacts {
  readonly path: string;
  readonly title: string;
  readonly published: WrittenDate | undefined;
}

/** Jekyll's names for the forms of addresses. One that it has others for, by its version, has none here. */
const styles: ReadonlyMap<string, string | undefined> = new Map([
  ["date", "/:categories/:year/:month/:day/:title:output_ext"],
  ["pretty", "/:categories/:year/:month/:day/:title/"],
  ["ordinal", "/:categories/:year/:y_day/:title:output_ext"],
  ["none", "/:categories/:title:output_ext"],
  ["weekdate", undefined],
]);

/** Whether a permalink is the name of a form and no address. */
export function isPermalinkStyle(written: string): boolean {
  return styles.has(written);
}

/**
 * The address that a pattern of Jekyll's makes of an article, `/blog/:year/:title/`, or the name of one, `pretty`, for a post;
 * undefined where a placeholder is not known.
 *
 * @see https://jekyllrb.com/docs/permalinks/
 */
export function fillJekylls(written: string, fields: FrontMatter, facts: AddressFacts): string | undefined {
  const isPost = /(?:^|\/)_(?:posts|drafts)\//.test(facts.path);
  const pattern = styles.has(written) ? (isPost ? styles.get(written) : undefined) : written;
  if (pattern === undefined) return undefined;
  const slug = readText(fields, "slug");
  const name = readName(facts.path).replace(/\.[a-z]+$/i, "");
  const title = slug ?? name.replace(/^\d{2,4}-\d{1,2}-\d{1,2}-(?=.)/, "");
  return fill(pattern, (placeholder) => {
    switch (placeholder) {
      case "title":
        return toWords(title, /[^\p{L}\p{M}\p{N}._~!$&'()+,;=@]+/gu);
      case "slug":
        return toWords(title, notLetters).toLowerCase();
      case "name":
      case "basename":
      case "filename":
        return toWords(name, notLetters).toLowerCase();
      case "path":
        return readBelow(facts.path);
      case "collection":
        return collection.exec(facts.path)?.[1];
      case "output_ext":
        return ".html";
      case "categories":
        return readCategories(fields, facts.path).join("/");
      case "slugified_categories":
        return readCategories(fields, facts.path)
          .map((category) => toWords(category, notLetters))
          .join("/");
      default:
        return readDay(placeholder, fields, facts);
    }
  });
}

/**
 * The address that a pattern of Hugo's makes of an article, `/:section/:slug/`; undefined where a token is not known.
 *
 * @see https://gohugo.io/content-management/urls/#tokens
 */
export function fillHugos(pattern: string, fields: FrontMatter, facts: AddressFacts): string | undefined {
  const slug = readText(fields, "slug");
  const name = withoutEnding(readName(facts.path));
  return fill(pattern, (token) => {
    switch (token) {
      case "title":
        return toPath(facts.title);
      case "slug":
        return toPath(slug ?? facts.title);
      case "filename":
      case "contentbasename":
        return toPath(name);
      case "slugorfilename":
      case "slugorcontentbasename":
        return toPath(slug ?? name);
      case "section":
        return readSection(facts.path);
      case "yearday":
        return readDay("y_day", fields, facts)?.replace(/^0+/, "");
      default:
        return /^(?:year|month|day)$/.test(token) ? readDay(token, fields, facts) : undefined;
    }
  });
}

const notLetters = /[^\p{L}\p{M}\p{N}]+/gu;
/** A folder of Jekyll's that holds documents of one kind. */
const collection = /(?:^|\/)_([^/]+)\//;

/** A pattern with each of its placeholders filled, never two slashes in a row. */
function fill(pattern: string, find: (placeholder: string) => string | undefined): string | undefined {
  const unknown: string[] = [];
  const filled = pattern.replace(/:([a-z_]+)/g, (_all, placeholder: string) => {
    const value = find(placeholder);
    if (value === undefined) unknown.push(placeholder);
    return value ?? "";
  });
  return unknown.length === 0 && !/[:[\]{}<>\s]/.test(filled) ? filled.replace(/\/{2,}/g, "/") : undefined;
}

/** The name of a file, or of its folder where it is that folder's own article. */
function readName(path: string): string {
  const [file = "", folder] = path.split("/").reverse();
  return isFolderIndex(file) && folder !== undefined ? `${folder}.md` : file;
}

/** Where a document lies below its collection's folder, or a page's folder. */
function readBelow(path: string): string {
  const found = collection.exec(path);
  return found === null
    ? path.slice(0, path.lastIndexOf("/") + 1)
    : path.slice(found.index + found[0].length).replace(/\.[a-z]+$/i, "");
}

/** In small letters: the folders above `_posts`, and what front matter gives. */
function readCategories(fields: FrontMatter, path: string): string[] {
  const at = `/${withoutSourceFolder(path)}`.indexOf("/_posts/");
  const above =
    at < 1
      ? []
      : withoutSourceFolder(path)
          .slice(0, at - 1)
          .split("/");
  const given = toNames(fields.get("categories"), /\s+/) ?? toNames(fields.get("category"), undefined) ?? [];
  return [...new Set([...above, ...given].map((category) => category.toLowerCase()))];
}

function toNames(value: FrontMatterValue | undefined, separator: RegExp | undefined): string[] | undefined {
  if (isList(value)) return value.filter((item) => typeof item === "string");
  if (typeof value !== "string") return undefined;
  return (separator === undefined ? [value] : value.split(separator)).filter((name) => name !== "");
}

/** The first folder of the content, where a language's is not before it. */
function readSection(path: string): string | undefined {
  const folders = withoutSourceFolder(path).split("/");
  if (isFolderIndex(folders.pop() ?? "")) folders.pop();
  const [section = ""] = folders;
  return isLanguageFolder(section) ? undefined : section;
}

const clock = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2}))?)?/;

/** A part of the day and the hour on which it was published, as they are written. */
function readDay(
  placeholder: string,
  fields: FrontMatter,
  { path, published }: AddressFacts,
): string | undefined {
  // An instant has another day elsewhere; the author's is the one that stands there.
  const local = typeof published === "number" ? (readText(fields, "date") ?? readNameDate(path)) : published;
  const found = clock.exec(typeof local === "string" ? local : "");
  if (found === null) return undefined;
  const [, year = "", month = "", day = "", hour = "00", minute = "00", second = "00"] = found;
  switch (placeholder) {
    case "year":
      return year;
    case "short_year":
      return year.slice(2);
    case "month":
      return month;
    case "i_month":
      return month.replace(/^0/, "");
    case "day":
      return day;
    case "i_day":
      return day.replace(/^0/, "");
    case "y_day":
      return `${(Date.parse(`${year}-${month}-${day}`) - Date.parse(`${year}-01-01`)) / 86_400_000 + 1}`.padStart(
        3,
        "0",
      );
    case "hour":
      return hour;
    case "minute":
      return minute;
    case "second":
      return second;
    default:
      return undefined;
  }
}

/** Jekyll's: hyphens for what has no place in a name, none at its ends. */
function toWords(text: string, others: RegExp): string {
  return text.replace(others, "-").replace(/^-|-$/g, "");
}

/** Hugo's: small letters, hyphens for spaces, and no signs. */
function toPath(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}._\s+~-]+/gu, "")
    .trim()
    .replace(/[\s-]+/g, "-");
}
