import type { CheckedEdition, CheckOptions } from "./checked-edition.ts";
import { createOriginFinder, type OriginFinder } from "./find-origin.ts";
import type { Finding, FindingLocation } from "./finding.ts";
import { type CheckedPage, openPage } from "./page/checked-page.ts";
import { describeElement } from "./page/describe-element.ts";
import { lineOf } from "./page/line-of.ts";
import { isElement, type Observation, type Rule } from "./rule.ts";
import { rules } from "./rules.ts";

/**
 * Runs every rule that is not switched off over an edition.
 *
 * @returns In the order of the rules, and of the page within a rule.
 */
export function checkEdition(edition: CheckedEdition, options: CheckOptions): Finding[] {
  const page = openPage(edition, options);
  const findOrigin = createOriginFinder(edition.articles, page.elements);
  return rules
    .filter(({ id }) => !options.off.has(id))
    .flatMap((rule) => rule.check(page).map((seen) => toFinding(rule, seen, page, findOrigin)));
}

function toFinding(rule: Rule, seen: Observation, page: CheckedPage, findOrigin: OriginFinder): Finding {
  const location = locate(seen, page, findOrigin);
  const inArticle = location.kind === "article" ? seen.inArticle : undefined;
  return {
    rule: rule.id,
    severity: inArticle ?? seen.severity ?? rule.severity,
    message: seen.message,
    place: describePlace(location),
    remedy: seen.remedy ?? rule.remedy,
    location,
  };
}

function locate({ at, evidence }: Observation, page: CheckedPage, findOrigin: OriginFinder): FindingLocation {
  const element = isElement(at) ? at : undefined;
  const within = typeof at === "object" && "article" in at ? at.article : element;
  const origin = evidence === undefined ? undefined : findOrigin(evidence, within);
  if (origin !== undefined) return { kind: "article", ...origin };
  if (typeof at === "string") return { kind: at };
  if ("article" in at) return { kind: "article", path: at.article, line: at.line };
  if ("textLine" in at) return { kind: "text", line: at.textLine };
  const offset =
    element === undefined ? (at as { readonly offset: number }).offset : (element.startIndex ?? 0);
  const selector = element === undefined ? "" : describeElement(element);
  return { kind: "html", line: lineOf(page.html, offset), selector };
}

function describePlace(location: FindingLocation): string {
  switch (location.kind) {
    case "article":
      return location.line === undefined ? location.path : `${location.path}:${location.line}`;
    case "html":
      return `index.html:${location.line}${location.selector === "" ? "" : ` ${location.selector}`}`;
    case "text":
      return `index.txt:${location.line}`;
    case "subject":
    case "preheader":
    case "issue":
      return location.kind;
  }
}
