/** An attribute as written; offsets are of its value, without the quotes. */
export interface MarkupAttribute {
  readonly name: string;
  readonly quote: '"' | "'" | "";
  readonly start: number;
  readonly end: number;
}

/** A piece of HTML or MJML; `start` and `end` are offsets into the source, and pieces follow without a gap. */
export type MarkupToken =
  | { readonly kind: "text" | "comment"; readonly start: number; readonly end: number }
  | {
      readonly kind: "open";
      readonly name: string;
      readonly attributes: readonly MarkupAttribute[];
      readonly selfClosing: boolean;
      readonly start: number;
      readonly end: number;
    }
  | { readonly kind: "close"; readonly name: string; readonly start: number; readonly end: number };

/** Elements whose content holds no tags. */
const rawElements = new Set(["style", "script", "title", "textarea", "mj-style", "mj-title", "mj-preview"]);

/**
 * Cuts HTML or MJML into tags, comments and text, in one pass. It reads what our own templates, MJML and the
 * sanitiser write; it does not repair. A doctype and `<![endif]-->` count as comments. Names are in lower case.
 */
export function scanMarkup(source: string): MarkupToken[] {
  const tokens: MarkupToken[] = [];
  let at = 0;
  let raw: string | undefined;
  while (at < source.length) {
    const end = raw === undefined ? findMarkup(source, at) : findRawEnd(source, at, raw);
    if (end > at) tokens.push({ kind: "text", start: at, end });
    if (end >= source.length) break;
    const token = readMarkup(source, end);
    tokens.push(token);
    raw = token.kind === "open" && !token.selfClosing && rawElements.has(token.name) ? token.name : undefined;
    at = token.end;
  }
  return tokens;
}

function findMarkup(source: string, from: number): number {
  for (let at = source.indexOf("<", from); at !== -1; at = source.indexOf("<", at + 1)) {
    if (/[a-z/!?]/i.test(source.charAt(at + 1))) return at;
  }
  return source.length;
}

function findRawEnd(source: string, from: number, name: string): number {
  const pattern = new RegExp(`</${name}[\\s>]`, "gi");
  pattern.lastIndex = from;
  return pattern.exec(source)?.index ?? source.length;
}

function readMarkup(source: string, start: number): MarkupToken {
  if (source.startsWith("<!--", start)) {
    return { kind: "comment", start, end: endAfter(source, "-->", start + 4) };
  }
  if (source.charAt(start + 1) === "!" || source.charAt(start + 1) === "?") {
    return { kind: "comment", start, end: endAfter(source, ">", start + 2) };
  }
  const name = readName(source, start + 1 + (source.charAt(start + 1) === "/" ? 1 : 0));
  if (source.charAt(start + 1) === "/") {
    return { kind: "close", name, start, end: endAfter(source, ">", start + 2 + name.length) };
  }
  return readOpenTag(source, start, name);
}

function endAfter(source: string, mark: string, from: number): number {
  const found = source.indexOf(mark, from);
  return found === -1 ? source.length : found + mark.length;
}

function readName(source: string, from: number): string {
  const pattern = /[^\s/>]*/y;
  pattern.lastIndex = from;
  return (pattern.exec(source)?.[0] ?? "").toLowerCase();
}

function readOpenTag(source: string, start: number, name: string): MarkupToken {
  const attributes: MarkupAttribute[] = [];
  const pattern = /[\s/]*([^\s/>=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']*)))?/y;
  let at = start + 1 + name.length;
  for (;;) {
    pattern.lastIndex = at;
    const match = pattern.exec(source);
    if (match === null) break;
    at = pattern.lastIndex;
    const value = match[2] ?? match[3] ?? match[4] ?? "";
    const quote = match[2] !== undefined ? '"' : match[3] !== undefined ? "'" : "";
    const end = at - quote.length;
    attributes.push({ name: (match[1] ?? "").toLowerCase(), quote, start: end - value.length, end });
  }
  const end = endAfter(source, ">", at);
  return { kind: "open", name, attributes, selfClosing: source.charAt(end - 2) === "/", start, end };
}
