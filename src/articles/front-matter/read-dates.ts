import { ArticleRefusal } from "../article-refusal.ts";
import type { FileNote } from "../parsed-file.ts";
import { findValue, isMap } from "./field-values.ts";
import type { FrontMatter } from "./front-matter.ts";
import { parseDate } from "./parse-date.ts";
import { findKeyLine } from "./parse-front-matter.ts";
import type { SplitFile } from "./split-front-matter.ts";
import type { WrittenDate } from "../../platform/zone-time.ts";

export interface ArticleDates {
  readonly published: WrittenDate | undefined;
  readonly embargo: WrittenDate | undefined;
  readonly updated: WrittenDate | undefined;
  readonly expires: WrittenDate | undefined;
}

const dateKeys = ["date", "pubdate", "pubdatetime"];
const publishKeys = [
  "publishdate",
  "publisheddate",
  "published",
  "publishedat",
  "publishedon",
  "publishedtime",
  "datepublished",
  "publicationdate",
];
const postedKeys = ["postdate", "posted", "postedat", "rsspubdate"];
const createdKeys = ["created", "createdat", "createdon", "datecreated", "creationdate"];
const updateKeys =
  "lastmod updated updatedat updatedon updateddate updatedate moddatetime lastmodified lastmodification lastmodifiedat lastupdated modified modifiedat modifieddate datemodified dateupdated".split(
    " ",
  );
const expiryKeys = ["expirydate", "expires", "expiresat", "expirationdate", "unpublishdate"];

/**
 * Eleventy's words for dates that it takes from elsewhere; what a template or R is yet to fill in; the pattern of a date;
 * Hugo's date of nothing.
 */
const noDate =
  /^(?:git )?(?:last modified|created)$|^:git$|^0001-01-01|^<%.*%>$|^\{\{.*\}\}$|^`r .*`$|^(?:YYYY|\d{4})-(?:MM|XX)-(?:DD|XX)$/i;

/**
 * The dates that front matter gives.
 *
 * @throws ArticleRefusal with the line, for a date that does not exist or that is no date: an article is never moved to
 * another day. Only an update's date that is no date at all is let go, with a note.
 */
export function readDates(written: FrontMatter, split: SplitFile, notes: FileNote[]): ArticleDates {
  const fields = withFlatDates(written);
  const read = (keys: readonly string[]): WrittenDate | undefined => {
    for (const key of keys) {
      const date = readDate(fields, key, split);
      if (date !== undefined) return date;
    }
    return undefined;
  };
  const dated = read(dateKeys);
  const embargo = read(publishKeys);
  return {
    published: dated ?? embargo ?? read(postedKeys) ?? read(createdKeys),
    embargo: dated === undefined ? undefined : embargo,
    updated: readUpdate(fields, split, notes),
    expires: read(expiryKeys),
  };
}

/** Material for MkDocs keeps all dates in one table, `date: { created: …, updated: … }`. */
function withFlatDates(fields: FrontMatter): FrontMatter {
  const table = fields.get("date");
  return isMap(table) ? new Map([...fields, ...table, ["date", null]]) : fields;
}

function readDate(fields: FrontMatter, key: string, split: SplitFile): WrittenDate | undefined {
  const value = findValue(fields, [key])?.value;
  if (value === undefined) return undefined;
  const text = typeof value === "string" ? asDateText(value) : undefined;
  if (text === "" || (text !== undefined && noDate.test(text))) return undefined;
  // `published: false` and the like are no dates but yes or no.
  if (
    text !== undefined &&
    key.startsWith("publish") &&
    /^(?:true|false|yes|no|on|off|0|1|draft|published)$/i.test(text)
  )
    return undefined;
  const line = findKeyLine(split, key);
  // To YAML, `{{ date }}` is a map of a map.
  const row = line === undefined ? "" : (split.block.split("\n")[line - split.blockLine] ?? "");
  if (text === undefined && /:[ \t]*\{\{.*\}\}[ \t]*$/.test(row)) return undefined;
  if (text === undefined)
    throw new ArticleRefusal(`The field ${key} is a list or a map; expected one date.`, line);
  const parsed = parseDate(text);
  switch (parsed.kind) {
    case "date":
      return parsed.written;
    case "impossible":
      throw new ArticleRefusal(`The date ${JSON.stringify(text)} in ${key} ${parsed.reason}.`, line);
    case "unreadable":
      throw new ArticleRefusal(
        `${JSON.stringify(text.slice(0, 80))} in ${key} is not a date; expected one such as 2026-11-20 or 2026-11-20 09:30.`,
        line,
      );
  }
}

/** Obsidian links a day to its note: `[[2026-11-20]]`, `[[Journal/2026-11-20|Friday]]`. */
function asDateText(value: string): string {
  return value.trim().replace(/^\[\[(?:[^\]|]*\/)?([^\]|/]+)(?:\|[^\]]*)?\]\]$/, "$1");
}

function readUpdate(fields: FrontMatter, split: SplitFile, notes: FileNote[]): WrittenDate | undefined {
  for (const key of updateKeys) {
    const value = findValue(fields, [key])?.value;
    const text = typeof value === "string" ? asDateText(value) : "";
    if (text === "" || noDate.test(text)) continue;
    if (parseDate(text).kind !== "unreadable") return readDate(fields, key, split);
    notes.push({
      line: findKeyLine(split, key),
      message: `${JSON.stringify(text.slice(0, 80))} in ${key} is not a date and is left out.`,
    });
  }
  return undefined;
}
