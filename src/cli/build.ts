import { dirname, join, relative } from "node:path";
import { styleText } from "node:util";
import { countFindings } from "../checks/finding.ts";
import { checkRuleIds } from "../config/check-rules.ts";
import { buildIssue, type BuiltIssue } from "../newsletter/building/build-issue.ts";
import { toManifestEdition } from "../newsletter/building/describe-issue.ts";
import { findReader, type WhoseEdition } from "../newsletter/readers/find-reader.ts";
import type { ManifestEdition } from "../newsletter/manifest.ts";
import type { NewsletterContext } from "../newsletter/newsletter-context.ts";
import { type IssuePreview, previewIssue, type ReadersEdition } from "../newsletter/preview/preview-issue.ts";
import { displayWidth } from "../platform/display-width.ts";
import { localDays } from "../platform/zoned-text.ts";
import { chooseNewsletter, openContext, printJson, printLine } from "./command-context.ts";
import { describeVerdicts } from "./describe-verdicts.ts";
import { printLinkDoubt, printWarnings } from "./print-warnings.ts";
import { describeEditions } from "./describe-editions.ts";
import { planNextIssue } from "./plan-next-issue.ts";
import { parseReader, type ReaderOptions } from "./reader-options.ts";
import type { WindowOptions } from "./window-options.ts";
import { chooseCadence, withLedgerIfAny } from "./with-newsletter.ts";
import { wrapToTerminal } from "./wrap-to-terminal.ts";

/** `gazette build`: writes the next issue to `out/`. */
export async function runBuild(
  key: string | undefined,
  options: WindowOptions & ReaderOptions,
): Promise<void> {
  const context = await openContext(options, key);
  const newsletter = chooseNewsletter(context.config, key);
  printLinkDoubt(context.config);
  await withLedgerIfAny(
    context,
    newsletter,
    async (newsletterContext) => {
      const plan = await planNextIssue(context, newsletterContext, options);
      const built = await buildIssue(newsletterContext, plan);
      const ofReaders = built.manifest.findings.filter(
        ({ rule, place }) => rule === "unknown-topic" && place === "subscribers",
      );
      printWarnings(ofReaders.map(({ message }) => message));
      const whose = parseReader(options);
      const own = whose === undefined ? undefined : await openReader(newsletterContext, built, whose);
      const preview = await previewIssue(newsletterContext, built, own?.written);
      if (options.json === true) {
        const reader =
          own === undefined ? {} : { reader: { ...own.described, files: preview.reader ?? null } };
        const held = plan.selection.held ?? null;
        printJson({ ...built.manifest, held, files: preview.files, ...reader });
      } else {
        printBuilt(built, preview);
        if (own !== undefined) printReader(own.described, preview);
      }
    },
    chooseCadence(newsletter, options.cadence),
  );
}

/** What one reader gets of an issue; no edition: nothing is left for them, and no email goes out. */
interface DescribedReader {
  readonly address: string;
  readonly topics: readonly string[];
  readonly language: string | null;
  readonly edition: ManifestEdition | null;
}

async function openReader(
  context: NewsletterContext,
  built: BuiltIssue,
  whose: WhoseEdition,
): Promise<{ readonly written: ReadersEdition | undefined; readonly described: DescribedReader }> {
  const { to, wish } = await findReader(context, built.plan, whose);
  const { topics, language = null } = wish;
  const described = { address: to.address, topics, language };
  const edition = await built.press.compose(wish);
  if (edition === undefined) return { written: undefined, described: { ...described, edition: null } };
  const row = toManifestEdition({ edition, topics, wishes: 1, readers: 1 });
  return { written: { to, edition }, described: { ...described, edition: row } };
}

function printReader({ address, topics, edition }: DescribedReader, preview: IssuePreview): void {
  const chose = topics.length === 0 ? "chose no topics" : `chose ${topics.join(", ")}`;
  printLine();
  if (edition === null) {
    printLine(
      `${styleText("bold", address)} ${chose}: nothing of this issue is left, and no email goes out.`,
    );
    return;
  }
  const stories = edition.articles.length === 1 ? "1 article" : `${edition.articles.length} articles`;
  printLine(
    `${styleText("bold", address)} ${chose} and gets ${stories}, in the language ${edition.language}:`,
  );
  printLine(`  Subject        ${edition.subject}`);
  for (const path of edition.articles) printLine(`                 ${path}`);
  const file = preview.reader?.html ?? "";
  printLine(`${styleText("bold", "Open")} ${relative(process.cwd(), file) || file}`);
}

function printBuilt({ plan, manifest, issue, images }: BuiltIssue, preview: IssuePreview): void {
  const bold = (text: string): string => styleText("bold", text);
  const dim = (text: string): string => styleText("dim", text);
  const { held } = plan.selection;
  const days = localDays(issue.since, issue.until, manifest.issue.timeZone);
  if (held === undefined)
    printLine(`${bold(`${manifest.issue.title}, No. ${manifest.issue.number}`)} covers ${days}`);
  else printLine(`${bold(`${manifest.issue.title}: nothing would go out`)} (${held})`);
  printLine(dim(`  ${plan.window.reason}`));
  if (manifest.articles.length > 0) printLine();
  if (issue.lead !== undefined) printRow("Lead", issue.lead.title);
  for (const { title, stories } of issue.sections) {
    stories.forEach((story, index) => printRow(index === 0 ? title : "", story.title));
  }
  issue.inBrief.forEach((story, index) => printRow(index === 0 ? "In brief" : "", story.title));
  if (issue.more.length > 0) printRow("More", count(issue.more.length, "link"));
  printLine();
  if (manifest.articles.length > 0) printRow("Subject", manifest.issue.subject);
  printRow("Articles", describeVerdicts(manifest.counts));
  if (manifest.articles.length > 0)
    printRow(
      "Size",
      `${kilobytes(manifest.bytes.html)} of HTML, ${kilobytes(manifest.bytes.text)} of text, ${count(images.length, "picture")}`,
    );
  const editions = describeEditions(manifest.editions.length, manifest.readersWithoutEdition);
  if (editions !== "") printRow("Readers", editions);
  printRow("Checks", describeChecks(manifest));
  printLine();
  const shown =
    manifest.articles.length > 0 ? preview.files.html : join(dirname(dirname(preview.folder)), "index.html");
  printLine(`${bold("Open")} ${relative(process.cwd(), shown) || shown}`);
  if (manifest.articles.length === 0)
    printLine(dim("     It lists the issues built so far, which stay as they are."));
  printLine(dim("     Nothing was sent. `gazette explain` says why each article is in or out."));
}

/** Lines after the first begin under the text. */
function printRow(label: string, text: string): void {
  const start = `  ${label}${" ".repeat(Math.max(0, 14 - displayWidth(label)))} `;
  wrapToTerminal(text, displayWidth(start)).forEach((line, index) =>
    printLine(index === 0 ? start + line : " ".repeat(displayWidth(start)) + line),
  );
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

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}

function kilobytes(bytes: number): string {
  return `${Math.ceil(bytes / 1024)} KB`;
}
