import { unknownValue, type Cleaning } from "../basics/cleaning.ts";
import { showEscaped } from "../generators/hugo-shortcodes.ts";
import { readKnitrCode } from "../generators/knitr-code.ts";
import { withoutRawMarks } from "../generators/liquid-tags.ts";
import { maskCode, type CodePiece, type CodeRules } from "../basics/mask-code.ts";
import { readDirective, renderDirective } from "../generators/myst-syntax.ts";
import { callout } from "../widgets/callouts.ts";
import { renderCode } from "../widgets/code-block.ts";
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

/** The language of code in a line. @see https://facelessuser.github.io/pymdown-extensions/extensions/inlinehilite */
const linedLanguage = /^`(?:#!|:::)[a-z][\w+-]{0,20} (?=[^\n`]+`$)/;
/** Passages that are set off in a fence: of mdBook's Admonish, and of Obsidian's Admonition. */
const fencedNotice =
  /^(`{3,}|~{3,})[ \t]*(?:admonish(?![^\s])|ad-(?=[a-z]))[ \t]*([a-z][\w-]*)?(?=[ \t\n])[ \t]*([^\n]*)\n([\s\S]*?)\n?[ \t]*\1[`~]*\s*$/;
/** Blocks that Documenter makes. @see https://documenter.juliadocs.org/stable/man/syntax */
const documenter = /^`{3,}@[a-z]/;

/** Pandoc's raw text of one format, as knitr writes it. @see https://pandoc.org/MANUAL.html#extension-raw_attribute */
const raw = /^(`{3,}|~{3,})[ \t]*\{=([\w-]{1,40})\}[ \t]*\n([\s\S]*?)\n?[ \t]*\1[`~]*\s*$/;
/** Where Gatsby and Obsidian put the table of contents: a fence with nothing in it but how to make it. */
const contents =
  /^[`~]{3,} {0,9}toc[ \t]*\n(?:[ \t]*(?:[a-z]{1,40}(?:[-_ ][a-z]{0,20})?:.{0,200})?\n)*[`~]{3,}[ \t]*$/i;

/** Directives within directives; what nests deeper is code. */
const maxDirectives = 20;

/** What Gatsby plays where code in a line says so, `youtube: https://…`; undefined for any other code. */
function renderCodeEmbed({ text, language }: CodePiece): string | undefined {
  const [, service, address] =
    /^`(youtube|vimeo|video|soundcloud|codepen|codesandbox|twitter|instagram): ?(https?:\/\/[^\s`<>]+)`$/i.exec(
      text,
    ) ?? [];
  if (language !== "" || service === undefined || address === undefined) return undefined;
  return renderWidget(service, { positional: [address], named: new Map() }, undefined)?.markdown;
}

/** A passage under its title: in its settings, or on lines of their own at its top. */
function renderNotice(
  [, , kind = "", given = "", body = ""]: RegExpExecArray,
  render: (inner: string) => string,
): string {
  const settings = /^(?:(?:title|collapse|icon|color):.*(?:\n|$))+/.exec(body)?.[0] ?? "";
  const title =
    /\btitle=(["'])(.{0,200}?)\1/.exec(given)?.[2] ?? /^title:[ \t]*(\S.*)$/m.exec(settings)?.[1] ?? kind;
  const label = title === kind ? kind.charAt(0).toUpperCase() + kind.slice(1) : title;
  return callout(label, render(body.slice(settings.length)));
}

/** What such a block leaves: code that is run is shown, and so is HTML; what is made where the site is built goes. */
function replaceDocumenter(text: string, { keep, drop }: Cleaning): string {
  const [opening = "", name = ""] = /^`{3,}@([a-z]+)[^\n]*\n?/.exec(text) ?? [];
  const body = text.slice(opening.length).replace(/\n?[ \t]*`{3,}\s*$/, "");
  if (name === "raw") return /@raw html\b/.test(opening) ? `\n\n${body}\n\n` : "";
  if (/^(?:example|repl)$/.test(name)) return keep(renderCode(body, "julia"));
  if (/^(?:docs|autodocs|eval)$/.test(name)) drop(`\`\`\`@${name}`, opening.trimEnd());
  return "";
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
    const notice = depth > maxDirectives ? null : fencedNotice.exec(code.text);
    if (notice !== null) return renderNotice(notice, (inner) => setAside(inner, cleaning, depth + 1));
    if (code.language === "" && documenter.test(code.text)) return replaceDocumenter(code.text, cleaning);
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
      return keep(
        showEscaped(withoutRawMarks(code.text.replace(spokenLanguage, "").replace(linedLanguage, "`"))),
      );
    drop(`\`\`\`${code.language}`, code.text.split("\n", 1)[0] ?? "");
    return "";
  };
  return maskCode(markdown, flavour === "franklin" ? franklin : flavour === "mdx" ? mdx : common, replace);
}
