import type { FrontMatter } from "../front-matter.ts";
import { isList, isMap, readText } from "./field-values.ts";

/** What Remix' routes say of themselves, in a map or in a list of maps. */
export function readMeta(fields: FrontMatter, name: "title" | "description"): string | undefined {
  const meta = fields.get("meta");
  if (isMap(meta)) return readText(meta, name);
  const entries = isList(meta) ? meta.filter(isMap) : [];
  const told = entries.map((entry) =>
    name === "title" || readText(entry, "name") !== name ? readText(entry, name) : readText(entry, "content"),
  );
  return told.find((text) => text !== undefined);
}
