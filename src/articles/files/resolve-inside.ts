import { readdirSync, realpathSync, statSync } from "node:fs";
import path from "node:path";

/** What stands at a path, links followed. */
export type InsideFile =
  { readonly kind: "file"; readonly realPath: string } | { readonly kind: "missing" | "outside" | "other" };

/**
 * Looks a path up inside a folder: what it really leads to must lie there too.
 *
 * @param relative with forward slashes, no percent signs decoded any more.
 */
export function resolveInside(dir: string, relative: string): InsideFile {
  const normal = path.posix.normalize(relative);
  if (normal.startsWith("../") || normal === ".." || normal.includes("\0")) return { kind: "outside" };
  let realPath: string;
  try {
    // Asked first, because most of what is missing is told so without an error to be thrown and caught.
    if (statSync(path.join(dir, normal), { throwIfNoEntry: false }) === undefined) return { kind: "missing" };
    const root = realpathSync(dir);
    realPath = realpathSync(path.join(root, normal));
    if (!realPath.startsWith(root + path.sep)) return { kind: "outside" };
    if (!statSync(realPath).isFile()) return { kind: "other" };
  } catch {
    return { kind: "missing" };
  }
  return { kind: "file", realPath };
}

interface NameTable {
  readonly madeMs: number;
  readonly byName: ReadonlyMap<string, readonly string[]>;
}

const tables = new Map<string, NameTable>();
/** Long enough for an issue's articles, short enough for a preview that goes on for hours. */
const tableLifeMs = 5000;

/**
 * Finds a file by its name alone, or by the end of its path, as Obsidian and Jekyll's `post_url` do: with or without
 * `.md`, whatever its case, the nearest to the file that asks.
 *
 * @returns its path relative to the folder.
 */
export function findByName(dir: string, name: string, from: string): string | undefined {
  const wanted = name.replace(/^\/+/, "").replaceAll("\\", "/").toLowerCase();
  if (wanted === "") return undefined;
  const { byName } = readNames(dir);
  const last = wanted.split("/").at(-1) ?? wanted;
  const candidates = [last, `${last}.md`, `${last}.markdown`, `${last}.mdx`].flatMap(
    (key) => byName.get(key) ?? [],
  );
  const near = candidates.filter((file) =>
    `/${file.toLowerCase()}`
      .replace(/\.(?:md|markdown|mdx)$/, "")
      .endsWith(`/${wanted.replace(/\.(?:md|markdown|mdx)$/, "")}`),
  );
  const folder = path.posix.dirname(from);
  return near.sort((a, b) => distance(a, folder) - distance(b, folder) || (a < b ? -1 : 1))[0];
}

function distance(file: string, folder: string): number {
  return path.posix.relative(folder, file).split("/").length;
}

function readNames(dir: string): NameTable {
  const known = tables.get(dir);
  if (known !== undefined && performance.now() - known.madeMs < tableLifeMs) return known;
  const byName = new Map<string, string[]>();
  const walk = (folder: string, prefix: string): void => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      if (entry.name.startsWith(".") || entry.name === "node_modules") continue;
      if (entry.isDirectory()) walk(`${folder}/${entry.name}`, `${prefix}${entry.name}/`);
      else if (entry.isFile()) {
        const key = entry.name.toLowerCase();
        const files = byName.get(key);
        if (files === undefined) byName.set(key, [prefix + entry.name]);
        else files.push(prefix + entry.name);
      }
    }
  };
  walk(dir, "");
  const table = { madeMs: performance.now(), byName };
  tables.set(dir, table);
  return table;
}
