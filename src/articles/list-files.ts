import { readdirSync, realpathSync, statSync } from "node:fs";
import path from "node:path";

/** A file below the articles folder, with what tells whether it changed. */
export interface ListedFile {
  /** Relative to the articles folder, with forward slashes. */
  readonly path: string;
}

const articleExtension = /\.(?:md|markdown|mdown|mkd|mdx)$/i;

/**
 * Lists the Markdown files below a folder, in code-unit order of their paths, whatever the file system says.
 * Hidden folders and `node_modules` are not entered; a symbolic link counts only if what it leads to is inside the folder.
 */
export function listFiles(dir: string): ListedFile[] {
  const root = realpathSync(dir);
  const files: ListedFile[] = [];
  const walk = (folder: string, prefix: string): void => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      if (entry.name.startsWith(".") || entry.name === "node_modules") continue;
      const relative = prefix + entry.name;
      const absolute = path.join(folder, entry.name);
      let isDirectory = entry.isDirectory();
      let isFile = entry.isFile();
      if (entry.isSymbolicLink()) {
        const target = realpathSync(absolute);
        if (!target.startsWith(root + path.sep)) continue;
        isFile = statSync(target).isFile();
        isDirectory = false;
      }
      if (isDirectory) walk(absolute, `${relative}/`);
      else if (isFile && articleExtension.test(entry.name)) files.push({ path: relative });
    }
  };
  walk(root, "");
  return files.sort((a, b) => (a.path < b.path ? -1 : 1));
}
