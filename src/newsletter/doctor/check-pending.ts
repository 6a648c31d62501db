import { countDeliveries } from "../../storage/deliveries/deliveries.ts";
import { listIssues } from "../../storage/issues/issues.ts";
import { hasLedger } from "../../storage/ledger/has-ledger.ts";
import { type Database, openDatabase } from "../../storage/ledger/open-database.ts";
import { listAlerts } from "../../storage/schedule/alerts.ts";
import { listWaitingDrafts } from "../../storage/schedule/drafts.ts";
import { listOverdue } from "../timetable/list-overdue.ts";
import { type DoctorCheck, type DoctorContext, passed, warned } from "./doctor-check.ts";

const issuesRead = 10;
const toldSinceMs = 14 * 24 * 60 * 60 * 1000;

/** What waits for a person among the latest issues. */
export async function checkPending({ config, now }: DoctorContext): Promise<DoctorCheck[]> {
  if (!hasLedger(config.data)) return [passed("pending", "nothing was sent yet")];
  const database = await openDatabase(config.data);
  try {
    const waiting: string[] = [];
    for (const { id, number, newsletter, state } of await listIssues(database, issuesRead)) {
      const { uncertain = 0, failed: refused = 0 } = await countDeliveries(database, id);
      const issue = `${newsletter} No. ${number}`;
      if (state === "paused") waiting.push(`${issue} is paused`);
      if (uncertain > 0) waiting.push(`${issue}: ${uncertain} uncertain`);
      if (refused > 0) waiting.push(`${issue}: ${refused} refused`);
    }
    waiting.push(...(await listTold(database, now())));
    for (const { newsletter, slot } of await listOverdue({ config, database, now }))
      waiting.push(`the slot of ${newsletter} at ${slot.toISOString()} is overdue`);
    for (const { newsletter, number, state } of await listWaitingDrafts(database))
      if (state === "open" && isHeldWithout(config, newsletter))
        waiting.push(`a draft of ${newsletter} No. ${number} waits for an editor`);
    return waiting.length === 0
      ? [passed("pending", "nothing waits for a person")]
      : [warned("pending", waiting.join("; "), "`gazette status` says what to do about each.")];
  } finally {
    await database.destroy();
  }
}

/** What the operator was told in the last two weeks and is not over; of single issues more is said above. */
async function listTold(database: Database, now: Date): Promise<string[]> {
  const alerts = await listAlerts(database, new Date(now.getTime() - toldSinceMs), now);
  return alerts.filter(({ key }) => !/^(?:paused|uncertain):/u.test(key)).map(({ message }) => message);
}

function isHeldWithout({ newsletters }: DoctorContext["config"], newsletter: string): boolean {
  return newsletters.find(({ key }) => key === newsletter)?.review.mode === "required";
}
