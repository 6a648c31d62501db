import type { Element } from "domhandler";
import { addressOf, evidenceOfLink, nameOfLink, pageAddress } from "../page/links.ts";
import { textOf, toPlainLine } from "../page/parse-html.ts";
import type { Observation, Rule } from "../rule.ts";

export const linkDuplicate: Rule = {
  id: "link-duplicate",
  severity: "warning",
  looksAt: "two stories with the same address, and (a note) an address that is linked from several stories",
  source: "A reader who follows both links meets the same page twice",
  remedy: "Check which article has the wrong canonical address, or drop one of the links.",
  check: (page) => [...sameArticles(page.edition.articles), ...repeatedLinks(page)],
};

type Articles = Parameters<Rule["check"]>[0]["edition"]["articles"];

function sameArticles(articles: Articles): Observation[] {
  const byAddress = Map.groupBy(articles, ({ url }) => pageAddress(url ?? "") ?? "");
  return [...byAddress].flatMap(([address, [first, second]]) =>
    address === "" || first === undefined || second === undefined
      ? []
      : [
          {
            at: { article: second.path, line: undefined },
            evidence: [address, new URL(address).pathname, second.title],
            message: `"${first.title}" and "${second.title}" have the same address, ${address}.`,
          },
        ],
  );
}

/** Within a story its picture, title and last line may all lead to it: that is one place, not three. */
function repeatedLinks({ elements }: Parameters<Rule["check"]>[0]): Observation[] {
  const places = new Map<string, { readonly headings: Set<number>; readonly names: Set<string> }>();
  let heading = 0;
  return elements.flatMap((element): Observation[] => {
    if (/^h[1-6]$/u.test(element.name) && toPlainLine(textOf(element)) !== "") heading += 1;
    const address = element.name === "a" ? pageAddress(addressOf(element)) : undefined;
    if (address === undefined) return [];
    const place = places.get(address) ?? { headings: new Set<number>(), names: new Set<string>() };
    places.set(address, place);
    const isNew = !place.headings.has(heading);
    place.headings.add(heading);
    place.names.add(nameOfLink(element));
    return isNew && place.headings.size === 2 && place.names.size > 1 ? [repeated(element, address)] : [];
  });
}

function repeated(element: Element, address: string): Observation {
  return {
    at: element,
    severity: "info",
    evidence: evidenceOfLink(element),
    message: `${address} is linked from more than one story.`,
  };
}
