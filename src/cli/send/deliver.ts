import { sendFrozenIssue } from "../../newsletter/sending/send-issue.ts";
import { countDeliveries, countOpen, totalOf } from "../../storage/deliveries/deliveries.ts";
import { countEditions, countWithoutEdition } from "../../storage/issues/editions.ts";
import type { Database } from "../../storage/ledger/open-database.ts";
import type { IssueRow } from "../../storage/schema/issue-tables.ts";
import type { CommandContext } from "../command-context.ts";
import type { CommonOptions } from "../common-options.ts";
import { stopSignal } from "../stop-signal.ts";
import type { WithLedger } from "../with-newsletter.ts";
import { reportSend, type SendReport, summarise } from "./report-send.ts";
import { createSendMeter } from "./send-progress.ts";

/** Sends what is open of a frozen issue, with progress on stderr, and reports it. */
export async function deliver(
  { now }: CommandContext,
  open: WithLedger,
  issue: IssueRow,
  options: CommonOptions,
): Promise<void> {
  const stop = stopSignal();
  const startedAt = performance.now();
  const meter = createSendMeter(countOpen(await countDeliveries(open.database, issue.id)));
  try {
    const { counts, run } = await sendFrozenIssue(open, issue, {
      signal: stop.signal,
      now,
      onOutcome: (_, outcome) => meter.onOutcome(outcome),
    });
    meter.stop();
    const durationMs = performance.now() - startedAt;
    const handedOver = meter.accepted();
    const editions = await countFrozenEditions(open.database, issue.id);
    const report = { issue: summarise(issue), total: totalOf(counts), counts, durationMs, handedOver };
    reportSend({ ...report, editions, isDryRun: false, run }, open, options);
  } finally {
    meter.stop();
    stop.release();
  }
}

export async function countFrozenEditions(
  database: Database,
  issueId: number,
): Promise<NonNullable<SendReport["editions"]>> {
  return {
    count: await countEditions(database, issueId),
    withoutEdition: await countWithoutEdition(database, issueId),
  };
}
