import { trimEndOf } from "../../../platform/trim-end.ts";
import { keptEnd, keptStart } from "./cleaning.ts";

/** A piece of code as the article has it. */
export interface CodePiece {
  readonly text: string;
  /** The word after a fence, such as `mermaid`; empty for code in a line. */
  readonly language: string;
}

/** What is code in the Markdown of a generator. */
interface CodeRules {
  /** Whether `~~~` is a fence of code, as backticks are. */
  readonly tildesAreCode: boolean;
  /** Whether an indented block is code. */
  readonly hasIndentedCode: boolean;
}

/** A line of code by its indentation, behind a blank line. */
const indented = /^(?: {4}| {0,3}\t)[ \t]*\S/;

/**
 * Lines that make what is indented below them theirs: items, notes, definitions, containers, HTML, JSX and templates, the
 * statements of a module.
 */
const owner =
  /^(?:[-*+]|\d{1,9}[.)]|:)(?:\s|$)|^\[\^|^(?:!!!|\?\?\?|===|:::?|\/\/\/|\+\+\+|;;;)|^[<{@%~]|^\[\[!|^(?:import|export)\b|[{(]\s*$/;

/** A line that a fence starts on: what stands before it, its marks, what stands behind them. */
export const fence = /^((?:[ \t]*>)*[ \t]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]*)?)(`{3,}|~{3,})(.*)$/;

/**
 * Replaces code in a Markdown text, fenced, indented or in a line, by what `keep` gives for it, so that template syntax is not
 * looked for in it.
 *
 */
export function maskCode(
  markdown: string,
  { tildesAreCode, hasIndentedCode }: CodeRules,
  keep: (code: CodePiece) => string,
): string {
  const lines = markdown.split("\n");
  const prose: string[] = [];
  const result: string[] = [];
  const flush = (): void => {
    if (prose.length > 0) result.push(maskSpans(prose.join("\n"), keep));
    prose.length = 0;
  };
  // Behind the last code or comment that no block encloses.
  let freeFrom = 0;
  let hasEndlessComment = false;
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? "";
    if (hasIndentedCode && /^[ \t]/.test(line) && indented.test(line) && standsFree(lines, at, freeFrom)) {
      const end = findIndentedEnd(lines, at);
      flush();
      result.push(keep({ text: lines.slice(at, end).join("\n"), language: "" }));
      at = end - 1;
      freeFrom = end;
      continue;
    }
    // A fence in a comment may end with it, on a line that closes no fence.
    if (line.includes("<!--") && !hasEndlessComment && /^ {0,3}<!--(?!.*-->)/.test(line)) {
      let end = at + 1;
      while (end < lines.length && lines[end]?.includes("-->") === false) end++;
      hasEndlessComment = end === lines.length;
      if (!hasEndlessComment) {
        prose.push(...lines.slice(at, end + 1));
        at = end;
        freeFrom = end + 1;
        continue;
      }
    }
    const opening = line.includes("```") || line.includes("~~~") ? fence.exec(line) : null;
    const marks = opening?.[2] ?? "";
    const info = opening?.[3] ?? "";
    if (opening === null || (marks.startsWith("`") ? info.includes("`") : !tildesAreCode)) {
      prose.push(line);
      continue;
    }
    let end = at + 1;
    while (end < lines.length && !closesFence(lines[end] ?? "", marks)) end++;
    flush();
    const lead = opening[1] ?? "";
    const rest = lines.slice(at + 1, end + 1);
    // Code under a plain indentation is kept without it, since a passage around it may be moved; unmask puts it back.
    const inner =
      lead.trim() === ""
        ? rest.map((row) => (row.startsWith(lead) ? row.slice(lead.length) : row.trimStart()))
        : rest;
    const code = [line.slice(lead.length), ...inner].join("\n");
    const language = /^\s*\{?\.?([\w+#-]*)/.exec(info)?.[1]?.toLowerCase() ?? "";
    const kept = keep({ text: code, language });
    result.push(lead + (lead.trim() === "" ? kept.replaceAll("\n", `\n${lead}`) : kept));
    at = end;
    if (lead === "") freeFrom = end + 1;
  }
  flush();
  return result.join("\n");
}

/** Whether an indented line is code, rather than a part of the block above it: a blank line and a block of plain text are. */
function standsFree(lines: readonly string[], start: number, freeFrom: number): boolean {
  const isBlank = (at: number): boolean => (lines[at] ?? "").trim() === "";
  let at = start - 1;
  if (at >= 0 && !isBlank(at)) return false;
  while (at >= freeFrom && isBlank(at)) at--;
  for (; at >= freeFrom && !isBlank(at); at--) {
    const line = lines[at] ?? "";
    // The code of an element may end on a line that starts with code.
    if (!/^\S/.test(line) || owner.test(line) || /<\/pre>\s*$/i.test(line)) return false;
  }
  return true;
}

/** Just after the last indented line of a block of code, blank lines within it passed. */
function findIndentedEnd(lines: readonly string[], start: number): number {
  let end = start + 1;
  for (let at = end; at < lines.length; at++) {
    const line = lines[at] ?? "";
    if (indented.test(line)) end = at + 1;
    else if (line.trim() !== "") break;
  }
  return end;
}

/** Whether a line ends the code that a fence of these marks began. */
export function closesFence(line: string, marks: string): boolean {
  const text = line.replace(/^(?:[ \t]*>)+/, "").trim();
  return text.startsWith(marks) && text.replaceAll(marks.charAt(0), "") === "";
}

/** What a fence encloses, without the marks that close it; undefined where none like those that open it do. */
export function withoutClosingMarks(inner: string, marks: string): string | undefined {
  const closed = inner.trimEnd();
  const open = trimEndOf(closed, (char) => char === "`" || char === "~");
  if (!closed.startsWith(marks, open.length)) return undefined;
  return trimEndOf(open, (char) => char === " " || char === "\t").replace(/\n$/, "");
}

/** Code in a line starts at a run of backticks and ends at the next run as long, in the same paragraph. */
function maskSpans(text: string, keep: (code: CodePiece) => string): string {
  if (!text.includes("`")) return text;
  return text
    .split(/(\n[ \t]*\n)/)
    .map((paragraph) => {
      const runs = [...paragraph.matchAll(/`+/g)].map(({ index, 0: run }) => ({ index, length: run.length }));
      // The runs of each length, the last of them first: those that are passed are taken off its end.
      const ofLength = new Map<number, number[]>();
      for (let order = runs.length - 1; order >= 0; order--) {
        const length = runs[order]?.length ?? 0;
        const orders = ofLength.get(length);
        if (orders === undefined) ofLength.set(length, [order]);
        else orders.push(order);
      }
      let result = "";
      let done = 0;
      for (let order = 0; order < runs.length; order++) {
        const run = runs[order];
        if (run === undefined || run.index < done) continue;
        if (paragraph.charAt(run.index - 1) === "\\") continue;
        const candidates = ofLength.get(run.length) ?? [];
        while ((candidates.at(-1) ?? Infinity) <= order) candidates.pop();
        const closing = runs[candidates.at(-1) ?? -1];
        if (closing === undefined) continue;
        const end = closing.index + closing.length;
        result +=
          paragraph.slice(done, run.index) + keep({ text: paragraph.slice(run.index, end), language: "" });
        done = end;
      }
      return result + paragraph.slice(done);
    })
    .join("");
}

/** Puts back what was kept, also what was kept inside of it; lines of a block stand under its own indentation. */
export function unmask(text: string, kept: readonly string[]): string {
  const mark = new RegExp(`(^[ \\t]*)?${keptStart}(\\d+)${keptEnd}`, "gm");
  let result = text;
  for (let round = 0; round < 20 && result.includes(keptStart); round++) {
    result = result.replace(mark, (_all, indent: string | undefined, index: string) => {
      const piece = kept[Number(index)] ?? "";
      return (
        (indent ?? "") +
        (indent === undefined || indent === "" ? piece : piece.replaceAll("\n", `\n${indent}`))
      );
    });
  }
  return result;
}
