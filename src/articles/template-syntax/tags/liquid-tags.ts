import { fitPlace } from "../basics/fit-place.ts";
import {
  asAddress,
  dedent,
  isInText,
  keptStart,
  siteMark,
  unknownValue,
  type Cleaning,
} from "../basics/cleaning.ts";
import { renderNested, type Passage } from "../basics/nested-tokens.ts";
import { parseArguments } from "../basics/parse-arguments.ts";
import { findLiquidTags, type LiquidTag } from "./find-liquid-tags.ts";
import { renderOutput } from "./liquid-output.ts";
import { createCaptures, findConstants, readConstant } from "./liquid-constants.ts";
import { renderSpacedTag } from "./spaced-tags.ts";
import { renderPositionalTag } from "./positional-tags.ts";
import { renderPrinted } from "./server-tags.ts";
import { renderThemeTag } from "./theme-tags.ts";
import { renderTex } from "../basics/mask-math.ts";
import { renderCode } from "../widgets/code-block.ts";
import { keepCode, texWidgets } from "../widgets/code-widgets.ts";
import { renderGivenWords, underTitle } from "../widgets/given-words.ts";
import { renderWidget } from "../widgets/render-widget.ts";
import { nameEmbedded } from "../widgets/services.ts";
import { openLostReferences } from "../basics/lost-references.ts";
import { shorten } from "../../wording/shorten.ts";
import { withoutRawMarks } from "./raw-marks.ts";

/** Blocks whose content depends on data that is not here. */
const dataBlocks = new Set([
  "for",
  "tablerow",
  "capture",
  "schema",
  "javascript",
  "stylesheet",
  "style",
  "macro",
  "set",
  "cache",
  "aplayerlist",
  "aplayerlrc",
  "encrypt",
  "asyncEach",
  "asyncAll",
  "css",
  "js",
]);
const conditions = new Set(["if", "unless", "case", "ifchanged"]);
const branches = new Set(["else", "elsif", "elseif", "elif", "when"]);
/** Tags that print nothing. */
const quiet = new Set([
  "assign",
  "increment",
  "decrement",
  "layout",
  "extends",
  "import",
  "from",
  "liquid",
  "seo",
  "feed_meta",
  "toc",
  "endraw",
  "include_cached",
  "cycle",
  "break",
  "continue",
]);

/**
 * Takes Liquid (Jekyll, Eleventy, dev.to) and Nunjucks out: `raw` and `highlight` become what they hold, links to posts
 * addresses, known includes pictures and links, conditions their first branch, loops nothing; a value that only the
 * generator knows leaves a mark, so that no address is made from half of one.
 */
export function replaceLiquid(markdown: string, cleaning: Cleaning): string {
  if (!/\{[{%#]|%7B%7B/i.test(markdown)) return markdown;
  // Hexo's, Jekyll's and Eleventy's words for a text in which such braces are text.
  if (
    cleaning.readField("disableNunjucks") === "true" ||
    cleaning.readField("render_with_liquid") === "false" ||
    cleaning.readField("templateEngineOverride") === "md"
  )
    return markdown;
  const text = markdown
    .replace(
      /\{{4}raw\}{4}([^{}]{0,500}(?:\{{2,3}[^{}]{0,500}\}{2,3}[^{}]{0,500}){0,50})\{{4}\/raw\}{4}/g,
      (_all, shown: string) => cleaning.keep(shown),
    )
    .replace(encodedValue, "{{ $1 }}")
    .replace(/\{\{#[^{}\n][^\n]{0,500}?#\}\}|\{#[^{}\n][^\n]{0,500}?#\}/g, "")
    .replace(/\{#[-\s](?:(?!\{#)[^]){1,1000}?#\}/g, "")
    // mdBook shows what a backslash stands before.
    .replace(/\\\{\{(#[^{}\n]{1,200})\}\}/g, (_all, inner: string) => cleaning.keep(`{{${inner}}}`))
    // `{{ "{{" }}` is how one writes braces.
    .replace(/\{\{-?\s?(?:"([{}%]+)"|'([{}%]+)')\s?-?\}\}/g, (_all, double?: string, single?: string) =>
      cleaning.keep(double ?? single ?? ""),
    );
  const tags = findLiquidTags(text);
  const constants = findConstants(tags);
  const captures = createCaptures();
  const rendered = renderNested(text, tags, (tag, block, index) => {
    const value =
      tag.name === "output" ? (readConstant(constants, tag) ?? captures.show(tag.given)) : undefined;
    if (value !== undefined) return value;
    if (block !== undefined && (tag.name === "capture" || (tag.name === "set" && isName.test(tag.given)))) {
      captures.keep(tag.given, block.render());
      return "";
    }
    if (tag.name === "assign") captures.join(tag.given);
    const isHanding = /^include(?:_|$)/.test(tag.name) || (tag.name === "output" && aCall.test(tag.given));
    const handed = isHanding ? captures.giveTo(tag.given) : undefined;
    if (handed !== undefined) return handed;
    const shown = renderTag(tag, block, (opening) => firstBranch(tags, index, opening), text, cleaning);
    return fitPlace(shown, text, { start: tag.start, end: tag.end, raw: block?.raw });
  });
  const shown = tags.some(({ name }) => /^include(?:_|$)/.test(name))
    ? openLostReferences(rendered)
    : rendered;
  // In a text, the address of another article is of no use, nor are the brackets around an address that is not known.
  return shown
    .replace(addressOfNothing, unknownValue)
    .replace(beforePost, "")
    .replace(/(?:gazette-site:)+/g, siteMark)
    .replace(/(?<![("'<=]|\][:(][ \t]{0,20})(?:gazette-post:[^\s)>"']*|gazette-site:)/g, "");
}

/** The site's address before an article's, which was needed until Jekyll 4 and leads there without. */
const beforePost =
  /(?:(?<=[("'<=])https?:\/\/[^\s()<>"':]{1,100}|(?<=[("'<=])\/)?(?:gazette-site:\/?){0,9}(?=gazette-post:)/g;
/** What `{% set name %} … {% endset %}` calls the passage that it encloses, as Twig, Nunjucks and Jinja have it. */
const isName = /^[A-Za-z_]\w*$/;
/** A function that is given passages under their titles: `tabs({'Markdown': first, 'Result': second})`. */
const aCall = /^\w+\(\{[^{}]{1,500}\}\)$/;

/** A value at the start of an address that a program put into percent signs. */
const encodedValue =
  /(?<=\]\(<?|\s(?:src|href)=["'])(?:\{\{|%7B%7B)(?:%20)?([A-Za-z][\w.-]{0,60})(?:%20)?(?:\}\}|%7D%7D)/gi;
const addressOfNothing = new RegExp(`<${unknownValue}[^<>\\s]*>`, "g");

/** What a tag shows that is given nothing but where it stands, as dev.to's and HackMD's are; not a script or a style. */
const givenAddress = /^["']?(https?:\/\/[^\s"'<>]{1,1000})(?<!\.(?:js|css|json))["']?(?=\s|$)/;

function renderTag(
  tag: LiquidTag,
  block: Passage | undefined,
  branchOf: (condition: LiquidTag) => { readonly start: number; readonly end: number } | undefined,
  text: string,
  cleaning: Cleaning,
): string {
  const written = text.slice(tag.start, tag.end);
  if (tag.name === "output" || tag.name === "echo")
    return renderOutput(tag.given, written, isInText(text, tag.start, tag.end), cleaning);
  if (tag.name === "raw" || tag.name === "verbatim")
    return block === undefined ? "" : cleaning.keep(withoutRawMarks(block.raw));
  const printed = tag.name === "" ? renderPrinted(tag.given) : undefined;
  if (printed !== undefined) return printed;
  // A comment on one line; Markdoc's attributes of the block or the words before it; its variables are not known here.
  if (tag.name === "" && /^(?:#|\.[\w-]|[\w-]+=)/.test(tag.given)) return "";
  if (tag.name === "comment" || tag.name.startsWith("end") || branches.has(tag.name) || quiet.has(tag.name))
    return "";
  if (tag.name === "highlight" && block !== undefined) {
    return cleaning.keep(renderCode(dedent(block.raw), tag.given.split(/\s+/)[0] ?? ""));
  }
  // GitBook's `code` encloses code that is fenced, and set aside.
  const isCode =
    tag.name === "codeblock" ||
    (tag.name === "code" && block?.raw.trimStart().startsWith(keptStart) === false);
  if (isCode && block !== undefined)
    return cleaning.keep(renderCode(dedent(block.raw), /\blang:([\w+#-]+)/.exec(tag.given)?.[1] ?? ""));
  // dev.to runs it, with what stands in the tag itself before it.
  if (tag.name === "runkit" && block !== undefined) return cleaning.keep(renderCode(block.raw, "js"));
  if (texWidgets.has(tag.name) && block !== undefined) return cleaning.keep(renderTex(block.raw));
  if (tag.name === "post_url") return `gazette-post:${asAddress(tag.given)}`;
  const positional =
    renderSpacedTag(tag.name, tag.given, block?.render) ??
    renderThemeTag(tag.name, tag.given, block?.render) ??
    renderPositionalTag(tag.name, tag.given, block?.render);
  if (positional !== undefined) return positional;
  if (tag.name === "link" && !/^\s*["']?https?:/.test(tag.given))
    return `/${asAddress(tag.given.trim().replace(/^["'/]+|["']+$/g, ""))}`;
  if (conditions.has(tag.name) && block !== undefined) {
    const branch = branchOf(tag);
    return branch === undefined ? block.render() : block.renderPart(branch.start, branch.end);
  }
  if (tag.name === "set" && block === undefined && /^[\w-]+\s*=\s*(?:"[^"]*"|'[^']*')$/.test(tag.given))
    return "";
  if (dataBlocks.has(tag.name)) {
    cleaning.drop(`{% ${tag.name} %}`, written);
    return "";
  }
  const isInclude = /^(?:include|include_relative|include_cached|render|partial)$/.test(tag.name);
  const name = isInclude
    ? (/^\s*["']?([\w./-]+)/.exec(tag.given)?.[1] ?? "").replace(/\.\w+$/, "")
    : tag.name;
  const given = parseArguments(
    isInclude
      ? withFields(tag.given.replace(/^\s*["']?[\w./-]+["']?,?/, ""), cleaning)
      : tag.given.replace(/^\(|\)$/g, ""),
  );
  const widget =
    renderWidget(name, given, block?.render()) ?? (isInclude ? renderSimilar(name, given) : undefined);
  if (widget !== undefined && !widget.isLoss) return keepCode(widget, cleaning.keep);
  const address = block === undefined && !isInclude ? givenAddress.exec(tag.given)?.[1] : undefined;
  if (address !== undefined && URL.canParse(address)) return `[${nameEmbedded(address)}](<${address}>)`;
  const words =
    block === undefined && widget === undefined
      ? renderGivenWords(name, given, isInText(text, tag.start, tag.end))
      : undefined;
  if (words?.isLoss === false) return words.markdown;
  const keeps = words === undefined ? block !== undefined && widget === undefined : "words";
  const shownName = name === "" ? shorten(tag.given.trim(), 60) : name;
  cleaning.drop(isInclude ? `{% include ${shownName} %}` : `{% ${tag.name} %}`, written, keeps);
  if (widget !== undefined || words !== undefined || block !== undefined)
    return (widget ?? words)?.markdown ?? underTitle(given, block?.render() ?? "");
  // Emphasis of nothing would leave its signs.
  const isEmphasised = /[*_]/.test(text.charAt(tag.start - 1)) && /[*_]/.test(text.charAt(tag.end));
  return isEmphasised ? unknownValue : "";
}

/** What an include is given, with what the article's own fields say; what only the site knows is empty. */
function withFields(given: string, { readField }: Cleaning): string {
  return given.replace(
    /(?<==[ \t]?)(?:page|post|site|include|layout)\.([\w.-]{1,80})(?=[\s,}]|$)/g,
    (all, path: string) =>
      `"${(/^(?:page|post)\./.test(all) ? (readField(path) ?? "") : "").replace(/["\\\n]/g, "")}"`,
  );
}

/** An include that is named like a picture or a video and given the address of one. */
function renderSimilar(
  name: string,
  given: ReturnType<typeof parseArguments>,
): ReturnType<typeof renderWidget> {
  if (/youtube/i.test(name)) return renderWidget("youtube", given, undefined);
  if (/vimeo/i.test(name)) return renderWidget("vimeo", given, undefined);
  return /image|img|figure|picture|photo/i.test(name) ? renderWidget("image", given, undefined) : undefined;
}

/** What stands before the first `else` or `elsif` of a condition, or between the first two `when`. */
function firstBranch(
  tags: readonly LiquidTag[],
  index: number,
  tag: LiquidTag,
): { readonly start: number; readonly end: number } | undefined {
  let depth = 0;
  let start = tag.end;
  for (let at = index + 1; at < Math.min(tags.length, index + 500); at++) {
    const inner = tags[at];
    if (inner === undefined) break;
    if (conditions.has(inner.name)) depth++;
    else if (/^end(?:if|unless|case|ifchanged)$/.test(inner.name)) {
      if (depth-- === 0) return start === tag.end ? undefined : { start, end: inner.start };
    } else if (depth === 0 && branches.has(inner.name)) {
      if (tag.name !== "case" || start !== tag.end || inner.name !== "when")
        return { start, end: inner.start };
      start = inner.end;
    }
  }
  return undefined;
}
