import { ArticleRefusal } from "../../article-refusal.ts";
import { ExcessiveData, foldKey, type FrontMatterDialect } from "../front-matter.ts";
import { readLocalName } from "./local-names.ts";
import { findJsonEnd } from "./scan-json.ts";
import { parseEdn } from "./parse-edn.ts";
import { findExportedObject } from "./parse-exported-object.ts";
import { findDefinitionsEnd } from "./parse-julia-definitions.ts";
import { findUnusualBlock } from "./split-unusual.ts";

/** Where the front matter of a file stands. */
export interface SplitFile {
  readonly dialect: FrontMatterDialect;
  /** The front matter without its fences; empty where there is none. */
  readonly block: string;
  /** 1-based line of the block's first line. */
  readonly blockLine: number;
  /** Offset in bytes at which the body starts. */
  readonly bodyStart: number;
}

/** Far above any real front matter: a bound on what a hostile one may cost to parse. */
const maxBlockBytes = 64 * 1024;
const maxBlockLines = 2000;

const [lineFeed, dash, plus, semicolon, brace, at, angle, dot] = [
  0x0a, 0x2d, 0x2b, 0x3b, 0x7b, 0x40, 0x3c, 0x2e,
];
/** Letters within which front matter ends that stands in no fence of the usual ones. */
const maxUnusualLength = 4096;

const languages: ReadonlyMap<string, FrontMatterDialect> = new Map([
  ["", "yaml"],
  ["yaml", "yaml"],
  ["yml", "yaml"],
  ["toml", "toml"],
  ["json", "json"],
]);

/**
 * Finds the front matter of a file: fenced by `---`, `+++` or `;;;`, an object of JSON or EDN, Franklin's `@def` lines, Nikola's
 * comment, bare headers, an exported object, or none. A `---` that nothing closes and that no key follows is a rule, not a fence.
 *
 * @param bytes UTF-8 with LF line ends, no byte order mark.
 * @throws ArticleRefusal for a fence that is never closed, a language that is not read, a block beyond all measure.
 */
export function splitFrontMatter(bytes: Buffer): SplitFile {
  const start = findStart(bytes);
  const line = start === 0 ? 1 : lineAt(bytes, start);
  const first = bytes[start];
  if (first === dash || first === plus || first === semicolon) {
    const fenced = splitFenced(bytes, start, line);
    if (fenced !== undefined) return fenced;
  } else if (first === brace) {
    const text = bytes.toString("utf8", start, start + maxBlockBytes);
    const end = /^\{\s*["}]/.test(text) ? findJsonEnd(text) : undefined;
    if (end !== undefined) {
      const block = text.slice(0, end);
      return { dialect: "json", block, blockLine: line, bodyStart: start + Buffer.byteLength(block) };
    }
    const edn = splitEdn(text, start, line);
    if (edn !== undefined) return edn;
  } else if (first === at && bytes.toString("latin1", start, start + 5) === "@def ") {
    const text = bytes.toString("utf8", start, start + maxBlockBytes);
    const block = text.slice(0, findDefinitionsEnd(text));
    return { dialect: "julia", block, blockLine: line, bodyStart: start + Buffer.byteLength(block) };
  } else {
    const found =
      first === angle || first === dot
        ? splitNikola(bytes, start, line)
        : (splitHeaders(bytes, start, line) ?? splitExported(bytes, start));
    if (found !== undefined) return found;
  }
  return splitUnusual(bytes, start, line) ?? { dialect: "none", block: "", blockLine: 1, bodyStart: 0 };
}

function splitUnusual(bytes: Buffer, start: number, line: number): SplitFile | undefined {
  const text = bytes.toString("utf8", start, Math.min(bytes.length, start + maxUnusualLength));
  const found = findUnusualBlock(text);
  if (found === undefined) return undefined;
  const { dialect, block, linesBefore, length } = found;
  const bodyStart = start + Buffer.byteLength(text.slice(0, length));
  return { dialect, block, blockLine: line + linesBefore, bodyStart };
}

/** Where front matter may start: after blank lines, and after comments if a fence follows them. */
function findStart(bytes: Buffer): number {
  const first = bytes[0];
  if (first !== lineFeed && first !== 0x20 && first !== 0x09 && first !== angle) return 0;
  const head = bytes.toString("latin1", 0, maxBlockBytes);
  const blank = /^(?:[ \t]*\n){0,20}/.exec(head)?.[0].length ?? 0;
  const comments = /^(?:\s*<!--(?:[^-]|-(?!->))*-->)+\s*?\n(?=(?:---|\+\+\+)[ \t]*\n|@def )/.exec(head);
  return comments?.[0].length ?? blank;
}

function splitFenced(bytes: Buffer, start: number, line: number): SplitFile | undefined {
  const lineEnd = endOfLine(bytes, start);
  const opening = bytes.toString("latin1", start, Math.min(lineEnd, start + 200));
  const match = /^(---|\+\+\+|;;;)[ \t]*(\w[\w.+-]*)?[ \t]*(?:#.*)?$/.exec(opening);
  if (match === null) return undefined;
  const fence = match[1] ?? "---";
  const word = match[2] ?? "";
  const blockStart = Math.min(lineEnd + 1, bytes.length);

  const closing = findClosingFence(bytes, lineEnd, fence);
  if (closing === undefined) {
    if (!looksLikeFields(bytes, blockStart)) return undefined;
    const size = bytes.length - blockStart > maxBlockBytes ? ` within ${maxBlockBytes / 1024} KB` : "";
    throw new ArticleRefusal(
      `The front matter that starts with ${fence} is not closed by a line ${fence}${size}.`,
      line,
    );
  }
  const dialect = fence === "+++" ? "toml" : fence === ";;;" ? "json" : languages.get(word.toLowerCase());
  if (dialect === undefined) {
    throw new ArticleRefusal(
      `The front matter is marked as ${word}, which is neither read nor executed; write it as YAML, TOML or JSON.`,
      line,
    );
  }
  const block = bytes.toString("utf8", blockStart, closing.start);
  refuseManyLines(block, line);
  // Text between two rules.
  if (dialect === "yaml" && block.trim() !== "" && !/[:：={]|^\s*#/m.test(block)) return undefined;
  const split: SplitFile = { dialect, block, blockLine: line + 1, bodyStart: closing.end };
  return dialect === "yaml"
    ? addSecondBlock(bytes, split, bytes.toString("utf8", closing.start, closing.end))
    : split;
}

/**
 * A block that another follows, with a title of its own, as programs leave it that put theirs before an author's: the
 * fields of both, the first one's where both have one. Every row keeps its line.
 *
 * @param fence the line that closes the first block.
 */
function addSecondBlock(bytes: Buffer, split: SplitFile, fence: string): SplitFile {
  // Two fences one after the other are one that was written twice.
  const isDoubled = split.block.trim() === "";
  let start = split.bodyStart;
  while (bytes[start] === lineFeed) start++;
  if (!isDoubled && (bytes[start] !== dash || bytes[start + 1] !== dash)) return split;
  const text = bytes.toString("utf8", start, Math.min(bytes.length, start + maxUnusualLength));
  const found =
    /^(---[ \t]*\n)?((?:(?:[\p{L}_][\p{L}\p{M}\w -]{0,40}:(?:[ \t].*)?|[ \t]+\S.*|- .*)\n)+)---[ \t]*(?:\n|$)/u.exec(
      text,
    );
  const rows = found?.[2]?.split("\n") ?? [];
  const keyOf = (row: string): string => foldKey(row.slice(0, Math.max(0, row.indexOf(":"))));
  if (found === null || (found[1] === undefined && !isDoubled)) return split;
  if (!rows.some((row) => isTitle(keyOf(row)))) return split;
  const taken = new Set(split.block.split("\n").map(keyOf));
  let isTaken = false;
  const own = rows.map((row) => {
    // What is indented, or an item, goes with its key.
    if (/^[\p{L}_]/u.test(row)) isTaken = taken.has(keyOf(row));
    return isTaken && row !== "" ? "#" : row;
  });
  const between = `${fence}${"\n".repeat(start - split.bodyStart)}${found[1] ?? ""}`.replace(
    /^---.*$/gm,
    "#",
  );
  return {
    ...split,
    block: `${split.block}${between}${own.join("\n")}`,
    bodyStart: start + Buffer.byteLength(found[0]),
  };
}

function isTitle(key: string): boolean {
  return key === "title" || readLocalName(key) === "title";
}

/** The first line that is the fence and nothing else; YAML may also end at `...`. */
function findClosingFence(
  bytes: Buffer,
  from: number,
  fence: string,
): { start: number; end: number } | undefined {
  const limit = Math.min(bytes.length, from + maxBlockBytes + fence.length + 1);
  const dots = fence === "---" ? findFenceLine(bytes, from, limit, "...") : undefined;
  const fenceAt = findFenceLine(bytes, from, dots ?? limit, fence) ?? dots;
  if (fenceAt === undefined) return undefined;
  return { start: fenceAt, end: Math.min(endOfLine(bytes, fenceAt) + 1, bytes.length) };
}

function findFenceLine(bytes: Buffer, from: number, limit: number, fence: string): number | undefined {
  let found = bytes.indexOf(`\n${fence}`, from);
  while (found !== -1 && found < limit) {
    const end = endOfLine(bytes, found + 1);
    if (
      end - found - 1 === fence.length ||
      /^[ \t]+$/.test(bytes.toString("latin1", found + 1 + fence.length, end))
    )
      return found + 1;
    found = bytes.indexOf(`\n${fence}`, found + 1);
  }
  return undefined;
}

function looksLikeFields(bytes: Buffer, start: number): boolean {
  return /^(?:[^\S\n]*(?:#[^\n]*)?\n)*(?: {1,3}(?=(?:title|date|layout):))?[\w"'-]+[ \t]*[:=]/.test(
    bytes.toString("latin1", start, start + 500),
  );
}

const headerLine = /^[A-Za-z_][\w -]{0,30}:(?:[ \t].*)?$/;

/** What Jina Reader writes above a page that it saved, with blank lines between. */
const savedPage = /^(Title: .*\n(?:\n?[A-Z][A-Za-z ]{2,30}: .*\n){0,9})\n?Markdown Content:[ \t]*(?:\n|$)/;

/**
 * `Title: …` and its like from the first line on, up to a blank line or `---`; they must name a title. What ends in `---`
 * is YAML whose opening fence was left out, as Hexo has it, and may name a day instead.
 */
function splitHeaders(bytes: Buffer, start: number, line: number): SplitFile | undefined {
  const head = bytes.toString("utf8", start, Math.min(bytes.length, start + 4096));
  if (!/^[A-Za-z][\w -]{0,30}:/.test(head)) return undefined;
  const saved = savedPage.exec(head);
  if (saved !== null) {
    const bodyStart = start + Buffer.byteLength(saved[0]);
    return { dialect: "headers", block: saved[1] ?? "", blockLine: line, bodyStart };
  }
  let length = 0;
  let hasTitle = false;
  let hasDay = false;
  for (const row of head.split("\n")) {
    if (row.trim() === "" || /^---+[ \t]*$/.test(row)) {
      const block = head.slice(0, length);
      const bodyStart = start + Buffer.byteLength(block) + Buffer.byteLength(row) + 1;
      const dialect = row.startsWith("---") ? "yaml" : "headers";
      return hasTitle || (hasDay && dialect === "yaml")
        ? { dialect, block, blockLine: line, bodyStart: Math.min(bodyStart, bytes.length) }
        : undefined;
    }
    if (!headerLine.test(row) && (length === 0 || !/^(?:[ \t]+\S|- )/.test(row))) return undefined;
    hasTitle ||= /^title[ \t]*:[ \t]*\S/i.test(row);
    hasDay ||= /^date[ \t]*:[ \t]*\d{4}[-/]\d/i.test(row);
    length += row.length + 1;
  }
  return undefined;
}

/** Nikola's `.. title: …` and its like, in a comment or bare; they must name a title. */
function splitNikola(bytes: Buffer, start: number, line: number): SplitFile | undefined {
  const head = bytes.toString("utf8", start, Math.min(bytes.length, start + 4096));
  const found = /^(<!--[ \t]*\n)?((?:[ \t]*\.\. [\w-]+:.*\n)+)(?:\s*-->[ \t]*\n?)?/.exec(head);
  const block = found?.[2] ?? "";
  if (found === null || !/^[ \t]*\.\. title:[ \t]*\S/m.test(block)) return undefined;
  return {
    dialect: "headers",
    block,
    blockLine: found[1] === undefined ? line : line + 1,
    bodyStart: start + Buffer.byteLength(found[0]),
  };
}

/** Cryogen's map of EDN, on lines of its own; one that names no title, day or layout is text. */
function splitEdn(text: string, start: number, line: number): SplitFile | undefined {
  let found;
  try {
    found = parseEdn(text);
  } catch (error) {
    if (!(error instanceof ExcessiveData)) throw error;
    throw new ArticleRefusal(`The front matter ${error.message}.`, line);
  }
  if (found === undefined || !["title", "date", "layout"].some((key) => found.fields.has(key)))
    return undefined;
  if (!/^[ \t]*(?:\n|$)/.test(text.slice(found.end, found.end + 200))) return undefined;
  const block = text.slice(0, found.end);
  return { dialect: "edn", block, blockLine: line, bodyStart: start + Buffer.byteLength(block) };
}

/** What MDX exports of itself; it stays in the body, whose imports and exports are taken out there. */
function splitExported(bytes: Buffer, start: number): SplitFile | undefined {
  if (!/^(?:im|ex)port /.test(bytes.toString("latin1", start, start + 7))) return undefined;
  const text = bytes.toString("utf8", 0, maxBlockBytes);
  const found = findExportedObject(text);
  if (found === undefined) return undefined;
  const blockLine = text.slice(0, found.start).split("\n").length;
  return { dialect: "exported", block: text.slice(found.start, found.end), blockLine, bodyStart: 0 };
}

function refuseManyLines(block: string, line: number): void {
  let lines = 0;
  for (let at = block.indexOf("\n"); at !== -1; at = block.indexOf("\n", at + 1)) {
    if (++lines > maxBlockLines)
      throw new ArticleRefusal(`The front matter has more than ${maxBlockLines} lines.`, line);
  }
}

function endOfLine(bytes: Buffer, from: number): number {
  const end = bytes.indexOf(lineFeed, from);
  return end === -1 ? bytes.length : end;
}

/** 1-based line of an offset. */
export function lineAt(bytes: Buffer, offset: number): number {
  let line = 1;
  for (
    let found = bytes.indexOf(lineFeed);
    found !== -1 && found < offset;
    found = bytes.indexOf(lineFeed, found + 1)
  )
    line++;
  return line;
}
