import { readdirSync, rmSync } from "node:fs";
import { open, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { GazetteError } from "../../platform/errors.ts";
import { makeFolder } from "../../platform/make-folder.ts";
import type { Outcome } from "../outcome.ts";
import type { OutgoingMessage, TransportFactory } from "../transport.ts";

/**
 * The embedded default where no SMTP server is configured: each message becomes an `.eml` file. Written beside and moved
 * into place after it has reached the disk, so a file that is there is whole.
 */
export function createOutboxTransport(folder: string): TransportFactory {
  return {
    name: "outbox",
    description: folder,
    open: () => {
      prepareFolder(folder);
      return Promise.resolve({
        deliver: async (message, beforeBody) => {
          await beforeBody();
          return write(folder, message);
        },
        close: () => Promise.resolve(),
      });
    },
  };
}

/** @throws GazetteError `output-unwritable` */
function prepareFolder(folder: string): void {
  try {
    makeFolder(folder);
    for (const name of readdirSync(folder)) {
      const [, process = ""] = /\.eml\.(\d+)\.part$/u.exec(name) ?? [];
      if (process !== "" && !isRunning(Number(process))) rmSync(join(folder, name), { force: true });
    }
  } catch (error) {
    throw new GazetteError("output-unwritable", `The folder ${folder} cannot be made or read.`, {
      hint: "Check who may write there, or choose another folder with OUT_DIR or --out.",
      cause: error,
    });
  }
}

/** What a process that is gone has begun is nobody's. */
function isRunning(id: number): boolean {
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

async function write(folder: string, message: OutgoingMessage): Promise<Outcome> {
  const path = join(folder, message.fileName);
  const beside = `${path}.${process.pid}.part`;
  try {
    const file = await open(beside, "w");
    try {
      await file.writeFile(Buffer.concat(message.blocks));
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(beside, path);
    await syncFolder(folder);
  } catch (error) {
    await rm(beside, { force: true }).catch(() => undefined);
    return unwritten(path, error);
  }
  return {
    state: "accepted",
    phase: "end",
    reply: { code: 250, enhancedCode: "2.0.0", text: `written to ${path}`, host: "outbox" },
  };
}

/** The name is the folder's, and is on the disk only when the folder is. Where a system cannot, the disk does it when it likes. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, "r").catch(() => undefined);
  try {
    await handle?.sync().catch(() => undefined);
  } finally {
    await handle?.close();
  }
}

/** No file is there, so nothing was handed over; the next one would fail too, so it is as a server that refuses us all. */
function unwritten(path: string, error: unknown): Outcome {
  const why = error instanceof Error ? error.message : String(error);
  const text = `452 4.3.1 ${path} cannot be written: ${why}`;
  return {
    state: "failed",
    phase: "connect",
    reply: { code: 452, enhancedCode: "4.3.1", text, host: "outbox" },
  };
}
