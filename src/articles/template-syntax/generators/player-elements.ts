import { parseArguments } from "../basics/parse-arguments.ts";
import { renderWidget } from "../widgets/render-widget.ts";

/** An element that a site defines for the films of a service, by whose name it is called, and what stands in it. */
const player =
  /<((?:[a-z]{1,20}-)?(youtube|vimeo)(?:-[a-z]{1,20}){0,2})(?=[\s>])((?:\s+[^<>]{1,600}?)?)(?:\/>|>([^<>]{0,200}|[\s\S]{0,600}?)<\/\1>)/g;

/** Turns players, `<lite-youtube videoid="…"></lite-youtube>`, into links, unless there is one in them already. */
export function replacePlayers(markdown: string): string {
  if (!/<[a-z-]{0,20}(?:youtube|vimeo)/.test(markdown)) return markdown;
  return markdown.replace(
    player,
    (all, element: string, service: string, attributes: string, inner: string | undefined) => {
      if (!element.includes("-") || /<a\s/.test(inner ?? "")) return all;
      const { named } = parseArguments(attributes);
      const id = ["videoid", "slug", "@slug", "id", "src", "href", "code"]
        .map((name) => named.get(name) ?? "")
        .find((value) => /^(?:https?:\/\/\S+|[\w-]{6,20})$/.test(value));
      const link =
        id === undefined
          ? undefined
          : renderWidget(service, { positional: [id], named: new Map() }, undefined);
      return link?.markdown ?? all;
    },
  );
}
