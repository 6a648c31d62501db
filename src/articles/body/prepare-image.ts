import { hash } from "node:crypto";
import { closeSync, constants, fstatSync, openSync, readFileSync } from "node:fs";
import path from "node:path";

import type { PreparedImage } from "../article.ts";
import { resolveInside } from "../files/resolve-inside.ts";
import { encodeApart, type Allowance } from "./encode-apart.ts";
import { readCachedImage, writeCachedImage } from "./image-cache.ts";

export interface ImageOptions {
  /** Absolute. */
  readonly dir: string;
  /** Pixels. */
  readonly maxWidth: number;
  readonly cacheDir: string | undefined;
  /** What the pictures of one article may take together. */
  readonly allowance: Allowance;
}

/** What is known of a picture once it is ready, but for its alternative text. */
export type ImageFile = Omit<PreparedImage, "kind" | "alt" | "src">;

const maxFileBytes = 40 * 1024 * 1024;
/** The largest maps and diagrams of the web have about 2 MB; librsvg takes a hundred times the bytes as memory. */
const maxDrawingBytes = 4 * 1024 * 1024;
/** Raised when the same picture would come out otherwise. */
const recipe = "1";

/**
 * Makes a picture of the articles folder ready for an email: upright, at most so wide, as JPEG, PNG or GIF by its
 * content, without what cameras write into files (place, time, owner).
 *
 * @param file relative to the folder.
 * @returns a text where it cannot be shown: why, as the end of a sentence.
 */
export async function prepareImage(file: string, options: ImageOptions): Promise<ImageFile | string> {
  const inside = resolveInside(options.dir, file);
  if (inside.kind !== "file")
    return inside.kind === "outside" ? "lies outside the articles folder" : "is not there";
  const bytes = readRegularFile(inside.realPath);
  if (typeof bytes === "string") return bytes;
  return prepareBytes(bytes, path.parse(file).name, isDrawing(bytes), options);
}

/** The same for the bytes of a picture that was written into a text as a PNG, a JPEG or the like, which no drawing is. */
export async function prepareEmbeddedImage(
  bytes: Buffer,
  options: ImageOptions,
): Promise<ImageFile | string> {
  if (isDrawing(bytes)) return "is a drawing by its content, not what it is called";
  return prepareBytes(bytes, "picture", false, options);
}

/** @param stem what its name is made from. */
async function prepareBytes(
  bytes: Buffer,
  stem: string,
  drawing: boolean,
  options: ImageOptions,
): Promise<ImageFile | string> {
  if (drawing && bytes.length > maxDrawingBytes)
    return `is a drawing of more than ${maxDrawingBytes / 1024 / 1024} MB`;
  const key = hash("sha256", Buffer.concat([bytes, Buffer.from(`${recipe} ${options.maxWidth}`)]));
  const readable = stem
    .toLowerCase()
    .normalize("NFKD")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 40);
  const cached = options.cacheDir === undefined ? undefined : readCachedImage(options.cacheDir, key);
  const made =
    cached ??
    (await encodeApart({ bytes, maxWidth: options.maxWidth, isDrawing: drawing }, options.allowance));
  if (typeof made === "string") return made;
  if (cached === undefined && options.cacheDir !== undefined) writeCachedImage(options.cacheDir, key, made);
  const extension = { "image/jpeg": "jpg", "image/png": "png", "image/gif": "gif" }[made.contentType];
  const name = `${hash("sha256", made.bytes).slice(0, 8)}${readable === "" ? "" : `-${readable}`}.${extension}`;
  return { name, ...made };
}

/** Does not wait on a pipe that took the file's place, and does not read what is beyond all measure. */
function readRegularFile(file: string): Buffer | string {
  let descriptor: number | undefined;
  try {
    descriptor = openSync(file, constants.O_RDONLY | constants.O_NONBLOCK);
    const stats = fstatSync(descriptor);
    if (!stats.isFile()) return "is not a file";
    if (stats.size > maxFileBytes) return `is larger than ${maxFileBytes / 1024 / 1024} MB`;
    return readFileSync(descriptor);
  } catch {
    return "cannot be read";
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

/** Whether bytes may be an SVG: XML, also when compressed. No format of pixels begins so. */
function isDrawing(bytes: Buffer): boolean {
  return /^(?:\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)?[\s\0]*<|^\u001f\u008b/.test(
    bytes.toString("latin1", 0, 1000),
  );
}
