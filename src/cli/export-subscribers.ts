import { createWriteStream } from "node:fs";
import { once } from "node:events";
import type { Writable } from "node:stream";
import { finished } from "node:stream/promises";
import { GazetteError } from "../platform/errors.ts";
import { listSubscriptions } from "../storage/audience/subscribers.ts";
import { listHeading, writeSubscriberRow } from "../subscribers/write-subscriber-rows.ts";
import { printJson } from "./command-context.ts";
import { type SubscriberOptions, withAudience } from "./subscribers.ts";

export interface ExportOptions extends SubscriberOptions {
  readonly all?: true;
  readonly force?: true;
}

const pageSize = 1000;

/** `gazette subscribers export [FILE]`: CSV to a file or standard output; only those who get mail, or with `--all` everyone. */
export async function runExport(file: string | undefined, options: ExportOptions): Promise<void> {
  if (file === undefined && options.json === true) {
    throw new GazetteError(
      "usage",
      "--json says how many were written, so the list needs a file of its own.",
      {
        hint: "Write `gazette subscribers export readers.csv --json`.",
      },
    );
  }
  await withAudience(options, async ({ database, newsletter }) => {
    const output = file === undefined ? process.stdout : openFile(file, options.force === true);
    const failure = new Promise<never>((_, reject) => {
      output.once("error", (error: Error) => reject(file === undefined ? error : unwritable(file, error)));
    });
    // A reader that has seen enough closes the pipe: cli.ts knows that it is no fault.
    failure.catch(() => undefined);
    let count = 0;
    const write = async (text: string): Promise<void> => {
      if (!output.write(text)) await Promise.race([once(output, "drain"), failure]);
    };
    await write(listHeading);
    let after = "";
    for (;;) {
      const page = await listSubscriptions(database, newsletter, after, pageSize);
      const chosen = page.filter(
        ({ state, suppressed }) => options.all === true || (state === "active" && suppressed === null),
      );
      count += chosen.length;
      await write(chosen.map(writeSubscriberRow).join(""));
      const last = page.at(-1);
      if (page.length < pageSize || last === undefined) break;
      after = last.address;
    }
    if (file === undefined) return;
    output.end();
    await Promise.race([finished(output), failure]);
    if (options.json === true) printJson({ newsletter, file, count });
    else process.stderr.write(`${count} subscribers of ${newsletter} written to ${file}.\n`);
  });
}

/** Readable for its owner alone: it is a list of people. */
function openFile(file: string, isForced: boolean): Writable {
  return createWriteStream(file, { flags: isForced ? "w" : "wx", mode: 0o600 });
}

function unwritable(file: string, error: Error): GazetteError {
  const isThere = "code" in error && error.code === "EEXIST";
  return new GazetteError(
    "output-unwritable",
    isThere ? `${file} is there already.` : `${file} cannot be written: ${error.message}.`,
    {
      hint: isThere ? "Name another file, or overwrite it with --force." : "Check the folder.",
      cause: error,
    },
  );
}
