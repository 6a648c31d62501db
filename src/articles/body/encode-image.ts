import sharp, { type Sharp } from "sharp";

import type { EncodedImage } from "./image-cache.ts";

export interface ImageToEncode {
  readonly bytes: Uint8Array;
  /** Pixels. */
  readonly maxWidth: number;
  /** Whether it may be an SVG. */
  readonly isDrawing: boolean;
}

/** Of a picture, and of all pictures of a film together. */
const maxPixels = 100_000_000;
/** AVIF; its decoder takes 18 bytes of memory a pixel. */
const maxHeifPixels = 50_000_000;
/** A film of pictures beyond this becomes its first one. */
const maxAnimationBytes = 1024 * 1024;
/** What is larger never becomes so small, and takes seconds to show it. */
const maxFilmBytes = 8 * maxAnimationBytes;

/**
 * A picture as an email shows it.
 *
 * @returns a text where it cannot be shown: why, as the end of a sentence.
 */
export async function encodeImage({
  bytes,
  maxWidth,
  isDrawing,
}: ImageToEncode): Promise<EncodedImage | string> {
  const limits = { limitInputPixels: maxPixels, failOn: "error" } as const;
  try {
    const { format, hasAlpha, pages, width, height } = await sharp(bytes, limits).metadata();
    if (format === "svg" && !isDrawing) return "is no picture of a kind that is known";
    if (width * height > (format === "heif" ? maxHeifPixels : maxPixels)) return "has too many pixels";
    const resize = (image: Sharp): Sharp =>
      image.resize({ width: maxWidth, withoutEnlargement: true }).toColourspace("srgb");
    const isFilm = (pages ?? 1) > 1 && (format === "gif" || format === "webp");
    if (isFilm && width * height * (pages ?? 1) <= maxPixels && bytes.length <= maxFilmBytes) {
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
