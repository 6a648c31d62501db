import { ArticleRefusal } from "./article-refusal.ts";
import { readFileBytes } from "./files/read-file.ts";
import { parseFile } from "./parse-file.ts";
import type { ParsedFile } from "./parsed-file.ts";

/** Reads and parses one file of an articles folder; one that cannot be read is refused like one that cannot be parsed. */
export function readParsedFile(dir: string, path: string): ParsedFile {
  try {
    return parseFile(path, readFileBytes(`${dir}/${path}`));
  } catch (error) {
    if (error instanceof ArticleRefusal)
      return { kind: "refused", path, line: error.line, reason: error.message };
    throw error;
  }
}
