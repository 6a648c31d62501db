import type { LeasedRun, OpenContext, Workshop } from "../../newsletter/timetable/schedule-run.ts";
import { runApart } from "./run-apart.ts";
import type { ApartInput } from "./tasks.ts";

/** Has the issues of a run made by processes of their own. @param fixedNow The clock of `--now`. */
export function createApartWorkshop(fixedNow: Date | undefined): Workshop {
  const describe = (
    { lease }: LeasedRun,
    { config, newsletter, cadence }: OpenContext,
    slot: Date,
  ): ApartInput<"decideSlot"> => ({ config, newsletter: newsletter.key, cadence, fixedNow, lease, slot });
  return {
    decideSlot: (run, context, slot) =>
      runApart("decideSlot", describe(run, context, slot), (event) => run.onEvent(event)),
    makeDraft: (run, context, slot) =>
      runApart("makeDraft", describe(run, context, slot), (event) => run.onEvent(event)),
    freezeApproved: (run, context, draft) =>
      runApart("freezeApproved", { ...describe(run, context, new Date(draft.slot)), draft }),
  };
}
