import { asAddress, keptStart, siteMark, unknownValue, type Cleaning } from "../basics/cleaning.ts";
import { renderNested, type Passage, type SyntaxToken } from "../basics/nested-tokens.ts";
import { parseArguments } from "../basics/parse-arguments.ts";
import { createCaptures, findConstants, readConstant } from "./liquid-constants.ts";
import { renderPositionalTag } from "./positional-tags.ts";
import { renderThemeTag } from "./theme-tags.ts";
import { renderTex } from "../basics/mask-math.ts";
import { renderCode, renderWidget, texWidgets, underTitle } from "../basics/widgets.ts";
import { openLostReferences } from "../basics/lost-references.ts";

interface Tag extends SyntaxToken {
  /** `output` for `{{ … }}`. */
  readonly name: string;
  readonly given: string;
}

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
  const text = markdown
    .replace(encodedValue, "{{ $1 }}")
    .replace(/\{#[^{}\n][^\n]{0,500}?#\}/g, "")
    // `{{ "{{" }}` is how one writes braces.
    .replace(/\{\{-?\s?(?:"([{}%]+)"|'([{}%]+)')\s?-?\}\}/g, (_all, double?: string, single?: string) =>
      cleaning.keep(double ?? single ?? ""),
    );
  const tags = findTags(text);
  const constants = findConstants(tags);
  const captures = createCaptures();
  const rendered = renderNested(text, tags, (tag, block, index) => {
    const value =
      tag.name === "output" ? (readConstant(constants, tag) ?? captures.show(tag.given)) : undefined;
    if (value !== undefined) return value;
    if (tag.name === "capture" && block !== undefined) {
      captures.keep(tag.given, block.render());
      return "";
    }
    if (tag.name === "assign") captures.join(tag.given);
    const handed = /^include(?:_|$)/.test(tag.name) ? captures.giveTo(tag.given) : undefined;
    if (handed !== undefined) return handed;
    return renderTag(tag, block, (opening) => firstBranch(tags, index, opening), text, cleaning);
  });
  const shown = tags.some(({ name }) => /^include(?:_|$)/.test(name))
    ? openLostReferences(rendered)
    : rendered;
  // In a text, the address of another article is of no use, nor are the brackets around an address that is not known.
  return shown
    .replace(addressOfNothing, unknownValue)
    .replace(beforePost, "")
    .replace(/(?:gazette-site:)+/g, siteMark)
    .replace(/(?<![("'<=]|\]:[ \t]{0,20})(?:gazette-post:[^\s)>"']*|gazette-site:)/g, "");
}

/** The site's address before an article's, which was needed until Jekyll 4 and leads there without. */
const beforePost =
  /(?:(?<=[("'<=])https?:\/\/[^\s()<>"':]{1,100}|(?<=[("'<=])\/)?(?:gazette-site:\/?){0,9}(?=gazette-post:)/g;

/** A value at the start of an address that a program put into percent signs. */
const encodedValue =
  /(?<=\]\(<?|\s(?:src|href)=["'])(?:\{\{|%7B%7B)(?:%20)?([A-Za-z][\w.-]{0,60})(?:%20)?(?:\}\}|%7D%7D)/gi;
const addressOfNothing = new RegExp(`<${unknownValue}[^<>\\s]*>`, "g");

/** A tag or its start as a text, which is how one writes it, `{{ "{% include a.html" }} %}`. */
const writtenTag = /\{\{-?\s?(?:"(\{[{%][^"\n]{0,300})"|'(\{[{%][^'\n]{0,300})')\s?-?\}\}/g;

/** Takes the marks of `raw` and the quotes around tags out of code, where Jekyll reads them too. */
export function withoutRawMarks(code: string): string {
  return code
    .replace(/\{%-?\s*(?:end)?raw\s*-?%\}/g, "")
    .replace(writtenTag, (_all, double?: string, single?: string) => double ?? single ?? "");
}

function renderTag(
  tag: Tag,
  block: Passage | undefined,
  branchOf: (condition: Tag) => { readonly start: number; readonly end: number } | undefined,
  text: string,
  cleaning: Cleaning,
): string {
  const written = text.slice(tag.start, tag.end);
  if (tag.name === "output") return renderOutput(tag.given, written, cleaning);
  if (tag.name === "raw" || tag.name === "verbatim")
    return block === undefined ? "" : cleaning.keep(withoutRawMarks(block.raw));
  // Markdoc's attributes of the block or the words before it; its variables are not known here.
  if (tag.name === "" && /^(?:[#.][\w-]|[\w-]+=)/.test(tag.given)) return "";
  if (tag.name === "comment" || tag.name.startsWith("end") || branches.has(tag.name) || quiet.has(tag.name))
    return "";
  if (tag.name === "highlight" && block !== undefined) {
    return cleaning.keep(renderCode(block.raw, tag.given.split(/\s+/)[0] ?? ""));
  }
  // GitBook's `code` encloses code that is fenced, and set aside.
  const isCode =
    tag.name === "codeblock" ||
    (tag.name === "code" && block?.raw.trimStart().startsWith(keptStart) === false);
  if (isCode && block !== undefined)
    return cleaning.keep(renderCode(block.raw, /\blang:([\w+#-]+)/.exec(tag.given)?.[1] ?? ""));
  if (texWidgets.has(tag.name) && block !== undefined) return cleaning.keep(renderTex(block.raw));
  if (tag.name === "post_url") return `gazette-post:${asAddress(tag.given)}`;
  const positional =
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
    isInclude ? tag.given.replace(/^\s*["']?[\w./-]+["']?,?/, "") : tag.given.replace(/^\(|\)$/g, ""),
  );
  const widget =
    renderWidget(name, given, block?.render()) ?? (isInclude ? renderSimilar(name, given) : undefined);
  if (widget !== undefined && !widget.isLoss) return widget.markdown;
  const keepsInner = block !== undefined && widget === undefined;
  const shownName = name === "" ? tag.given.trim().slice(0, 60) : name;
  cleaning.drop(isInclude ? `{% include ${shownName} %}` : `{% ${tag.name} %}`, written, keepsInner);
  if (widget !== undefined || block !== undefined)
    return widget?.markdown ?? underTitle(given, block?.render() ?? "");
  // Emphasis of nothing would leave its signs.
  const isEmphasised = /[*_]/.test(text.charAt(tag.start - 1)) && /[*_]/.test(text.charAt(tag.end));
  return isEmphasised ? unknownValue : "";
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
  tags: readonly Tag[],
  index: number,
  tag: Tag,
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

/** Addresses of the site itself. */
const siteAddress = /^(?:site\.(?:baseurl|url|siteurl|base_url|github\.url)|baseurl|base_path|siteurl|root)$/;

function renderOutput(expression: string, written: string, cleaning: Cleaning): string {
  // Zola calls its shortcodes; Logseq and Handlebars give them an address.
  const called =
    /^([A-Za-z_][\w:.]*)\(([\s\S]*)\)$/.exec(expression) ??
    /^([A-Za-z][\w-]*)[ \t]+(https?:\/\/\S+)$/.exec(expression);
  const widget =
    called === null ? undefined : renderWidget(called[1] ?? "", parseArguments(called[2] ?? ""), undefined);
  if (widget?.isLoss === false) return widget.markdown;
  const [value = "", ...filters] = expression.split("|").map((part) => part.trim());
  const literal = /^(?:"([^"]*)"|'([^']*)')$/.exec(value);
  if (literal !== null) {
    const isOfSite = filters.some((filter) => /^(?:relative_url|absolute_url|url)$/.test(filter));
    return (isOfSite ? siteMark : "") + cleaning.keep(literal[1] ?? literal[2] ?? "");
  }
  if (siteAddress.test(value)) return siteMark;
  if (
    /^(?:\$?(?:page|frontmatter|post|article)\.)?title$/.test(value) &&
    filters.every((filter) => /^(?:escape|strip|xml_escape|smartify|e)\b/.test(filter))
  )
    return cleaning.title;
  const own = readOwnField(value, filters, cleaning);
  if (own !== undefined) return own;
  if (/^(?:content|excerpt|page\.excerpt|toc|)$/.test(value)) return "";
  cleaning.drop(`{{ ${value.slice(0, 60)} }}`, written);
  return unknownValue;
}

/** Filters that leave a text as a reader sees it. */
const plainFilter =
  /^(?:escape|escape_once|xml_escape|strip|strip_newlines|smartify|markdownify|newline_to_br|e|safe|raw)$/;

/** What the article's own front matter says; a day may be set in figures, an address below the site's. */
function readOwnField(value: string, filters: readonly string[], cleaning: Cleaning): string | undefined {
  const path = /^\$?(?:page|frontmatter|post|article)\.([A-Za-z][\w.-]{0,80})$/.exec(value)?.[1];
  const written = path === undefined ? undefined : cleaning.readField(path)?.trim();
  if (written === undefined) return undefined;
  const [filter = "", ...more] = filters.filter((one) => !plainFilter.test(one));
  if (filter === "") return cleaning.keep(written);
  if (more.length > 0) return undefined;
  if (/^(?:relative_url|absolute_url|url)$/.test(filter))
    return /^(?:https?:)?\/\//.test(written) ? cleaning.keep(written) : siteMark + asAddress(written);
  const form = /^date:\s*(["'])([^"']{1,60})\1$/.exec(filter)?.[2];
  return form === undefined ? undefined : formatDay(written, form);
}

/** A day in figures, as `%d.%m.%Y` has it; a form with words or an hour is undefined. */
function formatDay(written: string, form: string): string | undefined {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)(?!\d)/.exec(written) ?? [];
  if (year === undefined || month === undefined || day === undefined) return undefined;
  const shown = form.replace(/%([Ymd]|-[md])/g, (_all, sign: string) => {
    const figures = sign === "Y" ? year : sign.endsWith("m") ? month : day;
    return sign.startsWith("-") ? figures.replace(/^0/, "") : figures;
  });
  return shown.includes("%") ? undefined : shown;
}

/** Letters; a tag is short, and an opening without an end is text. */
const maxTagLength = 2000;

function findTags(text: string): Tag[] {
  const tags: Tag[] = [];
  const ends = findVerbatimEnds(text);
  const opening = /\{(?:\{(?![<%])|%(?!\}))/g;
  for (let match = opening.exec(text); match !== null; match = opening.exec(text)) {
    const start = match.index;
    const isOutput = match[0] === "{{";
    const window = text.slice(start + 2, start + maxTagLength);
    const length = window.indexOf(isOutput ? "}}" : "%}");
    const next = window.search(isOutput ? /\{\{/ : /\{%/);
    if (length === -1 || (next !== -1 && next < length)) {
      // Where none of the next openings has an end either, there is no use in looking from each of them.
      if (length === -1) opening.lastIndex = Math.max(opening.lastIndex, start + maxTagLength - 200);
      continue;
    }
    const inner = withoutAngles(window.slice(0, length).replace(/^-|-$/g, "").trim(), isOutput);
    const end = start + 2 + length + 2;
    opening.lastIndex = end;
    if (isOutput) {
      tags.push({ start, end, name: "output", given: inner, pairs: undefined });
      continue;
    }
    // Markdoc closes `{% name %}` with `{% /name %}`, and one that stands alone with its own slash.
    const closed = /^\/\s*([\w-]+)/.exec(inner)?.[1];
    const name = closed === undefined ? (/^[\w-]+/.exec(inner)?.[0] ?? "") : `end${closed}`;
    const given = closed === undefined ? inner.slice(name.length).trim() : "";
    if (given.endsWith("/") && /["'\s]\/$/.test(inner)) {
      tags.push({ start, end, name, given: given.slice(0, -1).trimEnd(), pairs: undefined });
      continue;
    }
    tags.push({ start, end, name, given, pairs: toPairs(name, given) });
    // Nothing between `raw` and its end is a tag.
    const further = ends.get(`end${name}`);
    while (further !== undefined && (further.at(-1)?.start ?? end) < end) further.pop();
    const closing = further?.pop();
    if (closing !== undefined) {
      tags.push(closing);
      opening.lastIndex = closing.end;
    }
  }
  return tags;
}

/** Tera's components, `{% <note kind="tip"> %}` and `{% </note> %}`, as tags are written. */
function withoutAngles(inner: string, isOutput: boolean): string {
  if (isOutput || !inner.startsWith("<")) return inner;
  return inner
    .replace(/^<\/\s*/, "end")
    .replace(/^</, "")
    .replace(/\s*\/?>$/, "");
}

/** Zola ends whatever was called last, `{% name(…) %}`, with `{% end %}`. */
const call = "()";

function toPairs(name: string, given: string): Tag["pairs"] {
  if (name === "end") return { as: "closing", names: [call] };
  if (name.startsWith("end")) return { as: "closing", names: [name.slice(3).replace(/^_/, "")] };
  return { as: "opening", names: given.startsWith("(") ? [name, call] : [name] };
}

/** The ends of passages without tags, by name, the last of the text first. */
function findVerbatimEnds(text: string): ReadonlyMap<string, Tag[]> {
  const ends = new Map<string, Tag[]>();
  for (const match of text.matchAll(/\{%-?\s{0,20}(end(?:raw|comment|verbatim))\s{0,20}-?%\}/g)) {
    const name = match[1] ?? "";
    const end = match.index + match[0].length;
    const tag = { start: match.index, end, name, given: "", pairs: toPairs(name, "") };
    const found = ends.get(name);
    if (found === undefined) ends.set(name, [tag]);
    else found.push(tag);
  }
  for (const found of ends.values()) found.reverse();
  return ends;
}
