import type { Arguments } from "../basics/parse-arguments.ts";
import { renderArranged } from "./arranged.ts";
import { renderPassage } from "./callouts.ts";
import { renderCodeWidget, renderTexWidget } from "./code-widgets.ts";
import { renderEmbed } from "./embeds.ts";
import { renderField } from "./fields.ts";
import { renderEntry } from "./file-trees.ts";
import { renderButton, renderReference, renderTarget } from "./links.ts";
import { renderPicture } from "./pictures.ts";
import { renderUnnamed } from "./unnamed.ts";
import type { Widget, WidgetRenderer } from "./widget.ts";
import { renderLocked, renderSilent, renderWords } from "./words.ts";

/** Each kind of widget; the first that knows a call renders it, those that go by the arguments alone come last. */
const renderers: readonly WidgetRenderer[] = [
  renderLocked,
  renderPicture,
  renderEmbed,
  renderField,
  renderEntry,
  renderButton,
  renderCodeWidget,
  renderTexWidget,
  renderSilent,
  renderReference,
  renderWords,
  renderArranged,
  renderPassage,
  renderTarget,
  renderUnnamed,
];

/**
 * What the shortcodes, tags and components that many sites share become in an email: a picture, a link to what cannot be
 * shown, a marked passage. Markdown, with HTML where Markdown has no way.
 *
 * @param name whatever the case; `-` and `_` do not count.
 * @param inner what stands between opening and closing; undefined for one that stands alone.
 * @returns undefined for a name that is not known.
 */
export function renderWidget(name: string, given: Arguments, inner: string | undefined): Widget | undefined {
  const key = name
    .toLowerCase()
    .replace(/[-_ ]/g, "")
    .replace(/^.*[./]/, "");
  for (const render of renderers) {
    const widget = render({ key, given, inner });
    if (widget !== undefined) return widget;
  }
  return undefined;
}
