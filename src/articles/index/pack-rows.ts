import type { ListedFile } from "../files/list-files.ts";
import type { FileNote, ParsedArticle, ParsedFile } from "../parsed-file.ts";

/** A file as it was when it was read, and what was read. */
export interface IndexRow {
  readonly file: ListedFile;
  readonly parsed: ParsedFile;
}

type Cell = unknown;
/** A value for each row, or, where most rows have none, the rows that have one. */
type Column = { readonly dense: readonly Cell[] } | { readonly at: readonly number[]; readonly cells: readonly Cell[] };

type PackedRows = Readonly<Record<string, Column>>;

const articleFields = [
  "explicitId", "permalink", "slug", "title", "published", "embargo", "updated", "expires", "draft", "featured", "pinned",
  "topics", "authors", "summary", "language", "translationKey", "canonical", "image", "weight", "contentHash",
] as const satisfies readonly (keyof ParsedArticle)[];

/** Rows as JSON, column by column: most columns are nearly empty, and a list of like values parses fastest. */
export function packRows(rows: readonly IndexRow[]): string {
  const columns: Record<string, Column> = {
    path: { dense: rows.map(({ file }) => file.path) },
    size: { dense: rows.map(({ file }) => file.size) },
    modifiedMs: { dense: rows.map(({ file }) => file.modifiedMs) },
    changedMs: { dense: rows.map(({ file }) => file.changedMs) },
    refused: toColumn(rows, ({ parsed }) => (parsed.kind === "refused" ? [parsed.line ?? null, parsed.reason] : undefined)),
    notes: toColumn(rows, ({ parsed }) =>
      parsed.kind === "article" && parsed.notes.length > 0 ? parsed.notes.map(({ line, message }) => [line ?? null, message]) : undefined,
    ),
  };
  for (const field of articleFields) {
    columns[field] = toColumn(rows, ({ parsed }) => toCell(parsed.kind === "article" ? parsed.article[field] : undefined));
  }
  return JSON.stringify(columns);
}

/** The rows of `packRows`, one by one. */
export function* unpackRows(packed: string): Generator<IndexRow> {
  const columns = JSON.parse(packed) as PackedRows;
  const column = (name: string): readonly Cell[] => fillColumn(columns[name], length);
  const paths = (columns["path"] as { dense: readonly string[] }).dense;
  const { length } = paths;
  const [sizes, modified, changed, refused, notes] = ["size", "modifiedMs", "changedMs", "refused", "notes"].map(column);
  const fields = articleFields.map(column);
  for (let row = 0; row < length; row++) {
    const file = {
      path: paths[row] as string,
      size: sizes?.[row] as number,
      modifiedMs: modified?.[row] as number,
      changedMs: changed?.[row] as number,
    };
    const refusal = refused?.[row] as [number | null, string] | undefined;
    if (refusal !== undefined) {
      yield { file, parsed: { kind: "refused", line: refusal[0] ?? undefined, reason: refusal[1] } };
      continue;
    }
    const article = unpackArticle(fields, row);
    yield { file, parsed: { kind: "article", article, notes: unpackNotes(notes?.[row] as [number | null, string][] | undefined) } };
  }
}

const none: readonly never[] = [];

/** Spelt out, so that every article has the same shape for the engine, and the types are checked field by field. */
function unpackArticle(fields: readonly (readonly Cell[])[], row: number): ParsedArticle {
  const cell = (at: number): Cell => fields[at]?.[row];
  return {
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

/** A cell for each row, undefined where there is none. */
function fillColumn(column: Column | undefined, length: number): readonly Cell[] {
  const filled = new Array<Cell>(length).fill(undefined);
  if (column === undefined) return filled;
  if ("dense" in column) {
    for (let row = 0; row < length; row++) filled[row] = column.dense[row] ?? undefined;
    return filled;
  }
  for (const [index, row] of column.at.entries()) filled[row] = column.cells[index];
  return filled;
}
