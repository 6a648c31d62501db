import { asBlock, type Cleaning } from "../basics/cleaning.ts";
import { renderNested, type SyntaxToken } from "../basics/nested-tokens.ts";
import { parseArguments, pick, type Arguments } from "../basics/parse-arguments.ts";
import { callout } from "../widgets/callouts.ts";
import { renderWidget } from "../widgets/render-widget.ts";

interface JoeToken extends SyntaxToken {
  readonly name: string;
  readonly given: string;
}

const names =
  "abtn alert anote bilibili callout card-default card-describe card-list card-list-item card-nav card-nav-item cloud collapse collapse-item copy dotted dplayer gird gird-item hide lamp message mp3 mtitle music music-list photos progress tabs tabs-pane timeline timeline-item";
const name = names.split(" ").join("|");
/** An opening, one that ends in itself, or a closing. */
const tag = new RegExp(String.raw`\{(\/?)(${name})((?:[ \t][^{}\n]{0,600}?)?)(\/?)\}`, "g");
/** What no text holds by chance. */
const sure = new RegExp(String.raw`\{\/(?:${name})\}|\{(?:${name})(?:[ \t][^{}\n]{0,600})?\/\}`);

/**
 * Turns the shortcodes of Joe, a theme of Typecho's, into Markdown: `{alert type="info"} … {/alert}`, `{mp3 url="…"/}`. What is
 * shown to those who commented or logged in is left out.
 */
export function replaceJoe(markdown: string, { drop }: Cleaning): string {
  if (!/\/[a-z-]*\}/.test(markdown) || !sure.test(markdown)) return markdown;
  const tokens: JoeToken[] = [...markdown.matchAll(tag)].map((match) => {
    const [all, closing, called = "", given = "", whole] = match;
    const pairs =
      whole === "/"
        ? undefined
        : { as: closing === "/" ? ("closing" as const) : ("opening" as const), names: [called] };
    return { start: match.index, end: match.index + all.length, name: called, given, pairs };
  });
  const text = renderNested(markdown, tokens, (token, passage) => {
    const written = markdown.slice(token.start, token.end);
    if (token.pairs?.as === "closing") return "";
    const shown = renderJoe(token.name, parseArguments(token.given), passage?.render());
    if (shown === undefined) drop(`{${token.name}}`, written);
    return shown ?? "";
  });
  return text.replace(
    /^([ \t]*)\{([x ])\}(?=[ \t])/gm,
    (_all, lead: string, mark: string) => `${lead}${mark === "x" ? "☑" : "☐"}`,
  );
}

function renderJoe(called: string, given: Arguments, inner: string | undefined): string | undefined {
  const show = (widget: string, named: Readonly<Record<string, string | undefined>>): string | undefined =>
    renderWidget(
      widget,
      { positional: [], named: new Map(Object.entries(named).map(([key, value]) => [key, value ?? ""])) },
      undefined,
    )?.markdown;
  switch (called) {
    case "alert":
      return callout("", inner ?? "");
    case "callout":
    case "message":
      return callout("", inner ?? pick(given, "content") ?? "");
    case "collapse-item":
    case "card-default":
    case "card-describe":
      return callout(pick(given, "label", "title") ?? "", inner ?? "");
    case "tabs-pane":
      return asBlock(`**${pick(given, "label") ?? ""}**\n\n${(inner ?? "").trim()}`);
    case "mtitle":
      return asBlock(`**${pick(given, "title") ?? ""}**`);
    case "anote":
    case "abtn":
      return show("button", { href: pick(given, "href"), text: pick(given, "content") });
    case "cloud":
    case "card-nav-item":
      return show("button", { href: pick(given, "url", "src"), text: pick(given, "title") });
    case "mp3":
      return show("audio", { src: pick(given, "url"), title: pick(given, "name") });
    case "music":
    case "music-list":
      return show("music", {
        server: "netease",
        type: called === "music" ? "song" : "playlist",
        id: pick(given, "id"),
      });
    case "bilibili":
      return show("bilibili", { id: pick(given, "bvid") });
    case "dplayer":
      return show("video", { src: pick(given, "src") });
    case "copy":
      return pick(given, "showtext") ?? "";
    case "progress":
      return pick(given, "percentage") ?? "";
    case "dotted":
    case "lamp":
      return "";
    case "hide":
      return undefined;
    default:
      return asBlock(inner ?? "");
  }
}
