import type { OpenContext, ScheduleRun } from "./schedule-run.ts";

/** A cadence of a newsletter with what its use cases work on. */
export interface Cadence {
  readonly context: OpenContext;
  /** Five fields. */
  readonly cron: string;
}

/** Every cadence of every newsletter, in the order of the configuration. */
export function listCadences({ config, database }: Pick<ScheduleRun, "config" | "database">): Cadence[] {
  return config.newsletters.flatMap((newsletter) =>
    newsletter.cadences.map(({ name, cron }) => ({
      context: { config, newsletter, cadence: name, database },
      cron,
    })),
  );
}
