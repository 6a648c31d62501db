import type { ListedFile } from "../files/list-files.ts";
import type { FileNote, ParsedArticle, ParsedFile } from "../parsed-file.ts";

/** A file as it was when it was read, and what was read. */
export interface IndexRow {
  readonly file: ListedFile;
  readonly parsed: ParsedFile;
}

type Cell = unknown;
/** A value for each row, or, where most rows have none, the rows that have one. */
type Column =
  { readonly dense: readonly Cell[] } | { readonly at: readonly number[]; readonly cells: readonly Cell[] };

type PackedRows = Readonly<Record<string, Column>>;

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
] as const satisfies readonly (keyof ParsedArticle)[];

/** Rows as JSON, column by column: most columns are nearly empty, and a list of like values parses fastest. */
export function packRows(rows: readonly IndexRow[]): string {
  const columns: Record<string, Column> = {
    path: { dense: rows.map(({ file }) => file.path) },
    size: { dense: rows.map(({ file }) => file.size) },
    modifiedMs: { dense: rows.map(({ file }) => file.modifiedMs) },
    changedMs: { dense: rows.map(({ file }) => file.changedMs) },
    refused: toColumn(rows, ({ parsed }) =>
      parsed.kind === "refused" ? [parsed.line ?? null, parsed.reason] : undefined,
    ),
    notes: toColumn(rows, ({ parsed }) =>
      parsed.kind === "article" && parsed.notes.length > 0
        ? parsed.notes.map(({ line, message }) => [line ?? null, message])
        : undefined,
    ),
  };
  for (const field of articleFields) {
    columns[field] = toColumn(rows, ({ parsed }) =>
      toCell(parsed.kind === "article" ? parsed.article[field] : undefined),
    );
  }
  return JSON.stringify(columns);
}

/** A segment's columns, from which its rows are parsed one by one when they are asked for. */
export interface UnpackedSegment {
  readonly paths: readonly string[];
  readonly sizes: readonly number[];
  readonly modified: readonly number[];
  readonly changed: readonly number[];
  readonly parse: (row: number) => ParsedFile;
}

/** The columns of `packRows`. Throws where they are none. */
export function unpackSegment(packed: string): UnpackedSegment {
  const columns = JSON.parse(packed) as PackedRows;
  const dense = (name: string): readonly unknown[] => (columns[name] as { dense: readonly unknown[] }).dense;
  const paths = dense("path") as readonly string[];
  const [refused, notes, ...fields] = ["refused", "notes", ...articleFields].map((name) =>
    toReader(columns[name]),
  );
  const parse = (row: number): ParsedFile => {
    const refusal = refused?.(row) as [number | null, string] | undefined;
    if (refusal !== undefined) return { kind: "refused", line: refusal[0] ?? undefined, reason: refusal[1] };
    const said = notes?.(row) as [number | null, string][] | undefined;
    return {
      kind: "article",
      article: unpackArticle(paths[row] ?? "", fields, row),
      notes: unpackNotes(said),
    };
  };
  return {
    paths,
    sizes: dense("size") as readonly number[],
    modified: dense("modifiedMs") as readonly number[],
    changed: dense("changedMs") as readonly number[],
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
    draft: cell(8) === true,
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
  for (const [row, value] of all.entries()) if (value !== undefined) at.push(row);
  if (at.length * 2 > all.length) return { dense: all.map((value) => value ?? null) };
  return { at, cells: at.map((row) => all[row]) };
}

type CellReader = (row: number) => Cell;

/** Reads a cell, undefined where there is none. */
function toReader(column: Column | undefined): CellReader {
  if (column === undefined || ("at" in column && column.at.length === 0)) return () => undefined;
  if ("dense" in column) {
    const { dense } = column;
    return (row) => dense[row] ?? undefined;
  }
  const cells = new Map(column.at.map((row, index) => [row, column.cells[index]]));
  return (row) => cells.get(row);
}
