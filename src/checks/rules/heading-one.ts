import type { Rule } from "../rule.ts";

export const headingOne: Rule = {
  id: "heading-one",
  severity: "warning",
  looksAt: "that there is one `h1`",
  source: "WCAG 1.3.1, Info and Relationships; technique H42",
  remedy: "Give the newsletter's title the `h1`, and the stories `h2` and `h3`.",
  check: ({ elements }) => {
    const found = elements.filter(({ name }) => name === "h1");
    if (found.length === 0)
      return [{ at: { offset: 0 }, message: "The page has no h1, so that a screen reader has no start." }];
    return found
      .slice(1)
      .map((element) => ({ at: element, message: `The page has ${found.length} h1; allowed is one.` }));
  },
};
