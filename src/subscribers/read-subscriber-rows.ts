import type { Readable } from "node:stream";
import { CsvError, parse } from "csv-parse";
import { GazetteError } from "../platform/errors.ts";
import { isAddress, normaliseAddress } from "../platform/mailbox.ts";
import type { NewSubscription } from "../storage/audience/subscribers.ts";
import { unguardCell } from "./cell-guard.ts";
import { decodeList } from "./decode-list.ts";

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

const empty = {
  email: "",
  name: "",
  firstName: "",
  lastName: "",
  language: "",
  timeZone: "",
  topics: "",
  cadence: "",
  state: "",
};

type Column = keyof typeof empty;

/** Headings that lists of other programs use, in lower case and with spaces, by our column. */
const headings: Readonly<Record<string, Column>> = {
  email: "email",
  "e mail": "email",
  "email address": "email",
  "e mail address": "email",
  "subscriber email": "email",
  address: "email",
  mail: "email",
  name: "name",
  "full name": "name",
  fullname: "name",
  "display name": "name",
  "first name": "firstName",
  firstname: "firstName",
  fname: "firstName",
  "given name": "firstName",
  "last name": "lastName",
  lastname: "lastName",
  lname: "lastName",
  surname: "lastName",
  "family name": "lastName",
  language: "language",
  lang: "language",
  locale: "language",
  "time zone": "timeZone",
  timezone: "timeZone",
  topics: "topics",
  tags: "topics",
  interests: "topics",
  cadence: "cadence",
  frequency: "cadence",
  state: "state",
  status: "state",
};

/** What other programs call one who gets mail; whoever is called anything else stays out. */
const subscribed = new Set(["", "active", "subscribed", "confirmed", "enabled"]);

/** As the configuration allows it. */
const cadenceName = /^[a-z0-9][a-z0-9-]{0,62}$/u;
const maxNameLength = 200;
const maxRecordBytes = 64 * 1024;

/**
 * Reads a list of subscribers as CSV: a heading with `email` and any of `name` (or first and last), `language`, `timezone`,
 * `topics` (separated by `;` or `|`) and `state`, then a row each. Comma, semicolon or tab; UTF-8, UTF-16 or Windows-1252;
 * streamed, so that its size does not matter.
 *
 * @throws GazetteError `usage` where there is no column of addresses, or the file is no CSV at all.
 */
export async function* readSubscriberRows(input: Readable): AsyncGenerator<SubscriberRow> {
  const { format, text } = await decodeList(input);
  const parser = text.pipe(
    parse({
      bom: true,
      delimiter: format.delimiter,
      from_line: format.skippedLines + 1,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      trim: true,
      info: true,
      max_record_size: maxRecordBytes,
    }),
  );
  text.once("error", (error) => parser.destroy(error));
  let columns: (Column | undefined)[] | undefined;
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

function readHeading(record: readonly string[]): (Column | undefined)[] {
  const columns = record.map(
    (title) =>
      headings[
        title
          .toLowerCase()
          .replace(/[\s_-]+/gu, " ")
          .trim()
      ],
  );
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
  columns: readonly (Column | undefined)[],
  line: number,
): SubscriberRow {
  const row = { ...empty };
  columns.forEach((column, index) => {
    // Of two columns with one meaning the first that says something counts.
    if (column !== undefined && row[column] === "") row[column] = unguardCell(record[index] ?? "");
  });
  if (row.name === "") row.name = `${row.firstName} ${row.lastName}`.trim();
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
      topics: columns.includes("topics") ? splitTopics(row.topics) : null,
      cadence: row.cadence === "" ? null : row.cadence.toLowerCase(),
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
  if (!subscribed.has(row.state.toLowerCase())) return `it is not subscribed: "${row.state.slice(0, 50)}"`;
  if (row.name.includes("\uFFFD"))
    return "the name has characters that cannot be read; save the list as UTF-8";
  if (row.name.length > maxNameLength) return `the name is longer than ${maxNameLength} characters`;
  if (/\p{Cc}/u.test(row.name)) return "the name has control characters";
  if (row.cadence !== "" && !cadenceName.test(row.cadence.toLowerCase()))
    return `"${row.cadence.slice(0, 50)}" is not the name of a cadence`;
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
