import type { CommonOptions } from "./common-options.ts";
import { GazetteError } from "../platform/errors.ts";
import { hasLedger } from "../storage/ledger/has-ledger.ts";
import { type CommandContext, openContext, printJson } from "./command-context.ts";
import { listSlots } from "./list-slots.ts";
import { parseIssueId } from "./parse-issue-id.ts";
import { printStatus } from "./print-status.ts";
import type { Status } from "./status-view.ts";

/** `gazette status`: what went out, what is due, and what needs a person. */
export async function runStatus(issue: string | undefined, options: CommonOptions): Promise<void> {
  const context = await openContext(options);
  const id = issue === undefined ? undefined : parseIssueId(issue);
  const ledger = await readLedger(context, id);
  if (id !== undefined && ledger.issues.length === 0) {
    throw new GazetteError("issue-missing", `There is no issue ${id}.`, {
      hint: "`gazette status` lists the issues there are.",
    });
  }
  const status: Status = { ...ledger, next: listSlots(context, ledger.last, 1) };
  if (options.json === true) {
    printJson({ ...status, next: status.next.map((slot) => ({ ...slot, slot: slot.slot.toISOString() })) });
    return;
  }
  printStatus(context, status);
}

async function readLedger(context: CommandContext, id: number | undefined): Promise<Omit<Status, "next">> {
  if (!hasLedger(context.config.data)) return { issues: [], last: [], drafts: [], attention: [] };
  // One import: where there is no ledger yet, none of it is loaded, and where there is, each import more costs a millisecond.
  const { readStatus } = await import("./read-status.ts");
  return readStatus(context, id);
}
