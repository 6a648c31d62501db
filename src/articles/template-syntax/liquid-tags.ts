import { unknownValue, type Cleaning } from "./cleaning.ts";
import { parseArguments } from "./parse-arguments.ts";
import { renderCode, renderWidget } from "./widgets.ts";

interface Tag {
  readonly start: number;
  readonly end: number;
  /** `output` for `{{ … }}`. */
  readonly name: string;
  readonly given: string;
}

/** Blocks whose content depends on data that is not here. */
const dataBlocks = new Set(["for", "tablerow", "capture", "schema", "javascript", "stylesheet", "style", "macro", "set", "cache"]);
const conditions = new Set(["if", "unless", "case", "ifchanged"]);
const branches = new Set(["else", "elsif", "elseif", "elif", "when"]);
/** Tags that print nothing. */
const quiet = new Set(["assign", "increment", "decrement", "layout", "extends", "import", "from", "liquid", "seo", "feed_meta", "toc", "endraw", "include_cached", "cycle", "break", "continue"]);

/**
 * Takes Liquid (Jekyll, Eleventy, dev.to) and Nunjucks out: `raw` and `highlight` become what they hold, links to posts
 * addresses, known includes pictures and links, conditions their first branch, loops nothing; a value that only the
 * generator knows leaves a mark, so that no address is made from half of one.
 */
export function replaceLiquid(markdown: string, cleaning: Cleaning): string {
  if (!/\{[{%#]/.test(markdown)) return markdown;
  const text = markdown.replace(/\{#[^{}\n][^\n]*?#\}/g, "");
  const tags = findTags(text);
  const closings = matchClosings(tags);
  const render = (from: number, to: number, first: number): string => {
    let result = "";
    let at = from;
    for (let index = first; index < tags.length; index++) {
      const tag = tags[index];
      if (tag === undefined || tag.start >= to) break;
      if (tag.start < at) continue;
      result += text.slice(at, tag.start);
      at = tag.end;
      const closing = tags[closings.get(index) ?? -1];
      if (closing !== undefined) at = closing.end;
      const block = closing === undefined ? undefined : { raw: text.slice(tag.end, closing.start), render: () => render(tag.end, closing.start, index + 1) };
      result += renderTag(tag, block, tags.slice(index + 1, closings.get(index) ?? index + 1), text, cleaning);
    }
    return result + text.slice(at, to);
  };
  return render(0, text.length, 0);
}

/** Takes the marks of `raw` out of code, where Jekyll reads them too. */
export function withoutRawMarks(code: string): string {
  return code.replace(/\{%-?\s*(?:end)?raw\s*-?%\}/g, "");
}

interface Block {
  readonly raw: string;
  readonly render: () => string;
}

function renderTag(tag: Tag, block: Block | undefined, within: readonly Tag[], text: string, cleaning: Cleaning): string {
  const written = text.slice(tag.start, tag.end);
  if (tag.name === "output") return renderOutput(tag.given, written, cleaning);
  if (tag.name === "raw" || tag.name === "verbatim") return block === undefined ? "" : cleaning.keep(block.raw);
  if (tag.name === "comment" || tag.name.startsWith("end") || branches.has(tag.name) || quiet.has(tag.name)) return "";
  if (tag.name === "highlight" && block !== undefined) {
    return cleaning.keep(renderCode(block.raw, tag.given.split(/\s+/)[0] ?? ""));
  }
  if (tag.name === "post_url") return `gazette-post:${tag.given.trim()}`;
  if (tag.name === "link" && !/^\s*["']?https?:/.test(tag.given)) return `/${tag.given.trim().replace(/^["'/]+|["']+$/g, "")}`;
  if (conditions.has(tag.name) && block !== undefined) {
    const branch = firstBranch(tag, within, text);
    return branch === undefined ? block.render() : replaceLiquid(branch, cleaning);
  }
  if (dataBlocks.has(tag.name)) {
    cleaning.drop(`{% ${tag.name} %}`, written);
    return "";
  }
  const isInclude = /^(?:include|include_relative|include_cached|render|partial)$/.test(tag.name);
  const name = isInclude ? (/^\s*["']?([\w./-]+)/.exec(tag.given)?.[1] ?? "").replace(/\.\w+$/, "") : tag.name;
  const given = parseArguments(isInclude ? tag.given.replace(/^\s*["']?[\w./-]+["']?,?/, "") : tag.given);
  const widget = renderWidget(name, given, block?.render()) ?? (isInclude ? renderSimilar(name, given) : undefined);
  if (widget !== undefined && !widget.isLoss) return widget.markdown;
  cleaning.drop(isInclude ? `{% include ${name} %}` : `{% ${tag.name} %}`, written);
  return widget?.markdown ?? block?.render() ?? "";
}

/** An include that is named like a picture or a video and given the address of one. */
function renderSimilar(name: string, given: ReturnType<typeof parseArguments>): ReturnType<typeof renderWidget> {
  if (/youtube/i.test(name)) return renderWidget("youtube", given, undefined);
  if (/vimeo/i.test(name)) return renderWidget("vimeo", given, undefined);
  return /image|img|figure|picture|photo/i.test(name) ? renderWidget("image", given, undefined) : undefined;
}

/** What stands before the first `else` or `elsif` of a condition, or between the first two `when`. */
function firstBranch(tag: Tag, within: readonly Tag[], text: string): string | undefined {
  let depth = 0;
  let start = tag.end;
  for (const inner of within) {
    if (conditions.has(inner.name)) depth++;
    else if (/^end(?:if|unless|case|ifchanged)$/.test(inner.name)) depth--;
    else if (depth === 0 && branches.has(inner.name)) {
      if (tag.name === "case" && start === tag.end && inner.name === "when") start = inner.end;
      else return text.slice(start, inner.start);
    }
  }
  return start === tag.end ? undefined : text.slice(start);
}

/** Addresses of the site itself, which relative links are resolved against anyway. */
const siteAddress = /^(?:site\.(?:baseurl|url|siteurl|base_url|github\.url)|baseurl|base_path|siteurl|root)$/;

function renderOutput(expression: string, written: string, cleaning: Cleaning): string {
  const [value = "", ...filters] = expression.split("|").map((part) => part.trim());
  const literal = /^(?:"([^"]*)"|'([^']*)')$/.exec(value);
  if (literal !== null) {
    const textValue = literal[1] ?? literal[2] ?? "";
    // `{{ "{{" }}` is how one writes braces.
    return /[{}%]/.test(textValue) ? cleaning.keep(textValue) : textValue;
  }
  if (siteAddress.test(value)) return "";
  if (/^(?:page\.)?title$/.test(value) && filters.every((filter) => /^(?:escape|strip|xml_escape|smartify|e)\b/.test(filter))) return cleaning.title;
  if (/^(?:content|excerpt|page\.excerpt|toc|)$/.test(value)) return "";
  cleaning.drop(`{{ ${value.slice(0, 60)} }}`, written);
  return unknownValue;
}

function findTags(text: string): Tag[] {
  const tags: Tag[] = [];
  let at = 0;
  while (tags.length < 5000) {
    const start = text.slice(at).search(/\{[{%](?![<%])/);
    if (start === -1) break;
    const from = at + start;
    const isOutput = text.charAt(from + 1) === "{";
    const close = isOutput ? "}}" : "%}";
    const end = text.indexOf(close, from + 2);
    // A tag is short, and an opening without an end is text.
    if (end === -1 || end - from > 2000 || text.slice(from + 2, end).includes(isOutput ? "{{" : "{%")) {
      at = from + 2;
      continue;
    }
    const inner = text.slice(from + 2, end).replace(/^-|-$/g, "").trim();
    at = end + 2;
    if (isOutput) tags.push({ start: from, end: at, name: "output", given: inner });
    else {
      const name = /^[\w-]+/.exec(inner)?.[0] ?? "";
      tags.push({ start: from, end: at, name, given: inner.slice(name.length).trim() });
      if (name === "raw" || name === "comment" || name === "verbatim") {
        // Nothing in them is a tag.
        const closing = new RegExp(String.raw`\{%-?\s*end${name}\s*-?%\}`).exec(text.slice(at));
        if (closing !== null) {
          const closingStart = at + closing.index;
          at = closingStart + closing[0].length;
          tags.push({ start: closingStart, end: at, name: `end${name}`, given: "" });
        }
      }
    }
  }
  return tags;
}

/** For each opening tag that has an end, by index, that end. */
function matchClosings(tags: readonly Tag[]): Map<number, number> {
  const closings = new Map<number, number>();
  const open = new Map<string, number[]>();
  for (const [index, tag] of tags.entries()) {
    if (tag.name.startsWith("end")) {
      const opener = open.get(tag.name.slice(3).replace(/^_/, ""))?.pop();
      if (opener !== undefined) closings.set(opener, index);
      continue;
    }
    const stack = open.get(tag.name) ?? [];
    open.set(tag.name, stack);
    stack.push(index);
  }
  return closings;
}
