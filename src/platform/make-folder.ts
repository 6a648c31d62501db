import { existsSync, mkdirSync, statSync } from "node:fs";
import { dirname, resolve } from "node:path";

/**
 * Makes a folder and those above it, where they are not there. Not by `recursive: true` of Node, which never comes back
 * where the system lets nobody make folders and says that there is none (`/proc`, some network mounts).
 *
 * @param mode Of those that are made: 0o700 for one that holds what is nobody else's to read.
 * @throws Error of `node:fs`; also where the path is a file.
 */
export function makeFolder(path: string, mode = 0o777): void {
  const missing: string[] = [];
  for (let at = resolve(path); !existsSync(at) && at !== dirname(at); at = dirname(at)) missing.push(at);
  for (const folder of missing.reverse()) makeOne(folder, mode);
  if (!statSync(path).isDirectory()) mkdirSync(path, { mode });
}

/** Another process may have been faster. */
function makeOne(folder: string, mode: number): void {
  try {
    mkdirSync(folder, { mode });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST" || !existsSync(folder)) throw error;
  }
}
