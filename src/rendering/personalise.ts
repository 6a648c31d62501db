import { cutEdition, type EditionPiece } from "./edition-pieces.ts";
import type { Edition, PersonalEdition, Reader } from "./edition.ts";

/** An edition cut at its slots, once for all its readers. */
const cut = new WeakMap<
  Edition,
  { readonly html: readonly EditionPiece[]; readonly text: readonly EditionPiece[] }
>();

/** Puts one reader's values into an edition, each escaped for where it stands. Linear; no template runs. */
export function personalise(edition: Edition, reader: Reader): PersonalEdition {
  let pieces = cut.get(edition);
  if (pieces === undefined) {
    pieces = { html: cutEdition(edition.html), text: cutEdition(edition.text) };
    cut.set(edition, pieces);
  }
  return { html: joinPieces(pieces.html, reader), text: joinPieces(pieces.text, reader) };
}

function joinPieces(pieces: readonly EditionPiece[], reader: Reader): string {
  return pieces
    .filter(({ isShownTo }) => isShownTo === undefined || isShownTo(reader))
    .map((piece) => (piece.kind === "literal" ? piece.text : piece.valueFor(reader)))
    .join("");
}
