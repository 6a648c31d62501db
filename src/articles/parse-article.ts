import { hash } from "node:crypto";

import { ArticleRefusal } from "./article-refusal.ts";
import type { Article } from "./article.ts";
import { findClosingAuthor } from "./by-line.ts";
import { decodeText } from "./decode-text.ts";
import { deriveTitle } from "./opening-text.ts";
import { parseDate } from "./parse-date.ts";
import { parseFrontMatter, type FrontMatter, type FrontMatterValue } from "./parse-front-matter.ts";
import { toPlainText } from "./plain-text.ts";
import { splitFrontMatter, type SplitFile } from "./split-front-matter.ts";

export interface ParseContext {
  readonly timeZone: string;
  readonly topicsFromFolders: boolean;
}

/** One file as an article. Throws ArticleRefusal where it cannot be one. */
export function parseArticle(path: string, bytes: Uint8Array, context: ParseContext): Article {
  const split = splitFrontMatter(decodeText(bytes));
  const fields = parseFrontMatter(split);
  const date = (...keys: string[]): Date | undefined => readDate(fields, keys, split, context.timeZone);
  const title = toPlainText(text(fields, "title") ?? "");
  const named = list(fields.get("authors") ?? fields.get("author"));
  const closing = named.length === 0 ? findClosingAuthor(split.body) : undefined;
  const image = text(fields, "image", "cover", "heroimage", "featureimage", "featuredimage");
  const fromName = /(?:^|\/)(\d{4}-\d{2}-\d{2})-[^/]*$/.exec(path)?.[1];
  const topics = unique(["topics", "tags", "categories", "category", "keywords"].flatMap((key) => list(fields.get(key))));
  const folder = /^([^/]+)\//.exec(path)?.[1];
  return {
    id: text(fields, "id", "permalink", "slug") ?? path,
    path,
    title: title === "" ? deriveTitle(split.body, path) : title,
    publishedAt:
      date("date", "pubdate", "publishdate", "publishedat", "published", "created") ??
      (fromName === undefined ? undefined : parseDate(fromName, context.timeZone)),
    updatedAt: date("lastmod", "updated"),
    expiresAt: date("expirydate", "unpublishdate"),
    draft: text(fields, "draft") === "true" || text(fields, "published") === "false" || text(fields, "status") === "draft",
    topics: topics.length === 0 && context.topicsFromFolders && folder !== undefined && /^[^_\d]/.test(folder) ? [folder] : topics,
    authors: named.length > 0 ? named : closing === undefined ? [] : [closing],
    summary: text(fields, "description", "summary", "excerpt"),
    language: text(fields, "lang", "language"),
    translationKey: text(fields, "translationkey"),
    url: text(fields, "canonical", "canonicalurl"),
    image: image === undefined ? undefined : { source: image, alt: text(fields, "imagealt", "alt") ?? "" },
    weight: number(text(fields, "weight")),
    featured: text(fields, "featured") === "true",
    pinned: text(fields, "pinned") === "true",
    contentHash: hash("sha256", bytes),
  };
}

function text(fields: FrontMatter, ...keys: string[]): string | undefined {
  for (const key of keys) {
    const value = fields.get(key);
    if (typeof value === "string" && value.trim() !== "") return value.replace(/\s+/g, " ").trim();
  }
  return undefined;
}

function list(value: FrontMatterValue | undefined): string[] {
  if (typeof value === "string") return value.split(",").map((item) => item.trim()).filter((item) => item !== "");
  if (!Array.isArray(value)) return [];
  return (value as readonly FrontMatterValue[]).flatMap((item) => {
    if (typeof item === "string") return [item.trim()];
    if (item === null || Array.isArray(item)) return [];
    const name = (item as Record<string, FrontMatterValue>)["name"];
    return typeof name === "string" ? [name.trim()] : [];
  });
}

function unique(topics: readonly string[]): string[] {
  const seen = new Map<string, string>();
  for (const topic of topics.map((item) => item.replace(/^#/, ""))) {
    if (topic !== "" && !seen.has(topic.toLowerCase())) seen.set(topic.toLowerCase(), topic);
  }
  return [...seen.values()];
}

function number(value: string | undefined): number | undefined {
  const found = value === undefined ? NaN : Number(value);
  return Number.isFinite(found) ? found : undefined;
}

function readDate(fields: FrontMatter, keys: readonly string[], split: SplitFile, timeZone: string): Date | undefined {
  for (const key of keys) {
    const value = text(fields, key);
    if (value === undefined || (key === "published" && /^(?:true|false)$/.test(value))) continue;
    const date = parseDate(value, timeZone);
    if (date !== undefined) return date;
    const line = split.block.split("\n").findIndex((row) => row.toLowerCase().replace(/[\s_-]+/g, "").startsWith(key));
    throw new ArticleRefusal(
      `The date ${JSON.stringify(value)} does not exist or cannot be read; expected one such as 2026-11-20 or 2026-11-20 09:30.`,
      line === -1 ? undefined : split.blockLine + line,
    );
  }
  return undefined;
}
