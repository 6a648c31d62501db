import { parseHtml } from "./page/parse-html.ts";
import { listReachable } from "./rules/link-target.ts";

/** The http(s) addresses of a page that a server could answer for: each once, in order. */
export function listLinksToAsk(html: string): string[] {
  const { elements } = parseHtml(html);
  return listReachable({
    links: elements.filter(({ name, attribs }) => name === "a" && attribs["href"] !== undefined),
  });
}
