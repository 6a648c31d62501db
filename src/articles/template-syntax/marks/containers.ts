import { dedent, type Cleaning } from "../basics/cleaning.ts";
import { readSettings, renderDirective } from "../generators/myst-syntax.ts";
import { parseArguments, pick, type Arguments } from "../basics/parse-arguments.ts";
import { callout, isCallout, isGeneric } from "../widgets/callouts.ts";
import { renderWidget } from "../widgets/render-widget.ts";
import type { Widget } from "../widgets/widget.ts";

/** A part of a container that is headed by its words. */
const tab = /^(?:tab|tab-?item|tab-?pane|code-group-item|step|collapse-item|theorem|lemma|definition)$/i;

interface Opening {
  /** The site does not show it, or not on the web. */
  readonly isHidden?: boolean;
  /** Stands in bold above the passage; empty: nothing does. */
  readonly label: string;
  readonly isPlain: boolean;
  readonly isQuarto: boolean;
  /** It only says on which side its text stands. */
  readonly isPlaced?: boolean;
  /** MyST's directive, and what stands behind its name. */
  readonly directive?: { readonly name: string; readonly argument: string };
  /** What a component is given, behind its name and in front matter of its own. */
  readonly component?: { readonly name: string; readonly given: Arguments; readonly written: string };
}

/** Containers nest; an opening with no end runs to the end of the text. */
export function replaceContainers(
  markdown: string,
  opening: RegExp,
  closing: RegExp,
  cleaning: Cleaning,
): string {
  const stack: (Opening & { lines: string[] })[] = [{ label: "", isPlain: true, isQuarto: false, lines: [] }];
  const close = (isEnded: boolean): void => {
    const container = stack.pop();
    const lines = container?.lines ?? [];
    if (container?.isHidden === true && isEnded) return;
    if (container?.directive !== undefined) {
      const { settings, body } = readSettings(lines.join("\n"));
      stack.at(-1)?.lines.push(renderDirective({ ...container.directive, settings, body }, body, cleaning));
      return;
    }
    const shown = container === undefined ? undefined : renderContainer(container, lines);
    // What never ends may be all the rest of the article.
    if (shown !== undefined && (isEnded || !shown.isLoss)) {
      if (shown.isLoss)
        cleaning.drop(`::${container?.component?.name ?? ""}`, container?.component?.written ?? "");
      stack.at(-1)?.lines.push(shown.markdown);
      return;
    }
    // Quarto's titles are headings.
    const heading =
      container?.isQuarto === true
        ? /^\s*#{1,6}[ \t]+(.+)$/.exec(lines.find((line) => line.trim() !== "") ?? "")
        : null;
    const inner = lines.join("\n").replace(heading?.[0] ?? "", "");
    const label = heading?.[1] ?? container?.label ?? "";
    // What only holds passages that are set off is none itself.
    const isPlain =
      container?.isPlain === true || (label === "" && inner.trimStart().startsWith("<blockquote>"));
    const isNothing = inner.trim() === "" && (label === "" || isCallout(label));
    stack
      .at(-1)
      ?.lines.push(
        isPlain || isNothing
          ? `\n${isPlain && label !== "" ? `**${label}**\n\n` : ""}${dedent(inner)}\n`
          : callout(label, inner),
      );
  };
  const lines = markdown.split("\n");
  const count = (pattern: RegExp): number => lines.filter((line) => pattern.test(line)).length;
  let unclosed = count(opening) - count(closing);
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? "";
    let opened = opening.exec(line)?.[1];
    if (closing.test(line)) {
      // The first version of VuePress ends both with one mark where a passage ends in one that is only placed.
      if (unclosed > 0 && stack.length > 2 && stack.at(-1)?.isPlaced === true) {
        unclosed--;
        close(true);
      }
      if (stack.length > 1) close(true);
    } else if (opened !== undefined && stack.length < 20) {
      // Their settings may go on over some lines.
      const settingsEnd = openBrace.test(opened) ? findSettingsEnd(lines, at) : at;
      opened = [opened, ...lines.slice(at + 1, settingsEnd + 1)].join(" ");
      at = settingsEnd;
      // Nuxt's components may be set up in front matter of their own.
      const end =
        lines[at + 1]?.trim() === "---"
          ? lines.findIndex((row, from) => from > at + 1 && row.trim() === "---")
          : -1;
      const own = readFrontMatter(end === -1 ? [] : lines.slice(at + 2, end));
      const settings = readSettingsOf(opened);
      const component = {
        name: /^[\w-]+/.exec(opened)?.[0] ?? "",
        given: { positional: [], named: new Map([...own, ...settings.named]) },
        written: line.trim(),
      };
      const isKnown = component.given.named.size > 0 || drawn.test(component.name);
      stack.push({
        ...readOpening(opened, component.given),
        isPlaced: /^(?:right|center|left)\b/.test(opened),
        ...(isKnown ? { component } : {}),
        lines: [],
      });
      if (end !== -1) at = end;
      // What sets up a block of PyMdown's stands right below its name.
      if (/^[ \t]*\/{3}/.test(line)) while (/^ {4}[\w-]{1,40}:[ \t]/.test(lines[at + 1] ?? "")) at++;
    } else if (stack.length > 1 && innerMark.test(line)) stack.at(-1)?.lines.push(renderInnerMark(line));
    else if (stack.length === 1 || !/^[ \t]*#[a-z][\w-]*[ \t]*$/.test(line)) stack.at(-1)?.lines.push(line);
  }
  while (stack.length > 1) close(false);
  return (stack[0]?.lines ?? []).join("\n");
}

/** Containers that draw what they hold. */
const drawn = /^(?:chart|chartjs|echarts|flowchart|mermaid|markmap|mindmap|plantuml)$/;

/** Settings that do not end on their line, and how many lines they may go on. */
const openBrace = /\{[^{}]*$/;
const maxSettingsLines = 30;

function findSettingsEnd(lines: readonly string[], from: number): number {
  for (let at = from + 1; at < Math.min(lines.length, from + maxSettingsLines); at++) {
    const line = lines[at] ?? "";
    if (line.trim() === "" || line.includes("{")) return from;
    if (line.trimEnd().endsWith("}")) return at;
  }
  return from;
}

/** What stands in braces behind a name. */
function readSettingsOf(opened: string): Arguments {
  return parseArguments(/\{([^{}]*)\}/.exec(opened)?.[1] ?? "");
}

/** A component as a whole, by what it is given; undefined for a passage that is set off, and for one that nobody knows. */
function renderContainer({ component, isPlain }: Opening, lines: readonly string[]): Widget | undefined {
  if (component === undefined) return undefined;
  const isEmpty = lines.every((line) => line.trim() === "");
  if (!isEmpty && !isPlain) return undefined;
  return renderWidget(component.name, component.given, isEmpty ? undefined : lines.join("\n"));
}

/** The values that each name has first, in whatever list it stands. */
function readFrontMatter(lines: readonly string[]): ReadonlyMap<string, string> {
  const named = new Map<string, string>();
  for (const line of lines) {
    const [, name = "", value = ""] = /^[ \t]*(?:-[ \t]+)?([\w-]{1,40}):[ \t]+(\S.*)$/.exec(line) ?? [];
    const key = name.toLowerCase().replace(/[-_]/g, "");
    if (key !== "" && !named.has(key)) named.set(key, value.trim().replace(/^["']|["']$/g, ""));
  }
  return named;
}

/** What divides a container of VuePress' themes: `@tab:active Title#id`, `@file index.ts`, `@setting`. */
const innerMark = /^[ \t]*@(tab|file|setting|import)(?::active)?(?:[ \t]+(\S.*)|[ \t]*)$/;

/** A part is headed by its title; what sets up a playground shows nothing. */
function renderInnerMark(line: string): string {
  const [, kind, title = ""] = innerMark.exec(line) ?? [];
  const words = title
    .trim()
    .replace(/#[\w-]*$/, "")
    .trim();
  return words === "" || kind === "import" ? "" : `\n**${words}**\n`;
}

/** `tip Title`, `note[Title]{#id}`, `note | Title`, `callout{title="Title"}`, `{.callout-note}`, `details Summary`. */
function readOpening(written: string, settings: Arguments): Opening {
  const myst = /^\{([a-z][\w:.-]*)\}[ \t]*(.*)$/i.exec(written);
  const name = (myst?.[1] ?? "").toLowerCase();
  if (myst !== null && name !== "") {
    const directive = { name, argument: (myst[2] ?? "").trim() };
    return { label: "", isPlain: true, isQuarto: false, directive };
  }
  const quarto = /(?:^|\.)callout-(\w+)/.exec(written)?.[1];
  if (isHiddenOnWeb(written)) return { label: "", isPlain: true, isQuarto: false, isHidden: true };
  const match = /^([\w-]+)[ \t]*(?:\[((?:[^[\]]|\[[^[\]]*\]){0,300})\]|\|?(.*))$/.exec(
    written.replace(/\{[^{}]*\}/g, "").trim(),
  );
  const kind = quarto ?? match?.[1] ?? "";
  const title = (pick(settings, "title", "label", "summary") ?? match?.[2] ?? match?.[3] ?? "")
    .trim()
    .replace(/^["']|["']$/g, "");
  if (!isCallout(kind)) {
    // Words behind an unknown name may be settings; in brackets, and on a tab, they are what a reader sees.
    const isTitle = pick(settings, "title") !== undefined || match?.[2] !== undefined || tab.test(kind);
    const label = isTitle ? title.replace(/^#.*|:active$/g, "") : "";
    return { label, isPlain: true, isQuarto: false };
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
