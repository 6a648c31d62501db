import { ArticleRefusal } from "../../article-refusal.ts";
import { foldKey, type FrontMatterDialect } from "../front-matter.ts";
import { readLocalName } from "./local-names.ts";
import { dash, endOfLine, lineFeed, maxBlockBytes, maxUnusualLength, type SplitFile } from "./split-file.ts";

const maxBlockLines = 2000;

/** What only Franklin has between TOML's fences: values and modules of Julia, and names of its own. */
const isFranklin =
  /^[ \t]*(?:\w+[ \t]*=[ \t]*(?:(?:Dates\.)?Date(?:Time)?\(|String\[)|using [A-Z]\w*|(?:hascode|hasmath|hasplotly|(?:min|max)toclevel|reeval|showall|rss_(?:pubdate|description|title))[ \t]*=)/m;

const languages: ReadonlyMap<string, FrontMatterDialect> = new Map([
  ["", "yaml"],
  ["yaml", "yaml"],
  ["yml", "yaml"],
  ["toml", "toml"],
  ["json", "json"],
]);

/**
 * A block between lines `---`, `+++` or `;;;`, with a language behind the first one or none.
 *
 * @param line 1-based line of `start`.
 * @returns undefined for a rule, and for text between two rules.
 * @throws ArticleRefusal for a fence that is never closed, a language that is not read, a block beyond all measure.
 */
export function splitFenced(bytes: Buffer, start: number, line: number): SplitFile | undefined {
  const lineEnd = endOfLine(bytes, start);
  const opening = bytes.toString("latin1", start, Math.min(lineEnd, start + 200));
  const match = /^(---|\+\+\+|;;;)[ \t]*(?:(\w[\w.+-]*)[ \t]*)?(?:#.*)?$/.exec(opening);
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
  if (dialect === "toml" && isFranklin.test(block))
    return { dialect: "julia", block, blockLine: line + 1, bodyStart: closing.end };
  // Text between two rules.
  if (dialect === "yaml" && block.trim() !== "" && !/[:：={]|^\s*#/m.test(block)) return undefined;
  const split: SplitFile = { dialect, block, blockLine: line + 1, bodyStart: closing.end };
  return dialect === "yaml"
    ? addSecondBlock(bytes, split, bytes.toString("utf8", closing.start, closing.end))
    : split;
}

/**
 * Hexo's JSON, which has no fence above it and is closed by `;;;` (Hexo, "Front-matter", JSON); undefined for a text that only
 * begins with a quotation.
 */
export function splitHexoJson(bytes: Buffer, start: number, line: number): SplitFile | undefined {
  const head = bytes.toString("utf8", start, Math.min(bytes.length, start + maxUnusualLength));
  const [all, block] = /^([ \t]*"[\w-]{1,40}"[ \t]*:[\s\S]*?\n);;;[ \t]*(?:\n|$)/.exec(head) ?? [];
  return all === undefined || block === undefined
    ? undefined
    : { dialect: "json", block, blockLine: line, bodyStart: start + Buffer.byteLength(all) };
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

function refuseManyLines(block: string, line: number): void {
  let lines = 0;
  for (let at = block.indexOf("\n"); at !== -1; at = block.indexOf("\n", at + 1)) {
    if (++lines > maxBlockLines)
      throw new ArticleRefusal(`The front matter has more than ${maxBlockLines} lines.`, line);
  }
}
