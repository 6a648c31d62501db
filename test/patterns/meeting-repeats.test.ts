import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { expect, test } from "vitest";
import { findMeetingRepeats } from "./find-meeting-repeats.ts";
import type { Pattern } from "./list-patterns.ts";

/** By a part of each, the patterns that never see a long text, or whose repeats only meet where a line starts. */
const harmless = [
  // A comment of 200 letters at most.
  "teaser_end(?::.*)?",
  // The start of a row.
  String.raw`(?:@def\s+|\.\. |\[\[!meta\s+)?`,
  // Elixir's quotations end on a line of their own.
  String.raw`([\s\S]*?)^[ \t]*"""`,
];

const patterns = JSON.parse(
  execFileSync(process.execPath, [join(import.meta.dirname, "list-patterns.ts")], {
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
  }),
) as Pattern[];

test("in no pattern that reads articles do two repeats of the same characters meet", () => {
  const found = patterns
    .filter(({ place }) => place.startsWith("src/articles/"))
    .filter(({ source }) => !harmless.some((part) => source.includes(part)))
    .flatMap(({ source, flags, place }) =>
      findMeetingRepeats(source, flags).map((repeats) => `${place}: ${repeats}`),
    );

  expect(patterns.length).toBeGreaterThan(1000);
  expect(found).toEqual([]);
});

test.each([
  [String.raw`^[ \t]*x?[ \t]*$`, ""],
  [String.raw`^(?:[ \t]*>)*[ \t]*(?:-)?[ \t]*y`, ""],
  [String.raw`a(.*?)\s*b`, ""],
  [String.raw`(?:[ab]*c?)*d`, ""],
])("/%s/ has repeats that meet", (source, flags) => {
  expect(findMeetingRepeats(source, flags)).not.toEqual([]);
});

test.each([
  [String.raw`^[ \t]*(?:x[ \t]*)?$`, ""],
  [String.raw`^[ \t]*\n[ \t]*$`, ""],
  [String.raw`^\w+:[ \t]*(.*)$`, "m"],
  [String.raw`^[ab]*[cd]*e`, ""],
])("/%s/ has none", (source, flags) => {
  expect(findMeetingRepeats(source, flags)).toEqual([]);
});
