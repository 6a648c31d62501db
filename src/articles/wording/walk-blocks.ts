import { trimEndOf } from "../../platform/trim-end.ts";
import { blocks } from "./html-elements.ts";

/** A heading or a paragraph of Markdown, still with its markup. */
export interface TextBlock {
  readonly kind: "heading" | "paragraph";
  /** 1 to 6; 0 for a paragraph. */
  readonly level: number;
  readonly text: string;
}

const fence = /^ {0,3}(`{3,}|~{3,})/;
const notText =
  /^(?: {0,3}(?:[-*+](?:[ \t]|$)|\d{1,9}[.)](?:[ \t]|$)|>|\||:{2,}|!!!|\[[^\]]+\]:|\{[:%#]|\^\[)| {4}|\t)/;
const rule = /^ {0,3}(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})$/;
const htmlBlock = new RegExp(
  String.raw`^ {0,3}<(?:[!?/]|(?:${blocks}|audio|meta|noscript|object|picture|pre|script|source|style|svg|template|textarea|video)\b)`,
  "i",
);

/**
 * Gives the headings and paragraphs of a Markdown text in order, lexically, for the few lines that a scan looks at;
 * code, lists, quotes, tables, HTML blocks and definitions are passed over.
 */
export function* walkBlocks(markdown: string): Generator<TextBlock> {
  const lines = markdown.split("\n");
  let paragraph: string[] = [];
  let at = 0;
  while (at < lines.length) {
    const line = lines[at] ?? "";
    const opening = fence.exec(line)?.[1];
    const heading = readHeading(line);
    const underline = paragraph.length > 0 ? /^ {0,3}(=+|-+)[ \t]*$/.exec(line)?.[1] : undefined;
    if (underline !== undefined) {
      yield { kind: "heading", level: underline.startsWith("=") ? 1 : 2, text: paragraph.join("\n") };
      paragraph = [];
      at++;
      continue;
    }
    const isBreak = line.trim() === "" || opening !== undefined || heading !== undefined || rule.test(line);
    const startsOther = paragraph.length === 0 && (notText.test(line) || htmlBlock.test(line));
    if (!isBreak && !startsOther) {
      paragraph.push(line.trim());
      at++;
      continue;
    }
    if (paragraph.length > 0) yield { kind: "paragraph", level: 0, text: paragraph.join("\n") };
    paragraph = [];
    if (heading !== undefined) yield heading;
    if (startsOther && htmlBlock.test(line))
      yield* readHtmlHeadings(lines.slice(at, at + maxHtmlLines).join("\n"));
    if (opening !== undefined) at = skipFence(lines, at, opening);
    else if (startsOther) at = skipBlock(lines, at);
    else at++;
  }
  if (paragraph.length > 0) yield { kind: "paragraph", level: 0, text: paragraph.join("\n") };
}

/** A line that starts with one to six marks, without those at its end. */
function readHeading(line: string): TextBlock | undefined {
  const [, marks, rest = ""] = /^ {0,3}(#{1,6})(?:[ \t]+(.*))?$/.exec(line) ?? [];
  if (marks === undefined) return undefined;
  const text = rest.trimEnd();
  const bare = trimEndOf(text, (char) => char === "#");
  return { kind: "heading", level: marks.length, text: /[ \t]$/.test(bare) ? bare.trimEnd() : text };
}

/** Lines; a heading of HTML stands at the top of its block. */
const maxHtmlLines = 12;

/** The headings at the top of a block of HTML: one that it starts with, and any of the first level. */
function* readHtmlHeadings(html: string): Generator<TextBlock> {
  const block = html.split(/\n[ \t]*\n/, 1)[0] ?? "";
  for (const match of block.matchAll(/<h([1-6])(?:\s[^<>]{0,500})?>([\s\S]{1,500}?)<\/h\1>/gi)) {
    const level = Number(match[1]);
    const isFirst = block.slice(0, match.index).trim() === "";
    if (level === 1 || isFirst) yield { kind: "heading", level, text: match[2] ?? "" };
  }
}

function skipFence(lines: readonly string[], start: number, opening: string): number {
  let at = start + 1;
  while (at < lines.length) {
    const line = (lines[at++] ?? "").trim();
    if (line.startsWith(opening) && line.replaceAll(opening.charAt(0), "") === "") break;
  }
  return at;
}

/** To the blank line that ends a list, a quote, a table or an HTML block, or the end of what it encloses for comments and code. */
function skipBlock(lines: readonly string[], start: number): number {
  const first = (lines[start] ?? "").trimStart();
  const end = first.startsWith("<!--")
    ? /-->/
    : /^<(?:script|pre|style|textarea)\b/i.test(first)
      ? /<\/(?:script|pre|style|textarea)>/i
      : /^\s*$/;
  let at = start;
  while (at < lines.length && !end.test(lines[at] ?? "")) at++;
  return at + 1;
}
