import { styleText } from "node:util";
import { displayWidth } from "../../platform/display-width.ts";
import { localDay } from "../../platform/zoned-text.ts";
import { type VerdictKind, verdictKinds } from "../../selection/terms/verdict.ts";
import { printLine } from "../command-context.ts";
import { toTerminalLine } from "../terminal-text.ts";
import { wrapToTerminal } from "../wrap-to-terminal.ts";
import type { ExplainedFile } from "./explained-file.ts";

const indent = " ".repeat(14);
const titleColumns = 64;
/** Of one verdict, on a terminal, where nothing was asked for in particular; what is read by a program gets all. */
const shownOfKind = 20;
/** Those that an editor has something to do about are never folded. */
const folded: ReadonlySet<VerdictKind> = new Set([
  "before-window",
  "already-sent",
  "draft",
  "page",
  "other-language",
]);

/**
 * The table for people: files by verdict, those of the issue first.
 *
 * @param isWhole False: long lists of what is old news are cut on a terminal.
 */
export function printFiles(files: readonly ExplainedFile[], timeZone: string, isWhole: boolean): void {
  for (const kind of verdictKinds) {
    const ofKind = files.filter(({ verdict }) => verdict === kind);
    if (ofKind.length === 0) continue;
    const isIn = kind === "selected" || kind === "in-brief" || kind === "same-story";
    printLine(
      `${styleText([isIn ? "green" : "yellow", "bold"], kind)} ${styleText("dim", `(${ofKind.length})`)}`,
    );
    const isCut = !isWhole && process.stdout.isTTY && folded.has(kind) && ofKind.length > shownOfKind;
    for (const file of isCut ? newest(ofKind) : ofKind) printFile(file, timeZone);
    if (isCut)
      printLine(
        styleText(
          "dim",
          `${indent}and ${ofKind.length - shownOfKind} more: --verdict ${kind} lists them all`,
        ),
      );
    printLine();
  }
}

function newest(files: readonly ExplainedFile[]): ExplainedFile[] {
  return [...files].sort((a, b) => ((a.date ?? "") < (b.date ?? "") ? 1 : -1)).slice(0, shownOfKind);
}

function printFile(file: ExplainedFile, timeZone: string): void {
  const day = file.date === null ? "no date   " : localDay(new Date(file.date), timeZone);
  printLine(`  ${day}  ${styleText("bold", fit(toTerminalLine(file.title ?? file.path), titleColumns))}`);
  if (file.title !== null) printLine(indent + styleText("dim", toTerminalLine(file.path)));
  printParagraph(file.reason);
  // Of what is not in the issue its verdict has said so.
  if (file.reader !== undefined && (file.place !== null || file.reader.gets)) {
    const { gets, reason } = file.reader;
    printParagraph(`reader: ${gets ? "in" : "out"}, ${reason}`, gets ? "green" : "yellow");
  }
  for (const note of file.notes) printParagraph(`note: ${note}`, "dim");
}

/** Indented, and on a terminal wrapped to its width. */
function printParagraph(text: string, style?: "green" | "yellow" | "dim"): void {
  for (const line of wrapToTerminal(toTerminalLine(text), indent.length))
    printLine(indent + (style === undefined ? line : styleText(style, line)));
}

/** Cuts a title to a number of columns. */
function fit(text: string, columns: number): string {
  if (displayWidth(text) <= columns) return text;
  let cut = "";
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    if (displayWidth(cut + segment) > columns - 1) break;
    cut += segment;
  }
  return `${cut.trimEnd()}…`;
}
