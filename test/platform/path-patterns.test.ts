import { expect, test } from "vitest";

import { compilePathPatterns } from "../../src/platform/path-patterns.ts";
import { GazetteError } from "../../src/platform/errors.ts";
import fc from "../support/fast-check.ts";

test.each([
  ["[a&b].md", "&.md"],
  ["[a|~b].md", "~.md"],
  ["[!a-c].md", "d.md"],
  ["[a^].md", "^.md"],
  ["{a,b}/*.md", "b/x.md"],
])("the pattern %s ignores %s", (pattern, path) => {
  expect(compilePathPatterns([pattern])(path)).toBe(true);
});

test("a pattern that cannot be understood is named", () => {
  expect(() => compilePathPatterns(["*.txt", "[z-a].md"])).toThrow(
    expect.objectContaining({
      code: "config-invalid",
      message: 'The pattern "[z-a].md" cannot be understood.',
    }) as Error,
  );
});

test("any other text is a pattern", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom(...Array.from("[]{}()^!-&|~*?/\\.,+$ab#@=")) }),
      (pattern) => {
        try {
          compilePathPatterns([pattern])("a/b.md");
        } catch (error) {
          expect(error).toBeInstanceOf(GazetteError);
        }
      },
    ),
  );
});
