import { cleanLine } from "../platform/clean-text.ts";
import type { Edition, PersonalEdition, Reader } from "./edition.ts";
import { escapeSlot } from "./slots/escape-slot.ts";
import { splitSlots, type SlotMark, type SplitText } from "./slots/slots.ts";

/** An edition cut at its slots, once for all its readers. */
const cut = new WeakMap<Edition, { readonly html: SplitText; readonly text: SplitText }>();

/** Puts one reader's values into an edition, each escaped for where it stands. Linear; no template runs. */
export function personalise(edition: Edition, reader: Reader): PersonalEdition {
  let pieces = cut.get(edition);
  if (pieces === undefined) {
    pieces = { html: splitSlots(edition.html), text: splitSlots(edition.text) };
    cut.set(edition, pieces);
  }
  return { html: fillSlots(pieces.html, reader), text: fillSlots(pieces.text, reader) };
}

function fillSlots({ literals, marks }: SplitText, reader: Reader): string {
  let out = literals[0] ?? "";
  /** The start of the part that this reader does not get. */
  let leftOut: SlotMark | undefined;
  for (const [index, mark] of marks.entries()) {
    if (leftOut === undefined) {
      if (mark.kind === "value") out += escapeSlot(mark.place, reader[mark.name]);
      else if (mark.kind === "start" && cleanLine(reader[mark.name]) === "") leftOut = mark;
    } else if (mark.kind === "end" && mark.name === leftOut.name) leftOut = undefined;
    if (leftOut === undefined) out += literals[index + 1] ?? "";
  }
  return out;
}
