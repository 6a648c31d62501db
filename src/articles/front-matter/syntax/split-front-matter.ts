import { ArticleRefusal } from "../../article-refusal.ts";
import { ExcessiveData } from "../front-matter.ts";
import { findJsonEnd } from "./scan-json.ts";
import { parseEdn } from "./parse-edn.ts";
import { parseElixirMap } from "./parse-elixir-map.ts";
import { findExportedObject } from "./parse-exported-object.ts";
import { findDefinitionsEnd } from "./parse-julia-definitions.ts";
import { splitFenced, splitHexoJson } from "./split-fenced.ts";
import { dash, lineAt, lineFeed, maxBlockBytes, maxUnusualLength, type SplitFile } from "./split-file.ts";
import { splitHeaders, splitNikola } from "./split-headers.ts";
import { splitParted } from "./split-parted.ts";
import { findUnusualBlock } from "./split-unusual.ts";

const [plus, semicolon, brace, at, angle, dot, quote, space, percent] = [
  0x2b, 0x3b, 0x7b, 0x40, 0x3c, 0x2e, 0x22, 0x20, 0x25,
];

/**
 * Finds the front matter of a file: fenced by `---`, `+++` or `;;;`, an object of JSON, EDN or Elixir, Franklin's `@def` lines, Nikola's
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
    if (first === semicolon) {
      const text = bytes.toString("utf8", start, start + maxBlockBytes);
      const comments = /^(?:;.*\n|[ \t]*\n)+(?=\{)/.exec(text)?.[0] ?? "";
      const edn = comments === "" ? undefined : splitEdn(text, start, line, comments.length);
      if (edn !== undefined) return edn;
    }
  } else if (first === brace) {
    const text = bytes.toString("utf8", start, start + maxBlockBytes);
    const end = /^\{\s*["}]/.test(text) ? findJsonEnd(text) : undefined;
    if (end !== undefined) {
      const block = text.slice(0, end);
      return { dialect: "json", block, blockLine: line, bodyStart: start + Buffer.byteLength(block) };
    }
    const edn = splitEdn(text, start, line);
    if (edn !== undefined) return edn;
  } else if (first === percent && bytes[start + 1] === brace) {
    const elixir = splitElixir(bytes.toString("utf8", start, start + maxBlockBytes), start, line);
    if (elixir !== undefined) return elixir;
  } else if (first === at && bytes.toString("latin1", start, start + 5) === "@def ") {
    const text = bytes.toString("utf8", start, start + maxBlockBytes);
    const block = text.slice(0, findDefinitionsEnd(text));
    return { dialect: "julia", block, blockLine: line, bodyStart: start + Buffer.byteLength(block) };
  } else {
    const found =
      first === angle || first === dot
        ? splitNikola(bytes, start, line)
        : first === quote || first === space
          ? splitHexoJson(bytes, start, line)
          : (splitParted(bytes, start, line) ??
            splitHeaders(bytes, start, line) ??
            splitExported(bytes, start));
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
  if (first !== lineFeed && first !== space && first !== 0x09 && first !== angle) return 0;
  const head = bytes.toString("latin1", 0, maxBlockBytes);
  const blank = /^(?:[ \t]*\n){0,20}/.exec(head)?.[0].length ?? 0;
  const comments = /^(?:\s*<!--(?:[^-]|-(?!->))*-->)+\s*?\n(?=(?:---|\+\+\+)[ \t]*\n|@def )/.exec(head);
  return comments?.[0].length ?? blank;
}

/**
 * Cryogen's map of EDN, on lines of its own, which comments may stand above; one that names no title, day or layout is text.
 *
 * @param at where its brace stands.
 */
function splitEdn(text: string, start: number, line: number, at = 0): SplitFile | undefined {
  const found = readMap(() => parseEdn(text.slice(at)), line);
  if (found === undefined || !["title", "date", "layout"].some((key) => found.fields.has(key)))
    return undefined;
  const end = at + found.end;
  if (!/^[ \t]*(?:\n|$)/.test(text.slice(end, end + 200))) return undefined;
  return {
    dialect: "edn",
    block: text.slice(at, end),
    blockLine: line + text.slice(0, at).split("\n").length - 1,
    bodyStart: start + Buffer.byteLength(text.slice(0, end)),
  };
}

/** NimblePublisher's map of Elixir, which a line `---` follows; one that does not is text. */
function splitElixir(text: string, start: number, line: number): SplitFile | undefined {
  const found = readMap(() => parseElixirMap(text), line);
  if (found === undefined) return undefined;
  const fence = /^\s*?\n---[ \t]*(?:\n|$)/.exec(text.slice(found.end, found.end + 200))?.[0];
  if (fence === undefined) return undefined;
  return {
    dialect: "elixir",
    block: text.slice(0, found.end),
    blockLine: line,
    bodyStart: start + Buffer.byteLength(text.slice(0, found.end) + fence),
  };
}

/** @throws ArticleRefusal where it holds too much. */
function readMap<T>(parse: () => T, line: number): T {
  try {
    return parse();
  } catch (error) {
    if (!(error instanceof ExcessiveData)) throw error;
    throw new ArticleRefusal(`The front matter ${error.message}.`, line);
  }
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
