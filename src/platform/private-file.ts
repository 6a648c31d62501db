import { closeSync, openSync } from "node:fs";

/**
 * Makes an empty file that only its owner can read, where none is; one that is there stays as it is. What SQLite then writes
 * into it, and its log beside it, have the same rights.
 *
 * @throws Error of `node:fs`.
 */
export function makePrivateFile(path: string): void {
  try {
    // One that is there is not even opened: closing it would let go of every lock that this process has on it (POSIX).
    closeSync(openSync(path, "wx", 0o600));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
}
