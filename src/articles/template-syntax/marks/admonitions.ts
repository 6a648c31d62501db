import { dedent, isInText, keptEnd, keptStart, type Cleaning } from "../basics/cleaning.ts";
import { parseArguments, pick } from "../basics/parse-arguments.ts";
import { callout, isCallout } from "../widgets/callouts.ts";
import { renderWidget } from "../widgets/render-widget.ts";
import { nameEmbedded } from "../widgets/services.ts";
import { replaceContainers } from "./containers.ts";

/**
 * Turns the containers of VitePress, Docusaurus, Pandoc and Quarto (`:::tip Title … :::`), Nuxt (`::note … ::`), Python's
 * Markdown (`/// note | Title … ///`) and MkDocs (`!!! note "Title"` over an indented text) into passages set off from the
 * text, and Nuxt's and others' components in a line (`:badge[New]{…}`) into what they hold.
 */
export function replaceAdmonitions(markdown: string, cleaning: Cleaning): string {
  return replacePassages(
    markdown.includes(":::") && quotedContainer.test(markdown)
      ? markdown.replace(quotation, (quoted) =>
          quotedContainer.test(quoted)
            ? replacePassages(quoted.replace(/^[ \t]{0,3}>[ \t]?/gm, ""), cleaning).replace(/^/gm, "> ")
            : quoted,
        )
      : markdown,
    cleaning,
  );
}

function replacePassages(markdown: string, cleaning: Cleaning): string {
  let text = withSpokenContainers(markdown);
  for (const { mark, opening, closing } of containers)
    if (text.includes(mark) && (closing.test(text) || (mark === ":::" && named.test(text))))
      text = replaceContainers(text, opening, closing, cleaning);
  if (text.includes("::"))
    text = text.replace(directive, (all, name: string, rest: string) =>
      rest === "" && pseudoElement.test(name) ? all : renderComponent(name, rest),
    );
  if (/(?:^|\n):[a-z]/.test(text)) text = text.replace(alone, "");
  if (text.includes(":br")) text = text.replace(lineBreak, "<br>");
  if (text.includes(":"))
    text = text.replace(inlineDirective, (all, name: string, rest: string, at: number) =>
      isSpoken(text.charAt(at - 1), name, rest)
        ? all
        : renderInText(name, rest, isInText(text, at, at + all.length)),
    );
  return /^[ \t]*(?:!!!|\?\?\?\+?|===)[ \t]/m.test(text) ? replaceIndented(text) : text;
}

/** A container that says by its form what it is, with no end as well. */
const named = /^:{3,}[a-z][\w-]*[[{].*[\]}][ \t]*$/im;

/** A container within a quotation, and what is quoted with it. */
const quotedContainer = /^[ \t]{0,3}>[ \t]{0,4}:{3,}[ \t]{0,4}\w/m;
const quotation = /^[ \t]{0,3}>.*(?:\n[ \t]{0,3}>.*)*/gm;

/** How each kind of container starts and ends; Nuxt's and Python's count only where something ends them. */
const containers = [
  { mark: ":::", opening: /^[ \t]*:{3,}[ \t]*([^\s:].*)$/, closing: /^[ \t]*:{3,}[ \t]*$/m },
  { mark: "::", opening: /^[ \t]*:{2,}([a-z][\w-]*(?:[\[{].*)?)$/, closing: /^[ \t]*:{2,}[ \t]*$/m },
  { mark: "///", opening: /^[ \t]*\/{3,}[ \t]+([\w-]+(?:[ \t]*\|.*)?)$/, closing: /^[ \t]*\/{3,}[ \t]*$/m },
];

/** What Shoka's `+++danger Title … +++` and `;;;id Title … ;;;` are in the words of the other containers. */
function withSpokenContainers(markdown: string): string {
  const opening = /^(?:\+{3}|;{3})[ \t]*[^\s+;{].*$/m.exec(markdown);
  if (opening === null || !/^(?:\+{3}|;{3})[ \t]*$/m.test(markdown.slice(opening.index))) return markdown;
  return markdown
    .replace(
      /^\+{3}[ \t]*(?:(?:primary|default|info|success|warning|danger)[ \t]+)?([^\s{].*)$/gm,
      "::: details $1",
    )
    .replace(/^;{3}[\w-]{1,40}[ \t]+(\S.*)$/gm, "\n**$1**\n")
    .replace(/^;{3}[ \t]*$/gm, "")
    .replace(/^\+{3}[ \t]*$/gm, ":::");
}

/** Parts of CSS, which stand alone on a line where an article explains them. */
const pseudoElement =
  /^(?:before|after|marker|selection|placeholder|backdrop|cue|part|first-line|first-letter|file-selector-button)$/;

/** A component on a line of its own, and one in a text, with its text and its settings. */
const directive = /^[ \t]*::([a-z][\w-]*)((?:\[[^[\]\n]*\])?(?:\{[^{}\n]*\})?)[ \t]*$/gim;
const inlineDirective =
  /(?<![\w:/\\\]}]):([a-z][\w-]{0,60})(\[[^[\]\n]*\]\{[^{}\n]*\}|\{[^{}\n]*\}(?:\[[^[\]\n]*\](?![(:[]))?|\[[^[\]\n]*\](?![(:[]))/gi;

/** Nuxt's components without words, on a line of their own, and its line break. */
const alone = /^:[a-z]{1,30}(?:-[a-z]{1,30}){1,5}[ \t]*$/gm;
const lineBreak = /(?<=^|\s):br(?=\s|$)/gm;

/** Within a sentence, nothing is set off from it. */
function renderInText(name: string, rest: string, inText: boolean): string {
  const shown = renderComponent(name, rest).trim();
  const words = /^\[([^\]]+)\]/.exec(rest)?.[1];
  return inText && words !== undefined && shown.startsWith("<blockquote>") ? words : shown;
}

/** Whether what looks like a component is a colon right behind a word, and what it introduces: `命令:dig[axfr]`. */
function isSpoken(before: string, name: string, rest: string): boolean {
  return (
    /\p{L}/u.test(before) &&
    !rest.endsWith("}") &&
    !/^(?:color|del|icon|ins|link|span|sub|sup|tag|u)$/i.test(name) &&
    renderWidget(name, parseArguments(""), "") === undefined
  );
}

function renderComponent(name: string, rest: string): string {
  const text = /\[([^[\]]*)\]$|^\[([^[\]]*)\]/.exec(rest)?.slice(1).join("");
  const settings = /\{([^{}]*)\}/.exec(rest)?.[1] ?? "";
  const id = /(?:^|\s)#([\w-]+)/.exec(settings)?.[1];
  const given = parseArguments(id === undefined ? settings : `id="${id}" ${settings}`);
  const shown = renderWidget(name, given, text)?.markdown ?? text;
  if (shown !== undefined) return shown;
  const target = pick(given, "url", "href", "link") ?? "";
  return /^https?:\/\//.test(target) && URL.canParse(target) ? `[${nameEmbedded(target)}](<${target}>)` : "";
}

/** Admonitions within admonitions; what nests deeper stays as it is. */
const maxDepth = 10;

/** The text of an MkDocs admonition is what follows it, indented by four spaces; it may hold others. */
function replaceIndented(markdown: string, depth = 0): string {
  if (depth > maxDepth) return markdown;
  const lines = markdown.split("\n");
  const result: string[] = [];
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? "";
    const opening = readIndentedOpening(line);
    const indent = `${opening?.indent ?? ""}    `;
    if (opening === undefined) {
      result.push(line);
      continue;
    }
    const inner: string[] = [];
    while (
      at + 1 < lines.length &&
      ((lines[at + 1] ?? "").startsWith(indent) || isBlankWithin(lines, at + 1, indent))
    )
      inner.push(lines[++at] ?? "");
    const { kind, kinds, title } = opening;
    const label = title ?? kind.charAt(0).toUpperCase() + kind.slice(1);
    // Before words with nothing below, the marks are the author's own.
    const isOwn = title === undefined && (kind !== kinds || !isCallout(kind));
    const bare = isOwn ? line : line.replace(/^[ \t]*(?:!!!|\?\?\?\+?|===)[ \t]+/, "");
    result.push(inner.length === 0 ? bare : callout(label, replaceIndented(dedentKept(inner), depth + 1)));
  }
  return result.join("\n");
}

/** `!!! note "Title"`, `??? tip`, `=== "Tab"`: a tab has a title. */
function readIndentedOpening(
  line: string,
): { indent: string; kind: string; kinds: string; title: string | undefined } | undefined {
  const [, indent = "", mark, rest = ""] =
    /^([ \t]*)(!!!|\?\?\?\+?|===)[ \t]+(\S.*)$/.exec(line.trimEnd()) ?? [];
  const quote = rest.indexOf('"');
  const isTitled = quote !== -1 && rest.indexOf('"', quote + 1) === rest.length - 1;
  const kinds = isTitled ? rest.slice(0, quote) : rest;
  if (mark === undefined || !/^[\w -]*$/.test(kinds) || (mark === "===" && !isTitled)) return undefined;
  const kind = kinds.split(" ", 1)[0] ?? "";
  return { indent, kind, kinds: kinds.trim(), title: isTitled ? rest.slice(quote + 1, -1) : undefined };
}

function isBlankWithin(lines: readonly string[], at: number, indent: string): boolean {
  if ((lines[at] ?? "").trim() !== "") return false;
  for (let next = at + 1; next < Math.min(lines.length, at + 4); next++) {
    if ((lines[next] ?? "").trim() !== "") return (lines[next] ?? "").startsWith(indent);
  }
  return false;
}

/** Kept code stands on one line here, whatever it will unfold to. */
function dedentKept(lines: readonly string[]): string {
  return dedent(lines.join("\n")).replaceAll(`${keptEnd}${keptStart}`, `${keptEnd}\n${keptStart}`);
}
