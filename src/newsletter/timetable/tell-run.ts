import type { NewsletterContext } from "../newsletter-context.ts";
import type { ScheduleRun } from "./schedule-run.ts";

/** Tells those who follow a run that something of a slot waits. */
export function tellRun(
  { onEvent }: Pick<ScheduleRun, "onEvent">,
  { newsletter, cadence }: Pick<NewsletterContext, "newsletter" | "cadence">,
  slot: Date,
): (reason: string) => void {
  return (reason) => onEvent({ newsletter: newsletter.key, cadence, slot, outcome: "waiting", reason });
}
