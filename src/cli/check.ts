import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join, relative, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { styleText } from "node:util";
import { checkEdition } from "../checks/check-edition.ts";
import type { CheckedEdition } from "../checks/checked-edition.ts";
import { countFindings, type Finding, type Severity } from "../checks/finding.ts";
import { loadLinkStates } from "../checks/load-link-states.ts";
import { listLinksToAsk } from "../checks/list-links-to-ask.ts";
import { toSarif } from "../checks/to-sarif.ts";
import type { Config } from "../config/config.ts";
import type { CheckRuleId } from "../config/check-rules.ts";
import { loadCheckOptions } from "../newsletter/building/check-issue.ts";
import { findIssueFolder, readCheckedEdition } from "../newsletter/building/read-issue-folder.ts";
import { GazetteError } from "../platform/errors.ts";
import { packageRoot } from "../platform/package-root.ts";
import { openContext, printJson, printLine } from "./command-context.ts";
import type { CommonOptions } from "./common-options.ts";
import { printLinkDoubt } from "./print-warnings.ts";

export interface CheckCommandOptions extends CommonOptions {
  readonly format?: string;
  readonly strict?: true;
  readonly online?: true;
}

const formats = ["text", "json", "sarif"] as const;
type Format = (typeof formats)[number];

/** `gazette check`: the checks on a built issue. Sets exit code 2 where an error remains, or with `--strict` a warning. */
export async function runCheck(dir: string | undefined, options: CheckCommandOptions): Promise<void> {
  const format = parseFormat(options);
  const { config, now } = await openContext(options);
  printLinkDoubt(config);
  const found = await findIssueFolder(config.out, dir === undefined ? undefined : resolveIssue(config, dir));
  const newsletter =
    config.newsletters.find(({ key }) => key === found.manifest.issue.newsletter) ?? config.newsletters[0];
  const checkOptions = await loadCheckOptions(newsletter);
  const edition = await readCheckedEdition(found, config, newsletter, now());
  const asked = options.online === true ? await askLinks(edition) : edition;
  const findings = checkEdition(asked, checkOptions);
  const counts = countFindings(findings);
  const { off } = checkOptions;
  if (format === "json") {
    const offList = [...off].map(([rule, reason]) => ({ rule, reason }));
    printJson({
      folder: found.folder,
      findings,
      counts,
      off: offList,
      clientData: checkOptions.support.date,
    });
  } else if (format === "sarif") {
    const folderUrl = (path: string): string => `${pathToFileURL(path).href}/`;
    printJson(
      toSarif(findings, off, {
        version: await readVersion(),
        articles: folderUrl(config.articles.dir),
        issue: folderUrl(found.folder),
      }),
    );
  } else printFindings(found.folder, findings, off);
  if (counts.error > 0 || (options.strict === true && counts.warning > 0)) process.exitCode = 2;
}

/** The name of a newsletter means its newest issue, unless there is a folder of that name. */
function resolveIssue({ out, newsletters }: Config, dir: string): string {
  const isNewsletter = newsletters.some(({ key }) => key === dir) && !existsSync(dir);
  return isNewsletter ? join(out, dir) : resolve(dir);
}

async function askLinks(edition: CheckedEdition): Promise<CheckedEdition> {
  const addresses = listLinksToAsk(edition.html);
  process.stderr.write(`Asking for ${addresses.length} links…\n`);
  return { ...edition, linkStates: await loadLinkStates(addresses) };
}

async function readVersion(): Promise<string> {
  const text = await readFile(join(packageRoot(), "package.json"), "utf8");
  return (JSON.parse(text) as { readonly version: string }).version;
}

function parseFormat({ format, json }: CheckCommandOptions): Format {
  if (format !== undefined && format !== "json" && json === true)
    throw new GazetteError("usage", `--format ${format} and --json ask for two forms.`, {
      hint: "Leave one of them out.",
    });
  if (format === undefined) return json === true ? "json" : "text";
  const known = formats.find((candidate) => candidate === format);
  if (known !== undefined) return known;
  throw new GazetteError("usage", `--format is "${format}"; allowed is ${formats.join(", ")}.`);
}

/** Of one rule; more of them tell a person no more. */
const shownNotes = 3;

const colours = { error: "red", warning: "yellow", info: "dim" } as const satisfies Record<Severity, string>;

/** Errors and warnings with their remedies; a few notes of each rule in a line each. */
function printFindings(
  folder: string,
  findings: readonly Finding[],
  off: ReadonlyMap<CheckRuleId, string>,
): void {
  const dim = (text: string): string => styleText("dim", text);
  for (const severity of ["error", "warning"] as const) {
    for (const { message, place, remedy, rule } of findings.filter((each) => each.severity === severity)) {
      printLine(`${styleText(colours[severity], severity.padEnd(8))}${message} ${dim(`[${rule}]`)}`);
      printLine(dim(`        ${place}`));
      if (remedy !== "") printLine(`        ${remedy}`);
    }
  }
  const notes = Map.groupBy(
    findings.filter(({ severity }) => severity === "info"),
    ({ rule }) => rule,
  );
  for (const [rule, group] of notes) {
    for (const { message, place } of group.slice(0, shownNotes))
      printLine(`${styleText(colours.info, "note    ")}${message} ${dim(`[${rule}] ${place}`)}`);
    if (group.length > shownNotes)
      printLine(dim(`        and ${group.length - shownNotes} more of ${rule}; --format json has them all`));
  }
  if (findings.length > 0) printLine();
  for (const [rule, reason] of off) printLine(dim(`off     ${rule}: ${reason}`));
  const { error, warning, info } = countFindings(findings);
  const where = relative(process.cwd(), folder) || folder;
  printLine(
    `${styleText("bold", where)}: ${count(error, "error")}, ${count(warning, "warning")}, ${count(info, "note")}.`,
  );
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}
