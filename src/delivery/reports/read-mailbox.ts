import { createReadStream, type Dirent } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { GazetteError } from "../../platform/errors.ts";
import { type RawMessage, splitMbox } from "./split-mbox.ts";

/** A message among the reports, or a file that could not be read. */
export type MailboxEntry =
  | ({ readonly kind: "message"; readonly place: string } & RawMessage)
  | { readonly kind: "refused"; readonly place: string; readonly reason: string };

/** Where Maildir keeps mail that has arrived; `tmp/` holds what is still being written. */
const maildirFolders = ["new", "cur"];

/**
 * Reads the messages of a file (one message, or an mbox with many), of a Maildir, or of standard input (`-`), in order. Files
 * are left in place; one that cannot be read is named, and the rest goes on.
 *
 * @throws GazetteError `usage` where there is no such file, or a folder is no Maildir.
 */
export async function* readMailbox(path: string, standardInput: Readable): AsyncGenerator<MailboxEntry> {
  if (path === "-") {
    yield* readStream("standard input", standardInput);
    return;
  }
  const isFolder = await stat(path).then(
    (found) => found.isDirectory(),
    (error: unknown) => {
      throw new GazetteError("usage", `There are no reports at ${path}.`, {
        hint: "Name a message, an mbox or a Maildir, or - for standard input.",
        cause: error,
      });
    },
  );
  if (!isFolder) {
    yield* readStream(path, createReadStream(path));
    return;
  }
  for await (const file of listMaildir(path)) yield* readMaildirFile(file);
}

async function* listMaildir(path: string): AsyncGenerator<string> {
  let found = 0;
  for (const folder of maildirFolders) {
    let entries: Dirent[];
    try {
      entries = await readdir(join(path, folder), { withFileTypes: true });
    } catch {
      continue;
    }
    found += 1;
    const files = entries.filter((entry) => !entry.isDirectory() && !entry.name.startsWith("."));
    for (const name of files.map((entry) => entry.name).sort()) yield join(path, folder, name);
  }
  if (found > 0) return;
  throw new GazetteError("usage", `${path} is no Maildir: it has neither new/ nor cur/.`, {
    hint: "Name the folder that holds new/ and cur/, or one file.",
  });
}

/** A pipe or a device among the files of a Maildir would be waited for without end. */
async function* readMaildirFile(path: string): AsyncGenerator<MailboxEntry> {
  const found = await stat(path).catch((error: unknown) => reasonOf(error));
  if (typeof found !== "string" && found.isFile()) yield* readStream(path, createReadStream(path));
  else yield { kind: "refused", place: path, reason: typeof found === "string" ? found : "it is not a file" };
}

async function* readStream(place: string, input: Readable): AsyncGenerator<MailboxEntry> {
  let count = 0;
  const messages = splitMbox(input as AsyncIterable<Uint8Array>);
  try {
    for await (const message of messages) {
      count += 1;
      // The first message of a file is the file; whoever looks for another counts from it.
      yield { kind: "message", place: count === 1 ? place : `${place}, message ${count}`, ...message };
    }
  } catch (error) {
    if (!isFileFault(error)) throw error;
    yield { kind: "refused", place, reason: reasonOf(error) };
    return;
  }
  if (count === 0) yield { kind: "refused", place, reason: "it is empty" };
}

function isFileFault(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && "syscall" in error;
}

function reasonOf(error: unknown): string {
  return `it cannot be read: ${error instanceof Error && "code" in error ? String(error.code) : String(error)}`;
}
