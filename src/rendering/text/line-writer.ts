import { wrapLines } from "./finish-text.ts";

/** A piece of plain text between two markers, finished as far as it can be without its neighbours. */
export interface TextPiece {
  /** Continues the line before. */
  readonly head: string;
  /** The whole lines after it; undefined: the piece has no line break. */
  readonly lines: readonly TextLine[] | undefined;
  /** Begins a line that the next piece continues. */
  readonly tail: string;
}

type TextLine =
  | { readonly kind: "blank"; readonly count: number }
  | { readonly kind: "finished"; readonly text: string }
  /** A line with numbers of links; `byNumber` keeps what it came to with each. */
  | {
      readonly kind: "numbered";
      readonly line: string;
      readonly address: string | undefined;
      readonly byNumber: string[];
    };

const linkMark = /\uFDD2([^\uFDD3]*)\uFDD3/g;
const mostBlank = 2;

export function cutLines(text: string): TextPiece {
  const [head = "", ...rest] = text.split("\n");
  const tail = rest.pop();
  return tail === undefined
    ? { head, lines: undefined, tail: "" }
    : { head, lines: rest.reduce(addLine, []), tail };
}

function addLine(lines: TextLine[], line: string): TextLine[] {
  const last = lines.at(-1);
  if (line.includes("\uFDD2")) {
    const addresses = [...line.matchAll(linkMark)].map(([, address = ""]) => address);
    lines.push({
      kind: "numbered",
      line,
      address: addresses.length === 1 ? addresses[0] : undefined,
      byNumber: [],
    });
    return lines;
  }
  const text = wrapLines(line);
  if (text === "") {
    if (last?.kind === "blank") lines[lines.length - 1] = { kind: "blank", count: last.count + 1 };
    else lines.push({ kind: "blank", count: 1 });
  } else if (last?.kind === "finished")
    lines[lines.length - 1] = { kind: "finished", text: `${last.text}\n${text}` };
  else lines.push({ kind: "finished", text });
  return lines;
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
    const number = numbers.get(address) ?? numbers.size + 1;
    numbers.set(address, number);
    return number;
  };
  const write = (text: string): void => {
    if (text === "") {
      blanks += 1;
      return;
    }
    out += `${blanks === 0 ? "" : blanks === 1 ? "\n" : "\n\n"}${text}\n`;
    blanks = 0;
  };
  const writeLine = (raw: string): void => {
    if (raw === "") {
      blanks += 1;
      return;
    }
    const numbered = raw.includes("\uFDD2")
      ? raw.replace(linkMark, (_, address: string) => `[${numberOf(address)}]`)
      : raw;
    const before = known.get(numbered);
    const text = before ?? wrapLines(numbered);
    if (before === undefined) known.set(numbered, text);
    write(text);
  };
  const addLines = (lines: readonly TextLine[]): void => {
    for (const one of lines) {
      if (one.kind === "blank") blanks = Math.min(mostBlank, blanks + one.count);
      else if (one.kind === "finished") write(one.text);
      else if (one.address === undefined) writeLine(one.line);
      else {
        const number = numberOf(one.address);
        const text = (one.byNumber[number] ??= wrapLines(one.line.replace(linkMark, `[${number}]`)));
        write(text);
      }
    }
  };
  return {
    addPiece({ head, lines, tail }) {
      line += head;
      if (lines === undefined) return;
      writeLine(line);
      addLines(lines);
      line = tail;
    },
    addText(text) {
      line += text;
    },
    finish() {
      writeLine(line);
      return `${out.trim()}\n`;
    },
  };
}
