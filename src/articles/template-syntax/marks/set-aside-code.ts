import { unknownValue, type Cleaning } from "../basics/cleaning.ts";
import { showEscaped } from "../generators/hugo-shortcodes.ts";
import { readKnitrCode } from "../generators/knitr-code.ts";
import { withoutRawMarks } from "../generators/liquid-tags.ts";
import { maskCode, type CodePiece, type CodeRules } from "../basics/mask-code.ts";
import { readDirective, renderDirective } from "../generators/myst-syntax.ts";
import { renderWidget } from "../widgets/render-widget.ts";

/** Fences that hold what is run or drawn, not code to be read. */
const drawn = new Set([
  "dataview",
  "dataviewjs",
  "query",
  "tasks",
  "button",
  "mermaid",
  "plantuml",
  "puml",
  "graphviz",
  "dot",
  "chart",
  "echarts",
  "vega-lite",
  "vega",
  "abc",
  "markmap",
  "excalidraw",
  "meta-bind",
  "ad-note",
  "flow",
  "flowchart",
  "sequence",
  "wavedrom",
  "diff2html",
  "vega_lite",
  "chartjs",
  "typograms",
]);

const common: CodeRules = { tildesAreCode: true, isIndentedCode: () => true };
/** Later versions of MDX indent elements and expressions at will. */
const mdx: CodeRules = { tildesAreCode: true, isIndentedCode: (line) => !/^\s*[<{]/.test(line) };
/** Where `~~~` fences raw HTML. @see https://franklinjl.org/syntax/divs-commands/ */
const franklin: CodeRules = { tildesAreCode: false, isIndentedCode: () => false };
/** The language of code that is told by its indentation, in Python's Markdown. */
const spokenLanguage = /^(?: {4}|\t):::\w+[ \t]*\n/;

/** Pandoc's raw text of one format, as knitr writes it. @see https://pandoc.org/MANUAL.html#extension-raw_attribute */
const raw = /^(`{3,}|~{3,})[ \t]*\{=([\w-]{1,40})\}[ \t]*\n([\s\S]*?)\n?[ \t]*\1[`~]*\s*$/;
/** Where Gatsby and Obsidian put the table of contents: a fence with nothing in it but how to make it. */
const contents =
  /^[`~]{3,} {0,9}toc[ \t]*\n(?:[ \t]*(?:[a-z]{1,40}(?:[-_ ][a-z]{0,20})?:.{0,200})?\n)*[`~]{3,}[ \t]*$/i;

/** Directives within directives; what nests deeper is code. */
const maxDirectives = 20;

/** Comments that only say how a line of code is shown, of Shiki's: `// [!code focus]`; what was taken out and put in stays marked. */
function withoutHints(code: string): string {
  if (!code.includes("[!code ")) return code;
  return code.replace(
    /[ \t]{0,20}(?:\/\/|\/\*|#|--|<!--|;|%)[ \t]{0,4}\[!code (?:hl|highlight|focus|word|error|warning|info)[^\]\n]{0,60}\][ \t]{0,4}(?:\*\/|-->)?/g,
    "",
  );
}

/** What Gmeek shows for code in a line that begins with its name: HTML, pictures, films, words hidden until one points at them. */
function renderGmeek(code: string): string | undefined {
  const html = /^`Gmeek-html([\s\S]*)`$/.exec(code)?.[1];
  if (html !== undefined) return html;
  const [all, name = "", value = ""] = /^`Gmeek-([\w-]{1,40})(?:="([^"\n]*)")?`$/.exec(code) ?? [];
  if (all === undefined) return undefined;
  if (name === "spoilertxt") return value;
  const service = name === "imgbox" ? "image" : name;
  return renderWidget(service, { positional: [value], named: new Map() }, undefined)?.markdown ?? "";
}

/** What Gatsby plays where code in a line says so, `youtube: https://…`; undefined for any other code. */
function renderCodeEmbed({ text, language }: CodePiece): string | undefined {
  if (text.startsWith("`Gmeek-")) return renderGmeek(text);
  const [, service, address] =
    /^`(youtube|vimeo|video|soundcloud|codepen|codesandbox|twitter|instagram): ?(https?:\/\/[^\s`<>]+)`$/i.exec(
      text,
    ) ?? [];
  if (language !== "" || service === undefined || address === undefined) return undefined;
  return renderWidget(service, { positional: [address], named: new Map() }, undefined)?.markdown;
}

/**
 * Puts code aside, so that no step after this one reads it as syntax. What a fence encloses that is no code becomes what it
 * stands for: MyST's directives, chunks that R Markdown runs, what Gatsby plays; what is drawn disappears.
 */
export function setAsideCode(markdown: string, cleaning: Cleaning): string {
  return setAside(markdown, cleaning, 0);
}

function setAside(markdown: string, cleaning: Cleaning, depth: number): string {
  const { flavour, keep, drop } = cleaning;
  const replace = (code: CodePiece): string => {
    const shown = flavour === "knitr" ? readKnitrCode(code, drop) : undefined;
    if (shown !== undefined) return shown.kept === undefined ? shown.left : keep(shown.kept);
    const directive = depth > maxDirectives || flavour === "knitr" ? undefined : readDirective(code.text);
    if (directive !== undefined)
      return renderDirective(directive, setAside(directive.body, cleaning, depth + 1), cleaning);
    // Obsidian's Dataview computes what such code in a line stands for.
    if (/^`\$?= ?(?:this\.|dv\.|date\()/.test(code.text)) {
      drop("`= …`", code.text);
      return unknownValue;
    }
    const [, , format, written = ""] = raw.exec(code.text) ?? [];
    if (format !== undefined) return /^html/.test(format) ? `\n\n${written}\n\n` : "";
    if (code.language === "toc" && contents.test(code.text)) return "";
    const embed = renderCodeEmbed(code);
    if (embed !== undefined) return embed;
    if (!drawn.has(code.language))
      return keep(showEscaped(withoutRawMarks(withoutHints(code.text.replace(spokenLanguage, "")))));
    drop(`\`\`\`${code.language}`, code.text.split("\n", 1)[0] ?? "");
    return "";
  };
  return maskCode(markdown, flavour === "franklin" ? franklin : flavour === "mdx" ? mdx : common, replace);
}
