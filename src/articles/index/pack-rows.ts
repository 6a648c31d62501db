import type { ListedFile } from "../files/list-files.ts";
import type { FileNote, ParsedArticle, ParsedFile } from "../parsed-file.ts";

/** A file as it was when it was read, and what was read. */
export interface IndexRow {
  readonly file: ListedFile;
  readonly parsed: ParsedFile;
}

type Cell = unknown;
/**
 * A value for each row; where most rows have none, the rows that have one; where the same few come again and again,
 * those, and for each row which of them.
 */
type Column =
  | { readonly dense: readonly Cell[] }
  | { readonly at: readonly number[]; readonly cells: readonly Cell[] }
  | { readonly of: readonly Cell[]; readonly which: readonly number[] };

interface PackedRows {
  readonly paths: readonly string[];
  /** Size, modification and change of each file, as 64-bit floats in base64: three numbers a row are slow as text. */
  readonly stamps: string;
  readonly columns: Readonly<Record<string, Column>>;
}

const articleFields = [
  "explicitId",
  "permalink",
  "slug",
  "title",
  "published",
  "embargo",
  "updated",
  "expires",
  "draft",
  "featured",
  "pinned",
  "topics",
  "authors",
  "summary",
  "language",
  "translationKey",
  "canonical",
  "image",
  "weight",
  "contentHash",
  "monthComes",
  "page",
  "isPost",
  "address",
] as const satisfies readonly (keyof ParsedArticle)[];

/** Fields in which a folder's articles say the same few things. */
const repeating: ReadonlySet<string> = new Set(["topics", "authors", "language"]);
const stampsPerRow = 3;

/** Rows as JSON, column by column: most columns are nearly empty, and a list of like values parses fastest. */
export function packRows(rows: readonly IndexRow[]): string {
  const columns: Record<string, Column> = {
    refused: toColumn(rows, ({ parsed }) =>
      parsed.kind === "refused" ? [parsed.line ?? null, parsed.reason, parsed.asksOrder] : undefined,
    ),
    notes: toColumn(rows, ({ parsed }) =>
      parsed.kind === "article" && parsed.notes.length > 0
        ? parsed.notes.map(({ line, message }) => [line ?? null, message])
        : undefined,
    ),
  };
  for (const field of articleFields) {
    const toValue = ({ parsed }: IndexRow): Cell =>
      toCell(parsed.kind === "article" ? parsed.article[field] : undefined);
    columns[field] = repeating.has(field) ? toRepeatingColumn(rows, toValue) : toColumn(rows, toValue);
  }
  const stamps = new Float64Array(rows.flatMap(({ file }) => [file.size, file.modifiedMs, file.changedMs]));
  const packed: PackedRows = {
    paths: rows.map(({ file }) => file.path),
    stamps: Buffer.from(stamps.buffer).toString("base64"),
    columns,
  };
  return JSON.stringify(packed);
}

/** A segment's columns, from which its rows are parsed one by one when they are asked for. */
export interface UnpackedSegment {
  readonly paths: readonly string[];
  /** Whether a file is still as it was when its row was made. */
  readonly isCurrent: (row: number, file: ListedFile) => boolean;
  readonly parse: (row: number) => ParsedFile;
  readonly unpack: (row: number) => IndexRow;
}

/** The columns of `packRows`. Throws where they are none. */
export function unpackSegment(packed: string): UnpackedSegment {
  const { paths, stamps: encoded, columns } = JSON.parse(packed) as PackedRows;
  const stamps = new Float64Array(new Uint8Array(Buffer.from(encoded, "base64")).buffer);
  if (stamps.length !== stampsPerRow * paths.length) throw new RangeError("a stamp is missing");
  const [refused, notes, ...fields] = ["refused", "notes", ...articleFields].map((name) =>
    toReader(columns[name]),
  );
  const parse = (row: number): ParsedFile => {
    const refusal = refused?.(row) as [number | null, string, boolean] | undefined;
    const path = paths[row] ?? "";
    if (refusal !== undefined) {
      const [line, reason, asksOrder] = refusal;
      return { kind: "refused", path, line: line ?? undefined, reason, asksOrder };
    }
    const said = notes?.(row) as [number | null, string][] | undefined;
    return {
      kind: "article",
      article: unpackArticle(path, fields, row),
      notes: unpackNotes(said),
    };
  };
  return {
    paths,
    isCurrent: (row, { size, modifiedMs, changedMs }) => {
      const at = stampsPerRow * row;
      return stamps[at] === size && stamps[at + 1] === modifiedMs && stamps[at + 2] === changedMs;
    },
    unpack: (row) => {
      const at = stampsPerRow * row;
      const [size = 0, modifiedMs = 0, changedMs = 0] = stamps.subarray(at, at + stampsPerRow);
      return { file: { path: paths[row] ?? "", size, modifiedMs, changedMs }, parsed: parse(row) };
    },
    parse,
  };
}

const none: readonly never[] = [];

/** Spelt out, so that every article has the same shape for the engine, and the types are checked field by field. */
function unpackArticle(path: string, fields: readonly CellReader[], row: number): ParsedArticle {
  const cell = (at: number): Cell => fields[at]?.(row);
  return {
    path,
    explicitId: cell(0) as ParsedArticle["explicitId"],
    permalink: cell(1) as ParsedArticle["permalink"],
    slug: cell(2) as ParsedArticle["slug"],
    title: cell(3) as ParsedArticle["title"],
    published: cell(4) as ParsedArticle["published"],
    embargo: cell(5) as ParsedArticle["embargo"],
    updated: cell(6) as ParsedArticle["updated"],
    expires: cell(7) as ParsedArticle["expires"],
    draft: cell(8) as ParsedArticle["draft"],
    featured: cell(9) === true,
    pinned: cell(10) === true,
    topics: (cell(11) as ParsedArticle["topics"] | undefined) ?? none,
    authors: (cell(12) as ParsedArticle["authors"] | undefined) ?? none,
    summary: cell(13) as ParsedArticle["summary"],
    language: cell(14) as ParsedArticle["language"],
    translationKey: cell(15) as ParsedArticle["translationKey"],
    canonical: cell(16) as ParsedArticle["canonical"],
    image: cell(17) as ParsedArticle["image"],
    weight: cell(18) as ParsedArticle["weight"],
    contentHash: cell(19) as ParsedArticle["contentHash"],
    monthComes: cell(20) as ParsedArticle["monthComes"],
    page: cell(21) as ParsedArticle["page"],
    isPost: cell(22) === true,
    address: cell(23) as ParsedArticle["address"],
  };
}

function unpackNotes(notes: readonly [number | null, string][] | undefined): readonly FileNote[] {
  return notes?.map(([line, message]) => ({ line: line ?? undefined, message })) ?? none;
}

/** False and empty lists are what absence means in their columns. */
function toCell(value: Cell): Cell {
  return value === false || (Array.isArray(value) && value.length === 0) ? undefined : value;
}

function toColumn(rows: readonly IndexRow[], toValue: (row: IndexRow) => Cell): Column {
  const all = rows.map(toValue);
  const at: number[] = [];
  all.forEach((value, row) => {
    if (value !== undefined) at.push(row);
  });
  if (at.length * 2 > all.length) return { dense: all.map((value) => value ?? null) };
  return { at, cells: at.map((row) => all[row]) };
}

function toRepeatingColumn(rows: readonly IndexRow[], toValue: (row: IndexRow) => Cell): Column {
  const places = new Map<string, number>();
  const of: Cell[] = [];
  const which = rows.map((row) => {
    const value = toValue(row) ?? null;
    const key = JSON.stringify(value);
    const place = places.get(key) ?? of.push(value) - 1;
    places.set(key, place);
    return place;
  });
  return { of, which };
}

type CellReader = (row: number) => Cell;

/** Reads a cell, undefined where there is none. */
function toReader(column: Column | undefined): CellReader {
  if (column === undefined || ("at" in column && column.at.length === 0)) return () => undefined;
  if ("dense" in column) {
    const { dense } = column;
    return (row) => dense[row] ?? undefined;
  }
  if ("of" in column) {
    const { of, which } = column;
    return (row) => of[which[row] ?? -1] ?? undefined;
  }
  const cells = new Map(column.at.map((row, index) => [row, column.cells[index]]));
  return (row) => cells.get(row);
}
