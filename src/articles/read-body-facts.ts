import { withoutControls } from "./files/decode-text.ts";
import { lineAt, type SplitFile } from "./front-matter/syntax/split-file.ts";
import { collectLineNotes } from "./note-lines.ts";
import type { FileNote } from "./parsed-file.ts";
import type { BodyFlavour } from "./template-syntax/basics/body-flavour.ts";
import {
  cleanTemplateSyntax,
  mayHoldTemplateSyntax,
  withoutUnknown,
} from "./template-syntax/clean-template-syntax.ts";
import { findClosingAuthors, isLoneByLine, readTopByLine } from "./wording/by-line.ts";
import { toPlainText } from "./wording/plain-text.ts";
import { walkBlocks } from "./wording/walk-blocks.ts";

export interface BodyQuestions {
  /** Whether a title must be made from the opening. */
  readonly needsOpening: boolean;
  /** Whether a by-line must be looked for. */
  readonly needsByLine: boolean;
  readonly flavour: BodyFlavour;
  /** What the article's own front matter says, by the path of a field. */
  readonly readField: (path: string) => string | undefined;
}

/** What a scan takes from a body. */
export interface BodyFacts {
  /** The first few thousand letters, free of template syntax; empty where not asked for. */
  readonly opening: string;
  /** As written: one name or several. */
  readonly byLine: string | undefined;
  /** The names of what no email shows, such as `{{ name }}` or `{% tag %}`. */
  readonly dropped: readonly string[];
  readonly notes: readonly FileNote[];
}

const openingBytes = 8 * 1024;
const tailBytes = 1024;
const maxCleanedBytes = 64 * 1024;

/** Looks at the opening and the end of a body, as far as there is a question. */
export function readBodyFacts(bytes: Buffer, split: SplitFile, questions: BodyQuestions): BodyFacts {
  let opening = "";
  let byLine: string | undefined;
  if (questions.needsOpening || questions.needsByLine) {
    opening = readOpening(bytes, split);
    if (mayHoldTemplateSyntax(opening)) {
      const dialect = { title: "", flavour: questions.flavour, readField: questions.readField };
      opening = withoutUnknown(cleanTemplateSyntax(opening, dialect).markdown);
    }
  }
  if (questions.needsByLine) {
    byLine = findTopByLine(opening) ?? findClosingAuthors(readClosing(bytes, split));
  }
  const lost = mayDrop(bytes, split.bodyStart, questions.flavour)
    ? findDropped(bytes, split, questions)
    : { dropped: [], notes: [] };
  return { opening, byLine, ...lost };
}

/** The first few thousand letters of a body, as written. */
export function readOpening(bytes: Buffer, split: SplitFile): string {
  return withoutControls(sliceText(bytes, split.bodyStart, split.bodyStart + openingBytes));
}

/** The last thousand letters of a body, as written. */
export function readClosing(bytes: Buffer, split: SplitFile): string {
  return withoutControls(sliceText(bytes, Math.max(split.bodyStart, bytes.length - tailBytes), bytes.length));
}

const droppable =
  /<[A-Z][A-Za-z0-9.]*[a-z]|\[(?:\[!|[a-z][\w-]* [\w-]+=|gallery\b|plugin:)|!\[\[|```(?:mermaid|dataview|plantuml|query|tasks|\{[a-z]|@(?:docs|autodocs|eval))|:::\{[a-z]|-8<-|\{(?:[{%]|! ?[\w./]|page\.|site\.|cdi:)/;

/** Whether there may be syntax that no email shows: one search through the letters, since every file of a folder pays for it. */
function mayDrop(bytes: Buffer, bodyStart: number, flavour: BodyFlavour): boolean {
  if (flavour === "mdx" || flavour === "knitr" || flavour === "ikiwiki") return true;
  return droppable.test(bytes.toString("latin1", bodyStart, bodyStart + maxCleanedBytes));
}

/** Says what the reader of an email will not see. The body is cleaned for it, and thrown away. */
function findDropped(
  bytes: Buffer,
  split: SplitFile,
  { flavour, readField }: BodyQuestions,
): Pick<BodyFacts, "dropped" | "notes"> {
  const body = withoutControls(bytes.toString("utf8", split.bodyStart, split.bodyStart + maxCleanedBytes));
  const { dropped } = cleanTemplateSyntax(body, { title: "", flavour, readField });
  const notes = collectLineNotes(body, lineAt(bytes, split.bodyStart));
  for (const { message, written } of dropped) {
    notes.add(message, () => {
      const at = body.indexOf(written);
      return at === -1 ? undefined : at;
    });
  }
  return { dropped: dropped.map(({ name }) => name), notes: notes.all() };
}

/** The names in a by-line above the text, of one line or several; undefined where the text starts with something else. */
function findTopByLine(opening: string): string | undefined {
  for (const { kind, text } of walkBlocks(opening)) {
    if (kind === "heading") continue;
    const written = text.slice(0, 600);
    const names = readTopByLine(toPlainText(written)) ?? readByLines(written.split("\n"));
    if (names === undefined) return undefined;
    // A line that gives only a day may have another below it that tells who.
    if (names !== "") return names;
  }
  return undefined;
}

/** The names in lines each of which is a by-line, but for a title above them; undefined where one is a line of text. */
function readByLines(lines: readonly string[]): string | undefined {
  if (lines.length < 2) return undefined;
  const isTitled = isLoneByLine(toPlainText(lines[1] ?? ""));
  let names = "";
  for (const line of isTitled ? lines.slice(1) : lines) {
    const found = readTopByLine(toPlainText(line));
    if (found === undefined) return undefined;
    if (names === "") names = found;
  }
  return names;
}

/** Text from the first whole character at or after `start` to the last whole one before `end`. */
function sliceText(bytes: Buffer, start: number, end: number): string {
  let from = start;
  let to = Math.min(end, bytes.length);
  while (from < to && ((bytes[from] ?? 0) & 0xc0) === 0x80) from++;
  if (to < bytes.length) while (to > from && ((bytes[to] ?? 0) & 0xc0) === 0x80) to--;
  return bytes.toString("utf8", from, to);
}
