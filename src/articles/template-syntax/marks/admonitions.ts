import { dedent, isInText, keptEnd, keptStart, type Cleaning } from "../basics/cleaning.ts";
import { isDirective, readSettings, renderDirective } from "../generators/myst-syntax.ts";
import { parseArguments, pick, type Arguments } from "../basics/parse-arguments.ts";
import { callout, isCallout, isGeneric } from "../widgets/callouts.ts";
import { renderWidget } from "../widgets/render-widget.ts";

/**
 * Turns the containers of VitePress, Docusaurus, Pandoc and Quarto (`:::tip Title … :::`), Nuxt (`::note … ::`), Python's
 * Markdown (`/// note | Title … ///`) and MkDocs (`!!! note "Title"` over an indented text) into passages set off from the
 * text, and Nuxt's and others' components in a line (`:badge[New]{…}`) into what they hold.
 */
export function replaceAdmonitions(markdown: string, cleaning: Cleaning): string {
  let text = withSpokenContainers(markdown);
  for (const { mark, opening, closing } of containers)
    if (text.includes(mark) && (closing.test(text) || (mark === ":::" && named.test(text))))
      text = replaceContainers(text, opening, closing, cleaning);
  if (text.includes("::"))
    text = text.replace(directive, (all, name: string, rest: string) =>
      rest === "" && pseudoElement.test(name) ? all : renderComponent(name, rest),
    );
  if (text.includes(":"))
    text = text.replace(inlineDirective, (all, name: string, rest: string, at: number) =>
      isSpoken(text.charAt(at - 1), name, rest)
        ? all
        : renderInText(name, rest, isInText(text, at, at + all.length)),
    );
  return /^[ \t]*(?:!!!|\?\?\?\+?|===)[ \t]/m.test(text) ? replaceIndented(text) : text;
}

/** A part of a container that is headed by its words. */
const tab = /^(?:tab|tab-?item|tab-?pane|code-group-item|step|collapse-item|theorem|lemma|definition)$/i;

/** A container that says by its form what it is, with no end as well. */
const named = /^:{3,}[a-z][\w-]*[[{].*[\]}][ \t]*$/im;

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
  return /^https?:\/\//.test(target) && URL.canParse(target)
    ? `[${new URL(target).host.replace(/^www\./, "")}](<${target}>)`
    : "";
}

interface Opening {
  /** The site does not show it, or not on the web. */
  readonly isHidden?: boolean;
  /** Stands in bold above the passage; empty: nothing does. */
  readonly label: string;
  readonly isPlain: boolean;
  readonly isQuarto: boolean;
  /** MyST's directive, and what stands behind its name. */
  readonly directive?: { readonly name: string; readonly argument: string };
  readonly isCodeGroup?: boolean;
  readonly isPlaced?: boolean;
  /** What a component is given in front matter of its own. */
  readonly component?: { readonly name: string; readonly given: Arguments };
}

/** Containers nest; an opening with no end runs to the end of the text. */
function replaceContainers(markdown: string, opening: RegExp, closing: RegExp, cleaning: Cleaning): string {
  const stack: (Opening & { lines: string[] })[] = [{ label: "", isPlain: true, isQuarto: false, lines: [] }];
  const close = (): void => {
    const container = stack.pop();
    const lines = container?.lines ?? [];
    if (container?.isHidden === true) return;
    if (container?.directive !== undefined) {
      const { settings, body } = readSettings(lines.join("\n"));
      stack.at(-1)?.lines.push(renderDirective({ ...container.directive, settings, body }, body, cleaning));
      return;
    }
    const { name = "", given } = container?.component ?? {};
    const shown =
      given === undefined || lines.some((line) => line.trim() !== "")
        ? undefined
        : renderWidget(name, given, undefined);
    if (shown?.isLoss === false) {
      stack.at(-1)?.lines.push(shown.markdown);
      return;
    }
    // Quarto's titles are headings.
    const heading =
      container?.isQuarto === true
        ? /^\s*#{1,6}[ \t]+(.+)$/.exec(lines.find((line) => line.trim() !== "") ?? "")
        : null;
    const written = lines.join("\n").replace(heading?.[0] ?? "", "");
    const inner = container?.isCodeGroup === true ? headCode(written, cleaning) : written;
    stack
      .at(-1)
      ?.lines.push(
        container?.isPlain === true || inner.trim() === ""
          ? `\n${container?.isPlain === true && container.label !== "" ? `**${container.label}**\n\n` : ""}${dedent(inner)}\n`
          : callout(heading?.[1] ?? container?.label ?? "", inner),
      );
  };
  const lines = markdown.split("\n");
  const count = (pattern: RegExp): number => lines.filter((line) => pattern.test(line)).length;
  let unclosed = count(opening) - count(closing);
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? "";
    const opened = opening.exec(line)?.[1];
    if (closing.test(line)) {
      // The first version of VuePress ends both with one mark where a passage ends in one that is only placed.
      if (unclosed > 0 && stack.length > 2 && stack.at(-1)?.isPlaced === true) {
        unclosed--;
        close();
      }
      if (stack.length > 1) close();
    } else if (opened !== undefined && stack.length < 20) {
      // Nuxt's components may be set up in front matter of their own.
      const end =
        lines[at + 1]?.trim() === "---"
          ? lines.findIndex((row, from) => from > at + 1 && row.trim() === "---")
          : -1;
      const component = {
        name: /^[\w-]+/.exec(opened)?.[0] ?? "",
        given: readFrontMatter(end === -1 ? [] : lines.slice(at + 2, end)),
      };
      stack.push({
        ...readOpening(opened),
        isCodeGroup: /^code-group\b/.test(opened),
        isPlaced: /^(?:right|center|left)\b/.test(opened),
        ...(end === -1 ? {} : { component }),
        lines: [],
      });
      if (end !== -1) at = end;
    } else if (stack.length > 1 && innerMark.test(line)) stack.at(-1)?.lines.push(renderInnerMark(line));
    else if (stack.length === 1 || !/^[ \t]*#[a-z][\w-]*[ \t]*$/.test(line)) stack.at(-1)?.lines.push(line);
  }
  while (stack.length > 1) close();
  return (stack[0]?.lines ?? []).join("\n");
}

const keptCode = new RegExp(`^([ \\t]*)${keptStart}(\\d+)${keptEnd}`, "gm");

/** A group of code, each headed by what stands on its tab: the label behind its fence, `js [config.js]`. */
function headCode(text: string, { kept }: Cleaning): string {
  return text.replace(keptCode, (mark, lead: string, index: string) => {
    const label = /^[`~]{3,}[^\n[\]]{0,80}\[([^\n[\]]{1,80})\]/.exec(kept[Number(index)] ?? "")?.[1];
    return label === undefined ? mark : `${lead}**${label}**\n\n${mark}`;
  });
}

/** The values that each name has first, in whatever list it stands. */
function readFrontMatter(lines: readonly string[]): Arguments {
  const named = new Map<string, string>();
  for (const line of lines) {
    const [, name = "", value = ""] = /^[ \t]*(?:-[ \t]+)?([\w-]{1,40}):[ \t]+(\S.*)$/.exec(line) ?? [];
    const key = name.toLowerCase().replace(/[-_]/g, "");
    if (key !== "" && !named.has(key)) named.set(key, value.trim().replace(/^["']|["']$/g, ""));
  }
  return { positional: [], named };
}

/** What divides a container of VuePress' themes: `@tab:active Title#id`, `@file index.ts`, `@setting`. */
const innerMark = /^[ \t]*@(tab|file|setting|import)(?::active)?(?:[ \t]+(\S.*?))?[ \t]*$/;

/** A part is headed by its title; what sets up a playground shows nothing. */
function renderInnerMark(line: string): string {
  const [, kind, title = ""] = innerMark.exec(line) ?? [];
  const words = title.replace(/#[\w-]*$/, "").trim();
  return words === "" || kind === "import" ? "" : `\n**${words}**\n`;
}

/** `tip Title`, `note[Title]{#id}`, `note | Title`, `callout{title="Title"}`, `{.callout-note}`, `details Summary`. */
function readOpening(written: string): Opening {
  const myst = /^\{([a-z][\w:.-]*)\}[ \t]*(.*)$/i.exec(written);
  const name = (myst?.[1] ?? "").toLowerCase();
  if (myst !== null && isDirective(name)) {
    const directive = { name, argument: (myst[2] ?? "").trim() };
    return { label: "", isPlain: true, isQuarto: false, directive };
  }
  const quarto = /\.callout-(\w+)/.exec(written)?.[1];
  if (isHiddenOnWeb(written)) return { label: "", isPlain: true, isQuarto: false, isHidden: true };
  const settings = parseArguments(/\{([^{}]*)\}/.exec(written)?.[1] ?? "");
  const match = /^([\w-]+)[ \t]*(?:\[([^\]]*)\]|\|?(.*))$/.exec(written.replace(/\{[^{}]*\}/g, "").trim());
  const kind = quarto ?? match?.[1] ?? "";
  const title = (pick(settings, "title") ?? match?.[2] ?? match?.[3] ?? "")
    .trim()
    .replace(/^["']|["']$/g, "");
  if (!isCallout(kind)) {
    // Words behind an unknown name may be settings; in brackets, and on a tab, they are what a reader sees.
    const isTitle = pick(settings, "title") !== undefined || match?.[2] !== undefined || tab.test(kind);
    return { label: isTitle ? title.replace(/^#.*/, "") : "", isPlain: true, isQuarto: false };
  }
  const type = pick(settings, "type", "color") ?? "";
  const word = !isGeneric(kind) ? kind : isCallout(type) && !isGeneric(type) ? type : "";
  // Zenn and Qiita say what kind of notice it is behind a word that says only that it is one.
  const told = title === "" ? word : title;
  return {
    label: isCallout(told) ? told.charAt(0).toUpperCase() + told.slice(1) : told,
    isPlain: false,
    isQuarto: quarto !== undefined,
  };
}

/** Whether Quarto shows a passage in other formats only, or nowhere. @see https://quarto.org/docs/authoring/conditional.html */
function isHiddenOnWeb(written: string): boolean {
  const [, kind] = /^\{[^{}]*\.(hidden|content-visible|content-hidden)(?=[\s}])/.exec(written) ?? [];
  if (kind === undefined) return false;
  const [, when, formats] = /\b(when|unless)-format=["']?([\w:,\s-]+)/.exec(written) ?? [];
  if (formats === undefined) return kind === "hidden";
  const isNamed = /html/.test(formats);
  return (kind === "content-visible") !== ((when === "when") === isNamed);
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
