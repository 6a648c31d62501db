import type { Element } from "domhandler";
import type { Rule } from "../rule.ts";

export const layoutTableRole: Rule = {
  id: "layout-table-role",
  severity: "warning",
  looksAt: "that tables without headings, made for layout, say so",
  source: "WCAG 1.3.1, Info and Relationships; failure F49; WAI-ARIA, presentation",
  remedy: 'Add role="presentation" to a layout table, or `<th>` to a table of data.',
  check: ({ elements }) =>
    elements
      .filter((element) => element.name === "table" && !hasRole(element) && !isData(element))
      .map((element) => ({
        at: element,
        message:
          'A table has neither headings nor role="presentation", so that a screen reader counts its cells aloud.',
      })),
};

function hasRole({ attribs }: Element): boolean {
  return /^(?:presentation|none|table|grid)$/iu.test((attribs["role"] ?? "").trim());
}

/** A caption or a heading of its own; one in a table inside does not count. */
function isData(table: Element): boolean {
  const open = [...table.children];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (!("attribs" in node) || node.name === "table") continue;
    if (node.name === "th" || node.name === "caption") return true;
    open.push(...node.children);
  }
  return false;
}
