import { resolve } from "node:path";
import { backUpLedger } from "../storage/ledger/back-up.ts";
import type { LedgerSummary } from "../storage/ledger/inspect-ledger.ts";
import { openContext, printJson, printLine } from "./command-context.ts";
import type { CommonOptions } from "./common-options.ts";

export interface BackupOptions extends CommonOptions {
  readonly force?: true;
}

/** `gazette backup FILE`: the ledger as it is now, also in the middle of a send. */
export async function runBackup(name: string, options: BackupOptions): Promise<void> {
  const { config } = await openContext(options);
  const file = resolve(name);
  const summary = backUpLedger(config.data, file, options.force === true);
  if (options.json === true) printJson({ file, ...summary });
  else printLine(`${file} is written and was read through: ${describeLedger(summary)}.`);
}

/** What is in a ledger, in one line. */
export function describeLedger({
  bytes,
  issues,
  deliveries,
  subscribers,
  newestSlot,
}: LedgerSummary): string {
  const newest = newestSlot === null ? "" : `, the newest of ${newestSlot}`;
  const kilobytes = Math.ceil(bytes / 1024);
  const parts = [
    `${count(issues, "issue", "issues")}${newest}`,
    count(deliveries, "delivery", "deliveries"),
    count(subscribers, "subscriber", "subscribers"),
  ];
  return `${parts.join(", ")}, ${kilobytes} KB`;
}

function count(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`;
}
