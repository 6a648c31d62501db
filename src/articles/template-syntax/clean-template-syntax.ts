import { isWikiPage } from "../files/article-extension.ts";
import { renderWidget } from "./widgets.ts";
import { replaceAdmonitions } from "./admonitions.ts";
import { removeAttributeLists } from "./attribute-lists.ts";
import { keptEnd, keptStart, unknownValue, type Cleaning } from "./cleaning.ts";
import { replaceEmojiNames } from "./emoji-names.ts";
import { replaceFranklin } from "./franklin-commands.ts";
import { replaceGeneratorLinks } from "./generator-links.ts";
import { replaceShortcodes, showEscaped } from "./hugo-shortcodes.ts";
import { hasDirective, replaceIkiwiki } from "./ikiwiki-syntax.ts";
import { replaceJsx } from "./jsx-components.ts";
import { completeTables } from "./kramdown-tables.ts";
import { replaceLiquid, withoutRawMarks } from "./liquid-tags.ts";
import { readKnitrCode, removeReferences } from "./knitr-code.ts";
import { openHtml } from "./markdown-in-html.ts";
import { maskCode, unmask, type CodePiece } from "./mask-code.ts";
import { maskMath } from "./mask-math.ts";
import { isMyst, readDirective, removeMystMarks, renderDirective, replaceRoles } from "./myst-syntax.ts";
import { replaceObsidian } from "./obsidian-syntax.ts";
import { removeStrayMarks } from "./stray-marks.ts";
import { replaceWordPress } from "./wordpress-shortcodes.ts";

/** Whose Markdown a body is: that of MDX, of R Markdown and Quarto, of Franklin, of ikiwiki, or of all the others. */
export type BodyFlavour = "mdx" | "knitr" | "franklin" | "ikiwiki" | "common";

/** The flavour that a file's name and its front matter tell. */
export function readFlavour(path: string, dialect: string): BodyFlavour {
  if (dialect === "julia") return "franklin";
  if (/\.mdx$/i.test(path)) return "mdx";
  if (isWikiPage(path)) return "ikiwiki";
  return /\.(?:qmd|rmd|rmarkdown)$/i.test(path) ? "knitr" : "common";
}

/** What the syntax of a body depends on. */
export interface BodyDialect {
  readonly title: string;
  readonly flavour: BodyFlavour;
}

/** Something of the author's that no email shows. */
export interface DroppedSyntax {
  /** How to name it, such as `{{< tweet >}}`. */
  readonly name: string;
  /** A sentence for the author. */
  readonly message: string;
  /** Its text in the article. */
  readonly written: string;
}

export interface CleanBody {
  /** Markdown and HTML; an address may contain `unknownValue`, or start with `gazette-wiki:` or `gazette-post:`. */
  readonly markdown: string;
  readonly dropped: readonly DroppedSyntax[];
}

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
]);

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

/** Whether a text may hold anything that `cleanTemplateSyntax` would touch; a search, not a parse. */
export function mayHoldTemplateSyntax(text: string): boolean {
  return /\{[{%:#/]|<[A-Z%?]|\[\[|\[!|%%|^(?:import|export|@def|:::|!!!)|```(?:mermaid|dataview|query|plantuml)/m.test(
    text,
  );
}

/**
 * Takes the syntax of template languages out of a body, whatever generator it was written for, outside of code. Known
 * constructs become Markdown or HTML; the rest disappears, and is named.
 */
export function cleanTemplateSyntax(body: string, dialect: BodyDialect): CleanBody {
  const kept: string[] = [];
  const dropped: DroppedSyntax[] = [];
  const keep = (text: string): string => `${keptStart}${kept.push(text) - 1}${keptEnd}`;
  const drop = (name: string, written: string, keepsInner = false): void => {
    const fate = keepsInner ? "; what it encloses stays" : " and is left out";
    dropped.push({
      name,
      message: `${name} is not known to Gazette${fate}.`,
      written: unmask(written, kept),
    });
  };
  const cleaning: Cleaning = { title: dialect.title, keep, drop };

  let text = body.replace(/[\ufdd0-\ufdd2\ufdd4-\ufdef]/g, "");
  const { flavour } = dialect;
  const mask = (source: string, depth: number): string => {
    const replace = (code: CodePiece): string => {
      const shown = flavour === "knitr" ? readKnitrCode(code, drop) : undefined;
      if (shown !== undefined) return shown.kept === undefined ? shown.left : keep(shown.kept);
      const directive = depth > maxDirectives || flavour === "knitr" ? undefined : readDirective(code.text);
      if (directive !== undefined)
        return renderDirective(directive, mask(directive.body, depth + 1), cleaning);
      const embed = renderCodeEmbed(code);
      if (embed !== undefined) return embed;
      if (!drawn.has(code.language)) return keep(showEscaped(withoutRawMarks(code.text)));
      drop(`\`\`\`${code.language}`, code.text.split("\n", 1)[0] ?? "");
      return "";
    };
    return maskCode(source, flavour !== "franklin", replace);
  };
  text = replaceRoles(removeMystMarks(mask(text, 0), isMyst(text)), kept, cleaning);
  if (flavour === "ikiwiki" || hasDirective(text)) text = replaceIkiwiki(text, cleaning);
  text = removeStrayCommentEnds(text);
  // kramdown and others know headings without a space; a single # may be a tag.
  text = text.replace(/^( {0,3}#{2,6})(?=[^\s#!])/gm, "$1 ");
  text = maskMath(text, keep);
  if (flavour === "knitr") text = removeReferences(text);
  text = replaceShortcodes(text, cleaning);
  if (flavour === "franklin") text = replaceFranklin(text, cleaning);
  // In MDX, braces hold JavaScript.
  if (flavour !== "mdx") text = replaceLiquid(text, cleaning);
  text = text.replace(/<[%?](?!xml\b)[\s\S]{0,4000}?[%?]>/g, "");
  text = replaceJsx(text, flavour === "mdx", cleaning);
  text = replaceGeneratorLinks(text);
  text = openHtml(text);
  text = removeStrayMarks(text);
  text = replaceAdmonitions(text, cleaning);
  text = replaceCriticMarks(text);
  text = replaceObsidian(text, cleaning);
  text = replaceEmbeds(text);
  text = emphasiseEastAsian(text);
  text = replaceWordPress(text, cleaning);
  text = completeTables(text);
  text = removeAttributeLists(text, keptEnd);
  text = replaceEmojiNames(text);
  return { markdown: unmask(text, kept), dropped };
}

/** Characters around the end of a comment in which its line has to begin and to end. */
const lineReach = 200;

/** A comment that holds another one ends with it, and leaves its own end behind on a line. */
function removeStrayCommentEnds(text: string): string {
  let cleaned = "";
  let done = 0;
  let opening = text.indexOf("<!--");
  for (let end = text.indexOf("-->"); end !== -1; end = text.indexOf("-->", done)) {
    if (opening !== -1 && opening < done) opening = text.indexOf("<!--", done);
    const next = end + "-->".length;
    const isStray = opening === -1 || opening > end;
    const isAlone =
      /(?:^|\n)[ \t]*$/.test(
        `${end > lineReach ? "…" : ""}${text.slice(Math.max(0, end - lineReach), end)}`,
      ) && /^[ \t]*(?:\n|$)/.test(text.slice(next, next + lineReach));
    cleaned += text.slice(done, isStray && isAlone ? end : next);
    done = next;
  }
  return cleaned + text.slice(done);
}

/** The text of an excerpt or a title, where a value that is not known leaves nothing, nor the space before it. */
export function withoutUnknown(text: string): string {
  return text.replaceAll(` ${unknownValue}`, "").replaceAll(unknownValue, "");
}

const eastAsian = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/**
 * Emphasis that ends in a bracket or a full stop with the next word right behind it, as words stand in East Asia, is none
 * to CommonMark, and is one to kramdown and to whoever wrote it.
 */
function emphasiseEastAsian(text: string): string {
  if (!text.includes("**") || !eastAsian.test(text)) return text;
  return text.replace(
    /\*\*(?![\s*])([^*\n]{1,300}?)(?<![\s*])\*\*/g,
    (all, inner: string, at: number, whole: string) => {
      const [before, after] = [whole.charAt(at - 1), whole.charAt(at + all.length)];
      const isBlocked =
        (/^[\p{P}\p{S}]/u.test(inner) && eastAsian.test(before)) ||
        (/[\p{P}\p{S}]$/u.test(inner) && eastAsian.test(after));
      return isBlocked ? `<strong>${inner}</strong>` : all;
    },
  );
}

/** What an editor took out, put in, changed, marked and said, with the change made. */
function replaceCriticMarks(text: string): string {
  if (!/\{(?:--|\+\+|~~|==|>>)/.test(text)) return text;
  return text
    .replace(/\{(?:--[^{}]{0,2000}--|>>[^{}]{0,2000}<<)\}/g, "")
    .replace(/\{\+\+([^{}]{0,2000})\+\+\}/g, "$1")
    .replace(/\{~~[^{}]{0,2000}?~>([^{}]{0,2000})~~\}/g, "$1")
    .replace(/\{==([^{}]{0,2000})==\}/g, "<mark>$1</mark>");
}

/** `@[youtube](id)`, Zenn's `@[card](address)` and Hashnode's `%[address]`; what names its place by an id alone disappears. */
function replaceEmbeds(text: string): string {
  return text
    .replace(/^@\[youtube\]\(([\w-]+)\)[ \t]*$/gim, "[Video (YouTube)](https://www.youtube.com/watch?v=$1)")
    .replace(/^@\[\w+\]\((https?:\/\/[^)\s]+)\)[ \t]*$/gm, "<$1>")
    .replace(/^@\[\w+\]\([^()\s]{0,200}\)[ \t]*$/gm, "")
    .replace(/^%\[(https?:\/\/[^\]\s]+)\][ \t]*$/gm, "<$1>");
}
