import { textOf, toPlainLine } from "../page/parse-html.ts";
import type { Rule } from "../rule.ts";

export const postalAddress: Rule = {
  id: "postal-address",
  severity: "warning",
  looksAt: "that the sender's postal address is configured and in the page",
  source: "CAN-SPAM, 15 U.S.C. 7704(a)(5)(A)(iii), for commercial mail; many countries ask for the same",
  remedy:
    "Set `newsletters.*.postalAddress`; for a digest inside a company, switch the rule off with that reason.",
  check: ({ edition, elements }) => {
    const wanted = edition.postalAddress;
    if (wanted === undefined || wanted.trim() === "")
      return [{ at: "issue", message: "No postal address of the sender is configured." }];
    const body = elements.find(({ name }) => name === "body");
    const shown = fold(body === undefined ? edition.html : textOf(body));
    return shown.includes(fold(wanted))
      ? []
      : [
          {
            at: "issue",
            message: "The configured postal address is not in the page.",
            remedy: "Use the theme's footer partial, or put `{{postalAddress}}` in your own.",
          },
        ];
  },
};

/** Without blanks: each of its lines may stand in an element of its own. */
function fold(text: string): string {
  return toPlainLine(text).replaceAll(" ", "").toLowerCase();
}
