import { expect, test } from "vitest";

import type { BodyFlavour } from "../../../src/articles/template-syntax/basics/body-flavour.ts";
import { cleaningSteps } from "../../../src/articles/template-syntax/cleaning-steps.ts";
import { cleanTemplateSyntax } from "../../../src/articles/template-syntax/clean-template-syntax.ts";

const flavours: readonly BodyFlavour[] = ["common", "mdx", "knitr", "franklin", "ikiwiki"];

const plain = `## The harbour at six

The ferry comes in **with the tide**, and nobody is up but [the baker](https://example.org/bread) and two gulls.

- rope, _new_
- tar

| boat | berth |
|---|---|
| Alma | 3 |

> "Mind the step," says the sign. It costs $5 at 10:30:45.

![The pier](pier.jpg)
`;

/** Pandoc sets the words of a picture that stands alone below it. */
function plainFor(flavour: BodyFlavour): string {
  return flavour === "knitr" ? plain.replace(/!\[.*\n/, "") : plain;
}

test.each(cleaningSteps)(
  "plain Markdown comes through the step as it is: $name",
  ({ clean, flavours: own = flavours }) => {
    for (const flavour of own) {
      const cleaning = {
        title: "",
        readField: () => undefined,
        flavour,
        isMyst: false,
        kept: [],
        keep: (text: string) => text,
        drop: () => undefined,
      };
      expect(clean(plainFor(flavour), cleaning)).toBe(plainFor(flavour));
    }
  },
);

test("plain Markdown comes through all of them, whatever the flavour", () => {
  for (const flavour of flavours)
    expect(cleanTemplateSyntax(plainFor(flavour), { title: "", flavour })).toEqual({
      markdown: plainFor(flavour),
      dropped: [],
    });
});

test("each step has a name of its own", () => {
  expect(new Set(cleaningSteps.map(({ name }) => name)).size).toBe(cleaningSteps.length);
});
