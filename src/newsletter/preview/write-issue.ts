import { readdir, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { GazetteError } from "../../platform/errors.ts";
import { makeFolder } from "../../platform/make-folder.ts";

/** One file of an issue's folder; `name` may hold a folder. */
export interface IssueFile {
  readonly name: string;
  readonly content: string | Uint8Array;
}

/**
 * Writes an issue's folder: beside its place first, then moved into it, so that a folder that is there is whole. A
 * folder that was there before is replaced.
 *
 * @throws GazetteError `output-unwritable`; then nothing has changed.
 */
export async function writeIssueFolder(folder: string, files: readonly IssueFile[]): Promise<void> {
  const parent = dirname(folder);
  const beside = `${folder}.part-${process.pid}`;
  const replaced = `${folder}.old-${process.pid}`;
  try {
    makeFolder(parent);
    await removeLeftovers(parent);
    for (const { name, content } of files) {
      const path = join(beside, name);
      makeFolder(dirname(path));
      await writeFile(path, content);
    }
    await moveAside(folder, replaced);
    await rename(beside, folder);
    await rm(replaced, { recursive: true, force: true });
  } catch (error) {
    await rm(beside, { recursive: true, force: true }).catch(() => undefined);
    throw unwritable(folder, error);
  }
}

/** Writes one file whole or not at all. */
export async function writeFileWhole(path: string, content: string): Promise<void> {
  const beside = `${path}.part-${process.pid}`;
  try {
    makeFolder(dirname(path));
    await writeFile(beside, content);
    await rename(beside, path);
  } catch (error) {
    await rm(beside, { force: true }).catch(() => undefined);
    throw unwritable(path, error);
  }
}

async function moveAside(folder: string, aside: string): Promise<void> {
  await rename(folder, aside).catch((error: unknown) => {
    if (!isMissing(error)) throw error;
  });
}

const leftover = /\.(?:part|old)-(\d+)$/u;

/** A run that was killed leaves its folder beside; it is ours to clear once that process is gone. */
async function removeLeftovers(parent: string): Promise<void> {
  for (const name of await readdir(parent)) {
    const pid = Number(leftover.exec(name)?.[1] ?? 0);
    if (pid > 0 && !isRunning(pid)) await rm(join(parent, name), { recursive: true, force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ENOENT";
}

function unwritable(path: string, error: unknown): GazetteError {
  const reason = error instanceof Error && "code" in error ? String(error.code) : String(error);
  return new GazetteError("output-unwritable", `${path} cannot be written (${reason}).`, {
    hint: "Check who may write there and that the disk has room, or choose another folder with OUT_DIR or --out.",
    cause: error,
  });
}
