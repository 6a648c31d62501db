import { ExcessiveData, foldKey, type FrontMatter, type FrontMatterValue } from "../front-matter.ts";

const maxValues = 10_000;
const maxDepth = 20;

/** White space, commas, and comments to the end of a line. */
const gap = /(?:[\s,]|;[^\n]*(?:\n|$))*/y;
const quoted = /"((?:[^"\\]|\\[\s\S])*)"/y;
/** A number, a keyword, a symbol or a character. */
const word = /[^\s,;"()[\]{}]+/y;
const closings: ReadonlyMap<string, string> = new Map([
  ["{", "}"],
  ["[", "]"],
  ["(", ")"],
  ["#{", "}"],
]);
const escapes: ReadonlyMap<string, string> = new Map([
  ["n", "\n"],
  ["t", "\t"],
  ["r", "\r"],
]);

/** One value; undefined for one that `#_` takes back. */
interface Read {
  readonly value: FrontMatterValue | undefined;
  readonly end: number;
}

/**
 * Reads the map of EDN that Cryogen's posts start with, `{:title "Reeds" :date "2026-11-20" :tags ["water"]}`: texts,
 * numbers, names, yes and no, lists, sets and maps, and what stands behind a tag such as `#inst`. A key loses its colon and
 * the question mark behind it.
 *
 * @param text starts with the brace; what follows the map is the body.
 * @returns the fields and where they end; undefined where the text is no such map.
 * @see https://github.com/edn-format/edn
 * @throws ExcessiveData beyond 10,000 values or 20 levels.
 */
export function parseEdn(text: string): { readonly fields: FrontMatter; readonly end: number } | undefined {
  let values = 0;

  const skipGap = (at: number): number => {
    gap.lastIndex = at;
    gap.exec(text);
    return gap.lastIndex;
  };

  const read = (start: number, depth: number): Read | undefined => {
    if (++values > maxValues) throw new ExcessiveData(`holds more than ${maxValues} values`);
    if (depth > maxDepth) throw new ExcessiveData(`is nested more than ${maxDepth} levels deep`);
    const at = skipGap(start);
    const opening = text.startsWith("#{", at) ? "#{" : text.charAt(at);
    if (closings.has(opening)) return readAll(at + opening.length, opening, depth);
    if (opening === '"') {
      quoted.lastIndex = at;
      const found = quoted.exec(text);
      return found === null ? undefined : { value: unescape(found[1] ?? ""), end: quoted.lastIndex };
    }
    word.lastIndex = at;
    const found = word.exec(text)?.[0];
    if (found === undefined) return undefined;
    const end = at + found.length;
    if (found.startsWith("#")) {
      const next = found.startsWith("#_") ? at + 2 : end;
      const tagged = read(next, depth + 1);
      return tagged === undefined || !found.startsWith("#_") ? tagged : { value: undefined, end: tagged.end };
    }
    return { value: found === "nil" ? null : found.replace(/^:/, ""), end };
  };

  const readAll = (start: number, opening: string, depth: number): Read | undefined => {
    const items: FrontMatterValue[] = [];
    let at = skipGap(start);
    while (text.charAt(at) !== closings.get(opening)) {
      const item = read(at, depth + 1);
      if (item === undefined) return undefined;
      if (item.value !== undefined) items.push(item.value);
      at = skipGap(item.end);
    }
    return { value: opening === "{" ? toFields(items) : items, end: at + 1 };
  };

  const found = /^\{[\s,]*:[A-Za-z]/.test(text) ? read(0, 0) : undefined;
  return found?.value instanceof Map ? { fields: found.value as FrontMatter, end: found.end } : undefined;
}

function toFields(items: readonly FrontMatterValue[]): FrontMatter {
  const fields = new Map<string, FrontMatterValue>();
  for (let at = 0; at + 1 < items.length; at += 2) {
    const key = items[at];
    if (typeof key === "string") fields.set(foldKey(key.replace(/\?$/, "")), items[at + 1] ?? null);
  }
  return fields;
}

function unescape(text: string): string {
  return text.replace(/\\([\s\S])/g, (_all, char: string) => escapes.get(char) ?? char);
}
