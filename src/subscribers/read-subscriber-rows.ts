import type { Readable } from "node:stream";
import { CsvError, parse } from "csv-parse";
import { GazetteError } from "../platform/errors.ts";
import { isAddress, normaliseAddress } from "../platform/mailbox.ts";
import type { NewSubscription } from "../storage/subscribers.ts";

/** A row that was not taken. Lines count from 1, the heading's included. */
export interface RejectedRow {
  readonly line: number;
  /** The row's address as it stands; empty where there is none. */
  readonly address: string;
  readonly reason: string;
}

export type SubscriberRow =
  | { readonly kind: "row"; readonly line: number; readonly subscription: NewSubscription }
  | ({ readonly kind: "rejected" } & RejectedRow);

/** Headings that lists of other programs use, by our column. */
const headings: Readonly<Record<string, keyof typeof empty>> = {
  email: "email",
  "e-mail": "email",
  "email address": "email",
  address: "email",
  name: "name",
  "full name": "name",
  language: "language",
  lang: "language",
  "time zone": "timeZone",
  timezone: "timeZone",
  "time-zone": "timeZone",
  topics: "topics",
  tags: "topics",
};

const empty = { email: "", name: "", language: "", timeZone: "", topics: "" };
const maxNameLength = 200;
const maxRecordBytes = 64 * 1024;

/**
 * Reads a list of subscribers as CSV: a heading with `email` and any of `name`, `language`, `timezone`, `topics` (separated
 * by `;` or `|`), then a row each. Comma, semicolon or tab; with or without a byte order mark; streamed, so that its size
 * does not matter.
 *
 * @throws GazetteError `usage` where there is no column of addresses, or the file is no CSV at all.
 */
export async function* readSubscriberRows(input: Readable): AsyncGenerator<SubscriberRow> {
  const parser = input.pipe(
    parse({
      bom: true,
      delimiter: [",", ";", "\t"],
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      trim: true,
      info: true,
      max_record_size: maxRecordBytes,
    }),
  );
  input.once("error", (error) => parser.destroy(error));
  let columns: (keyof typeof empty | undefined)[] | undefined;
  try {
    for await (const { record, info } of parser as AsyncIterable<{
      record: string[];
      info: { lines: number };
    }>) {
      if (columns === undefined) columns = readHeading(record);
      else yield readRow(record, columns, info.lines);
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new GazetteError("usage", `The list cannot be read as CSV: ${error.message}.`, {
      hint: "Save it as CSV in UTF-8, with a heading such as email,name,language,timezone,topics.",
      cause: error,
    });
  }
  if (columns === undefined) throw noAddresses([]);
}

function readHeading(record: readonly string[]): (keyof typeof empty | undefined)[] {
  const columns = record.map((title) => headings[title.toLowerCase()]);
  if (columns.includes("email")) return columns;
  throw noAddresses(record);
}

function noAddresses(record: readonly string[]): GazetteError {
  const found = record.length === 0 ? "an empty file" : `"${record.join(", ").slice(0, 100)}"`;
  return new GazetteError("usage", `The first line names no column "email"; found ${found}.`, {
    hint: "Begin the list with a heading such as email,name,language,timezone,topics.",
  });
}

function readRow(
  record: readonly string[],
  columns: readonly (keyof typeof empty | undefined)[],
  line: number,
): SubscriberRow {
  const row = { ...empty };
  columns.forEach((column, index) => {
    if (column !== undefined) row[column] = record[index] ?? "";
  });
  const address = normaliseAddress(row.email);
  const reason = problemOf(address, row);
  if (reason !== undefined) return { kind: "rejected", line, address: row.email, reason };
  return {
    kind: "row",
    line,
    subscription: {
      address,
      name: row.name,
      language: row.language === "" ? null : row.language,
      timeZone: row.timeZone === "" ? null : row.timeZone,
      topics: splitTopics(row.topics),
    },
  };
}

/** Topics as people write them in one cell. */
export function splitTopics(text: string): string[] {
  return text
    .split(/[;|,]/u)
    .map((topic) => topic.trim())
    .filter((topic) => topic !== "");
}

function problemOf(address: string, row: typeof empty): string | undefined {
  if (row.email === "") return "there is no address";
  if (!isAddress(address)) return "it is not an email address";
  if (row.name.length > maxNameLength) return `the name is longer than ${maxNameLength} characters`;
  if (/\p{Cc}/u.test(row.name)) return "the name has control characters";
  if (row.language !== "" && !isLanguage(row.language)) return `"${row.language}" is not a language tag`;
  if (row.timeZone !== "" && !isTimeZone(row.timeZone)) return `"${row.timeZone}" is not a time zone`;
  return undefined;
}

export function isLanguage(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
