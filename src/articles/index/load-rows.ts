import { readSegments } from "./index-segments.ts";
import { unpackSegment, type UnpackedSegment } from "./pack-rows.ts";

/** Where a row stands. */
export interface RowPlace {
  readonly segment: UnpackedSegment;
  readonly row: number;
}

export interface LoadedRows {
  /** The latest row of a path. Ask in the order of paths: a path before one that was asked for is not found again. */
  readonly find: (path: string) => RowPlace | undefined;
  /** The latest row of each path. */
  readonly all: () => ReadonlyMap<string, RowPlace>;
  /** Rows in the file, superseded ones too. */
  readonly total: number;
  readonly isSound: boolean;
}

/**
 * Loads an index. The first scan writes its rows in the order of paths, and so they are looked up by walking along with
 * the listing of the folder, which is in that order too; only what was appended since needs a table.
 */
export function loadRows(file: string): LoadedRows {
  const ordered: UnpackedSegment[] = [];
  const appended = new Map<string, RowPlace>();
  let total = 0;
  let last = "";
  const isSound = readSegments(file, (payload) => {
    const segment = unpackSegment(payload);
    total += segment.paths.length;
    if (appended.size === 0 && isAfter(segment, last)) {
      ordered.push(segment);
      last = segment.paths.at(-1) ?? last;
    } else {
      for (const [row, path] of segment.paths.entries()) appended.set(path, { segment, row });
    }
  });

  let at = 0;
  let row = 0;
  const findOrdered = (path: string): RowPlace | undefined => {
    for (let segment = ordered[at]; segment !== undefined; segment = ordered[++at], row = 0) {
      for (; row < segment.paths.length; row++) {
        const found = segment.paths[row] ?? "";
        if (found === path) return { segment, row };
        if (found > path) return undefined;
      }
    }
    return undefined;
  };
  const all = (): ReadonlyMap<string, RowPlace> => {
    const places = new Map<string, RowPlace>();
    for (const segment of ordered)
      for (const [index, path] of segment.paths.entries()) places.set(path, { segment, row: index });
    for (const [path, place] of appended) places.set(path, place);
    return places;
  };
  return {
    find: (path) => (appended.size > 0 ? appended.get(path) : undefined) ?? findOrdered(path),
    all,
    total,
    isSound,
  };
}

/** Whether a segment goes on where the rows before it ended, each path after the one before. */
function isAfter({ paths }: UnpackedSegment, last: string): boolean {
  let before = last;
  for (const path of paths) {
    if (path <= before) return false;
    before = path;
  }
  return true;
}
