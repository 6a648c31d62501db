import { relative } from "node:path";
import { styleText } from "node:util";
import { countFindings } from "../checks/finding.ts";
import { checkRuleIds } from "../config/check-rules.ts";
import { assertNotEmpty, buildIssue, type BuiltIssue } from "../newsletter/build-issue.ts";
import { type IssuePlan, planIssue } from "../newsletter/plan-issue.ts";
import { type IssuePreview, previewIssue } from "../newsletter/preview-issue.ts";
import { localDays } from "../platform/zoned-text.ts";
import type { CommonOptions } from "./common-options.ts";
import { chooseNewsletter, openContext, parseInstant, printJson, printLine } from "./command-context.ts";
import { describeVerdicts } from "./describe-verdicts.ts";
import { withLedgerIfAny } from "./with-newsletter.ts";

export interface WindowOptions extends CommonOptions {
  readonly since?: string;
  readonly until?: string;
}

/** `--since` and `--until` as instants. */
export function parseWindow(options: WindowOptions): { since?: Date; until?: Date } {
  return {
    ...(options.since === undefined ? {} : { since: parseInstant(options.since, "--since") }),
    ...(options.until === undefined ? {} : { until: parseInstant(options.until, "--until") }),
  };
}

/** `gazette build`: writes the next issue to `out/`. */
export async function runBuild(key: string | undefined, options: WindowOptions): Promise<void> {
  const context = await openContext(options);
  const newsletter = chooseNewsletter(context.config, key);
  await withLedgerIfAny(context, newsletter, async (newsletterContext) => {
    const plan = await planIssue(newsletterContext, context.now(), parseWindow(options));
    assertNotEmpty(plan, context.config.articles.dir);
    printWarnings(plan);
    const built = await buildIssue(newsletterContext, plan);
    const preview = await previewIssue(newsletterContext, built);
    if (options.json === true) printJson({ ...built.manifest, files: preview.files });
    else printBuilt(built, preview);
  });
}

/** What an editor should know now, on stderr. */
export function printWarnings({ warnings }: Pick<IssuePlan, "warnings">): void {
  for (const warning of warnings)
    process.stderr.write(`${styleText("yellow", "warning:", { stream: process.stderr })} ${warning}\n`);
}

function printBuilt({ plan, manifest, issue, images }: BuiltIssue, preview: IssuePreview): void {
  const bold = (text: string): string => styleText("bold", text);
  const dim = (text: string): string => styleText("dim", text);
  const { held } = plan.selection;
  const days = localDays(issue.since, issue.until, manifest.issue.timeZone);
  if (held === undefined)
    printLine(`${bold(`${manifest.issue.title}, No. ${manifest.issue.number}`)} covers ${days}`);
  else printLine(`${bold(`${manifest.issue.title}: nothing would go out`)}, ${held}`);
  printLine(dim(`  ${plan.window.reason}`));
  printLine();
  if (issue.lead !== undefined) printLine(`  ${"Lead".padEnd(14)} ${issue.lead.title}`);
  for (const { title, stories } of issue.sections) {
    stories.forEach((story, index) => printLine(`  ${(index === 0 ? title : "").padEnd(14)} ${story.title}`));
  }
  issue.inBrief.forEach((story, index) =>
    printLine(`  ${(index === 0 ? "In brief" : "").padEnd(14)} ${story.title}`),
  );
  if (issue.more.length > 0) printLine(`  ${"More".padEnd(14)} ${issue.more.length} links`);
  printLine();
  printLine(`  Subject        ${manifest.issue.subject}`);
  printLine(`  Articles       ${describeVerdicts(manifest.counts)}`);
  printLine(
    `  Size           ${kilobytes(manifest.bytes.html)} of HTML, ${kilobytes(manifest.bytes.text)} of text, ${images.length} pictures`,
  );
  printLine(`  Checks         ${describeChecks(manifest)}`);
  printLine();
  printLine(`${bold("Open")} ${relative(process.cwd(), preview.files.html) || preview.files.html}`);
  printLine(dim("     Nothing was sent. `gazette explain` says why each article is in or out."));
}

function describeChecks({ findings }: BuiltIssue["manifest"]): string {
  const ids = new Set<string>(checkRuleIds);
  const { error, warning } = countFindings(findings.filter(({ rule }) => ids.has(rule)));
  if (error + warning === 0) return "nothing to mend";
  const errors = error === 1 ? ["1 error, which stops a send"] : [`${error} errors, which stop a send`];
  const warnings = warning === 1 ? ["1 warning"] : [`${warning} warnings`];
  const parts = [...(error > 0 ? errors : []), ...(warning > 0 ? warnings : [])];
  return `${parts.join("; ")} (\`gazette check\` lists them)`;
}

function kilobytes(bytes: number): string {
  return `${Math.ceil(bytes / 1024)} KB`;
}
