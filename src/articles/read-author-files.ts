import { ArticleRefusal } from "./article-refusal.ts";
import type { ArticleNote } from "./article.ts";
import { decodeFile } from "./files/decode-text.ts";
import { readFileBytes } from "./files/read-file.ts";
import { isMap, readText } from "./front-matter/fields/field-values.ts";
import { foldKey } from "./front-matter/front-matter.ts";
import { parseFrontMatter } from "./front-matter/syntax/parse-front-matter.ts";
import { splitFrontMatter } from "./front-matter/syntax/split-front-matter.ts";

/** Who wrote what stands in a folder, by the short names that articles give. */
export interface AuthorFile {
  /** With a slash behind it; empty: the articles folder itself. */
  readonly folder: string;
  /** Whole names by keys, folded. */
  readonly names: ReadonlyMap<string, string>;
}

/**
 * Reads files such as Docusaurus' `authors.yml`, `ada: { name: Ada Writer }`, in which articles name their authors by keys; one
 * in Jekyll's `_data/` is for the folder above. One that cannot be read is noted.
 *
 * @param paths relative to the articles folder.
 * @returns those of the innermost folders first.
 * @see https://docusaurus.io/docs/blog#global-authors
 */
export function readAuthorFiles(dir: string, paths: readonly string[], notes: ArticleNote[]): AuthorFile[] {
  const files: AuthorFile[] = [];
  for (const path of paths) {
    try {
      files.push({ folder: path.replace(/(?:_data\/)?[^/]*$/, ""), names: readNames(`${dir}/${path}`) });
    } catch (error) {
      if (!(error instanceof ArticleRefusal)) throw error;
      notes.push({
        path,
        line: error.line,
        message: `${error.message} Authors keep the names that articles give.`,
      });
    }
  }
  return files.sort((a, b) => b.folder.length - a.folder.length);
}

function readNames(file: string): ReadonlyMap<string, string> {
  const { bytes } = decodeFile(readFileBytes(file));
  const block = Buffer.concat([Buffer.from("---\n"), bytes, Buffer.from("\n---\n")]);
  const fields = parseFrontMatter(splitFrontMatter(block)) ?? [];
  const names = new Map<string, string>();
  for (const [key, value] of fields) {
    const name = isMap(value) ? readText(value, "name") : undefined;
    if (name !== undefined) names.set(key, name);
  }
  return names;
}

/** The whole names of an article's authors, as far as a file of its folder or of one above has them. */
export function nameAuthors(
  path: string,
  authors: readonly string[],
  files: readonly AuthorFile[],
): readonly string[] {
  if (authors.length === 0 || files.length === 0) return authors;
  return authors.map((author) => {
    const key = foldKey(author);
    return (
      files.find(({ folder, names }) => path.startsWith(folder) && names.has(key))?.names.get(key) ?? author
    );
  });
}
