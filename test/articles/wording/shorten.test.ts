import { expect, test } from "vitest";
import { shorten } from "../../../src/articles/wording/shorten.ts";

test.each([
  ["Boats", 5, "Boats"],
  ["Boats and reeds", 5, "Boats…"],
  ["𝑻𝑻𝑻", 3, "𝑻…"],
  ["ae\u0301e\u0301", 4, "ae\u0301…"],
  ["ae\u0301e\u0301", 2, "a…"],
])("%j in %i letters is %j", (text, maxLetters, shown) => {
  expect(shorten(text, maxLetters)).toBe(shown);
});
