import type { Element } from "domhandler";
import type { CheckRuleId } from "../config/check-rules.ts";
import type { CheckedPage } from "./page/checked-page.ts";
import type { Severity } from "./finding.ts";

/** One thing a rule saw. */
export interface Observation {
  /** One sentence: found and allowed. */
  readonly message: string;
  /** Where: an element or an offset of the page, a line of the text part or of an article, or a part that has no lines. */
  readonly at:
    | Element
    | { readonly offset: number }
    | { readonly textLine: number }
    | { readonly article: string; readonly line: number | undefined }
    | "subject"
    | "preheader"
    | "issue";
  /** Texts to look for in the article's file, the best first: the finding then names its line. */
  readonly evidence?: readonly string[];
  /** Where it differs from the rule's own. */
  readonly severity?: Severity;
  /** Where the evidence is found in an article, whose author may have meant it. */
  readonly inArticle?: Severity;
  readonly remedy?: string;
}

export function isElement(at: Observation["at"]): at is Element {
  return typeof at === "object" && "attribs" in at;
}

/** One check. Pure: it sees the page and nothing else. */
export interface Rule {
  readonly id: CheckRuleId;
  /** Of its findings, unless one says otherwise. */
  readonly severity: Severity;
  /** What it looks at, one sentence without a full stop. */
  readonly looksAt: string;
  /** Who asks for it: a standard's section, or a mail program's limit. */
  readonly source: string;
  /** What to do about a finding. */
  readonly remedy: string;
  /** In the order of the page. */
  readonly check: (page: CheckedPage) => Observation[];
}
