import type { Element } from "domhandler";
import { parentOf } from "../page/parse-html.ts";
import type { Rule } from "../rule.ts";
import { shownTexts } from "../page/shown-texts.ts";

const minPx = 14;

/** The number of a footnote, at the size that programs give one. */
function isRaised(element: Element): boolean {
  for (let at: Element | undefined = element; at !== undefined; at = parentOf(at))
    if (at.name === "sup" || at.name === "sub") return true;
  return false;
}

export const textSize: Rule = {
  id: "text-size",
  severity: "warning",
  looksAt: "text smaller than 14 px on a phone",
  source:
    "Our own floor for reading on a phone; iOS Mail enlarges smaller text by itself, which moves the layout",
  remedy: "Give the text at least 14 px in the theme.",
  check: (page) => {
    const sizes = new Map<number, ReturnType<typeof shownTexts>>();
    for (const shown of shownTexts(page, { scheme: "light", width: 375 })) {
      if (isRaised(shown.element)) continue;
      const size = Math.round(shown.style.fontSizePx * 10) / 10;
      if (size < minPx) sizes.set(size, [...(sizes.get(size) ?? []), shown]);
    }
    return [...sizes].flatMap(([size, texts]) => {
      const [first] = texts;
      return first === undefined
        ? []
        : [
            {
              at: first.element,
              message:
                `"${first.text.slice(0, 40)}" is ${size} px; at least ${minPx} px is needed` +
                `${texts.length > 1 ? ` (${texts.length} texts)` : ""}.`,
            },
          ];
    });
  },
};
