import { hash } from "node:crypto";
import { readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";

import type { PreparedImage } from "../article.ts";
import { makeFolder } from "../../platform/make-folder.ts";

/** What is kept of a picture, whatever it is called. */
export type EncodedImage = Pick<PreparedImage, "bytes" | "contentType" | "width" | "height">;

const header = /^gazette-image (image\/(?:jpeg|png|gif)) (\d+)x(\d+) ([0-9a-f]{64})\n/;

/**
 * A picture that was made ready before.
 *
 * @param key the hash of what it is made from and how.
 * @returns undefined where there is none, or where it is damaged.
 */
export function readCachedImage(cacheDir: string, key: string): EncodedImage | undefined {
  let file: Buffer;
  try {
    file = readFileSync(path.join(cacheDir, key));
  } catch {
    return undefined;
  }
  const match = header.exec(file.toString("latin1", 0, 200));
  if (match === null) return undefined;
  const bytes = file.subarray(match[0].length);
  if (hash("sha256", bytes) !== match[4]) return undefined;
  return {
    bytes,
    contentType: match[1] as EncodedImage["contentType"],
    width: Number(match[2]),
    height: Number(match[3]),
  };
}

/** Keeps a picture, whole or not at all; a cache that cannot be written costs time, never a picture. */
export function writeCachedImage(cacheDir: string, key: string, image: EncodedImage): void {
  const beside = path.join(cacheDir, `${key}.${process.pid}.tmp`);
  try {
    makeFolder(cacheDir);
    const line = `gazette-image ${image.contentType} ${image.width}x${image.height} ${hash("sha256", image.bytes)}\n`;
    writeFileSync(beside, Buffer.concat([Buffer.from(line, "latin1"), image.bytes]));
    renameSync(beside, path.join(cacheDir, key));
  } catch {
    try {
      rmSync(beside, { force: true });
    } catch {
      // Where the folder itself is no folder, there is nothing beside to remove either.
    }
  }
}
