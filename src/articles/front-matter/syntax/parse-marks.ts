import { foldKey, type FrontMatter } from "../front-matter.ts";

const directive = /(?<![\\`])\[\[!(meta|tag|taglink)\s{1,9}([^\]\s][^\]]{0,2000})\]\]/g;
const field = /([\w-]{1,40})=(?:"""([^"]*)"""|"([^"]*)"|(\S+))/g;
const comment = /<!--(t|d|tag|image|video|audio|link|quote)\s{1,9}(?!\s)(.{0,2000}?)\s{1,9}\1-->/g;
const commented: ReadonlyMap<string, string> = new Map([
  ["t", "title"],
  ["d", "description"],
  ["tag", "tags"],
  ["image", "image"],
]);

/**
 * The fields of an article whose generator marks each of them: ikiwiki's `[[!meta title="…"]]` and `[[!tag a b]]`, and
 * HTMLy's `<!--t … t-->`.
 */
export function parseMarks(block: string): FrontMatter {
  const fields = new Map<string, string | string[]>();
  for (const [, name = "", value = ""] of block.matchAll(comment))
    fields.set(commented.get(name) ?? name, value);
  const tags: string[] = [];
  for (const [, name = "", given = ""] of block.matchAll(directive)) {
    if (name !== "meta") tags.push(...given.split(/\s+/).map((tag) => tag.replaceAll("_", " ")));
    else
      for (const [, key = "", long, quoted, bare] of given.matchAll(field))
        fields.set(foldKey(key), long ?? quoted ?? bare ?? "");
  }
  if (tags.length > 0) fields.set("tags", tags);
  return fields;
}
