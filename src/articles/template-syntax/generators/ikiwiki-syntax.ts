import { escapeHtml } from "../../../platform/escape-html.ts";
import { readPageName } from "../../wording/read-page-name.ts";
import { asBlock, isInText, type Cleaning } from "../basics/cleaning.ts";

/** Directives that say something of the article, or show nothing in it. */
const silent = new Set(["meta", "tag", "toc", "shortcut", "cutpaste", "pagetemplate", "templatebody"]);

/** Directives whose `text="…"` is what a reader sees. */
const shown = new Set(["toggleable", "template", "color", "tip", "note"]);

/** Directives whose words say what to fill in, unlike those of a shortcut, which are words of the sentence. */
const filled =
  /^(?:inline|map|if|pagestats|pagecount|orphans|brokenlinks|calendar|version|polygen|progress|poll)$/;

/** A value, quoted three times, once, or not at all, behind its name where it has one. */
const parameter = /(?:([\w-]{1,40})=)?(?:"""([\s\S]*?)"""|"([^"]*)"|([^\s"]+))/g;

/** Letters that a directive may take up, with all that it encloses. */
const maxDirectiveLength = 20_000;
/** Directives that never end before no end is looked for any more. */
const maxUnclosed = 20;
/** Directives within the texts of directives; what nests deeper disappears. */
const maxDepth = 5;

/** Whether a text holds a directive, which tells ikiwiki whatever the file is called. */
function hasDirective(text: string): boolean {
  return /(?<!\\)\[\[!\w/.test(text);
}

/**
 * Turns ikiwiki's directives into what they show: pictures, texts that a click opens, code, the words of a shortcut; the
 * others disappear. Its links, whose words come first and whose page is a path, become links by name. What stands behind a
 * backslash is text.
 */
export function replaceIkiwiki(text: string, cleaning: Cleaning): string {
  if (cleaning.flavour !== "ikiwiki" && !hasDirective(text)) return text;
  return replaceLinks(replaceDirectives(text, cleaning, 0));
}

function replaceDirectives(text: string, cleaning: Cleaning, depth: number): string {
  const opening = /(?<!\\)\[\[!(\w{1,60})(?=[\s\]])/g;
  let result = "";
  let done = 0;
  let unclosed = 0;
  for (let match = opening.exec(text); match !== null; match = opening.exec(text)) {
    const name = match[1] ?? "";
    const end = findEnd(text, opening.lastIndex);
    if (end === undefined) {
      if (++unclosed === maxUnclosed) break;
      continue;
    }
    const given = readParameters(text.slice(opening.lastIndex, end));
    const written = text.slice(match.index, end + 2);
    const inText = isInText(text, match.index, end + 2);
    result += text.slice(done, match.index);
    result += depth === maxDepth ? "" : renderDirective({ name, ...given, written, inText }, cleaning, depth);
    done = end + 2;
    opening.lastIndex = done;
  }
  return result + text.slice(done);
}

/** Where the brackets stand that close a directive: not those within a quoted text, unless a quote is never closed. */
function findEnd(text: string, from: number): number | undefined {
  const window = text.slice(from, from + maxDirectiveLength);
  const token = /"""[\s\S]*?"""|"(?!"")[^"]*"|\]\]|[^"\]]+|\]/y;
  for (let match = token.exec(window); match !== null; match = token.exec(window))
    if (match[0] === "]]") return from + match.index;
  const plain = /^[^[\]]{0,4000}(?=\]\])/.exec(window)?.[0];
  return plain === undefined ? undefined : from + plain.length;
}

interface Parameters {
  readonly named: ReadonlyMap<string, string>;
  readonly positional: readonly string[];
}

function readParameters(text: string): Parameters {
  const named = new Map<string, string>();
  const positional: string[] = [];
  for (const [, name, long, quoted, bare] of text.matchAll(parameter)) {
    const value = long ?? quoted ?? bare ?? "";
    if (name === undefined) positional.push(value);
    else named.set(name, value);
  }
  return { named, positional };
}

interface Directive extends Parameters {
  readonly name: string;
  readonly written: string;
  /** Whether a sentence stands around it. */
  readonly inText: boolean;
}

function renderDirective(directive: Directive, cleaning: Cleaning, depth: number): string {
  const { name, named, positional, written, inText } = directive;
  if (silent.has(name)) return "";
  const words = positional.join(" ");
  if (name === "img") {
    return `<img src="${escapeHtml(positional[0] ?? "")}" alt="${escapeHtml(named.get("alt") ?? "")}">`;
  }
  if (name === "taglink") return readPageName(words.replace(/^.*\|/, ""));
  if (name === "format" && positional.length > 1) {
    const language = /^[\w+-]{1,30}$/.exec(positional[0] ?? "")?.[0] ?? "";
    const code = (positional.at(-1) ?? "").replace(/^\s*\n|\s+$/g, "").replaceAll("~~~~", "~~~");
    return asBlock(cleaning.keep(`~~~~${language}\n${code}\n~~~~`));
  }
  const text = named.get("text");
  if (name === "toggle") return inText ? (text ?? "") : "";
  if (shown.has(name) && text !== undefined) {
    const inner = replaceDirectives(text, cleaning, depth + 1);
    return text.includes("\n") ? asBlock(inner) : inner;
  }
  // A shortcut: words in the midst of a sentence, which lead to another site.
  if (inText && words !== "" && named.size <= 1 && !filled.test(name))
    return named.get("desc") ?? (named.size === 0 ? readPageName(words) : "");
  cleaning.drop(`[[!${name}]]`, written);
  return "";
}

/** `[[words|page]]` and `[[page]]`, where words may be broken into lines and a page is a path without spaces. */
function replaceLinks(text: string): string {
  if (!text.includes("[[")) return text;
  return text.replace(
    /(?<![\\[])\[\[(?![!:])(?:([^[\]|]{1,500})\|)?([^\s[\]|#]{1,500})?(?:#[^\s[\]|]{0,200})?\]\]/g,
    (all, written: string | undefined, target: string | undefined) => {
      const words = written?.replace(/\s+/g, " ").trim();
      if (target === undefined) return words ?? all;
      if (/^https?:\/\//i.test(target)) return words === undefined ? `<${target}>` : linkTo(target, words);
      if (target.includes("@")) return words ?? target;
      const name = target.replace(/^\/+|\/+$/g, "");
      const label = words ?? readPageName(name.split("/").at(-1) ?? name);
      return linkTo(`gazette-wiki:${encodeURIComponent(name)}`, label);
    },
  );
}

/** HTML, because such links stand within HTML as well. */
function linkTo(address: string, words: string): string {
  return `<a href="${escapeHtml(address)}">${words}</a>`;
}
