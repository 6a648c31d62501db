import { escapeHtml } from "../../../platform/escape-html.ts";
import { pick } from "../basics/parse-arguments.ts";
import { show, type WidgetRenderer } from "./widget.ts";

const silent = new Set(
  "toc tableofcontents comment clear clearfix br hr anchor raw rawhtml nomarkdown featurestate icon fa bi iconify pagebreak fontawesome swatches loadphotoswipe postref rendertemplate".split(
    " ",
  ),
);
/** A table of contents that its author wrote out. */
const listOnly = /^(?:[ \t]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+\S.*)?(?:\n|$))+$/;
const dropped = new Set(
  "mermaid lilypond plantuml chart charts chartjs echarts graph graphviz drawio markmap mindmap wavedrom abcjs score flowchart sequence diagram speakernote script style comment katexscript map".split(
    " ",
  ),
);
/** What only dresses words. */
const dresses = new Set(
  "ruby keyword kbd badge typeit typed pill chip shortcut abbr tooltip mark divbox divgen".split(" "),
);

/** What is behind a password is for those who know it. */
export const renderLocked: WidgetRenderer = ({ key }) =>
  key.includes("encrypt") ? { markdown: "", isLoss: true } : undefined;

/** What no email shows, or only a page: drawings, scripts, contents, icons; what a quiet one encloses stays. */
export const renderSilent: WidgetRenderer = ({ key, given, inner }) => {
  // LoveIt sets a text in a style that stands before it.
  if (key === "style" && inner !== undefined && given.positional.length > 0) return show(inner);
  if (dropped.has(key)) return { markdown: "", isLoss: key !== "comment" };
  if (/^(?:toc|tableofcontents)$/.test(key) && inner !== undefined && listOnly.test(inner)) return show("");
  return silent.has(key) ? show(inner ?? "") : undefined;
};

/** Words that are raised, dressed or explained when one points at them, and a share of a hundred. */
export const renderWords: WidgetRenderer = ({ key, given, inner }) => {
  if ((key === "sub" || key === "sup") && inner !== undefined) return show(`<${key}>${inner}</${key}>`);
  if (key === "progress" && /^\d{1,3}$/.test(pick(given, "value") ?? ""))
    return show(`${pick(given, "title") ?? ""} ${pick(given, "value") ?? ""}%`.trim());
  // FixIt's, where it stands before its text.
  if (key === "align" && inner === undefined) return show(given.positional[1] ?? "");
  if (!dresses.has(key)) return undefined;
  const address = pick(given, "link", "href") ?? "";
  if (/^https?:\/\//.test(address)) {
    const words = inner ?? pick(given, "text", "content", "label", "title") ?? address;
    return show(`<a href="${escapeHtml(address)}">${words}</a>`);
  }
  return show(
    inner ??
      pick(given, "rb", "linux", "win", "mac", "text", "content", "label", "title") ??
      given.positional[0] ??
      (key === "kbd" || key === "shortcut" ? pick(given, "value") : undefined) ??
      "",
  );
};
