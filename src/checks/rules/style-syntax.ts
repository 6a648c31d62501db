import type { Rule } from "../rule.ts";

export const styleSyntax: Rule = {
  id: "style-syntax",
  severity: "warning",
  looksAt: "whether each `<style>` can be read",
  source: "CSS Syntax 3, section 9: what a program cannot read, it drops",
  remedy: "Mend the style in the theme.",
  check: ({ sheets }) =>
    sheets
      .filter(({ fault }) => fault !== undefined)
      .map(({ element, fault }) => ({
        at: element,
        message: `A style cannot be read (${String(fault).toLowerCase()}), so programs drop some or all of it.`,
      })),
};
