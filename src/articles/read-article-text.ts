import { readArticleFile } from "./files/read-article-file.ts";
import { decodeFile } from "./files/decode-text.ts";
import { splitFrontMatter } from "./front-matter/syntax/split-front-matter.ts";
import { toPlainText } from "./wording/plain-text.ts";

/** Enough for topic rules and for telling a story by its opening; a longer text says the same again. */
const maxBytes = 64 * 1024;

/**
 * The plain text of an article's body, for rules that look for words; lexical, so that it costs microseconds.
 *
 * @param dir The articles folder, absolute.
 * @returns Undefined where the file is gone or cannot be read: a rule then finds nothing.
 */
export function readArticleText(path: string, dir: string): string | undefined {
  try {
    const { bytes } = decodeFile(readArticleFile(dir, path));
    const { bodyStart } = splitFrontMatter(bytes);
    return toPlainText(bytes.toString("utf8", bodyStart, Math.min(bytes.length, bodyStart + maxBytes)));
  } catch {
    return undefined;
  }
}
