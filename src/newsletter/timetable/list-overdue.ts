import { listDueSlots } from "./list-due-slots.ts";
import { listCadences } from "./list-cadences.ts";
import type { ScheduleRun } from "./schedule-run.ts";

/** A slot that nothing has decided although its time is long over. */
export interface OverdueSlot {
  readonly newsletter: string;
  readonly cadence: string;
  /** The oldest of its cadence. */
  readonly slot: Date;
  readonly lateMs: number;
}

/** A minute is usual, and a send before it may take a few. */
const overdueMs = 10 * 60 * 1000;

/** Slots that were due ten minutes ago or more, one a cadence, in the order of the configuration. */
export async function listOverdue(
  source: Pick<ScheduleRun, "config" | "database" | "now">,
): Promise<OverdueSlot[]> {
  const overdue: OverdueSlot[] = [];
  for (const { context, cron } of listCadences(source)) {
    const slot = (await listDueSlots(context, cron, source.now()))?.slots[0];
    if (slot === undefined) continue;
    const lateMs = source.now().getTime() - slot.getTime();
    if (lateMs >= overdueMs)
      overdue.push({ newsletter: context.newsletter.key, cadence: context.cadence, slot, lateMs });
  }
  return overdue;
}
