import type { Element } from "domhandler";
import type { CheckedPage } from "./checked-page.ts";
import type { ComputedStyle, Medium } from "./computed-styles.ts";
import { parentOf, toPlainLine } from "./parse-html.ts";

export interface ShownText {
  /** The element the text stands in. */
  readonly element: Element;
  /** One line, not empty. */
  readonly text: string;
  readonly style: ComputedStyle;
}

/** The texts that a reader who looks at a screen sees, in order. */
export function shownTexts(page: CheckedPage, medium: Medium): ShownText[] {
  const styleOf = page.stylesOn(medium);
  return page.texts.flatMap((node) => {
    const element = parentOf(node);
    // A separator such as a dot or a bar is decoration: it carries no word.
    if (element === undefined || !/[\p{L}\p{N}]/u.test(node.data)) return [];
    const style = styleOf(element);
    if (style.hidden || style.fontSizePx < 1) return [];
    return [{ element, text: toPlainLine(node.data), style }];
  });
}
