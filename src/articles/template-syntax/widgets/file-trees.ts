import { escapeHtml } from "../../../platform/escape-html.ts";
import { pick } from "../basics/parse-arguments.ts";
import { show, type WidgetRenderer } from "./widget.ts";

/** A file or a folder in a drawing of folders, as an item of a list; undefined for anything else. */
export const renderEntry: WidgetRenderer = ({ key, given, inner }) => {
  const name = pick(given, "name");
  if ((key !== "file" && key !== "folder") || name === undefined || pick(given, "src") !== undefined)
    return undefined;
  const within = (inner ?? "").trim().replace(/\s*\n\s*/g, "");
  return show(`<ul><li>${escapeHtml(name)}${within}</li></ul>`);
};
