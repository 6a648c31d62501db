import { escapeBrackets, linkTo } from "../basics/markdown-link.ts";
import { escapeHtml } from "../../../platform/escape-html.ts";
import {
  asAddress,
  asBlock,
  dedent,
  keptEnd,
  keptStart,
  unknownValue,
  type Cleaning,
} from "../basics/cleaning.ts";
import { removeCitations } from "./knitr-code.ts";
import { callout, isCallout } from "../widgets/callouts.ts";
import { renderCode } from "../widgets/code-block.ts";
import { renderWidget } from "../widgets/render-widget.ts";

/** A directive of MyST, as its fence has it. */
export interface Directive {
  readonly name: string;
  /** What stands behind the name. */
  readonly argument: string;
  /** Its settings, by name in lower case. */
  readonly settings: ReadonlyMap<string, string>;
  readonly body: string;
}

/** What stands apart from the text, beside what all generators know. */
const apart = new Set(
  "seealso admonition dropdown topic sidebar margin versionadded versionchanged deprecated versionremoved epigraph highlights pull-quote prf:definition prf:theorem prf:proof prf:lemma prf:example exercise solution".split(
    " ",
  ),
);
/** What only arranges; each tab and card is headed by its title. */
const arranging = new Set(
  "tab-set tabs grid card-carousel container div glossary hlist panels rst-class table list-table figure-md only".split(
    " ",
  ),
);
const titled = new Set(["tab-item", "tab", "tabbed", "card", "grid-item", "grid-item-card"]);
const codes = new Set([
  "code",
  "code-block",
  "sourcecode",
  "code-cell",
  "parsed-literal",
  "literal",
  "prompt",
]);
/** What is made where the site is built, or plays there. */
const absent = new Set(
  "toctree contents tableofcontents bibliography include literalinclude raw eval-rst post postlist update iframe embed autosummary automodule autofunction autoclass index footbibliography glue:figure glue mermaid graphviz plot image-gallery thebe-button blogpost csv-table doctest".split(
    " ",
  ),
);

const fence = /^(`{3,}|~{3,})[ \t]*\{([a-z][\w:.-]*)\}[ \t]*(.*)\n?/i;

/** The directive that a fenced piece of code is; undefined where it is none that is known. */
export function readDirective(code: string): Directive | undefined {
  const opening = fence.exec(code);
  if (opening === null) return undefined;
  // Sphinx called its proofs otherwise once.
  const name = (opening[2] ?? "").toLowerCase().replace(/^proof:/, "prf:");
  if (!isDirective(name)) return undefined;
  const rest = code.slice(opening[0].length);
  const end = rest.lastIndexOf("\n");
  const last = rest.slice(end + 1).trim();
  const marks = opening[1] ?? "";
  const isClosed = last.startsWith(marks) && last.replaceAll(marks.charAt(0), "") === "";
  const body = !isClosed ? rest : end === -1 ? "" : rest.slice(0, end);
  return { name, argument: (opening[3] ?? "").trim(), ...readSettings(body) };
}

/** Whether a name is a directive's, in a fence of backticks or of colons. */
function isDirective(name: string): boolean {
  return (
    isCallout(name) ||
    [apart, arranging, titled, codes, absent].some((names) => names.has(name)) ||
    /^(?:figure|image|math|video|button-link|button-ref|link-button)$/.test(name)
  );
}

/** Takes off the settings that a body starts with: `:name: value` lines, or YAML between `---`. */
export function readSettings(text: string): Pick<Directive, "settings" | "body"> {
  const settings = new Map<string, string>();
  const lines =
    /^\s*---[ \t]*\n([\s\S]{0,4000}?)\n---[ \t]*(?:\n|$)/.exec(text) ??
    /^(?:[ \t]*\n)*((?:[ \t]*:[\w-]{1,40}:(?:[ \t].*)?(?:\n|$))+)/.exec(text);
  for (const [, name = "", value = ""] of (lines?.[1] ?? "").matchAll(/^[ \t]*:?([\w-]{1,40}):[ \t]*(.*)$/gm))
    settings.set(name.toLowerCase(), value.trim());
  return { settings, body: text.slice(lines?.[0].length ?? 0) };
}

/**
 * What a directive becomes: a passage set off from the text, a picture, code, or what it holds.
 *
 * @param inner the body, ready.
 * @see https://mystmd.org/guide/directives
 */
export function renderDirective(directive: Directive, inner: string, cleaning: Cleaning): string {
  const { name, argument, settings, body } = directive;
  if (name === "figure" || name === "image") {
    const named = new Map([
      ["src", argument],
      ["alt", settings.get("alt") ?? ""],
      ["link", settings.get("target") ?? ""],
    ]);
    const caption = name === "figure" ? inner.trim() : "";
    return renderWidget("image", { positional: [], named }, caption)?.markdown ?? "";
  }
  if (name === "math") return asBlock(cleaning.keep(`<pre><code>${escapeHtml(body.trim())}</code></pre>`));
  if (codes.has(name)) {
    const isHidden = /remove-(?:cell|input)|hide-(?:cell|input)/.test(settings.get("tags") ?? "");
    return isHidden ? "" : cleaning.keep(renderCode(body, argument.replace(/^ipython3?$/, "python")));
  }
  if (name === "post") return "";
  if (name === "panels") return asBlock(inner.replace(/^(?:-{3,}|\^{3,}|\+{3,})[ \t]*$/gm, ""));
  if (arranging.has(name) && !name.endsWith("table")) return asBlock(dedent(inner));
  if (titled.has(name) || arranging.has(name)) {
    // What heads a card and what stands at its foot has a line of marks between.
    const text = dedent(inner.replace(/^[ \t]*\^{3,}[ \t]*$/gm, "")).trim();
    return asBlock(`${argument === "" ? "" : `**${argument}**\n\n`}${text}`);
  }
  if (name === "link-button") return asBlock(`[${settings.get("text") ?? argument}](<${argument}>)`);
  if (name.startsWith("button-")) {
    const address = name === "button-ref" ? `gazette-post:${asAddress(argument)}` : argument;
    return asBlock(`[${inner.trim() === "" ? argument : inner.trim()}](<${address}>)`);
  }
  const player = /^(?:iframe|video|embed)$/.test(name)
    ? renderWidget(name, { positional: [argument], named: new Map() }, undefined)
    : undefined;
  if (player !== undefined) return asBlock(player.markdown);
  // What a directive that nobody knows is given may be a name, or words that head it.
  if (!isDirective(name))
    return asBlock(`${/\s/.test(argument) ? `**${argument}**\n\n` : ""}${dedent(inner)}`);
  if (absent.has(name) || name === "video") {
    cleaning.drop(`{${name}}`, argument === "" ? name : argument);
    return "";
  }
  const kind = settings.get("class")?.split(" ").find(isCallout) ?? name;
  const word = name === "admonition" || apart.has(name) ? "" : kind;
  return callout(argument === "" ? word.charAt(0).toUpperCase() + word.slice(1) : argument, inner);
}

const role = new RegExp(`([ \\t]?)\\{([a-z][\\w:+.-]{0,40})\\}${keptStart}(\\d+)${keptEnd}`, "gi");
const target = /^([\s\S]*)<([^<>]*)>$/;

/**
 * Replaces roles, a name in braces right before code in a line, by what they show: the words of a link, a small or raised
 * letter, a key. What has a number or a title on the site only is not known here.
 *
 * @see https://mystmd.org/guide/roles
 */
export function replaceRoles(text: string, cleaning: Cleaning): string {
  return text.replace(role, (all, space: string, name: string, index: string) => {
    // A work that is cited is listed on the site only.
    if (/^(?:foot)?cite(?::\w+)?$/i.test(name)) return "";
    const code = (cleaning.kept[Number(index)] ?? "").replace(/^`+ ?| ?`+$/g, "");
    const shown = renderRole(name.toLowerCase(), code, cleaning);
    const own = cleaning.isMyst ? cleaning.keep(escapeHtml(code)) : undefined;
    return shown === undefined && own === undefined ? all : space + (shown ?? own ?? "");
  });
}

function renderRole(name: string, code: string, cleaning: Cleaning): string | undefined {
  const [, before, address = code] = target.exec(code) ?? [];
  const words = before?.trimEnd();
  const shown = cleaning.keep(escapeHtml(words ?? code));
  if (/^(?:ref|numref|eq|doc|std:ref|std:doc|download|any|glue(?::\w+)?|eval)$/.test(name)) {
    // Where the number would stand.
    if (words?.includes("%s") === true)
      return cleaning.keep(escapeHtml(words.replace(/\s*%s\s*/g, " ").trim()));
    if (words !== undefined && words !== "")
      return name.endsWith("doc") ? `[${escapeBrackets(words)}](gazette-post:${address})` : shown;
    return name.endsWith("doc")
      ? (address.split("/").at(-1) ?? "").replace(/[-_]+/g, " ")
      : name === "download"
        ? shown
        : unknownValue;
  }
  if (/^sub(?:script)?$/.test(name)) return `<sub>${shown}</sub>`;
  if (/^sup(?:erscript)?$/.test(name)) return `<sup>${shown}</sup>`;
  if (/^(?:strike|del)$/.test(name)) return `<s>${shown}</s>`;
  if (
    /^(?:button|bdg-link-\w+)$/.test(name) &&
    words !== undefined &&
    words !== "" &&
    /^https?:/.test(address)
  )
    return linkTo(words, address);
  if (/^(?:bdg(?:-\w+){0,3}|button|span|underline)$/.test(name)) return shown;
  if (/^(?:pep|rfc)$/.test(name) && /^\d{1,5}$/.test(code))
    return name === "rfc"
      ? `[RFC ${code}](https://www.rfc-editor.org/rfc/rfc${code})`
      : `[PEP ${code}](https://peps.python.org/pep-${code.padStart(4, "0")}/)`;
  if (name === "kbd") return `<kbd>${shown}</kbd>`;
  if (name === "abbr") return cleaning.keep(escapeHtml(code.replace(/\s*\([^()]*\)$/, "")));
  if (/^(?:term|guilabel|menuselection|fa[brs]?|octicon|material-\w+|u|smallcaps)$/.test(name))
    return /^(?:fa|oct|mat)/.test(name) ? "" : shown;
  if (
    name.includes(":") ||
    /^(?:func|class|meth|mod|attr|data|obj|exc|code|file|command|program|samp|math)$/.test(name)
  )
    return cleaning.keep(`<code>${escapeHtml((words ?? code).replace(/^~(?:.*\.)?/, ""))}</code>`);
  return undefined;
}

/** A fence or a role with a name in braces, or a target. Types of other languages have braces too, and a name before them. */
const mystMark =
  /^[ \t]*(?:`{3,}|~{3,}|:{3,})\{[a-z]|(?:^|[\s(])\{[a-z][\w:.-]*\}`[^`\s]|^\([\w.:-]+\)=[ \t]*$/im;

/** Whether a body is written in MyST, before its code is masked. */
export function isMyst(markdown: string): boolean {
  return mystMark.test(markdown);
}

/**
 * Takes out what shows nothing: breaks between blocks, and in MyST targets, comments and citations too. Code is masked by then.
 */
export function removeMystMarks(masked: string, { isMyst: isMystBody }: Cleaning): string {
  if (!isMystBody) return masked.replace(/^\+\+\+[ \t]*\{.*\}[ \t]*$/gm, "");
  return removeCitations(masked.replace(/^(?:\([\w.:-]+\)=[ \t]*|\+\+\+(?:[ \t].*)?|%(?:[ \t].*)?)$/gm, ""));
}
