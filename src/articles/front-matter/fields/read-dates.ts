import { ArticleRefusal } from "../../article-refusal.ts";
import type { FileNote } from "../../parsed-file.ts";
import {
  chooseReading,
  dayOf,
  findMonthLanguage,
  findOrder,
  type DateEvidence,
} from "../dates/date-evidence.ts";
import {
  dateKeys,
  publishKeys,
  postedKeys,
  createdKeys,
  updateKeys,
  monthFirstKeys,
  expiryKeys,
  allKeys,
} from "./date-keys.ts";
import { asDateText, type DatedFile, findOtherDate, type Update } from "./find-other-date.ts";
import { findGiven, findValue, isList, isMap, readText } from "./field-values.ts";
import type { FrontMatter } from "../front-matter.ts";
import { languageKeys } from "./normalise-language.ts";
import { parseDate, type MonthPlace, type ParsedDate } from "../dates/parse-date.ts";
import { findKeyLine } from "../syntax/parse-front-matter.ts";
import { readFolderDate, readPathDate, readPathLanguage } from "./path-conventions.ts";
import { readNameFigures } from "../dates/unusual-name-date.ts";
import type { SplitFile } from "../syntax/split-file.ts";
import type { WrittenDate } from "../../../platform/zone-time.ts";

export interface ArticleDates {
  readonly published: WrittenDate | undefined;
  readonly embargo: WrittenDate | undefined;
  readonly updated: WrittenDate | undefined;
  readonly expires: WrittenDate | undefined;
  /** What they prove of their author: which of two figures is the month. */
  readonly monthComes: MonthPlace | undefined;
}

/** What people write for no end at all. */
const noEnd = /^(?:never|no|false|off|0|-1)$/i;

/**
 * Eleventy's and Quarto's words for dates that it takes from elsewhere; what a template or R is yet to fill in; the pattern of a date;
 * Hugo's date of nothing.
 */
const noDate =
  /^(?:git )?(?:last modified|created)$|^:git$|^(?:last-modified|today|now)$|^0001-01-01|^(?:null|~|none|nil|undefined|invalid date)$|^<%.*%>$|^\{\{.*\}\}$|^[^`]{0,60}`(?:r|\{\w+\}) [^`]*`.*$|^(?:YYYY|\d{4})-(?:MM|XX)-(?:DD|XX)\b.*$/i;

/** Whether a text stands for no date; hardly any that begins with a year does. */
function isNoDate(text: string): boolean {
  return !/^[12]\d{3}-\d/.test(text) && noDate.test(text);
}

const isAnswer = /^(?:true|false|yes|no|on|off|0|1|draft|published)$/i;

/**
 * The dates that front matter gives. One that can be two days is the one that the file's name, another date beside it or the
 * language tells.
 *
 * @throws ArticleRefusal with the line, for a date that does not exist, that can be two days, or that is no date: an article
 * is never moved to another day. Only an update's date that is no date at all is let go, with a note.
 */
export function readDates(written: FrontMatter, file: DatedFile, notes: FileNote[]): ArticleDates {
  const fields = withFlatDates(written);
  const orders = new Set<MonthPlace>();
  const own = (key: string, text: string): ParsedDate => {
    const parsed = parseDate(withoutBrokenTime(withChinaTime(text, fields, file), key, file.split, notes));
    if (parsed.kind === "date" && parsed.monthComes !== undefined) orders.add(parsed.monthComes);
    return decide(parsed, fields, file, key);
  };
  const given = new Set(findGiven(fields, allKeys));
  const read = (keys: readonly string[]): WrittenDate | undefined => {
    for (const key of keys) {
      if (!given.has(key)) continue;
      const date = readDate(fields, key, file.split, own);
      if (date !== undefined) return date;
    }
    return undefined;
  };
  const dated = read(dateKeys);
  const isOther = (key: string): boolean =>
    dated !== undefined && given.has(key) && tellsOfPublisher(fields, key, file.split, notes);
  const others = publisherKeys.filter(isOther);
  const embargo = read(
    others.length === 0 ? publishKeys : publishKeys.filter((key) => !others.includes(key)),
  );
  const published = dated ?? embargo ?? read(postedKeys) ?? read(createdKeys);
  const updated = readUpdate(fields, given, file.split, notes, own);
  const figures = readNameFigures(file.path);
  if (figures?.parsed.kind === "date" && figures.parsed.monthComes !== undefined)
    orders.add(figures.parsed.monthComes);
  const elsewhere = (): WrittenDate | undefined =>
    hasDateInPath(file.path)
      ? undefined
      : (findOtherDate(fields, file, updated, notes) ??
        (figures?.parsed.kind === "ambiguous"
          ? takeOne(figures.text, "the file's name", decide(figures.parsed, fields, file, "date"), undefined)
          : undefined));
  const dates = {
    published: published ?? elsewhere(),
    embargo: dated === undefined ? undefined : embargo,
    updated: updated?.date,
    expires: read(expiryKeys),
  };
  const [monthComes] = orders;
  return { ...dates, monthComes: orders.size === 1 ? monthComes : undefined };
}

/** Fields that say when, and of books and of what stands elsewhere where. */
const publisherKeys: readonly string[] = ["published", "publishedat"];

/**
 * Whether `published` or `publishedAt`, beside a date of the article's own, is no day but the year or the house of a book, or
 * the places where the article stands; with a note.
 */
function tellsOfPublisher(fields: FrontMatter, key: string, split: SplitFile, notes: FileNote[]): boolean {
  const value = findValue(fields, [key])?.value;
  if (value === undefined || value === null) return false;
  const text = typeof value === "string" ? asDateText(value) : undefined;
  if (text !== undefined && (isAnswer.test(text) || isNoDate(text) || parseDate(text).kind !== "unreadable"))
    return false;
  const shown = text === undefined ? "A list or a map" : JSON.stringify(text.slice(0, 80));
  notes.push({
    line: findKeyLine(split, key),
    message: `${shown} in ${key} is not a date and is left out.`,
  });
  return true;
}

function hasDateInPath(path: string): boolean {
  return (readPathDate(path) ?? readFolderDate(path)) !== undefined;
}

/** A date whose zone is `CST`, which is China's where the article is Chinese, and America's elsewhere. */
function withChinaTime(text: string, fields: FrontMatter, { split, opening }: DatedFile): string {
  if (!/\bCST\b/.test(text)) return text;
  const language = readText(fields, ...languageKeys);
  const isChinese =
    language === undefined
      ? /^(?=[^]*\p{Script=Han}{2})(?![^]*[\u3040-\u30ff])/u.test(`${split.block}\n${opening()}`)
      : /^zh\b/i.test(language);
  return isChinese ? text.replace(/\bCST\b/, "+0800") : text;
}

/** A day and figures behind it that are no time, `2026-11-20 20:--:00`, as the day; with a note. */
function withoutBrokenTime(text: string, key: string, split: SplitFile, notes: FileNote[]): string {
  const [, day, time] = /^(\d{4}-\d{2}-\d{2})[T ]([\d:_?xX-]{2,8})$/.exec(text) ?? [];
  if (day === undefined || time === undefined || !/^\d\d?:.*[_?xX-]/.test(time)) return text;
  if (parseDate(text).kind !== "unreadable") return text;
  notes.push({
    line: findKeyLine(split, key),
    message: `${JSON.stringify(time)} in ${key} is no time of day and is left out.`,
  });
  return day;
}

/** A date that can be two days as the one of them that the article itself shows to be meant. */
function decide(parsed: ParsedDate, fields: FrontMatter, file: DatedFile, key: string): ParsedDate {
  if (parsed.kind !== "ambiguous") return parsed;
  const { path, split } = file;
  const isOfName = !updateKeys.includes(key) && !expiryKeys.includes(key);
  const evidence: DateEvidence = {
    day: isOfName ? (readPathDate(path) ?? readFolderDate(path)) : undefined,
    // Quarto reads figures with slashes as Americans do.
    monthComes: monthFirstKeys.includes(key)
      ? "first"
      : (findOrder(split.block) ?? (/\.qmd$/i.test(path) ? "first" : file.monthComes)),
    language:
      readText(fields, ...languageKeys) ??
      readPathLanguage(path) ??
      findMonthLanguage(`${split.block}\n${file.opening()}`),
  };
  const chosen = chooseReading(parsed.readings, evidence);
  return chosen === undefined ? parsed : { kind: "date", written: chosen.written };
}

/**
 * Material for MkDocs keeps all dates in one table, `date: { created: …, updated: … }`, Quarto one with its form; Docusaurus says
 * who made the last update beside its date, `last_update: { date: …, author: … }`; Wiki.js' `date` is that of the last change.
 */
function withFlatDates(fields: FrontMatter): FrontMatter {
  const table = fields.get("date");
  const update = fields.get("lastupdate");
  if (isOfWiki(fields))
    return new Map([
      ...fields,
      ["date", fields.get("datecreated") ?? null],
      ["lastmod", fields.get("date") ?? null],
    ]);
  if (!isMap(table) && !isMap(update)) return fields;
  return new Map([
    ...fields,
    ...(isMap(table) ? [...table, ["date", table.get("value") ?? null] as const] : []),
    ...(isMap(update) ? [["lastupdate", update.get("date") ?? null] as const] : []),
  ]);
}

/** Whether a file is a page of Wiki.js, which says with which editor it was written. @see https://docs.requarks.io/storage */
function isOfWiki(fields: FrontMatter): boolean {
  return (
    typeof fields.get("datecreated") === "string" &&
    typeof fields.get("date") === "string" &&
    /^(?:markdown|code|ckeditor|asciidoc|visual|api)$/.test(readText(fields, "editor") ?? "")
  );
}

function readDate(
  fields: FrontMatter,
  key: string,
  split: SplitFile,
  parse: (key: string, text: string) => ParsedDate,
): WrittenDate | undefined {
  const found = findValue(fields, [key])?.value;
  const only = isList(found) && found.length === 1 ? found[0] : found;
  // What PHP writes of a day, with its zone: `{ date: "2026-11-20 09:30:00.000000", timezone: UTC }`.
  const value = isMap(only) && only.has("timezone") ? only.get("date") : only;
  // What blogdown leaves where there is no date is an empty list.
  if (value === undefined || value === null || (isList(value) && value.length === 0)) return undefined;
  const text = typeof value === "string" ? asDateText(value) : undefined;
  if (text === "" || (text !== undefined && isNoDate(text))) return undefined;
  if (text !== undefined && expiryKeys.includes(key) && noEnd.test(text)) return undefined;
  // `published: false` and the like are no dates but yes or no.
  if (text !== undefined && key.includes("publish") && isAnswer.test(text)) return undefined;
  // What `publish` says without being yes, no or a day holds the article back, and that is told of there.
  if (key === "publish" && (text === undefined || parseDate(text).kind === "unreadable")) return undefined;
  const findLine = (): number | undefined => findKeyLine(split, key);
  if (text === undefined) {
    const line = findLine();
    // To YAML, `{{ date }}` is a map of a map.
    const row = line === undefined ? "" : (split.block.split("\n")[line - split.blockLine] ?? "");
    if (/:[ \t]*\{\{/.test(row) && row.trimEnd().endsWith("}}")) return undefined;
    throw new ArticleRefusal(`The field ${key} is a list or a map; expected one date.`, line);
  }
  return takeOne(text, key, parse(key, text), findLine);
}

/** @throws ArticleRefusal where it is not one day, saying where it stands. */
function takeOne(
  text: string,
  place: string,
  parsed: ParsedDate,
  findLine: (() => number | undefined) | undefined,
): WrittenDate {
  switch (parsed.kind) {
    case "date":
      return parsed.written;
    case "ambiguous":
      throw new ArticleRefusal(
        `The date ${JSON.stringify(text)} in ${place} can be read as two different days, ${parsed.readings.map(({ written }) => dayOf(written)).join(" or ")}; write the year first.`,
        findLine?.(),
        parsed.readings.some(({ monthComes }) => monthComes !== undefined),
      );
    case "impossible":
      throw new ArticleRefusal(
        `The date ${JSON.stringify(text)} in ${place} ${parsed.reason}.`,
        findLine?.(),
      );
    case "unreadable":
      throw new ArticleRefusal(
        `${JSON.stringify(text.slice(0, 80))} in ${place} is not a date; expected one such as 2026-11-20 or 2026-11-20 09:30.`,
        findLine?.(),
      );
  }
}

function readUpdate(
  fields: FrontMatter,
  given: ReadonlySet<string>,
  split: SplitFile,
  notes: FileNote[],
  parse: (key: string, text: string) => ParsedDate,
): Update | undefined {
  for (const key of updateKeys) {
    if (!given.has(key)) continue;
    const value = findValue(fields, [key])?.value;
    const text = typeof value === "string" ? asDateText(value) : "";
    if (text === "" || isNoDate(text)) continue;
    if (parseDate(text).kind !== "unreadable") {
      const date = readDate(fields, key, split, parse);
      return date === undefined ? undefined : { key, date };
    }
    notes.push({
      line: findKeyLine(split, key),
      message: `${JSON.stringify(text.slice(0, 80))} in ${key} is not a date and is left out.`,
    });
  }
  return undefined;
}
