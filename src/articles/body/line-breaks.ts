import { existsSync } from "node:fs";
import { posix } from "node:path";

import { ArticleRefusal } from "../article-refusal.ts";
import { readFileBytes } from "../files/read-file.ts";
import { resolveInside } from "../files/resolve-inside.ts";
import type { BodyFlavour } from "../template-syntax/basics/body-flavour.ts";

/** Hexo's own folders; a name with a date is as often Jekyll's, with its source in a folder of that name. */
const ofHexo = /(?:^|\/)source\/_(?:posts|drafts)\/(?:.*\/)?(?!\d{4}-\d{1,2}-\d{1,2}-)[^/]+$/;

/**
 * Whether a line that ends within a paragraph ends on the page too, as it does in a vault of Obsidian's, in Logseq, and with
 * Hexo, Kirby, Zenn and Qiita; CommonMark takes its end for a space.
 *
 * @param dir absolute; the folder of the articles.
 * @param path relative to it.
 * @param block the article's front matter, as it is written.
 */
export function keepsLineBreaks(dir: string, path: string, flavour: BodyFlavour, block: string): boolean {
  if (flavour === "kirby") return !path.endsWith(".lr");
  const isZenn = /^emoji:/m.test(block) && /^type:[ \t]*["']?(?:tech|idea)\b/m.test(block);
  if (isZenn || /^organization_url_name:/m.test(block)) return true;
  if (ofHexo.test(`${dir}/${path}`))
    return !/^[ \t]+breaks:[ \t]*false\b/m.test(readSettings(dir, "_config.yml"));
  if (existsSync(`${dir}/logseq/config.edn`)) return true;
  const vault = findVault(dir, path);
  return (
    vault !== undefined && !/"strictLineBreaks":\s*true/.test(readSettings(dir, `${vault}.obsidian/app.json`))
  );
}

/** The folder that is a vault of Obsidian's, relative to the articles and with a slash at its end; `""` is that of the articles. */
function findVault(dir: string, path: string): string | undefined {
  const names = posix.dirname(path).split("/");
  const folders = names.map((_name, index) => `${names.slice(0, index + 1).join("/")}/`);
  return [...folders.filter((folder) => folder !== "./").reverse(), ""].find((folder) =>
    existsSync(`${dir}/${folder}.obsidian`),
  );
}

/** Settings that lie within the folder of the articles; empty where there are none that can be read. */
function readSettings(dir: string, file: string): string {
  const found = resolveInside(dir, file);
  if (found.kind !== "file") return "";
  try {
    return readFileBytes(found.realPath).toString("utf8");
  } catch (error) {
    if (error instanceof ArticleRefusal) return "";
    throw error;
  }
}
