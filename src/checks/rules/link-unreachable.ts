import { addressOf, evidenceOfLink, nameOfLink } from "../page/links.ts";
import type { Observation, Rule } from "../rule.ts";

export const linkUnreachable: Rule = {
  id: "link-unreachable",
  severity: "warning",
  looksAt: "what servers answer for the links, with `--online` only: an error where the page is gone",
  source: "RFC 9110, sections 15.5.5 (404) and 15.5.11 (410)",
  remedy:
    "Open the address in a browser; put in the right one, or publish the page before the issue goes out.",
  check: ({ edition: { linkStates }, links }) =>
    linkStates.flatMap(({ url, status, reason }): Observation[] => {
      if (status !== undefined && status < 400) return [];
      const link = links.find((candidate) => addressOf(candidate) === url);
      if (link === undefined) return [];
      const at = { at: link, evidence: evidenceOfLink(link) };
      const what = `"${nameOfLink(link).slice(0, 60)}" leads to ${url}`;
      if (status === undefined)
        return [
          { ...at, severity: reason === "not asked" ? "info" : "warning", message: `${what}: ${reason}.` },
        ];
      if (status === 404 || status === 410)
        return [
          {
            ...at,
            severity: "error",
            message: `${what}, and the server says that there is no such page (${status}).`,
          },
        ];
      // Many sites answer a program like this and a browser otherwise.
      const isShy = status === 401 || status === 403 || status === 405 || status === 429;
      return [
        {
          ...at,
          severity: isShy ? "info" : "warning",
          message: `${what}, and the server answers ${status}.`,
        },
      ];
    }),
};
