import { hash } from "node:crypto";
import { appendFileSync, closeSync, fstatSync, openSync, readSync, renameSync, rmSync } from "node:fs";
import path from "node:path";

import { parserVersion } from "../parsed-file.ts";
import { makeFolder } from "../../platform/make-folder.ts";

// Sentences, and so titles made from them, are cut by the rules of the Unicode version that Node carries.
const magic = `gazette-articles/${parserVersion}/${process.versions["unicode"] ?? ""}`;
const headerBytes = 160;
/** Far more than a segment of ours: a length beyond it is damage. */
const maxPayloadBytes = 256 * 1024 * 1024;

/**
 * Reads the segments of an index, one in memory at a time, as far as the file is sound.
 *
 * @param take is given each segment's text; what it throws counts as damage.
 * @returns whether all of it could be believed. A file that is not there is a sound, empty one.
 */
export function readSegments(file: string, take: (payload: string) => void): boolean {
  let descriptor: number;
  try {
    descriptor = openSync(file, "r");
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "ENOENT";
  }
  try {
    const { size } = fstatSync(descriptor);
    let position = 0;
    while (position < size) {
      const segment = readSegment(descriptor, position);
      if (segment === undefined) return false;
      take(segment.payload.toString("utf8"));
      position = segment.end;
    }
    return true;
  } catch {
    return false;
  } finally {
    closeSync(descriptor);
  }
}

/** Adds a segment at the end in one write: it is whole, or dropped when it is read. */
export function appendSegment(file: string, payload: string): void {
  makeFolder(path.dirname(file));
  const bytes = Buffer.from(payload, "utf8");
  const header = `${magic} ${bytes.length} ${hash("sha256", bytes)}`.padEnd(headerBytes - 1);
  appendFileSync(file, Buffer.concat([Buffer.from(`${header}\n`, "latin1"), bytes]), { mode: 0o600 });
}

/** Writes the index anew beside and renames it into place, so that a reader sees the old one or the new one. */
export function replaceSegments(file: string, payloads: Iterable<string>): void {
  const beside = `${file}.${process.pid}.tmp`;
  try {
    rmSync(beside, { force: true });
    let isEmpty = true;
    for (const payload of payloads) {
      appendSegment(beside, payload);
      isEmpty = false;
    }
    if (isEmpty) rmSync(file, { force: true });
    else renameSync(beside, file);
  } finally {
    rmSync(beside, { force: true });
  }
}

let shared = Buffer.allocUnsafeSlow(64 * 1024);

/** A segment, if it is whole and matches its hash; its payload stands in a buffer that the next one uses again. */
function readSegment(descriptor: number, position: number): { payload: Buffer; end: number } | undefined {
  const header = Buffer.alloc(headerBytes);
  if (readSync(descriptor, header, 0, headerBytes, position) !== headerBytes) return undefined;
  const [name, length, digest] = header.toString("latin1").trimEnd().split(" ");
  const bytes = Number(length);
  if (name !== magic || !Number.isSafeInteger(bytes) || bytes < 0 || bytes > maxPayloadBytes)
    return undefined;
  if (shared.length < bytes) shared = Buffer.allocUnsafeSlow(bytes * 2);
  if (readSync(descriptor, shared, 0, bytes, position + headerBytes) !== bytes) return undefined;
  const payload = shared.subarray(0, bytes);
  return hash("sha256", payload) === digest ? { payload, end: position + headerBytes + bytes } : undefined;
}
