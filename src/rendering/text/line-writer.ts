import { wrapLines } from "./finish-text.ts";

/** A piece of plain text between two markers, finished as far as it can be without its neighbours. */
export interface TextPiece {
  readonly text: string;
  /** Continues the line before; the whole text where it has no line break. */
  readonly head: string;
  readonly hasBreak: boolean;
  /** Begins a line that the next piece continues. */
  readonly tail: string;
  /** The lines between head and tail, and the same with the head as the first of them; each made when first asked for. */
  afterHead: LineRun | undefined;
  withHead: LineRun | undefined;
}

/** Whole lines, with the blank ones before and after, which join with those of the neighbours. */
interface LineRun {
  readonly blanksBefore: number;
  readonly blanksAfter: number;
  /** Finished lines, each with its line break; a line with numbers of links is apart. */
  readonly body: readonly (string | NumberedLine)[];
}

interface NumberedLine {
  readonly line: string;
  readonly addresses: readonly string[];
  /** Of a line with one number: the finished line, by that number. */
  readonly finished: (string | undefined)[];
  /** The line as it is wrapped, cut where its numbers stand; by how many digits these have, see `fillNumbers`. */
  readonly shapes: Map<number, readonly string[]>;
}

const linkMark = /\uFDD2([^\uFDD3]*)\uFDD3/g;
const mostBlank = 2;
/** Stands for a digit of a number not known yet: a noncharacter, one column wide. */
const anyDigit = "\uFDD8";
/** A line joined from several pieces comes again in many editions, but not so often that all are worth keeping. */
const mostKnownLines = 2000;

export function cutLines(text: string): TextPiece {
  const first = text.indexOf("\n");
  const last = text.lastIndexOf("\n");
  return {
    text,
    head: first === -1 ? text : text.slice(0, first),
    hasBreak: first !== -1,
    tail: first === -1 ? "" : text.slice(last + 1),
    afterHead: undefined,
    withHead: undefined,
  };
}

function toRun(lines: readonly string[]): LineRun {
  const body: (string | NumberedLine)[] = [];
  let finished = "";
  let [blanksBefore, blanks] = [0, 0];
  const endBlanks = (): void => {
    if (body.length === 0 && finished === "") blanksBefore = blanks;
    else finished += blankLines(blanks);
    blanks = 0;
  };
  for (const line of lines) {
    const addresses = [...line.matchAll(linkMark)].map(([, address = ""]) => address);
    const text = addresses.length === 0 ? wrapLines(line) : undefined;
    if (text === "") blanks += 1;
    else if (text !== undefined) {
      endBlanks();
      finished += `${text}\n`;
    } else {
      endBlanks();
      if (finished !== "") body.push(finished);
      body.push({ line, addresses, finished: [], shapes: new Map() });
      finished = "";
    }
  }
  if (finished !== "") body.push(finished);
  return body.length === 0
    ? { blanksBefore: blanks, blanksAfter: 0, body }
    : { blanksBefore, blanksAfter: blanks, body };
}

function blankLines(count: number): string {
  return count === 0 ? "" : count === 1 ? "\n" : "\n".repeat(mostBlank);
}

/** At most seven, so that eight of them count as one digit of a key. */
function digitsOf(number: number): number {
  return number < 10 ? 1 : number < 100 ? 2 : String(number).length;
}

function wrapWithDigits(line: string, digits: readonly number[]): readonly string[] {
  let at = 0;
  const filled = line.replace(linkMark, () => `[${anyDigit.repeat(digits[at++] ?? 1)}]`);
  return wrapLines(filled).split(new RegExp(`${anyDigit}+`));
}

function fillNumbers({ line, shapes }: NumberedLine, found: readonly number[]): string {
  const key = found.reduce((sum, number) => sum * 8 + digitsOf(number), 0);
  let shape = shapes.get(key);
  if (shape === undefined) shapes.set(key, (shape = wrapWithDigits(line, found.map(digitsOf))));
  return `${shape.map((text, index) => (index < found.length ? `${text}${found[index]}` : text)).join("")}\n`;
}

/**
 * Writes pieces and single values one after the other; what comes out is what `finishText` makes of them joined.
 *
 * @param known - Lines put together from several pieces, as they were finished before.
 */
export function createLineWriter(known: Map<string, string>): {
  readonly addPiece: (piece: TextPiece) => void;
  readonly addText: (text: string) => void;
  readonly finish: () => string;
} {
  const numbers = new Map<string, number>();
  let out = "";
  let blanks = 0;
  let line = "";

  const numberOf = (address: string): number => {
    const before = numbers.get(address);
    if (before !== undefined) return before;
    numbers.set(address, numbers.size + 1);
    return numbers.size;
  };
  const writeLine = (raw: string): void => {
    const numbered = raw.includes("\uFDD2")
      ? raw.replace(linkMark, (_, address: string) => `[${numberOf(address)}]`)
      : raw;
    let text = numbered === "" ? "" : known.get(numbered);
    if (text === undefined) {
      text = wrapLines(numbered);
      if (known.size >= mostKnownLines) known.clear();
      known.set(numbered, text);
    }
    if (text === "") blanks += 1;
    else {
      startText();
      out += out === "" ? `${text.trimStart()}\n` : `${text}\n`;
    }
  };
  /** Ends the blank lines before a text; the first text has none. */
  const startText = (): void => {
    if (out !== "") out += blankLines(blanks);
    blanks = 0;
  };
  const writeNumbered = (numbered: NumberedLine): void => {
    const { addresses, finished } = numbered;
    const [only] = addresses;
    let text: string | undefined;
    if (addresses.length > 1 || only === undefined) text = fillNumbers(numbered, addresses.map(numberOf));
    else {
      const number = numberOf(only);
      text = finished[number] ??= fillNumbers(numbered, [number]);
    }
    out += out === "" ? text.trimStart() : text;
  };
  const writeRun = ({ blanksBefore, blanksAfter, body }: LineRun): void => {
    blanks += blanksBefore;
    if (body.length === 0) return;
    startText();
    for (const one of body) {
      if (typeof one !== "string") writeNumbered(one);
      else out += out === "" ? one.trimStart() : one;
    }
    blanks = blanksAfter;
  };
  return {
    addPiece(piece) {
      if (!piece.hasBreak) {
        line += piece.head;
        return;
      }
      if (line === "") writeRun((piece.withHead ??= toRun(piece.text.split("\n").slice(0, -1))));
      else {
        writeLine(line + piece.head);
        writeRun((piece.afterHead ??= toRun(piece.text.split("\n").slice(1, -1))));
      }
      line = piece.tail;
    },
    addText(text) {
      line += text;
    },
    finish() {
      writeLine(line);
      return out === "" ? "\n" : out;
    },
  };
}
