import type { Rule } from "../rule.ts";

const maxCharacters = 16 * 1024;

export const styleSize: Rule = {
  id: "style-size",
  severity: "error",
  looksAt: "the size of the `<style>` blocks together, and that none stands in the body",
  source:
    "Gmail drops a style of more than 16 KB (Can I email, `<style>` element, note 6) and every style in the body",
  remedy: "Shorten the theme's styles, or move them to the elements.",
  check: ({ sheets }) => {
    const total = sheets.reduce((sum, { css }) => sum + css.length, 0);
    const last = sheets.at(-1);
    const found = [];
    if (total > maxCharacters && last !== undefined)
      found.push({
        at: last.element,
        message: `The styles hold ${total} characters; Gmail drops them above ${maxCharacters}.`,
      });
    for (const { element } of sheets) {
      for (let { parent } = element; parent !== null; { parent } = parent) {
        if (!("name" in parent) || parent.name !== "body") continue;
        found.push({
          at: element,
          severity: "warning" as const,
          message: "A style stands in the body, where Gmail drops it; the head is its place.",
        });
      }
    }
    return found;
  },
};
