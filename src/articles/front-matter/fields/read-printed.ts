import { foldKey, type FrontMatter, type FrontMatterValue } from "../front-matter.ts";
import { isMap } from "./field-values.ts";

/** Letters; what is longer is no value that a line of text prints. */
const maxPrinted = 1000;

/**
 * What a template prints for a field of the article's own, `cover.alt`; Grav has all of them below `header`.
 *
 * @returns undefined where there is no such field, or no text in it, or one that a template is yet to fill in.
 */
export function readPrinted(fields: FrontMatter, path: string): string | undefined {
  const keys = path.split(".").map(foldKey);
  return findText(fields, keys) ?? (keys[0] === "header" ? findText(fields, keys.slice(1)) : undefined);
}

function findText(fields: FrontMatter, keys: readonly string[]): string | undefined {
  let value: FrontMatterValue | undefined = fields;
  for (const key of keys) value = isMap(value) ? value.get(key) : undefined;
  return typeof value === "string" && value.length <= maxPrinted && !/\{[{%]/.test(value) ? value : undefined;
}
