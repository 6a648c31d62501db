import type { Config } from "../../config/config.ts";
import { clearAlert } from "../../storage/schedule/alerts.ts";
import { enrol } from "../../storage/ledger/instance.ts";
import { pauseIssue } from "../../storage/issues/issue-state.ts";
import { listUnfinishedIssues } from "../../storage/issues/issues.ts";
import type { Database } from "../../storage/ledger/open-database.ts";
import { recordSlots } from "../../storage/schedule/slots.ts";
import { placeOf } from "./instance-doubt.ts";
import { listDueSlots } from "../timetable/list-due-slots.ts";

/**
 * Makes this data folder the one that sends.
 *
 * @param choice `skip`: what is overdue or unfinished here may have gone out from elsewhere, so slots are recorded as
 * skipped and issues paused. `send`: nothing went out from elsewhere, and all goes on.
 * @returns How many slots were skipped, and the issues that were paused.
 */
export async function adoptInstance(
  {
    config,
    database,
    now,
  }: { readonly config: Config; readonly database: Database; readonly now: () => Date },
  choice: "skip" | "send",
): Promise<{ readonly skipped: number; readonly paused: readonly number[] }> {
  let skipped = 0;
  const paused: number[] = [];
  if (choice === "skip") {
    for (const newsletter of config.newsletters) {
      for (const { name: cadence, cron } of newsletter.cadences) {
        for (;;) {
          const due = await listDueSlots({ config, database, newsletter, cadence }, cron, now());
          if (due === undefined || due.slots.length === 0) break;
          const record = { newsletter: newsletter.key, cadence, outcome: "skipped" as const };
          const reason = "the data folder was adopted here, and it may have gone out from elsewhere";
          await recordSlots(
            database,
            due.slots.map((slot) => ({ ...record, slot, reason })),
            now(),
          );
          skipped += due.slots.length;
        }
      }
      for (const { id } of await listUnfinishedIssues(database, newsletter.key)) {
        await pauseIssue(
          database,
          id,
          "the data folder was adopted here, and it may have gone out from elsewhere",
        );
        paused.push(id);
      }
    }
  }
  await enrol(database, placeOf(config), now());
  await clearAlert(database, "instance");
  return { skipped, paused };
}
