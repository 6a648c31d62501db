import type { FrontMatter, FrontMatterValue } from "../front-matter.ts";
import type { SplitFile } from "./split-file.ts";

const opening = /^(`{3,}|~{3,}|:{3,})[ \t]*\{post\}(.*)$/;
const fence = /^ {0,3}(`{3,}|~{3,})/;
const setting = /^[ \t]*:(tags|category|author|language):[ \t]*(\S.*)$/;
/** Rows; what stands further below is no description of an article. */
const maxRows = 2000;

/**
 * Adds what ABlog's directive says of an article within its text, as MyST writes it: ```` ```{post} Nov 20, 2026 ```` with
 * `:tags:`, `:category:`, `:author:` and `:language:` below. Front matter counts before it.
 *
 * @param bytes UTF-8 with LF line ends, no byte order mark.
 * @see https://ablog.readthedocs.io/en/stable/manual/posting-and-listing.html
 */
export function withPostDirective(fields: FrontMatter, bytes: Buffer, split: SplitFile): FrontMatter {
  // Who gives a day in front matter gives the rest there, and its text is not searched.
  if (fields.has("date") || !bytes.includes("{post}", split.bodyStart)) return fields;
  const rows = bytes.toString("utf8", split.bodyStart).split("\n", maxRows);
  let enclosing = "";
  for (const [at, row] of rows.entries()) {
    const found = enclosing === "" ? opening.exec(row) : null;
    if (found !== null) return addSettings(fields, (found[2] ?? "").trim(), rows.slice(at + 1));
    const mark = fence.exec(row)?.[1];
    if (mark === undefined) continue;
    if (enclosing === "") enclosing = mark;
    else if (mark.startsWith(enclosing)) enclosing = "";
  }
  return fields;
}

function addSettings(fields: FrontMatter, date: string, rows: readonly string[]): FrontMatter {
  const added = new Map<string, FrontMatterValue>(date === "" ? [] : [["date", date]]);
  for (const row of rows) {
    const [, name, value] = setting.exec(row) ?? [];
    if (name !== undefined && value !== undefined) added.set(name, value);
    else if (!/^[ \t]*:[\w-]+:/.test(row)) break;
  }
  return new Map([...added, ...fields]);
}
