import { createHash, randomUUID } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import type { Database } from "./open-database.ts";

/** Where an instance keeps what tells it from a copy of itself. */
export interface InstancePlace {
  readonly dataDir: string;
  /** The operator's own name for this installation; undefined: the machine and the folder tell. */
  readonly name: string | undefined;
  /** Outside the data folder, so that a restored folder is noticed; undefined: nowhere. */
  readonly stateDir: string | undefined;
}

/**
 * Why a data folder may not be the one that sent last. `copied`: it was sent from on another machine or in another folder.
 * `older`: something was sent that this ledger does not know of. `restored`: a backup was put in its place.
 */
export type InstanceDoubt = "copied" | "older" | "restored";

/** Stands for the place of a ledger that a backup was restored to. */
export const restoredPlace = "restored";

interface Marker {
  readonly token: string;
  readonly counter: number;
}

const markerName = "instance.json";

/**
 * Looks whether this data folder is the one that sent last, and makes a new one known. A folder that was copied or
 * restored would send again what went out from elsewhere.
 */
export async function examineInstance(
  database: Database,
  place: InstancePlace,
  now: Date,
): Promise<InstanceDoubt | undefined> {
  if ((await readRow(database)) === undefined && readMarker(join(place.dataDir, markerName)) === undefined) {
    // Whoever starts at the same moment may be first.
    await database
      .insertInto("instance")
      .values(newRow(place, now))
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    await writeKnown(database, place);
    return undefined;
  }
  return findDoubt(database, place);
}

/** The same, and nothing is made known. */
export async function findDoubt(
  database: Database,
  place: InstancePlace,
): Promise<InstanceDoubt | undefined> {
  const token = (await readRow(database))?.token;
  const beside = readMarker(join(place.dataDir, markerName));
  const outside = token === undefined ? undefined : readMarker(outsideFile(place, token));
  // Asked last, because whoever counts at this moment counts in the ledger first.
  const row = await readRow(database);
  if (row === undefined) return beside === undefined ? undefined : "older";
  if (row.place === restoredPlace) return "restored";
  if (row.place !== describePlace(place)) return "copied";
  const seen = [beside, outside].filter((marker) => marker !== undefined);
  if (seen.some(({ token }) => token !== row.token)) return "copied";
  return seen.some(({ counter }) => counter > row.counter) ? "older" : undefined;
}

/** Says that from here on this folder is the one that sends. */
export async function enrol(database: Database, place: InstancePlace, now: Date): Promise<void> {
  const row = newRow(place, now);
  await database
    .insertInto("instance")
    .values(row)
    .onConflict((conflict) => conflict.column("id").doUpdateSet(row))
    .execute();
  await writeKnown(database, place);
}

function newRow(place: InstancePlace, now: Date) {
  return {
    id: 1,
    token: randomUUID(),
    place: describePlace(place),
    counter: 1,
    adopted_at: now.toISOString(),
  };
}

async function readRow(database: Database) {
  return database.selectFrom("instance").selectAll().executeTakeFirst();
}

async function writeKnown(database: Database, place: InstancePlace): Promise<void> {
  const row = await readRow(database);
  if (row !== undefined) writeMarkers(place, row);
}

/** Counts that something is about to be sent: first in the ledger, then beside and outside of it. */
export async function countSending(database: Database, place: InstancePlace): Promise<void> {
  const row = await database
    .updateTable("instance")
    .set((expression) => ({ counter: expression("counter", "+", 1) }))
    .returningAll()
    .executeTakeFirst();
  if (row !== undefined) writeMarkers(place, row);
}

function writeMarkers(place: InstancePlace, { token, counter }: Marker): void {
  const content = `${JSON.stringify({ token, counter })}\n`;
  replaceFile(join(place.dataDir, markerName), content);
  const outside = outsideFile(place, token);
  if (outside === undefined) return;
  try {
    replaceFile(outside, content);
  } catch {
    // A service user may have no home to write to; the file beside the ledger is the one that must be there.
  }
}

function replaceFile(path: string, content: string): void {
  mkdirSync(join(path, ".."), { recursive: true });
  writeFileSync(`${path}.part-${process.pid}`, content);
  renameSync(`${path}.part-${process.pid}`, path);
}

function outsideFile({ stateDir }: InstancePlace, token: string): string | undefined {
  return stateDir === undefined ? undefined : join(stateDir, `${token}.json`);
}

/** A marker that cannot be read says nothing: a power cut may have caught it. */
function readMarker(path: string | undefined): Marker | undefined {
  if (path === undefined) return undefined;
  try {
    const { token, counter } = JSON.parse(readFileSync(path, "utf8")) as Partial<Marker>;
    return typeof token === "string" && typeof counter === "number" ? { token, counter } : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Machine and folder as one short text. A copied folder has another inode or another birth, on whatever machine; a name
 * that the operator gave stands for both, for machines that are new at each start.
 */
function describePlace({ dataDir, name }: InstancePlace): string {
  if (name !== undefined) return `name:${name}`;
  const { ino, birthtimeMs } = statSync(dataDir);
  const parts = [machineId(), ino, Math.floor(birthtimeMs)].join("\n");
  return createHash("sha256").update(parts).digest("hex").slice(0, 32);
}

/** systemd's machine-id(5) where there is one. */
function machineId(): string {
  try {
    return readFileSync("/etc/machine-id", "utf8").trim();
  } catch {
    return hostname();
  }
}
