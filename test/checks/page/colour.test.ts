import { expect, test } from "vitest";
import {
  contrastRatio,
  formatColour,
  layColour,
  parseColour,
  white,
} from "../../../src/checks/page/colour.ts";

test.each([
  ["#fff", "#ffffff"],
  ["#12345678", "#123456"],
  ["RebeccaPurple", "#663399"],
  ["rgb(255, 0, 10)", "#ff000a"],
  ["rgb(100% 0% 50% / 0.5)", "#ff0080"],
  ["hsl(120, 100%, 25%)", "#008000"],
  ["hsl(-240deg 100% 25%)", "#008000"],
])("%s is %s", (text, hex) => {
  const colour = parseColour(text);
  expect(colour === undefined ? undefined : formatColour(colour)).toBe(hex);
});

test.each([
  "var(--ink)",
  "oklch(50% 0.1 20)",
  "#12",
  "rgb(1,2)",
  "currentcolor",
  "",
  "light-dark(#fff, #000)",
])("%s cannot be known from the text", (text) => {
  expect(parseColour(text)).toBeUndefined();
});

// The ratios that WebAIM's and the W3C's own tools give for these pairs.
test.each([
  ["#000000", "#ffffff", 21],
  ["#767676", "#ffffff", 4.54],
  ["#777777", "#ffffff", 4.48],
  ["#ff0000", "#ffffff", 4.0],
  ["#0000ff", "#ffffff", 8.59],
])("%s on %s has %d:1", (one, other, ratio) => {
  const [first, second] = [parseColour(one) ?? white, parseColour(other) ?? white];

  expect(contrastRatio(first, second)).toBeCloseTo(ratio, 2);
  expect(contrastRatio(second, first)).toBe(contrastRatio(first, second));
});

test("half-transparent black on white is grey", () => {
  expect(formatColour(layColour({ red: 0, green: 0, blue: 0, alpha: 0.5 }, white))).toBe("#808080");
});
