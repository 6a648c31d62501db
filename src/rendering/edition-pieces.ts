import { cleanLine } from "./clean-text.ts";
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

/**
 * Cuts an edition's HTML or text at its slots, once for all readers. For each reader, the pieces they see, joined, are what
 * `personalise` gives.
 */
export function cutEdition(source: string): EditionPiece[] {
  const { literals, marks } = splitSlots(source);
  const pieces: EditionPiece[] = [];
  let region: SlotName | undefined;
  const add = (piece: EditionPiece): void => {
    const name = region;
    pieces.push(
      name === undefined ? piece : { ...piece, isShownTo: (reader) => cleanLine(reader[name]) !== "" },
    );
  };
  const addLiteral = (text: string): void => {
    if (text !== "") add({ kind: "literal", text });
  };
  addLiteral(literals[0] ?? "");
  marks.forEach((mark, index) => {
    const { kind, name, place } = mark;
    if (kind === "value") add({ kind: "value", valueFor: (reader) => escapeSlot(place, reader[name]) });
    else if (kind === "start") region ??= name;
    else if (name === region) region = undefined;
    addLiteral(literals[index + 1] ?? "");
  });
  return pieces;
}
