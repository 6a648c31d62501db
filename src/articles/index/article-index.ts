import { systemReason, type ListedFile } from "../files/list-files.ts";
import type { ParsedFile } from "../parsed-file.ts";
import { appendSegment, replaceSegments } from "./index-segments.ts";
import { loadRows, type RowPlace } from "./load-rows.ts";
import { packRows, type IndexRow } from "./pack-rows.ts";

/** What was parsed before, on disk. */
export interface ArticleIndex {
  /** What a file was parsed to, if it has not changed since; undefined: it must be read. Ask in the order of paths. */
  readonly find: (file: ListedFile) => ParsedFile | undefined;
  readonly add: (file: ListedFile, parsed: ParsedFile) => void;
  /**
   * Writes what was added and not written yet.
   *
   * @returns why that was not possible; undefined: it was. An index that cannot be written costs time, never an article.
   */
  readonly save: () => string | undefined;
}

const rowsPerSegment = 4096;
/** Rewriting pays when more than this share of the rows is about files that changed or went. */
const maxStaleShare = 0.5;

/**
 * Opens the index of an articles folder. It is one file, a log of segments of some thousand rows each, with their length
 * and SHA-256. That was chosen over SQLite because a scan reads all of it or appends to it and never looks up one row, and
 * because it must not be believed when damaged: SQLite answers from a damaged page, here a segment that does not match
 * its hash, or that a crash cut short, is dropped with all after it, and those files are read again. A change appends one
 * segment in one write, so two processes at once do not disturb each other; when half the rows are stale, the file is
 * written anew beside and renamed into place.
 *
 * @param startedMs when the scan started, before the files were listed.
 */
export function openArticleIndex(file: string, startedMs: number): ArticleIndex {
  const loaded = loadRows(file);
  let { isSound } = loaded;
  const live: string[] = [];
  let added: IndexRow[] = [];
  let addedTotal = 0;
  let fault: string | undefined;

  const attempt = (write: () => void): void => {
    if (fault !== undefined) return;
    try {
      write();
    } catch (error) {
      fault = systemReason(error);
    }
  };
  const flush = (): void => {
    attempt(() => {
      // What is appended must stand on a sound file, or it is dropped with the damage before it.
      if (!isSound) replaceSegments(file, packAll(loaded.all()));
      isSound = true;
      if (added.length > 0) appendSegment(file, packRows(added));
    });
    addedTotal += added.length;
    added = [];
  };

  return {
    find: (listed) => {
      const place = loaded.find(listed.path);
      if (place === undefined) return undefined;
      const { segment, row } = place;
      if (!segment.isCurrent(row, listed)) return undefined;
      live.push(segment.paths[row] ?? listed.path);
      return segment.parse(row);
    },
    add: (listed, parsed) => {
      if (isRacy(listed, startedMs)) return;
      live.push(listed.path);
      added.push({ file: listed, parsed });
      if (added.length >= rowsPerSegment) flush();
    },
    save: () => {
      if (added.length > 0 || !isSound) flush();
      const total = loaded.total + addedTotal;
      if (total - live.length > maxStaleShare * total) attempt(() => compact(file, new Set(live)));
      return fault;
    },
  };
}

/** Leaves only the rows of files that are there. */
function compact(file: string, live: ReadonlySet<string>): void {
  replaceSegments(file, packAll(new Map([...loadRows(file).all()].filter(([path]) => live.has(path)))));
}

/** Rows in segments, in the order of paths. */
function* packAll(places: ReadonlyMap<string, RowPlace>): Generator<string> {
  let rows: IndexRow[] = [];
  for (const [, { segment, row }] of [...places].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (rows.push(segment.unpack(row)) < rowsPerSegment) continue;
    yield packRows(rows);
    rows = [];
  }
  if (rows.length > 0) yield packRows(rows);
}

/**
 * Whether a file changed so shortly before the scan that it may change again without its time stamp showing it: within
 * some ticks of the kernel's clock, or the two seconds of a file system that keeps whole seconds.
 */
function isRacy(file: ListedFile, startedMs: number): boolean {
  const tickMs = Number.isInteger(file.modifiedMs / 1000) ? 2000 : 20;
  return Math.max(file.modifiedMs, file.changedMs) > startedMs - tickMs;
}
