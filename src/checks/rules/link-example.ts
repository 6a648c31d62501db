import { addressOf, evidenceOfLink } from "../page/links.ts";
import type { Element } from "domhandler";
import type { Rule } from "../rule.ts";

const reserved = /(?:^|\.)(?:example\.(?:com|org|net)|example|test|invalid)$/iu;

export const linkExample: Rule = {
  id: "link-example",
  severity: "warning",
  looksAt: "links and mail addresses of domains that are reserved for examples; one finding a domain",
  source: "RFC 2606 and RFC 6761: nothing there can ever be reached",
  remedy:
    "Put the real address in: `canonical` in an article, `articles.baseUrl`, or MAIL_FROM for the sender's.",
  check: ({ links }) => {
    const byHost = Map.groupBy(links, (link) => hostOf(addressOf(link)) ?? "");
    return [...byHost].flatMap(([host, [first, ...others]]: [string, Element[]]) => {
      if (!reserved.test(host) || first === undefined) return [];
      const count = others.length === 0 ? "A link leads" : `${others.length + 1} links lead`;
      return [
        {
          at: first,
          evidence: evidenceOfLink(first),
          message: `${count} to ${host}, a domain for examples that nobody can reach.`,
        },
      ];
    });
  },
};

function hostOf(address: string): string | undefined {
  const mail = /^mailto:[^@?]*@([^?,;]+)/iu.exec(address)?.[1];
  if (mail !== undefined) return mail.toLowerCase();
  return /^https?:/iu.test(address) && URL.canParse(address) ? new URL(address).hostname : undefined;
}
