import { cleanLine } from "../platform/clean-text.ts";
import type { Reader } from "./edition.ts";
import { escapeSlot } from "./slots/escape-slot.ts";
import { type SlotName, splitSlots } from "./slots/slots.ts";

/** A piece of an edition's HTML or text: shared by all readers, or one value of a reader, escaped for its place. */
export type EditionPiece = (
  | { readonly kind: "literal"; readonly text: string }
  | { readonly kind: "value"; readonly valueFor: (reader: Reader) => string }
) & {
  /** Absent: everyone sees the piece. */
  readonly isShownTo?: (reader: Reader) => boolean;
};

/** Cuts an edition's HTML or text at its slots, once for all readers. */
export function cutEdition(source: string): EditionPiece[] {
  const { literals, marks } = splitSlots(source);
  const pieces: EditionPiece[] = [];
  /** The parts that may be left out around a piece, one within the other. */
  const open: SlotName[] = [];
  const add = (piece: EditionPiece): void => {
    const names = [...new Set(open)];
    const isShownTo = (reader: Reader): boolean => names.every((name) => cleanLine(reader[name]) !== "");
    pieces.push(names.length === 0 ? piece : { ...piece, isShownTo });
  };
  const addLiteral = (text: string): void => {
    if (text !== "") add({ kind: "literal", text });
  };
  addLiteral(literals[0] ?? "");
  marks.forEach((mark, index) => {
    const { kind, name, place } = mark;
    if (kind === "value") add({ kind: "value", valueFor: (reader) => escapeSlot(place, reader[name]) });
    else if (kind === "start") open.push(name);
    else open.pop();
    addLiteral(literals[index + 1] ?? "");
  });
  return pieces;
}

/**
 * Cuts editions that come in pieces which they share; a piece is cut once and gives the same objects each time, so that
 * what is made of them can be kept by them.
 */
export function createEditionCutter(): (pieces: readonly string[]) => EditionPiece[] {
  const known = new Map<string, readonly EditionPiece[] | undefined>();
  const cut = (text: string): readonly EditionPiece[] | undefined => {
    if (!known.has(text)) known.set(text, hasWholeRegions(text) ? cutEdition(text) : undefined);
    return known.get(text);
  };
  return (pieces) => {
    const all: EditionPiece[] = [];
    for (const text of pieces) {
      const some = cut(text);
      // A part that is left out for some readers begins in one piece and ends in another.
      if (some === undefined) return cutEdition(pieces.join(""));
      all.push(...some);
    }
    return all;
  };
}

/** Cuts a text into its paragraphs; a part that is left out for some readers stays in one piece. */
export function splitParagraphs(text: string): string[] {
  const paragraphs: string[] = [];
  let open = "";
  for (const paragraph of text.split(/(?<=\n\n)(?=[^\n])/u)) {
    open += paragraph;
    if (!hasWholeRegions(open)) continue;
    paragraphs.push(open);
    open = "";
  }
  if (open !== "") paragraphs.push(open);
  return paragraphs;
}

function hasWholeRegions(text: string): boolean {
  if (!text.includes("\uFDD0")) return true;
  const { marks } = splitSlots(text);
  const count = (kind: "start" | "end"): number => marks.filter((mark) => mark.kind === kind).length;
  return marks.length === 0 || count("start") === count("end");
}
