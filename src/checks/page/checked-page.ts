import type { Element } from "domhandler";
import type { CheckedEdition, CheckOptions } from "../checked-edition.ts";
import { createStyler, type Medium, type Styler } from "./computed-styles.ts";
import { parseHtml, type ParsedHtml } from "./parse-html.ts";
import { readStyleSheets, type StyleSheet } from "./style-sheets.ts";

/** An edition, parsed once for all rules. What is costly is made when a rule first asks. */
export interface CheckedPage extends ParsedHtml {
  readonly edition: CheckedEdition;
  readonly options: CheckOptions;
  readonly sheets: readonly StyleSheet[];
  /** The computed styles on a screen; the same styler each time. */
  readonly stylesOn: (medium: Medium) => Styler;
  /** The links with an address, in document order. */
  readonly links: readonly Element[];
}

export function openPage(edition: CheckedEdition, options: CheckOptions): CheckedPage {
  const parsed = parseHtml(edition.html);
  const sheets = readStyleSheets(parsed);
  const stylers = new Map<string, Styler>();
  return {
    ...parsed,
    edition,
    options,
    sheets,
    links: parsed.elements.filter(({ name, attribs }) => name === "a" && attribs["href"] !== undefined),
    stylesOn: (medium) => {
      const key = `${medium.scheme} ${medium.width}`;
      const styler = stylers.get(key) ?? createStyler(parsed, sheets, medium);
      stylers.set(key, styler);
      return styler;
    },
  };
}
