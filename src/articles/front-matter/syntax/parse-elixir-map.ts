import { ExcessiveData, foldKey, type FrontMatter, type FrontMatterValue } from "../front-matter.ts";

const maxValues = 10_000;
const maxDepth = 20;

/** White space, commas, and comments to the end of a line. */
const gap = /(?:[\s,]|#[^\n]*(?:\n|$))*/y;
const heredoc = /"""[^\n]*\n([\s\S]*?)^[ \t]*"""/my;
const quoted = /"((?:[^"\\]|\\[\s\S])*)"|'((?:[^'\\]|\\[\s\S])*)'/y;
/** A text, a list of words or a day in a sigil: `~s(…)`, `~w(one two)a`, `~D[2026-11-20]`. */
const sigil =
  /~([A-Za-z]+)(?:\(([^)]*)\)|\[([^\]]*)\]|\{([^}]*)\}|\|([^|]*)\||\/([^/]*)\/|"([^"]*)"|<([^>]*)>)[a-z]*/y;
const key = /(?:([A-Za-z_][\w?!]*)|"((?:[^"\\]|\\[\s\S])*)"):\s+|:?(?:([A-Za-z_]\w*)|"([^"\n]*)")\s*=>\s*/y;
/** A number, an atom or a name. */
const word = /:?[\w.+-]+[?!]?/y;

interface Read {
  readonly value: FrontMatterValue;
  readonly end: number;
}

/**
 * Reads the map of Elixir that NimblePublisher's posts start with, `%{title: "Reeds", tags: ~w(water), date: ~D[2026-11-20]}`,
 * without running any: texts, numbers, names, sigils, lists and maps of them.
 *
 * @param text starts with `%{`; what follows the map is the body.
 * @returns the fields and where they end; undefined where the text is no such map.
 * @see https://hexdocs.pm/nimble_publisher
 * @throws ExcessiveData beyond 10,000 values or 20 levels.
 */
export function parseElixirMap(
  text: string,
): { readonly fields: FrontMatter; readonly end: number } | undefined {
  let values = 0;

  const match = (pattern: RegExp, at: number): RegExpExecArray | null => {
    pattern.lastIndex = at;
    return pattern.exec(text);
  };
  const skipGap = (at: number): number => at + (match(gap, at)?.[0].length ?? 0);

  const read = (at: number, depth: number): Read | undefined => {
    if (++values > maxValues) throw new ExcessiveData(`holds more than ${maxValues} values`);
    if (depth > maxDepth) throw new ExcessiveData(`is nested more than ${maxDepth} levels deep`);
    if (text.startsWith("%{", at)) return readMap(at + 2, depth);
    if (/[[{]/.test(text.charAt(at))) return readList(at + 1, depth);
    const long = match(heredoc, at);
    if (long !== null) return { value: unescape(long[1] ?? "").trim(), end: at + long[0].length };
    const string = match(quoted, at);
    if (string !== null) return { value: unescape(string[1] ?? string[2] ?? ""), end: at + string[0].length };
    const marked = match(sigil, at);
    if (marked !== null) {
      const inner = marked.slice(2).join("");
      const isList = marked[1]?.toLowerCase() === "w";
      const words = inner.split(/\s+/).filter((one) => one !== "");
      return { value: isList ? words : inner, end: at + marked[0].length };
    }
    const bare = match(word, at)?.[0];
    if (bare === undefined) return undefined;
    return { value: bare === "nil" ? null : bare.replace(/^:/, ""), end: at + bare.length };
  };

  const readList = (start: number, depth: number): Read | undefined => {
    const items: FrontMatterValue[] = [];
    let at = skipGap(start);
    while (!/[\]}]/.test(text.charAt(at))) {
      const item = read(at, depth + 1);
      if (item === undefined) return undefined;
      items.push(item.value);
      at = skipGap(item.end);
    }
    return { value: items, end: at + 1 };
  };

  const readMap = (start: number, depth: number): Read | undefined => {
    const fields = new Map<string, FrontMatterValue>();
    let at = skipGap(start);
    while (text.charAt(at) !== "}") {
      const name = match(key, at);
      const item = name === null ? undefined : read(at + name[0].length, depth + 1);
      if (name === null || item === undefined) return undefined;
      fields.set(foldKey(name.slice(1).join("")), item.value);
      at = skipGap(item.end);
    }
    return { value: fields, end: at + 1 };
  };

  const found = text.startsWith("%{") ? readMap(2, 0) : undefined;
  return found?.value instanceof Map ? { fields: found.value as FrontMatter, end: found.end } : undefined;
}

function unescape(text: string): string {
  return text.replace(/\\([\s\S])/g, (_all, char: string) =>
    char === "n" ? "\n" : char === "t" ? "\t" : char,
  );
}
