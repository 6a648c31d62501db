import { lstatSync, readFileSync } from "node:fs";

import { articleExtension } from "./article-extension.ts";
import { decodeFile } from "./decode-text.ts";
import { readFileBytes } from "./read-file.ts";
import { foldKey, type FrontMatter, type FrontMatterValue } from "../front-matter/front-matter.ts";
import { parseFrontMatter } from "../front-matter/syntax/parse-front-matter.ts";
import { splitFrontMatter } from "../front-matter/syntax/split-front-matter.ts";

/** What front matter within a file begins with. */
const ownStarts = new Set(Buffer.from("-+;<.{%@"));
const maxMetaBytes = 16 * 1024;
/** What the lines of Nikola's first files of metadata say, in their order. */
const plainLines = ["title", "slug", "date", "tags", "link", "description", "type"];

/**
 * The bytes of an article's file. Of one of Nikola's posts in two files, `post.md` and `post.meta`, what the second one says stands
 * as JSON before the first line of the text, so that every line keeps its number.
 *
 * @param dir absolute.
 * @returns bytes that hold until the next call.
 * @throws ArticleRefusal where a file cannot be read.
 * @see https://getnikola.com/handbook.html#metadata-fields
 */
export function readArticleFile(dir: string, path: string): Buffer {
  const bytes = readFileBytes(`${dir}/${path}`);
  if (ownStarts.has(bytes[0] ?? 0)) return bytes;
  const meta = `${dir}/${toMetaPath(path)}`;
  // A link may lead anywhere.
  const stats = lstatSync(meta, { throwIfNoEntry: false });
  if (stats?.isFile() !== true || stats.size > maxMetaBytes) return bytes;
  const fields = readMeta(readFileSync(meta));
  return fields === undefined ? bytes : Buffer.concat([Buffer.from(JSON.stringify(toObject(fields))), bytes]);
}

/** The name of the second file, where an article has one. */
function toMetaPath(path: string): string {
  return path.replace(articleExtension, ".meta");
}

/** What a file of metadata says; undefined for a file of that name that gives no title. */
function readMeta(bytes: Buffer): FrontMatter | undefined {
  const { bytes: text } = decodeFile(bytes);
  const split = splitFrontMatter(text);
  const fields = split.dialect === "none" ? readPlain(text.toString("utf8")) : parseFrontMatter(split);
  return fields?.has("title") === true ? fields : undefined;
}

/** Title, slug and day, and more, each on a line of its own. */
function readPlain(text: string): FrontMatter | undefined {
  const lines = text.trimEnd().split("\n");
  if (lines.length > plainLines.length || !/^\d{4}[-/]\d{1,2}[-/]\d{1,2}/.test(lines[2] ?? ""))
    return undefined;
  return new Map(lines.map((line, at) => [foldKey(plainLines[at] ?? ""), line.trim()]));
}

function toObject(fields: FrontMatter): Record<string, unknown> {
  const toValue = (value: FrontMatterValue): unknown => (value instanceof Map ? toObject(value) : value);
  return Object.fromEntries([...fields].map(([key, value]) => [key, toValue(value)]));
}
