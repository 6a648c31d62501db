import type { Log, ReportingDescriptor, Result } from "sarif";
import type { CheckRuleId } from "../config/check-rules.ts";
import type { Finding, Severity } from "./finding.ts";
import { rules } from "./rules.ts";

/** Where the files of a report are, so that its relative paths can be opened. */
export interface SarifOrigin {
  /** Of Gazette. */
  readonly version: string;
  /** Absolute `file:` addresses of the folders, with a `/` at the end. */
  readonly articles: string;
  readonly issue: string;
}

const levels: Readonly<Record<Severity, "error" | "warning" | "note">> = {
  error: "error",
  warning: "warning",
  info: "note",
};

/** Findings as SARIF 2.1.0 (OASIS), for code hosts and editors. */
export function toSarif(
  findings: readonly Finding[],
  off: ReadonlyMap<CheckRuleId, string>,
  origin: SarifOrigin,
): Log {
  return {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: "gazette-check",
            version: origin.version,
            rules: rules.map((rule) => describeRule(rule)),
          },
        },
        originalUriBaseIds: { ARTICLES: { uri: origin.articles }, ISSUE: { uri: origin.issue } },
        columnKind: "utf16CodeUnits",
        invocations: [
          {
            executionSuccessful: true,
            ruleConfigurationOverrides: [...off].map(([id, reason]) => ({
              descriptor: { id, index: rules.findIndex((rule) => rule.id === id) },
              configuration: { enabled: false, properties: { reason } },
            })),
          },
        ],
        results: findings.map(toResult),
      },
    ],
  };
}

function describeRule({
  id,
  severity,
  looksAt,
  source,
  remedy,
}: (typeof rules)[number]): ReportingDescriptor {
  return {
    id,
    shortDescription: { text: `Looks at ${looksAt}.` },
    fullDescription: { text: `Looks at ${looksAt}. Source: ${source}.` },
    help: { text: remedy },
    defaultConfiguration: { level: levels[severity] },
  };
}

function toResult(finding: Finding): Result {
  const { rule, severity, message, remedy, place } = finding;
  return {
    ruleId: rule,
    ruleIndex: rules.findIndex(({ id }) => id === rule),
    level: levels[severity],
    message: { text: remedy === "" ? message : `${message} ${remedy}` },
    locations: [locationOf(finding, place)],
  };
}

function locationOf({ location }: Finding, place: string): NonNullable<Result["locations"]>[number] {
  switch (location.kind) {
    case "article":
      return physical(location.path.split("/").map(encodeURIComponent).join("/"), "ARTICLES", location.line);
    case "html":
      return {
        ...physical("index.html", "ISSUE", location.line),
        ...(location.selector === ""
          ? {}
          : { logicalLocations: [{ fullyQualifiedName: location.selector, kind: "element" }] }),
      };
    case "text":
      return physical("index.txt", "ISSUE", location.line);
    case "subject":
    case "preheader":
    case "issue":
      // Code hosts show only findings that name a file.
      return {
        ...physical("issue.json", "ISSUE", 1),
        logicalLocations: [{ name: place, kind: "member" }],
      };
  }
}

function physical(
  uri: string,
  uriBaseId: string,
  line: number | undefined,
): NonNullable<Result["locations"]>[number] {
  return {
    physicalLocation: {
      artifactLocation: { uri, uriBaseId },
      ...(line === undefined ? {} : { region: { startLine: line } }),
    },
  };
}
