import { systemReason, type ListedFile } from "../files/list-files.ts";
import type { ParsedFile } from "../parsed-file.ts";
import { appendSegment, loadSegments, replaceSegments } from "./index-segments.ts";
import type { IndexRow } from "./pack-rows.ts";

/** What was parsed before, on disk. */
export interface ArticleIndex {
  /** What a file was parsed to, if it has not changed since; undefined: it must be read. */
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
 * Opens the index of an articles folder. It is one file, a log of segments of some thousand rows, each with its length
 * and SHA-256. That was chosen over SQLite because a scan reads all of it or appends to it and never looks up one row
 * (100,000 rows load in a third of the time), and because it must not be believed when damaged: SQLite answers from a
 * damaged page, here a segment that does not match its hash, or that a crash cut short, is dropped with all after it, and
 * those files are read again. A change appends one segment in one write, so two processes at once do not disturb each
 * other; when half the rows are stale, the file is written anew beside and renamed into place.
 *
 * @param startedMs when the scan started, before the files were listed.
 */
export function openArticleIndex(file: string, startedMs: number): ArticleIndex {
  const loaded = loadSegments(file);
  const seen = new Set<string>();
  let added: IndexRow[] = [];
  let addedTotal = 0;
  let isDamaged = loaded.isDamaged;
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
      if (isDamaged) replaceSegments(file, [...loaded.rows.values()]);
      isDamaged = false;
      if (added.length > 0) appendSegment(file, added);
    });
    addedTotal += added.length;
    added = [];
  };

  return {
    find: (listed) => {
      const row = loaded.rows.get(listed.path);
      if (row?.file.size !== listed.size) return undefined;
      if (row.file.modifiedMs !== listed.modifiedMs || row.file.changedMs !== listed.changedMs) return undefined;
      seen.add(listed.path);
      return row.parsed;
    },
    add: (listed, parsed) => {
      if (isRacy(listed, startedMs)) return;
      seen.add(listed.path);
      added.push({ file: listed, parsed });
      if (added.length >= rowsPerSegment) flush();
    },
    save: () => {
      if (added.length > 0 || isDamaged) flush();
      const total = loaded.total + addedTotal;
      if (total - seen.size > maxStaleShare * total) {
        attempt(() => {
          replaceSegments(file, [...loadSegments(file).rows.values()].filter((row) => seen.has(row.file.path)));
        });
      }
      return fault;
    },
  };
}

/**
 * Whether a file changed so shortly before the scan that it may change again without its time stamp showing it: within
 * some ticks of the kernel's clock, or the two seconds of a file system that keeps whole seconds.
 */
function isRacy(file: ListedFile, startedMs: number): boolean {
  const tickMs = Number.isInteger(file.modifiedMs / 1000) ? 2000 : 20;
  return Math.max(file.modifiedMs, file.changedMs) > startedMs - tickMs;
}
