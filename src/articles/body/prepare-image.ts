import { hash } from "node:crypto";
import { realpathSync, readFileSync, statSync } from "node:fs";
import path from "node:path";

import type { PreparedImage } from "../article.ts";

export interface ImageOptions {
  readonly dir: string;
  /** Of the article, relative to `dir`. */
  readonly articlePath: string;
  readonly maxWidth: number;
}

/** A local image made ready for an email; a string says why it cannot be shown. */
export async function prepareImage(source: string, alt: string, options: ImageOptions): Promise<PreparedImage | string> {
  const root = realpathSync(options.dir);
  const decoded = decodeURIComponent(source.replace(/[?#].*$/, ""));
  const wanted = decoded.startsWith("/")
    ? path.join(root, decoded)
    : path.join(root, path.dirname(options.articlePath), decoded);
  let real: string;
  try {
    real = realpathSync(wanted);
  } catch {
    return `The image ${source} is not there.`;
  }
  if (!real.startsWith(root + path.sep)) return `The image ${source} lies outside the articles folder.`;
  if (!statSync(real).isFile()) return `The image ${source} is not a file.`;
  const { default: sharp } = await import("sharp");
  const bytes = readFileSync(real);
  try {
    const image = sharp(bytes).rotate().resize({ width: options.maxWidth, withoutEnlargement: true });
    const { hasAlpha } = await sharp(bytes).metadata();
    const contentType = hasAlpha ? "image/png" : "image/jpeg";
    const { data, info } = await (hasAlpha ? image.png() : image.jpeg({ quality: 82, mozjpeg: true })).toBuffer({
      resolveWithObject: true,
    });
    const stem = path.parse(decoded).name.toLowerCase().replace(/[^a-z0-9]+/g, "-").slice(0, 40);
    const name = `${hash("sha256", data).slice(0, 8)}-${stem}.${hasAlpha ? "png" : "jpg"}`;
    return { kind: "local", name, bytes: data, contentType, width: info.width, height: info.height, alt };
  } catch (error) {
    return `The image ${source} cannot be read: ${error instanceof Error ? error.message : String(error)}.`;
  }
}
