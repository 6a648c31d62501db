import type { CheckedPage } from "../page/checked-page.ts";
import { addressOf, evidenceOfLink, nameOfLink } from "../page/links.ts";
import type { Rule } from "../rule.ts";

export const linkTarget: Rule = {
  id: "link-target",
  severity: "error",
  looksAt:
    "that every link leads somewhere from a mail: no relative, empty or local address, no script, no missing anchor",
  source: "A mail has no base address (RFC 3986, section 5.1); RFC 6068, mailto; WCAG 2.4.4, Link Purpose",
  remedy:
    "Write the whole address with https://, or set `articles.baseUrl` so that relative links become whole.",
  check: (page) => {
    const anchors = new Set(
      page.elements.flatMap(({ attribs }) =>
        [attribs["id"], attribs["name"]].filter((name) => name !== undefined),
      ),
    );
    return page.links.flatMap((link) => {
      const address = addressOf(link);
      const fault = faultOf(address, anchors);
      if (fault === undefined) return [];
      const name = nameOfLink(link);
      const shown = address.length > 80 ? `${address.slice(0, 79)}…` : address;
      return [
        {
          at: link,
          evidence: evidenceOfLink(link),
          // A guide for programmers may well say where their own server listens.
          ...(fault === localFault ? { inArticle: "warning" as const } : {}),
          message: `The link ${name === "" ? "without text" : `"${name.slice(0, 60)}"`} leads to "${shown}": ${fault}.`,
        },
      ];
    });
  },
};

const localFault = "only this machine or network can open it";

function faultOf(address: string, anchors: ReadonlySet<string>): string | undefined {
  if (address === "" || address === "#") return "it leads nowhere";
  if (address.startsWith("#"))
    return hasAnchor(address.slice(1), anchors) ? undefined : "there is no such place in the page";
  const scheme = /^([a-z][a-z0-9+.-]*):/iu.exec(address)?.[1]?.toLowerCase();
  if (scheme === undefined) return "a mail has no page that a relative address could start from";
  if (scheme === "mailto") return mailto.test(address) ? undefined : "it holds no email address";
  if (scheme === "tel" || scheme === "sms") return undefined;
  if (scheme !== "http" && scheme !== "https") return `mail programs do not open ${scheme}: addresses`;
  if (/\s/u.test(address) || !URL.canParse(address)) return "it is no valid address";
  return isLocal(new URL(address).hostname) ? localFault : undefined;
}

/** RFC 6068: addresses with commas between them, none at all where the fields after `?` name some. */
const mailto = /^mailto:(?:[^\s@,?]+@[^\s@,?]+(?:,[^\s@,?]+@[^\s@,?]+)*(?:\?\S*)?|\?\S+)$/iu;

/** HTML, section 7.4.6.4: as it stands, else with its percent signs read. */
function hasAnchor(fragment: string, anchors: ReadonlySet<string>): boolean {
  if (anchors.has(fragment)) return true;
  try {
    return anchors.has(decodeURIComponent(fragment));
  } catch {
    return false;
  }
}

/** RFC 6761 (localhost), RFC 6762 (.local), RFC 6890 (addresses of a machine, a link or a private network). */
function isLocal(host: string): boolean {
  return (
    /(?:^|\.)(?:localhost|local)$|^\[(?:::1?|f[cd][0-9a-f]{2}:.*|fe[89ab][0-9a-f]:.*)\]$/iu.test(host) ||
    /^(?:0|10|127)\.|^192\.168\.|^169\.254\.|^172\.(?:1[6-9]|2\d|3[01])\.\d+\.\d+$/u.test(host) ||
    /^100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.\d+\.\d+$/u.test(host) ||
    (!host.includes(".") && !host.startsWith("["))
  );
}

/** The http(s) addresses worth asking for: each once, in order. */
export function listReachable(page: Pick<CheckedPage, "links">): string[] {
  const addresses = page.links.map(addressOf).filter((address) => /^https?:/iu.test(address));
  return [...new Set(addresses.filter((address) => faultOf(address, new Set()) === undefined))];
}
