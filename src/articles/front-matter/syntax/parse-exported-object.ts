import { foldKey, type FrontMatter, type FrontMatterValue } from "../front-matter.ts";

const exported =
  /^export const (?:meta|metadata|meta[dD]ata|front[mM]atter|article|post)(?::[^=\n]{0,80})? = (?=\{)/m;
const maxDepth = 20;

/** Where the object stands that an MDX file exports as its own description, with its braces. */
export function findExportedObject(text: string): { start: number; end: number } | undefined {
  const found = exported.exec(text);
  if (found === null) return undefined;
  const start = found.index + found[0].length;
  const end = findEnd(text, start);
  return end === undefined ? undefined : { start, end };
}

/** Just after the bracket that closes the one at `start`; undefined where nothing does. */
function findEnd(text: string, start: number): number | undefined {
  for (const { at, char, depth } of walkCode(text, start))
    if (depth === 0 && /[}\])]/.test(char)) return at + 1;
  return undefined;
}

/** The characters outside of quotes, each with how many brackets are open behind it. */
function* walkCode(text: string, start: number): Generator<{ at: number; char: string; depth: number }> {
  let depth = 0;
  let quote = "";
  for (let at = start; at < text.length; at++) {
    const char = text.charAt(at);
    if (quote !== "") {
      if (char === "\\") at++;
      else if (char === quote) quote = "";
    } else if (/["'`]/.test(char)) quote = char;
    else {
      if (/[{[(]/.test(char)) depth++;
      else if (/[}\])]/.test(char)) depth--;
      yield { at, char, depth };
    }
  }
}

/**
 * Reads the literals of an object as JavaScript writes it: texts, numbers, yes and no, lists and objects of them, and the text
 * that a call is given, as in `new Date("2026-11-20")`. Nothing is run; a name or an expression is left out.
 *
 * @param block starts with its brace.
 */
export function parseExportedObject(block: string): FrontMatter {
  const value = parseLiteral(block, 0);
  return value instanceof Map ? (value as FrontMatter) : new Map<string, FrontMatterValue>();
}

function parseLiteral(written: string, depth: number): FrontMatterValue | undefined {
  const text = written.trim();
  const literal =
    /^(?:new Date\(\s*)?(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|`((?:[^`\\$]|\\.)*)`)\s*\)?$/s.exec(text);
  if (literal !== null)
    return (literal[1] ?? literal[2] ?? literal[3] ?? "").replace(/\\n/g, "\n").replace(/\\(.)/g, "$1");
  if (/^(?:true|false|-?\d+(?:\.\d+)?)$/.test(text)) return text;
  if (depth > maxDepth) return undefined;
  const parts = splitParts(text.slice(1, -1));
  if (text.startsWith("["))
    return parts.map((part) => parseLiteral(part, depth + 1)).filter((value) => value !== undefined);
  if (!text.startsWith("{")) return undefined;
  const fields = new Map<string, FrontMatterValue>();
  for (const part of parts) {
    const [, name = "", rest = ""] =
      /^\s*(?:\/\/[^\n]*\n\s*)*["']?([A-Za-z_$][\w$-]*)["']?\s*:([\s\S]*)$/.exec(part) ?? [];
    const value = name === "" ? undefined : parseLiteral(rest, depth + 1);
    if (value !== undefined) fields.set(foldKey(name), value);
  }
  return fields;
}

/** What commas part, outside of quotes and brackets. */
function splitParts(text: string): string[] {
  const commas = [...walkCode(text, 0)].filter(({ char, depth }) => char === "," && depth === 0);
  const ends = [...commas.map(({ at }) => at), text.length];
  return ends.map((end, index) => text.slice(index === 0 ? 0 : (ends[index - 1] ?? 0) + 1, end));
}
