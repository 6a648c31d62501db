import type { Element } from "domhandler";
import { textOf, toPlainLine } from "../page/parse-html.ts";
import type { Observation, Rule } from "../rule.ts";

export const headingOrder: Rule = {
  id: "heading-order",
  severity: "warning",
  looksAt: "that headings go down one level at a time and none is empty",
  source: "WCAG 1.3.1, Info and Relationships; technique G141",
  remedy: "Use the next level, and choose its size by style.",
  check: ({ elements }) => {
    let before = 0;
    return elements
      .filter(({ name }) => /^h[1-6]$/u.test(name))
      .flatMap((heading): Observation[] => {
        const level = Number(heading.name.charAt(1));
        const skips = before > 0 && level > before + 1;
        const from = before;
        before = level;
        const text = headingText(heading);
        if (text === "") return [{ at: heading, message: `An ${heading.name} is empty.` }];
        if (!skips) return [];
        return [
          {
            at: heading,
            evidence: [text],
            message: `h${from} is followed by h${level} ("${text.slice(0, 60)}"); allowed is h${from + 1} at most.`,
          },
        ];
      });
  },
};

/** A picture in a heading speaks by its alt text. */
function headingText(heading: Element): string {
  const own = toPlainLine(textOf(heading));
  if (own !== "") return own;
  const open = [...heading.children];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (!("attribs" in node)) continue;
    if (node.name === "img" && (node.attribs["alt"] ?? "").trim() !== "") return node.attribs["alt"] ?? "";
    open.push(...node.children);
  }
  return "";
}
