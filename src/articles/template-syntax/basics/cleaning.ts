import type { BodyFlavour } from "./body-flavour.ts";

/** What the steps that take template syntax out of one article's Markdown share. */
export interface Cleaning {
  readonly title: string;
  /** What a template prints for a field of the article's own, by its path (`cover.alt`); undefined where it has none. */
  readonly readField: (path: string) => string | undefined;
  readonly flavour: BodyFlavour;
  /** Whether the body is written in MyST. */
  readonly isMyst: boolean;
  /** What was put aside, by its number. */
  readonly kept: readonly string[];
  /** Puts a text aside, so that no later step reads it as syntax; it comes back in the end as it is. */
  readonly keep: (text: string) => string;
  /**
   * Says that something disappears: how to name it, its text as it stands in the article, to find its line, and what of it
   * stays: what it encloses (true), the words that it is given, or nothing.
   */
  readonly drop: (name: string, written: string, keeps?: boolean | "words") => void;
}

// Noncharacters, which no text interchanges, stand for what was put aside and for what is not known.
export const keptStart = "\ufdd0";
export const keptEnd = "\ufdd1";
/** Stands where a template would have put a value that is not known here: an address with it cannot be resolved. */
export const unknownValue = "\ufdd2";

// They stand around a type of a program, until Markdown has told what is code, where an entity would be text.
const typeStart = "\ufdd5";
const typeEnd = "\ufdd6";

/** A type as later steps and Markdown see it: neither a tag nor an entity. */
export function markType(name: string): string {
  return `${typeStart}${name}${typeEnd}`;
}

/** Types with their angle brackets as `brackets` has them, in HTML unless told otherwise. */
export function showTypes(
  text: string,
  [opening, closing]: readonly [string, string] = ["&lt;", "&gt;"],
): string {
  return text.replaceAll(typeStart, opening).replaceAll(typeEnd, closing);
}

/** Stands at the start of an address where a template would have put the one that the whole site has. */
export const siteMark = "gazette-site:";

/** A block of Markdown or HTML of its own, whatever stands around it. */
export function asBlock(markdown: string): string {
  return `\n\n${markdown.trim()}\n\n`;
}

/** Whether there is text before or behind a part of a text on its line. */
export function isInText(text: string, start: number, end: number): boolean {
  return (
    !/(?:^|\n)[ \t]*$/.test(text.slice(Math.max(0, start - 200), start)) ||
    !/^[ \t]*(?:\n|$)/.test(text.slice(end, end + 200))
  );
}

/** Takes off the indentation that all lines share. */
export function dedent(text: string): string {
  const lines = text.split("\n");
  const indents = lines
    .filter((line) => line.trim() !== "")
    .map((line) => /^[ \t]*/.exec(line)?.[0].length ?? 0);
  const common = indents.length === 0 ? 0 : Math.min(...indents.slice(0, 5000));
  return common === 0 ? text : lines.map((line) => line.slice(common)).join("\n");
}

/** The path of a file as a Markdown link can hold it. */
export function asAddress(path: string): string {
  return path
    .trim()
    .replace(/[\s<>()]/g, (char) => encodeURIComponent(char).replace("(", "%28").replace(")", "%29"));
}
