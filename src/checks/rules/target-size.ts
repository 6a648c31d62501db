import type { Element } from "domhandler";
import type { CheckedPage } from "../page/checked-page.ts";
import type { Styler } from "../page/computed-styles.ts";
import { lengthPx } from "../page/font.ts";
import { parentOf, textOf, toPlainLine } from "../page/parse-html.ts";
import type { Rule } from "../rule.ts";

const comfortablePx = 44;
const minPx = 24;

export const targetSize: Rule = {
  id: "target-size",
  severity: "warning",
  looksAt:
    "the height of links that stand alone, on a screen of 375 px: a warning below 24 px, a note below 44 px",
  source: "WCAG 2.5.8, Target Size (Minimum), 24 px, and 2.5.5, Target Size (Enhanced), 44 px",
  remedy: "Give the link `display: inline-block` and padding on narrow screens.",
  check: (page) => {
    const styleOf = page.stylesOn({ scheme: "light", width: 375 });
    const textIn = createTextReader();
    return page.links.flatMap((link) => {
      const height = heightOfTarget(link, styleOf, textIn, page);
      if (height === undefined || height >= comfortablePx) return [];
      return [
        {
          at: link,
          severity: height < minPx ? ("warning" as const) : ("info" as const),
          message: `"${textIn(link).slice(0, 60)}" is ${Math.round(height)} px high on a phone; at least ${height < minPx ? minPx : comfortablePx} px is ${height < minPx ? "needed" : "better"}.`,
        },
      ];
    });
  },
};

/** Undefined for a link in running text, which is exempt, and for one whose height the page does not tell. */
function heightOfTarget(
  link: Element,
  styleOf: Styler,
  textIn: (element: Element) => string,
  { edition }: CheckedPage,
): number | undefined {
  const style = styleOf(link);
  const text = textIn(link);
  if (style.hidden || text === "") return undefined;
  let block = parentOf(link);
  while (block !== undefined && styleOf(block).display.startsWith("inline")) block = parentOf(block);
  const isAlone = block === undefined || textIn(block) === text;
  if (!isAlone && style.display === "inline") return undefined;
  if (edition.html.slice(link.startIndex ?? 0, link.endIndex ?? 0).includes("<img")) return undefined;
  const padding = (side: string): number => lengthPx(style.own.get(`padding-${side}`), style.fontSizePx) ?? 0;
  const inner = Math.max(style.lineHeightPx, lengthPx(style.own.get("height"), style.fontSizePx) ?? 0);
  return inner + padding("top") + padding("bottom");
}

/** Reads each element once: a paragraph may hold thousands of links. */
function createTextReader(): (element: Element) => string {
  const known = new Map<Element, string>();
  return (element) => {
    const text = known.get(element) ?? toPlainLine(textOf(element));
    known.set(element, text);
    return text;
  };
}
