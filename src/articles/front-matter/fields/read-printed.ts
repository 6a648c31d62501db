import { foldKey, type FrontMatter, type FrontMatterValue } from "../front-matter.ts";
import { isList, isMap } from "./field-values.ts";

/** Letters; what is longer is no value that a line of text prints. */
const maxPrinted = 1000;

/**
 * What a template prints for a field of the article's own, `cover.alt`; Grav has all of them below `header`.
 *
 * @returns undefined where there is no such field, or no text in it, or one that a template is yet to fill in.
 */
export function readPrinted(fields: FrontMatter, path: string): string | undefined {
  const resource = ofResource.exec(path);
  if (resource !== null) return readResource(fields, resource[1] ?? "", resource[2] ?? "");
  const keys = path.split(".").map(foldKey);
  return findText(fields, keys) ?? (keys[0] === "header" ? findText(fields, keys.slice(1)) : undefined);
}

/** What a resource is called may hold dots; what it says does not, but for a parameter of its own. */
const ofResource = /^resources\.(.{1,100}?)\.((?:params\.)?\w{1,20})$/s;

/**
 * What Hugo's front matter says of a file of the page by the file's name, `resources.header.title`; a pattern of many files names
 * none.
 *
 * @see https://gohugo.io/content-management/page-resources/#metadata
 */
function readResource(fields: FrontMatter, name: string, said: string): string | undefined {
  const resources = fields.get("resources");
  if (!isList(resources)) return undefined;
  const resource = resources.filter(isMap).find((one) => one.get("name") === name);
  if (resource === undefined || /[*?[{]/.test(findText(resource, ["src"]) ?? "*")) return undefined;
  return findText(resource, said.split(".").map(foldKey));
}

function findText(fields: FrontMatter, keys: readonly string[]): string | undefined {
  let value: FrontMatterValue | undefined = fields;
  for (const key of keys) value = isMap(value) ? value.get(key) : undefined;
  return typeof value === "string" && value.length <= maxPrinted && !/\{[{%]/.test(value) ? value : undefined;
}
