import { foldKey, type FrontMatter } from "../front-matter.ts";

const assignment = /^[ \t]*(?:@def[ \t]+)?([A-Za-z_]\w*)[ \t]*=[ \t]*/;
const quoted = /^"""([\s\S]*?)"""|^"((?:[^"\\\n]|\\.)*)"/;

/**
 * Reads the assignments of Franklin's front matter (`+++` blocks and `@def` lines), which are Julia code, without running
 * any: literals only, strings, numbers and dates as text, lists of strings. https://franklinjl.org/syntax/page-variables/
 */
export function parseJuliaDefinitions(block: string): FrontMatter {
  const definitions = new Map<string, string | string[]>();
  let rest = block;
  while (rest !== "") {
    const match = assignment.exec(rest);
    if (match === null) {
      rest = afterLine(rest);
      continue;
    }
    rest = rest.slice(match[0].length);
    const { value, length } = readLiteral(rest);
    if (value !== undefined) definitions.set(foldKey(match[1] ?? ""), value);
    rest = afterLine(rest.slice(length));
  }
  return definitions;
}

/** The length of the `@def` lines, and the blank lines among them, that a text starts with. */
export function findDefinitionsEnd(text: string): number {
  let end = 0;
  let rest = text;
  for (;;) {
    const blank = /^(?:[ \t]*\n)*/.exec(rest)?.[0].length ?? 0;
    const match = /^@def[ \t]+[A-Za-z_]\w*[ \t]*=[ \t]*/.exec(rest.slice(blank));
    if (match === null) return end;
    const value = rest.slice(blank + match[0].length);
    const after = afterLine(value.slice(readLiteral(value).length));
    end += rest.length - after.length;
    rest = after;
  }
}

function readLiteral(text: string): { value: string | string[] | undefined; length: number } {
  const string = quoted.exec(text);
  if (string !== null) return { value: unquote(string), length: string[0].length };
  const date = /^(?:Dates\.)?Date(?:Time)?\(([^)\n]*)\)/.exec(text);
  if (date !== null) return { value: readDate(date[1] ?? ""), length: date[0].length };
  if (/^(?:\[|\(|String\[)/.test(text)) return readList(text);
  const bare = /^[^\n#]*/.exec(text)?.[0] ?? "";
  return { value: /^[\w.+-]+$/.test(bare.trim()) ? bare.trim() : undefined, length: bare.length };
}

/** `2019, 7, 23` as `2019-7-23`; a time may follow the day. */
function readDate(parts: string): string {
  const [year, month, day, hour, minute, second] = parts
    .replaceAll('"', "")
    .split(",")
    .map((part) => part.trim());
  if (month === undefined) return year ?? "";
  const date = `${year ?? ""}-${month}-${day ?? "1"}`;
  if (hour === undefined) return date;
  return `${date} ${hour}:${(minute ?? "0").padStart(2, "0")}:${(second ?? "0").padStart(2, "0")}`;
}

function readList(text: string): { value: string[]; length: number } {
  const items: string[] = [];
  let depth = 0;
  let at = 0;
  while (at < text.length) {
    const string = text[at] === '"' ? quoted.exec(text.slice(at, at + 4000)) : null;
    if (string !== null) {
      if (depth === 1) items.push(unquote(string));
      at += string[0].length;
      continue;
    }
    const char = text.charAt(at++);
    if (char === "[" || char === "(") depth++;
    else if ((char === "]" || char === ")") && --depth === 0) break;
  }
  return { value: items, length: at };
}

function unquote(match: RegExpExecArray): string {
  return match[1] ?? (match[2] ?? "").replace(/\\(["\\$])/g, "$1");
}

function afterLine(text: string): string {
  const end = text.indexOf("\n");
  return end === -1 ? "" : text.slice(end + 1);
}
