import { styleText } from "node:util";
import { type IssuePlan, planIssue } from "../newsletter/planning/plan-issue.ts";
import { localMinute } from "../platform/zoned-text.ts";
import { noteClockChange } from "../schedule/clock-change.ts";
import { type CommandContext, printJson, printLine } from "./command-context.ts";
import { listSlots, readDecidedSlots } from "./list-slots.ts";
import { withLedgerIfAny } from "./with-newsletter.ts";

interface SimulatedSlot {
  readonly newsletter: string;
  readonly cadence: string;
  readonly slot: string;
  readonly local: string;
  readonly timezone: string;
  readonly utcOffset: string;
  readonly clocks: "forward" | "back" | null;
  readonly moved: boolean;
  readonly articles: readonly string[];
  /** Why no issue would go out; null where one would. */
  readonly held: string | null;
}

/**
 * `schedule --simulate N`: the next slots with what each would hold if nothing were written until then. Each slot takes the
 * ones before it for sent, so no article is in two.
 */
export async function simulateSchedule(
  context: CommandContext,
  count: number,
  options: { readonly json?: true },
): Promise<void> {
  const rows: SimulatedSlot[] = [];
  const plans = new Map<string, IssuePlan[]>();
  const before = new Map<string, Date>();
  const slots = listSlots(context, await readDecidedSlots(context), count);
  for (const { newsletter: key, cadence, slot } of slots.slice(0, count)) {
    const newsletter = context.config.newsletters.find((candidate) => candidate.key === key);
    const cron = newsletter?.cadences.find(({ name }) => name === cadence)?.cron;
    if (newsletter === undefined || cron === undefined) continue;
    const name = `${key} ${cadence}`;
    const assumed = plans.get(name) ?? [];
    const plan = await withLedgerIfAny(context, newsletter, (open) =>
      planIssue({ ...open, cadence }, slot, {}, assumed),
    );
    const { held } = plan.selection;
    if (held === undefined) plans.set(name, [...assumed, plan]);
    const note = noteClockChange(slot, before.get(name) ?? context.now(), newsletter.timeZone, cron);
    before.set(name, slot);
    rows.push({
      newsletter: key,
      cadence,
      slot: slot.toISOString(),
      local: localMinute(slot, newsletter.timeZone),
      timezone: newsletter.timeZone,
      utcOffset: note.utcOffset,
      clocks: note.change,
      moved: note.isMoved,
      articles:
        held === undefined
          ? plan.selection.verdicts.filter(({ inIssue }) => inIssue).map(({ article }) => article.path)
          : [],
      held: held ?? null,
    });
  }
  if (options.json === true) printJson({ slots: rows });
  else for (const row of rows) printSlot(row);
}

const articlesShown = 5;

function printSlot({
  newsletter,
  cadence,
  slot,
  local,
  timezone,
  utcOffset,
  clocks,
  moved,
  articles,
  held,
}: SimulatedSlot): void {
  const name = cadence === "regular" ? newsletter : `${newsletter}, ${cadence}`;
  printLine(`${styleText("bold", `${local} ${timezone}`)}  (${slot.slice(0, 16)}Z, ${utcOffset})  ${name}`);
  if (clocks !== null) {
    const where = moved ? "; this time of day does not exist on that day, so it goes when they change" : "";
    printLine(`  ${styleText("yellow", `the clocks go ${clocks} before this slot${where}`)}`);
  }
  if (held !== null) printLine(`  no issue: ${held}`);
  else
    printLine(`  ${articles.length} ${articles.length === 1 ? "article" : "articles"} as the folder is now`);
  for (const path of articles.slice(0, articlesShown)) printLine(`    ${path}`);
  if (articles.length > articlesShown) printLine(`    and ${articles.length - articlesShown} more`);
}
