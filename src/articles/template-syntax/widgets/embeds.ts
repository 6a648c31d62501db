import { asBlock } from "../basics/cleaning.ts";
import { pick } from "../basics/parse-arguments.ts";
import { renderFile } from "./pointers.ts";
import { renderService } from "./services.ts";
import { show, type WidgetRenderer } from "./widget.ts";

/** What plays or stands elsewhere, as a link to it; GitBook writes below what it embeds, and what it gives to be loaded. */
export const renderEmbed: WidgetRenderer = ({ key, given, inner }) => {
  const service = renderService(key, given);
  if (service !== undefined && key !== "embed") return show(service);
  const embedded = service ?? (key === "file" ? renderFile(given) : undefined);
  if (embedded === undefined) return undefined;
  const caption = inner?.trim() ?? pick(given, "caption") ?? "";
  return show(caption === "" ? embedded : asBlock(`${embedded}\n\n${caption}`));
};
