import { trimEndOf } from "../../../platform/trim-end.ts";
import { looseKeys } from "./date-keys.ts";
import { isMap, readText } from "./field-values.ts";
import type { FrontMatter } from "../front-matter.ts";
import { parseDate, type MonthPlace } from "../dates/parse-date.ts";
import { findKeyLine } from "../syntax/parse-front-matter.ts";
import { readBodyDate, readClosingDate, readExportDate } from "./read-body-date.ts";
import type { FileNote } from "../../parsed-file.ts";
import type { SplitFile } from "../syntax/split-file.ts";
import type { WrittenDate } from "../../../platform/zone-time.ts";

/** Where the front matter stands that dates are read from. */
export interface DatedFile {
  readonly path: string;
  readonly split: SplitFile;
  /** The opening of the body, for what tells the author's language. */
  readonly opening: () => string;
  /** The end of the body. */
  readonly closing: () => string;
  /** The line that the body starts on, 1-based. */
  readonly bodyLine: () => number;
  /** Which of two figures is the month in the other articles of the folder, where they show it. */
  readonly monthComes: MonthPlace | undefined;
}

/** A date of change, and the field that gives it. */
export interface Update {
  readonly key: string;
  readonly date: WrittenDate;
}

/**
 * The date of an article whose fields and name give none: in a field that may hold one, in its history, its address or a line
 * above the text, and last that of its last change. A note tells of all but the first.
 */
export function findOtherDate(
  fields: FrontMatter,
  file: DatedFile,
  updated: Update | undefined,
  notes: FileNote[],
): WrittenDate | undefined {
  return (
    readLoose(fields) ??
    readRevisions(fields, file, notes) ??
    readAddressDate(fields, file, notes) ??
    readByLineDate(file, notes) ??
    readStart(fields, file, notes) ??
    readLastResort(file, updated, notes)
  );
}

function readLoose(fields: FrontMatter): WrittenDate | undefined {
  for (const key of looseKeys) {
    const parsed = parseDate(asDateText(readText(fields, key) ?? ""));
    if (parsed.kind === "date") return parsed.written;
  }
  return undefined;
}

/** The first day of an article's history, `revision: { "2026-11-20": First version. }`, as Anax keeps it, with a note. */
function readRevisions(
  fields: FrontMatter,
  { split }: DatedFile,
  notes: FileNote[],
): WrittenDate | undefined {
  const key = ["revision", "revisions"].find((name) => isMap(fields.get(name)));
  const history = key === undefined ? undefined : fields.get(key);
  if (key === undefined || !isMap(history)) return undefined;
  // Names of fields have lost their hyphens.
  const days = [...history.keys()].sort();
  if (!days.every((day) => /^(?:19|20)\d{6}$/.test(day))) return undefined;
  const parsed = parseDate((days[0] ?? "").replace(/^(\d{4})(\d{2})/, "$1-$2-"));
  if (parsed.kind !== "date") return undefined;
  notes.push({
    line: findKeyLine(split, key),
    message: `The first day in ${key} is the only date it gives, and is taken for its date.`,
  });
  return parsed.written;
}

/** The fields of an article's own address, in any generator. */
const addressKeys = ["permalink", "path", "url", "slug"];
const datedAddress = /^(?!\w+:|\/\/)(?:.*\/)?((?:19|20)\d{2})\/(\d{1,2})\/(\d{1,2})(?=\/|$)/;

/** The day in its own address, `2026/11/20/title`, with a note; one on another site tells when that was published. */
function readAddressDate(
  fields: FrontMatter,
  { split }: DatedFile,
  notes: FileNote[],
): WrittenDate | undefined {
  for (const key of addressKeys) {
    const [, year, month = "", day = ""] = datedAddress.exec(readText(fields, key) ?? "") ?? [];
    if (year === undefined) continue;
    const parsed = parseDate(`${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`);
    if (parsed.kind !== "date") continue;
    notes.push({
      line: findKeyLine(split, key),
      message: `The day in ${key} is the only date it gives, and is taken for its date.`,
    });
    return parsed.written;
  }
  return undefined;
}

/** The date in a line above the text, or in the last line of a short one, with a note. */
function readByLineDate(
  { opening, closing, bodyLine }: DatedFile,
  notes: FileNote[],
): WrittenDate | undefined {
  const text = opening();
  const above = readBodyDate(text);
  const found = above ?? readClosingDate(text);
  if (found === undefined) return readExported(closing(), notes);
  const place = above === undefined ? "below" : "above";
  notes.push({
    line: bodyLine() + found.line,
    message: `${JSON.stringify(found.text.slice(0, 80))}, ${place} the text, is the only date it gives, and is taken for its date.`,
  });
  return found.written;
}

/** The date in the line that Medium puts below a text that it exports, with a note. */
function readExported(closing: string, notes: FileNote[]): WrittenDate | undefined {
  const found = readExportDate(closing);
  if (found === undefined) return undefined;
  notes.push({
    line: undefined,
    message: `${JSON.stringify(found.text)}, below the text, is the only date it gives, and is taken for its date.`,
  });
  return found.written;
}

/** What tells that something takes place on some days. */
const eventKeys =
  "enddate end endtime starttime location venue place address room speaker speakers rsvp deadline city country".split(
    " ",
  );

/** The day on which a note was begun, `startDate: 2026-11-20`, as gardens have it, with a note; not that of an event. */
function readStart(fields: FrontMatter, { split }: DatedFile, notes: FileNote[]): WrittenDate | undefined {
  const key = "startdate";
  const parsed = parseDate(asDateText(readText(fields, key) ?? ""));
  if (parsed.kind !== "date" || eventKeys.some((one) => fields.has(one))) return undefined;
  notes.push({
    line: findKeyLine(split, key),
    message: "startDate is the only date it gives, and is taken for its date.",
  });
  return parsed.written;
}

/** The date of the last change, where an article gives no other, as Hugo and the exports of Qiita and others have it; with a note. */
function readLastResort(
  { split }: DatedFile,
  updated: Update | undefined,
  notes: FileNote[],
): WrittenDate | undefined {
  if (updated === undefined) return undefined;
  notes.push({
    line: findKeyLine(split, updated.key),
    message: `${updated.key} is the only date it gives, and is taken for its date.`,
  });
  return updated.date;
}

/** Without quotes and marks around; Obsidian links a day to its note: `[[2026-11-20]]`, `[[Journal/2026-11-20|Friday]]`. */
export function asDateText(value: string): string {
  const text = value.trim();
  if (/^\d.*[\dZ]$/.test(text)) return text;
  return trimEndOf(text.replace(/^[“”‘’"'«「]+/, ""), (char) => "“”‘’\"'»」;,".includes(char)).replace(
    /^\[\[(?:[^\]|]*\/)?([^\]|/]+)(?:\|[^\]]*)?\]\]$/,
    "$1",
  );
}
