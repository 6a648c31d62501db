import type { SyntaxToken } from "../basics/nested-tokens.ts";

/** A tag of Liquid or Nunjucks, with what follows its name. */
export interface LiquidTag extends SyntaxToken {
  /** `output` for `{{ … }}`. */
  readonly name: string;
  readonly given: string;
}

/** Letters; a tag is short, and an opening without an end is text. */
const maxTagLength = 2000;

/** Tags in the order of the text; what is raw, or a comment, holds none. */
export function findLiquidTags(text: string): LiquidTag[] {
  const tags: LiquidTag[] = [];
  const ends = findVerbatimEnds(text);
  const blocks = findVentoBlocks(text);
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
    const block = isOutput && blocks.size > 0 ? readVentoTag(inner, blocks) : undefined;
    if (block !== undefined) {
      tags.push({ start, end, ...block, pairs: toPairs(block.name, "") });
      continue;
    }
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
    // dev.to shows the comment of whom it is given, and encloses nothing.
    if (name === "comment" && /^[\w:/.?=&#-]+$/.test(given)) {
      tags.push({ start, end, name: "embed", given, pairs: undefined });
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

/** What blocks of Vento and of Handlebars are called here, by their names. */
const ventoNames: ReadonlyMap<string, string> = new Map([
  ...["if", "for", "set", "unless"].map((name) => [name, name] as const),
  ["each", "for"],
  ...["echo", "layout", "comp", "slot", "fragment", "with", "markdown", "content", "extend"].map(
    (name) => [name, "comp"] as const,
  ),
  ...["function", "export", "default"].map((name) => [name, "macro"] as const),
]);

/**
 * The blocks of Vento and Handlebars that a text closes, `{{ /for }}`: what opens them looks like a value.
 *
 * @see https://vento.js.org
 * @see https://handlebarsjs.com/guide/block-helpers.html
 */
function findVentoBlocks(text: string): ReadonlySet<string> {
  const found = new Set<string>();
  if (/\{\{-?\s{0,9}\//.test(text))
    for (const [, name = ""] of text.matchAll(/\{\{-?\s{0,9}\/([a-z]{2,8})\s{0,9}-?\}\}/g))
      if (ventoNames.has(name)) found.add(name);
  return found;
}

function readVentoTag(
  inner: string,
  blocks: ReadonlySet<string>,
): { readonly name: string; readonly given: string } | undefined {
  const [, slash = "", word = "", given = ""] =
    /^(\/|#?)\s*([a-z]{2,8})\b(?![.(])\s*([\s\S]*)$/.exec(inner) ?? [];
  if (word === "else" && (blocks.has("if") || blocks.has("unless"))) return { name: "else", given };
  const name = blocks.has(word) ? ventoNames.get(word) : undefined;
  if (name === undefined || (word === "set" && given.includes("="))) return undefined;
  return slash !== "/" ? { name, given } : { name: `end${name}`, given: "" };
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

function toPairs(name: string, given: string): LiquidTag["pairs"] {
  if (name === "end") return { as: "closing", names: [call] };
  if (name.startsWith("end")) return { as: "closing", names: [name.slice(3).replace(/^_/, "")] };
  // Nunjucks ends `asyncEach` with `endeach`.
  if (name.startsWith("async")) return { as: "opening", names: [name.slice(5).toLowerCase()] };
  return { as: "opening", names: given.startsWith("(") ? [name, call] : [name] };
}

/** The ends of passages without tags, by name, the last of the text first. */
function findVerbatimEnds(text: string): ReadonlyMap<string, LiquidTag[]> {
  const ends = new Map<string, LiquidTag[]>();
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
