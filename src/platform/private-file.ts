import { closeSync, openSync } from "node:fs";

/**
 * Makes an empty file that only its owner can read, where none is; one that is there stays as it is. What SQLite then writes
 * into it, and its log beside it, have the same rights.
 *
 * @throws Error of `node:fs`.
 */
export function makePrivateFile(path: string): void {
  closeSync(openSync(path, "a", 0o600));
}
