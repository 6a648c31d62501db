import { countDeliveries } from "../../storage/deliveries/deliveries.ts";
import { listIssues } from "../../storage/issues/issues.ts";
import { hasLedger } from "../../storage/ledger/has-ledger.ts";
import { openDatabase } from "../../storage/ledger/open-database.ts";
import { type DoctorCheck, type DoctorContext, passed, warned } from "./doctor-check.ts";

const issuesRead = 10;

/** What waits for a person among the latest issues. */
export async function checkPending({ config }: DoctorContext): Promise<DoctorCheck[]> {
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
    return waiting.length === 0
      ? [passed("pending", "nothing waits for a person")]
      : [warned("pending", waiting.join("; "), "`gazette status` says what to do about each.")];
  } finally {
    await database.destroy();
  }
}
