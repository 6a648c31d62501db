import { closeSync, fstatSync, ftruncateSync, openSync, readSync, writeSync } from "node:fs";
import { dirname, join } from "node:path";
import { type Kysely, sql } from "kysely";
import type { DeliveryRow, DeliveryState } from "../schema/delivery-tables.ts";
import type { Tables } from "../schema/tables.ts";
import { toStorageFault } from "./storage-fault.ts";

/** The body of a delivery may leave; or what became of it. */
export type JournalLine =
  | readonly ["begun", issueId: number, address: string, fence: number]
  | readonly ["ended", issueId: number, address: string, fence: number, state: string, code: number | null];

/**
 * A second, plain record of the bodies that may have left since the ledger's write-ahead log was last folded into its file.
 * Should that log be lost or cut short (a copy without it, a damaged disk), the ledger forgets the newest of what was
 * sent; the journal does not. Written without a flush: it outlives the process that dies, and the ledger is what
 * outlives a loss of power. It grows for as long as a reader keeps the log from being folded, by some fifty bytes a message.
 */
export interface BodyJournal {
  /** @returns Takes the lines back, because the ledger could not be written. */
  append(lines: readonly JournalLine[]): () => void;
  readonly bytes: () => number;
  /** Forgets everything: the ledger's own file holds it now. */
  clear(): void;
  close(): void;
}

/** Beside the ledger's file. */
export function journalFile(databaseFile: string): string {
  return join(dirname(databaseFile), "sending.journal");
}

/** Made where it is not there. @throws Error of `node:fs`. */
export function openBodyJournal(path: string): BodyJournal {
  const descriptor = openSync(path, "a", 0o600);
  let bytes = fstatSync(descriptor).size;
  return {
    append: (lines) => {
      const before = bytes;
      const text = Buffer.from(lines.map((line) => `${JSON.stringify(line)}\n`).join(""));
      const written = writeSync(descriptor, text);
      bytes += written;
      const takeBack = (): void => {
        ftruncateSync(descriptor, before);
        bytes = before;
      };
      if (written < text.length) {
        takeBack();
        throw Object.assign(new Error(`no room for ${path}`), { code: "ENOSPC", syscall: "write" });
      }
      return takeBack;
    },
    bytes: () => bytes,
    clear: () => {
      ftruncateSync(descriptor, 0);
      bytes = 0;
    },
    close: () => closeSync(descriptor),
  };
}

type Held = Pick<DeliveryRow, "issue_id" | "address" | "fence">;

interface Ended {
  readonly from: DeliveryState;
  readonly to: DeliveryState;
  readonly reply?: { readonly code: number | undefined } | undefined;
}

/** Deliveries whose bodies may leave from now on. */
export function linesOfBeginnings(steps: readonly { readonly delivery: Held }[]): JournalLine[] {
  return steps.map(({ delivery }) => ["begun", delivery.issue_id, delivery.address, delivery.fence]);
}

/** What became of bodies; an attempt that ended before its body is the ledger's business alone. */
export function linesOfEnds(
  records: readonly { readonly delivery: Held; readonly outcome: Ended }[],
): JournalLine[] {
  return records
    .filter(({ outcome }) => outcome.from === "in_data")
    .map(({ delivery: { issue_id, address, fence }, outcome }) => {
      return ["ended", issue_id, address, fence, outcome.to, outcome.reply?.code ?? null];
    });
}

const bytesAtATime = 256 * 1024;

/** Every whole line, in order; a last one that was cut short says nothing, because its body had not begun. */
export function* readBodyJournal(path: string): Generator<JournalLine> {
  let descriptor: number;
  try {
    descriptor = openSync(path, "r");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return;
    throw error;
  }
  try {
    const chunk = Buffer.alloc(bytesAtATime);
    let rest = Buffer.alloc(0);
    for (let read = readSync(descriptor, chunk); read > 0; read = readSync(descriptor, chunk)) {
      const bytes = Buffer.concat([rest, chunk.subarray(0, read)]);
      const end = bytes.lastIndexOf("\n") + 1;
      rest = bytes.subarray(end);
      for (const line of bytes.toString("utf8", 0, end).split("\n")) yield* parseLine(line);
    }
  } finally {
    closeSync(descriptor);
  }
}

function parseLine(line: string): JournalLine[] {
  try {
    const value: unknown = JSON.parse(line);
    return Array.isArray(value) && (value[0] === "begun" || value[0] === "ended")
      ? [value as unknown as JournalLine]
      : [];
  } catch {
    return [];
  }
}

/** The file of the ledger behind a connection. */
export async function findDatabaseFile(database: Kysely<Tables>): Promise<string> {
  const { rows } = await sql<{ name: string; file: string }>`PRAGMA database_list`.execute(database);
  const file = rows.find(({ name }) => name === "main")?.file;
  if (file === undefined || file === "") throw new Error("The ledger is not in a file.");
  return file;
}

interface Checkpoint {
  readonly busy: number;
  readonly log: number;
  readonly checkpointed: number;
}

/**
 * Folds the write-ahead log into the ledger's file, waiting for nobody.
 *
 * @returns False where a reader kept some of it back, or the disk did not take it: the log still has it all, and whoever
 * writes next hears of a fault that stays.
 */
export async function foldLog(database: Kysely<Tables>): Promise<boolean> {
  try {
    const { rows } = await sql<Checkpoint>`PRAGMA wal_checkpoint(PASSIVE)`.execute(database);
    const [result] = rows;
    return result?.busy === 0 && result.log === result.checkpointed;
  } catch (error) {
    if (toStorageFault(error) === undefined) throw error;
    return false;
  }
}
