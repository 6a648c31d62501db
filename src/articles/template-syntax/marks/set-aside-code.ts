import { asBlock, unknownValue, type Cleaning } from "../basics/cleaning.ts";
import type { Arguments } from "../basics/parse-arguments.ts";
import { readCodeEmbed } from "../generators/gatsby-embeds.ts";
import { readFencedBlock } from "../generators/fenced-blocks.ts";
import { showEscaped } from "../shortcodes/hugo-shortcodes.ts";
import { readKnitrCode } from "../generators/knitr-code.ts";
import { findLooseEnds, withoutRawMarksInCode } from "../tags/raw-marks.ts";
import { hasIndentedCode } from "../basics/body-flavour.ts";
import { maskCode, withoutClosingMarks, type CodePiece } from "../basics/mask-code.ts";
import { readFence, renderPluginFence } from "../generators/obsidian-fences.ts";
import { readDirective, renderDirective } from "../generators/myst-syntax.ts";
import { withoutCodeMarks } from "./code-marks.ts";
import { renderWidget } from "../widgets/render-widget.ts";

/** Fences that hold what is run or drawn, not code to be read. */
const drawn = new Set([
  "mermaid",
  "diagram",
  "kroki",
  "mindmap",
  "plantuml",
  "puml",
  "graphviz",
  "dot",
  "drawio",
  "echarts",
  "vega-lite",
  "vega",
  "abc",
  "markmap",
  "flowchart",
  "wavedrom",
  "diff2html",
  "vega_lite",
  "chartjs",
  "typograms",
]);

/** The language of code that is told by its indentation, in Python's Markdown. */
const spokenLanguage = /^(?: {4}|\t):::\w+[ \t]*\n/;

/** The language of code in a line. @see https://facelessuser.github.io/pymdown-extensions/extensions/inlinehilite */
const linedLanguage = /^`(?:#!|:::)[a-z][\w+-]{0,20} (?=[^\n`]+`$)/;
/** Pandoc's raw text of one format, as knitr writes it. @see https://pandoc.org/MANUAL.html#extension-raw_attribute */
const raw = /^(`{3,}|~{3,})[ \t]*\{=([\w-]{1,40})\}[ \t]*\n/;
/** Where Gatsby and Obsidian put the table of contents: a fence with nothing in it but how to make it. */
const contents =
  /^[`~]{3,} {0,9}toc[ \t]*\n(?:[ \t]*(?:[a-z]{1,40}(?:[-_ ][a-z]{0,20})?:.{0,200})?\n)*[`~]{3,}[ \t]*$/i;

/** Directives within directives; what nests deeper is code. */
const maxDirectives = 20;

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

/** What Docusaurus reads as MDX, and other programs show as code. */
const writtenAsCode = "mdx-code-block";
/** Where code stands in tabs, each of which is named behind its fence. */
const tabbedCode = /code-?(?:group|tabs)/i;
const tabName = /^[`~]{3}[^\n]*?\s\[([^\]\n]{1,60})\]/;
const writtenTabName = /^[`~]{3}[^\n]*?\stab="([^"\n]{1,60})"/;

/** A tab's name above its code; empty where it has none. */
function nameOfTab(code: string, isTabbed: () => boolean): string {
  const [info = ""] = code.split("\n", 1);
  if (!info.includes("]") && !info.includes("tab=")) return "";
  const name = writtenTabName.exec(info)?.[1] ?? (isTabbed() ? tabName.exec(info)?.[1] : undefined);
  return name === undefined ? "" : `**${name.trim().replace(/[*_\\[\]<>`]/g, "\\$&")}**\n\n`;
}

/** The title, words and address of a card, as theme Hope writes them in a fence. */
function readCard(code: string): Arguments {
  const named = new Map<string, string>();
  for (const [, name = "", value = ""] of code.matchAll(/^(title|desc|link):[ \t]+(\S.*)$/gm))
    named.set(name, value.trim().replace(/^(["'])(.*)\1$/, "$2"));
  return { positional: [], named };
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
  // Franklin fences raw HTML by `~~~`. @see https://franklinjl.org/syntax/divs-commands/
  const rules =
    flavour === "franklin"
      ? { tildesAreCode: false, hasIndentedCode: false }
      : { tildesAreCode: true, hasIndentedCode: hasIndentedCode(flavour) };
  let knownTabs: boolean | undefined;
  const isTabbed = (): boolean => (knownTabs ??= tabbedCode.test(markdown));
  let looseEnds: string | undefined;
  const hasLooseEnd = (): boolean =>
    (looseEnds ??= findLooseEnds(maskCode(markdown, rules, ({ text }) => findLooseEnds(text)))) !== "";
  const replace = (code: CodePiece): string => {
    const shown = flavour === "knitr" ? readKnitrCode(code, drop) : undefined;
    if (shown !== undefined) return shown.kept === undefined ? shown.left : keep(shown.kept);
    const directive = depth > maxDirectives || flavour === "knitr" ? undefined : readDirective(code.text);
    if (directive !== undefined)
      return renderDirective(directive, setAside(directive.body, cleaning, depth + 1), cleaning);
    const fenced =
      depth > maxDirectives
        ? undefined
        : readFencedBlock(code.text, cleaning, (inner) => setAside(inner, cleaning, depth + 1));
    if (fenced !== undefined) return fenced;
    // Obsidian's Dataview and Meta Bind compute what such code in a line stands for.
    if (/^`(?:\$?= ?(?:this\.|dv\.|date\()|(?:INPUT|VIEW|BUTTON)\[)/.test(code.text)) {
      drop("`= …`", code.text);
      return unknownValue;
    }
    const [opening = "", marks = "", format = ""] = raw.exec(code.text) ?? [];
    const written = opening === "" ? undefined : withoutClosingMarks(code.text.slice(opening.length), marks);
    if (written !== undefined) return format.startsWith("html") ? `\n\n${written}\n\n` : "";
    if (code.language === "toc" && contents.test(code.text)) return "";
    const own = code.text.startsWith("`Gmeek-") ? renderGmeek(code.text) : undefined;
    if (own !== undefined) return own;
    const made =
      code.language === "" || !code.text.includes("\n")
        ? undefined
        : renderPluginFence(
            { language: code.language, body: readFence(code.text) },
            (inner) => (depth > maxDirectives ? inner : setAside(inner, cleaning, depth + 1)),
            (name) => {
              drop(name, code.text.split("\n", 1)[0] ?? "");
            },
          );
    if (made !== undefined) return made;
    const embed = readCodeEmbed(code);
    if (embed?.lost !== undefined) drop(embed.lost, code.text);
    if (embed !== undefined) return embed.markdown;
    // What Nuxt's components are set up with.
    if (/^[`~]{3,}ya?ml \[props\]/.test(code.text)) return "";
    if (code.language === writtenAsCode && depth <= maxDirectives)
      return `\n\n${setAside(code.text.split("\n").slice(1, -1).join("\n"), cleaning, depth + 1)}\n\n`;
    const card = code.language === "card" ? readCard(code.text) : undefined;
    if (card?.named.has("title") === true) {
      const shown = card.named.has("link") ? renderWidget("vpcard", card, undefined)?.markdown : undefined;
      return shown ?? asBlock(`**${card.named.get("title") ?? ""}**\n\n${card.named.get("desc") ?? ""}`);
    }
    if (!drawn.has(code.language))
      return (
        (code.language === "" ? "" : nameOfTab(code.text, isTabbed)) +
        keep(
          showEscaped(
            withoutRawMarksInCode(
              withoutCodeMarks(
                code.text.replace(spokenLanguage, "").replace(linedLanguage, "`"),
                code.language,
              ),
              hasLooseEnd,
            ),
          ),
        )
      );
    drop(`\`\`\`${code.language}`, code.text.split("\n", 1)[0] ?? "");
    return "";
  };
  return maskCode(markdown, rules, replace);
}
