import type { CheckRuleId } from "../config/check-rules.ts";

/** `error`: readers lose something, and a send stops; `warning`: better mended; `info`: good to know. */
export type Severity = "error" | "warning" | "info";

/** Where a finding stands, for programs. Lines start at 1. */
export type FindingLocation =
  | { readonly kind: "article"; readonly path: string; readonly line: number | undefined }
  | { readonly kind: "html"; readonly line: number; readonly selector: string }
  | { readonly kind: "text"; readonly line: number }
  | { readonly kind: "subject" | "preheader" | "issue" };

/** Something a check has to say about an edition. */
export interface Finding {
  readonly rule: CheckRuleId;
  readonly severity: Severity;
  /** One sentence: what was found, and what is allowed. */
  readonly message: string;
  /** `path:line` of an article, else a place in the page such as `index.html:214 h3.ink > a`. */
  readonly place: string;
  /** What to do about it, one sentence. */
  readonly remedy: string;
  readonly location: FindingLocation;
}

/** How many of each severity; all three are always there. */
export type FindingCounts = Readonly<Record<Severity, number>>;

export function countFindings(findings: readonly Pick<Finding, "severity">[]): FindingCounts {
  const count = (severity: Severity): number =>
    findings.filter((finding) => finding.severity === severity).length;
  return { error: count("error"), warning: count("warning"), info: count("info") };
}
