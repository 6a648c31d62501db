import { hash } from "node:crypto";
import { closeSync, constants, fstatSync, openSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Sharp } from "sharp";

import type { PreparedImage } from "../article.ts";
import { resolveInside } from "../files/resolve-inside.ts";
import { readCachedImage, writeCachedImage, type EncodedImage } from "./image-cache.ts";

export interface ImageOptions {
  /** Absolute. */
  readonly dir: string;
  /** Pixels. */
  readonly maxWidth: number;
  readonly cacheDir: string | undefined;
}

/** What is known of a picture once it is ready, but for its alternative text. */
export type ImageFile = Omit<PreparedImage, "kind" | "alt" | "src">;

const maxFileBytes = 40 * 1024 * 1024;
const maxPixels = 100_000_000;
/** A film of pictures beyond this becomes its first one. */
const maxAnimationBytes = 1024 * 1024;
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
  return typeof bytes === "string" ? bytes : prepareImageBytes(bytes, path.parse(file).name, options);
}

/**
 * The same for the bytes of a picture.
 *
 * @param stem what its name is made from.
 */
export async function prepareImageBytes(
  bytes: Buffer,
  stem: string,
  options: ImageOptions,
): Promise<ImageFile | string> {
  const key = hash("sha256", Buffer.concat([bytes, Buffer.from(`${recipe} ${options.maxWidth}`)]));
  const readable = stem
    .toLowerCase()
    .normalize("NFKD")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 40);
  const cached = options.cacheDir === undefined ? undefined : readCachedImage(options.cacheDir, key);
  const made = cached ?? (await encode(bytes, options.maxWidth));
  if (typeof made === "string") return made;
  if (cached === undefined && options.cacheDir !== undefined) writeCachedImage(options.cacheDir, key, made);
  const extension = { "image/jpeg": "jpg", "image/png": "png", "image/gif": "gif" }[made.contentType];
  const name = `${hash("sha256", made.bytes).slice(0, 8)}${readable === "" ? "" : `-${readable}`}.${extension}`;
  return { name, ...made };
}

async function encode(bytes: Buffer, maxWidth: number): Promise<EncodedImage | string> {
  const { default: sharp } = await import("sharp");
  const limits = { limitInputPixels: maxPixels, failOn: "error" } as const;
  try {
    const { format, hasAlpha, pages, width, height } = await sharp(bytes, limits).metadata();
    if (width * height > maxPixels) return "has too many pixels";
    const resize = (image: Sharp): Sharp =>
      image
        .timeout({ seconds: 20 })
        .resize({ width: maxWidth, withoutEnlargement: true })
        .toColourspace("srgb");
    if ((pages ?? 1) > 1 && (format === "gif" || format === "webp")) {
      const animated = await resize(sharp(bytes, { ...limits, animated: true }))
        .gif()
        .toBuffer({ resolveWithObject: true });
      const frameHeight = animated.info.pageHeight ?? animated.info.height;
      if (animated.data.length <= maxAnimationBytes) {
        return {
          bytes: animated.data,
          contentType: "image/gif",
          width: animated.info.width,
          height: frameHeight,
        };
      }
    }
    const upright = resize(sharp(bytes, limits).autoOrient());
    if (hasAlpha || format === "svg" || format === "gif") {
      const { data, info } = await upright
        .png({ palette: format === "gif", compressionLevel: 9 })
        .toBuffer({ resolveWithObject: true });
      return { bytes: data, contentType: "image/png", width: info.width, height: info.height };
    }
    const jpeg = await upright
      .clone()
      .jpeg({ quality: 80, mozjpeg: true })
      .toBuffer({ resolveWithObject: true });
    if (format === "png") {
      // A drawing or a screenshot is smaller, and sharper, as it was.
      const png = await upright.clone().png({ compressionLevel: 9 }).toBuffer({ resolveWithObject: true });
      if (png.data.length <= jpeg.data.length * 1.2) {
        return { bytes: png.data, contentType: "image/png", width: png.info.width, height: png.info.height };
      }
    }
    return { bytes: jpeg.data, contentType: "image/jpeg", width: jpeg.info.width, height: jpeg.info.height };
  } catch (error) {
    const reason = error instanceof Error ? (error.message.split("\n", 1)[0] ?? "") : String(error);
    return /unsupported image format|is not a known file format/i.test(reason)
      ? "is no picture of a kind that is known"
      : `cannot be read as a picture: ${reason}`;
  }
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
