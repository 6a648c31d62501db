import { hash } from "node:crypto";
import { appendFileSync, mkdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import path from "node:path";

import { parserVersion } from "../parsed-file.ts";
import { packRows, unpackRows, type IndexRow } from "./pack-rows.ts";

export interface LoadedSegments {
  /** By path; of two rows for one path the later. */
  readonly rows: ReadonlyMap<string, IndexRow>;
  /** Rows in the file, superseded ones too. */
  readonly total: number;
  /** Whether something in the file could not be believed, or was written by another version. */
  readonly isDamaged: boolean;
}

const rowsPerSegment = 4096;
// Sentences, and so titles made from them, are cut by the rules of the Unicode version that Node carries.
const magic = `gazette-articles/${parserVersion}/${process.versions["unicode"] ?? ""}`;
const maxHeaderBytes = 200;

/** Reads an index as far as it is sound. A file that is not there is a sound, empty one. */
export function loadSegments(file: string): LoadedSegments {
  const rows = new Map<string, IndexRow>();
  let total = 0;
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    return { rows, total, isDamaged: !(error instanceof Error && "code" in error && error.code === "ENOENT") };
  }
  for (let start = 0; start < bytes.length; ) {
    const payload = readSegment(bytes, start);
    if (payload === undefined) return { rows, total, isDamaged: true };
    for (const row of unpackRows(payload.toString("utf8"))) {
      rows.set(row.file.path, row);
      total++;
    }
    start = payload.byteOffset - bytes.byteOffset + payload.length + 1;
  }
  return { rows, total, isDamaged: false };
}

/** Adds rows at the end, in one write for each segment: whole, or dropped when it is read. */
export function appendSegment(file: string, rows: readonly IndexRow[]): void {
  mkdirSync(path.dirname(file), { recursive: true });
  for (let at = 0; at < rows.length; at += rowsPerSegment) {
    const payload = Buffer.from(packRows(rows.slice(at, at + rowsPerSegment)), "utf8");
    const header = Buffer.from(`${magic} ${payload.length} ${hash("sha256", payload)}\n`, "latin1");
    appendFileSync(file, Buffer.concat([header, payload, Buffer.from("\n")]), { mode: 0o600 });
  }
}

/** Writes the index anew beside and renames it into place, so that a reader sees the old one or the new one. */
export function replaceSegments(file: string, rows: readonly IndexRow[]): void {
  const beside = `${file}.${process.pid}.tmp`;
  try {
    rmSync(beside, { force: true });
    if (rows.length === 0) {
      rmSync(file, { force: true });
      return;
    }
    appendSegment(beside, rows);
    renameSync(beside, file);
  } finally {
    rmSync(beside, { force: true });
  }
}

/** The payload of the segment that starts at an offset, if it is whole and matches its hash. */
function readSegment(bytes: Buffer, start: number): Buffer | undefined {
  const headerEnd = bytes.indexOf("\n", start);
  if (headerEnd === -1 || headerEnd - start > maxHeaderBytes) return undefined;
  const [name, length, digest] = bytes.toString("latin1", start, headerEnd).split(" ");
  if (name !== magic || length === undefined || !/^\d{1,10}$/.test(length)) return undefined;
  const end = headerEnd + 1 + Number(length);
  if (end >= bytes.length || bytes[end] !== 0x0a) return undefined;
  const payload = bytes.subarray(headerEnd + 1, end);
  return hash("sha256", payload) === digest ? payload : undefined;
}
