import { styleText } from "node:util";
import { setFlagsFromString } from "node:v8";
import { findReader, type WhoseEdition } from "../../newsletter/readers/find-reader.ts";
import type { NewsletterContext } from "../../newsletter/newsletter-context.ts";
import type { IssuePlan } from "../../newsletter/planning/plan-issue.ts";
import { createEditionChooser } from "../../selection/editions/edition-choice.ts";
import { createChoiceExplainer } from "../../selection/editions/explain-choice.ts";
import { countVerdicts, judgeRefusedFiles } from "../../selection/terms/verdict.ts";
import { chooseNewsletter, openContext, printLine } from "../command-context.ts";
import { planNextIssue } from "../plan-next-issue.ts";
import { printJsonRows } from "../print-json-rows.ts";
import { parseReader, type ReaderOptions } from "../reader-options.ts";
import type { WindowOptions } from "../window-options.ts";
import { chooseCadence, withLedgerIfAny } from "../with-newsletter.ts";
import { explainFiles, openRanks, type ReaderJudge } from "./explained-file.ts";
import { parseFilter } from "./file-filter.ts";
import { printFiles } from "./print-files.ts";
import { printPassedOver } from "./print-passed-over.ts";

export interface ExplainOptions extends WindowOptions, ReaderOptions {
  readonly verdict?: readonly string[];
  readonly path?: string;
}

/** `gazette explain`: every file with its verdict. */
export async function runExplain(key: string | undefined, options: ExplainOptions): Promise<void> {
  // A report keeps nearly all that it makes until its end: a nursery of V8 that grows only adds to its memory, by 80 MB
  // where there are 100,000 files.
  setFlagsFromString("--semi-space-growth-factor=1");
  const context = await openContext(options, key);
  const newsletter = chooseNewsletter(context.config, key);
  const filter = parseFilter(options.verdict, options.path, context.config.articles.dir);
  await withLedgerIfAny(
    context,
    newsletter,
    async (open) => {
      const plan = await planNextIssue(context, open, options);
      const { window, selection } = plan;
      const reader = await openReader(open, plan, parseReader(options));
      const files = explainFiles(plan, reader?.judge, filter.isShown);
      const counts = countVerdicts([...selection.verdicts, ...judgeRefusedFiles(plan.scan.refused)]);
      if (options.json === true) {
        const { since, until } = window.window;
        const head = {
          newsletter: newsletter.key,
          window: { since: since.toISOString(), until: until.toISOString(), reason: window.reason },
          held: selection.held ?? null,
        };
        await printJsonRows(head, "articles", files, { counts, passedOver: plan.scan.passedOver });
        return;
      }
      const rankOf = openRanks(plan);
      const shown = [...files].sort((a, b) => rankOf(a) - rankOf(b));
      printLine(`Window: ${window.reason}`);
      if (selection.held !== undefined) printLine(`Nothing would go out: ${selection.held}`);
      if (reader !== undefined) printLine(reader.summary);
      printLine();
      printFiles(shown, newsletter.timeZone, filter.isSet);
      if (shown.length === 0 && filter.isSet) printLine(filter.nothing);
      const numbers = Object.entries(counts).map(([kind, count]) => `${count} ${kind}`);
      const whole = filter.isSet ? "In all: " : "";
      printLine(numbers.length === 0 ? "no files" : whole + numbers.join(", "));
      printPassedOver(plan.scan.passedOver);
    },
    chooseCadence(newsletter, options.cadence),
  );
}

/** Who the edition is for, and what they get. */
interface JudgedReader {
  readonly judge: ReaderJudge;
  readonly summary: string;
}

async function openReader(
  context: NewsletterContext,
  plan: IssuePlan,
  whose: WhoseEdition | undefined,
): Promise<JudgedReader | undefined> {
  if (whose === undefined) return undefined;
  const { to, wish } = await findReader(context, plan, whose);
  const choice = createEditionChooser(plan.selection, plan.rules)(wish);
  const judge = createChoiceExplainer(plan.selection, plan.rules, wish, choice);
  const inIssue = plan.selection.verdicts.filter(({ place }) => place !== undefined);
  const gets = plan.selection.verdicts.filter((verdict) => judge(verdict).gets);
  const chose = wish.topics.length === 0 ? "chose no topics" : `chose ${wish.topics.join(", ")}`;
  const language = wish.language === undefined ? "" : `, in ${wish.language}`;
  const what = `gets ${gets.length} of the ${inIssue.length} articles of the issue`;
  return {
    judge,
    summary:
      whose.as === undefined
        ? `A reader who ${chose}${language} ${what}`
        : `${styleText("bold", to.address)} ${chose}${language} and ${what}`,
  };
}
