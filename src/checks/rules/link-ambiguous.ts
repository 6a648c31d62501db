import { addressOf, evidenceOfLink, nameOfLink, pageAddress } from "../page/links.ts";
import type { Rule } from "../rule.ts";

export const linkAmbiguous: Rule = {
  id: "link-ambiguous",
  severity: "warning",
  looksAt: "links with the same text that lead to different pages; one finding a text",
  source: "WCAG 2.4.9, Link Purpose (Link Only); technique G91",
  remedy: "Give each link the title of what it leads to.",
  check: ({ links }) => {
    const seen = new Map<string, Set<string>>();
    return links.flatMap((link) => {
      const name = nameOfLink(link);
      const address = pageAddress(addressOf(link));
      if (name === "" || address === undefined) return [];
      const addresses = seen.get(name.toLowerCase()) ?? new Set<string>();
      const isSecond = addresses.size === 1 && !addresses.has(address);
      seen.set(name.toLowerCase(), addresses.add(address));
      if (!isSecond) return [];
      return [
        {
          at: link,
          evidence: evidenceOfLink(link),
          message: `"${name.slice(0, 60)}" leads to ${address} here, and elsewhere to another page.`,
        },
      ];
    });
  },
};
