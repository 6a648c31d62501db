import type { Cleaning } from "../basics/cleaning.ts";
import { parseArguments } from "../basics/parse-arguments.ts";
import { callout } from "../widgets/callouts.ts";
import { renderWidget } from "../widgets/render-widget.ts";

const single = /^[ \t]*\[(FIGURE|YOUTUBE|ASCIINEMA)[ \t]((?:[^\]"\n]|"[^"\n]*")*)\][ \t]*$/gm;
/** Its address may ask for a size: `src=image/quay.png?w=w3`. */
const bareSetting = /(?<!\S)(\w+)=([^\s"]+)(?!\S)/g;
const passageStart = /^[ \t]*\[(INFO|WARNING)\][ \t]*$/;

/**
 * Turns the shortcodes of Anax, in capitals on lines of their own, into a picture, a link to what plays elsewhere and a
 * passage set off from the text; a passage with no end stays as it is.
 *
 * @see https://github.com/mosbth/ctextfilter
 */
export function replaceAnax(markdown: string, cleaning: Cleaning): string {
  const text = /\[(?:FIGURE|YOUTUBE|ASCIINEMA)[ \t]/.test(markdown)
    ? markdown.replace(single, (all, name: string, written: string) => {
        const given = parseArguments(written.replace(bareSetting, '$1="$2"'));
        // In brackets, a name and no setting is an author's own.
        if (given.named.size === 0) return all;
        const widget = renderWidget(name, given, undefined);
        if (widget === undefined) cleaning.drop(`[${name}]`, all);
        return widget?.markdown ?? "";
      })
    : markdown;
  return /\[\/(?:INFO|WARNING)\]/.test(text) ? replacePassages(text) : text;
}

function replacePassages(markdown: string): string {
  const result: string[] = [];
  let open: { readonly name: string; readonly from: number } | undefined;
  for (const line of markdown.split("\n")) {
    const name = passageStart.exec(line)?.[1];
    result.push(line);
    if (name !== undefined) open = { name, from: result.length - 1 };
    else if (open !== undefined && line.trim() === `[/${open.name}]`) {
      const inner = result.splice(open.from).slice(1, -1).join("\n");
      result.push(callout(open.name.charAt(0) + open.name.slice(1).toLowerCase(), inner));
      open = undefined;
    }
  }
  return result.join("\n");
}
