import stringWidth from "string-width";
import { expect, test } from "vitest";
import { displayWidth } from "../../src/platform/display-width.ts";
import fc from "../support/fast-check.ts";

test("a line is as wide as a terminal shows it, whatever it is made of", () => {
  const letters = fc.constantFrom(
    ...Array.from("aZ09 .-*#éßŁɏ“”…•©®\u00A0\u00AD\u0301\u200B\u200D\uFE0F\uFDD0\uFDD8\u2028日本語가ไทยनी👩🏽‍🚀"),
  );
  const line = fc.oneof(fc.string({ unit: letters }), fc.string({ unit: "grapheme" }), fc.string());
  fc.assert(
    fc.property(line, (text) => {
      expect(displayWidth(text)).toBe(stringWidth(text));
    }),
  );
});

test("every letter that is taken for one column is one", () => {
  const codes = Array.from({ length: 0xfe00 }, (_, code) => code).filter(
    (code) => (code >= 0x20 && code < 0x2100) || code >= 0xfdd0,
  );
  for (const code of codes) {
    const letter = String.fromCodePoint(code);
    expect([letter, displayWidth(letter)]).toEqual([letter, stringWidth(letter)]);
  }
});
