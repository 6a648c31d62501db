import { expect, test } from "vitest";
import { cutEdition, type EditionPiece } from "../../src/rendering/edition-pieces.ts";
import { writeSlot, writeSlotRegion } from "../../src/rendering/slots/slots.ts";
import { reader } from "./render-copy.ts";

const name = writeSlot("name", "text");

function join(pieces: readonly EditionPiece[], over: Partial<typeof reader>): string {
  const to = { ...reader, ...over };
  return pieces
    .filter(({ isShownTo }) => isShownTo?.(to) ?? true)
    .map((piece) => (piece.kind === "literal" ? piece.text : piece.valueFor(to)))
    .join("");
}

test("a part within a part is left out where either value is empty", () => {
  const inner = writeSlotRegion("preferencesUrl", " Choose.");
  const pieces = cutEdition(`Dear reader.${writeSlotRegion("name", ` Or ${name}?${inner} Welcome.`)} Bye.`);

  expect(join(pieces, {})).toBe("Dear reader. Or Anna? Choose. Welcome. Bye.");
  expect(join(pieces, { preferencesUrl: "" })).toBe("Dear reader. Or Anna? Welcome. Bye.");
  expect(join(pieces, { name: "" })).toBe("Dear reader. Bye.");
});

test("a part of the same value within itself ends nothing early", () => {
  const pieces = cutEdition(writeSlotRegion("name", `a${writeSlotRegion("name", "b")}c`));

  expect(join(pieces, {})).toBe("abc");
  expect(join(pieces, { name: "" })).toBe("");
});
