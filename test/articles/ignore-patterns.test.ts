import fc from "fast-check";
import { expect, test } from "vitest";

import { compileIgnorePatterns } from "../../src/articles/files/ignore-patterns.ts";
import { GazetteError } from "../../src/platform/errors.ts";

test.each([
  ["[a&b].md", "&.md"],
  ["[a|~b].md", "~.md"],
  ["[!a-c].md", "d.md"],
  ["[a^].md", "^.md"],
  ["{a,b}/*.md", "b/x.md"],
])("the pattern %s ignores %s", (pattern, path) => {
  expect(compileIgnorePatterns([pattern])(path)).toBe(true);
});

test("a pattern that cannot be understood is named", () => {
  expect(() => compileIgnorePatterns(["*.txt", "[z-a].md"])).toThrow(
    expect.objectContaining({
      code: "config-invalid",
      message: 'The pattern "[z-a].md" in articles.ignore cannot be understood.',
    }) as Error,
  );
});

test("any other text is a pattern", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom(...Array.from("[]{}()^!-&|~*?/\\.,+$ab#@=")) }),
      (pattern) => {
        try {
          compileIgnorePatterns([pattern])("a/b.md");
        } catch (error) {
          expect(error).toBeInstanceOf(GazetteError);
        }
      },
    ),
  );
});
