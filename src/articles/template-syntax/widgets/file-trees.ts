import { escapeHtml } from "../../../platform/escape-html.ts";
import { pick, type Arguments } from "../basics/parse-arguments.ts";

/** A file or a folder in a drawing of folders, as an item of a list; undefined for anything else. */
export function renderEntry(key: string, given: Arguments, inner: string | undefined): string | undefined {
  const name = pick(given, "name");
  if ((key !== "file" && key !== "folder") || name === undefined || pick(given, "src") !== undefined)
    return undefined;
  const within = (inner ?? "").trim().replace(/\s*\n\s*/g, "");
  return `<ul><li>${escapeHtml(name)}${within}</li></ul>`;
}
