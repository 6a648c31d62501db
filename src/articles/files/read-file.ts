import { closeSync, constants, fstatSync, openSync, readSync } from "node:fs";

import { ArticleRefusal } from "../article-refusal.ts";
import { systemReason } from "./list-files.ts";

/** Bytes. An article is text; what is larger is something else, and would stall everyone. */
export const maxFileSize = 8 * 1024 * 1024;

const shared = Buffer.allocUnsafeSlow(64 * 1024);

/**
 * Reads a whole file, without waiting on a pipe that took its place since it was listed. The bytes of a small file stand
 * in a buffer that the next call uses again: take what is to be kept out of it first. Throws ArticleRefusal.
 */
export function readFileBytes(file: string): Buffer {
  let descriptor: number;
  try {
    descriptor = openSync(file, constants.O_RDONLY | constants.O_NONBLOCK);
  } catch (error) {
    throw new ArticleRefusal(`The file cannot be opened: ${systemReason(error)}.`);
  }
  try {
    // Of nearly every file, what one call reads is all there is; a pipe has no place 0 to read from.
    const first = readSync(descriptor, shared, 0, shared.length, 0);
    if (first > 0 && first < shared.length) return shared.subarray(0, first);
    const stats = fstatSync(descriptor);
    if (!stats.isFile()) throw new ArticleRefusal("This is not a regular file.");
    if (stats.size > maxFileSize) {
      const size = (stats.size / 1024 / 1024).toFixed(1);
      throw new ArticleRefusal(`The file is ${size} MB; an article may be ${maxFileSize / 1024 / 1024} MB.`);
    }
    const buffer = stats.size <= shared.length ? shared : Buffer.allocUnsafeSlow(stats.size);
    let length = 0;
    while (length < stats.size) {
      const count = readSync(descriptor, buffer, length, stats.size - length, length);
      if (count === 0) break;
      length += count;
    }
    return buffer.subarray(0, length);
  } catch (error) {
    if (error instanceof ArticleRefusal) throw error;
    throw new ArticleRefusal(`The file cannot be read: ${systemReason(error)}.`);
  } finally {
    closeSync(descriptor);
  }
}
