import { escapeHtml } from "../../../platform/escape-html.ts";
import { pick } from "../basics/parse-arguments.ts";
import { isGivenPicture, renderImage, renderPair } from "./pictures.ts";
import { renderPointer } from "./pointers.ts";
import { show, type WidgetRenderer } from "./widget.ts";

/**
 * Whatever a site calls it, what stands alone and is given the file of a picture shows that picture, and what is given an address
 * and words for it leads there.
 */
export const renderUnnamed: WidgetRenderer = ({ key, given, inner }) => {
  if (inner !== undefined) return undefined;
  if (isGivenPicture(given)) return show(renderImage(given, undefined));
  const pair = renderPair(given);
  if (pair !== undefined) return show(pair);
  const pointer = key.includes("avatar") ? undefined : renderPointer(given);
  if (pointer !== undefined) return show(pointer);
  const [address = "", words] = [pick(given, "href", "url", "link"), pick(given, "text", "title")];
  const author = pick(given, "author");
  return words !== undefined && /^https?:\/\//.test(address)
    ? show(`<a href="${escapeHtml(address)}">${words}</a>${author === undefined ? "" : ` (${author})`}`)
    : undefined;
};
