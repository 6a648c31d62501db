import { ArticleRefusal } from "./article-refusal.ts";
import { readArticleFile } from "./files/read-article-file.ts";
import type { MonthPlace } from "./front-matter/dates/parse-date.ts";
import { parseFile, toRefused } from "./parse-file.ts";
import type { ParsedFile } from "./parsed-file.ts";

/** Reads and parses one file of an articles folder; one that cannot be read is refused like one that cannot be parsed. */
export function readParsedFile(dir: string, path: string, monthComes?: MonthPlace): ParsedFile {
  try {
    return parseFile(path, readArticleFile(dir, path), monthComes);
  } catch (error) {
    if (error instanceof ArticleRefusal) return toRefused(path, error);
    throw error;
  }
}
