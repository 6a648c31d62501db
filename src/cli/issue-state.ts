import { GazetteError } from "../platform/errors.ts";
import { countDeliveries } from "../storage/deliveries/deliveries.ts";
import { cancelIssue, issueStatesBefore, pauseIssue, resumeIssue } from "../storage/issues/issue-state.ts";
import { findIssue } from "../storage/issues/issues.ts";
import { type Database, openDatabase } from "../storage/ledger/open-database.ts";
import type { IssueRow } from "../storage/schema/issue-tables.ts";
import { openContext, printJson, printLine } from "./command-context.ts";
import type { CommonOptions } from "./common-options.ts";
import { requireIssue } from "./find-issue.ts";

/** `gazette pause`: no further message of the issue begins, in whatever process it is being sent. */
export async function runPause(issue: string, options: CommonOptions): Promise<void> {
  await change(issue, options, "paused", (database, { id }) => pauseIssue(database, id, "paused by hand"));
}

/** `gazette resume`: the schedule or the next `gazette send` goes on with the issue. */
export async function runResume(issue: string, options: CommonOptions): Promise<void> {
  await change(issue, options, "sending", (database, { id }) => resumeIssue(database, id));
}

/** `gazette cancel`: what of the issue was not sent never will be. */
export async function runCancel(issue: string, options: CommonOptions): Promise<void> {
  await change(issue, options, "cancelled", (database, { id }, now) => cancelIssue(database, id, now));
}

const done = {
  paused: "is paused; messages on their way are finished. `gazette resume` goes on.",
  sending: "goes on: by the running schedule within a minute, or with `gazette send`.",
  cancelled: "is cancelled; what was not sent is skipped.",
};

async function change(
  text: string,
  options: CommonOptions,
  to: keyof typeof done,
  move: (database: Database, issue: IssueRow, now: Date) => Promise<boolean>,
): Promise<void> {
  const { config, now } = await openContext(options);
  const database = await openDatabase(config.data);
  try {
    const issue = await requireIssue(database, text);
    if (!(await move(database, issue, now()))) {
      throw new GazetteError(
        "issue-state",
        `Issue ${issue.id} is ${issue.state}, not ${issueStatesBefore(to).join(" or ")}.`,
        {
          hint: `\`gazette status ${issue.id}\` shows it.`,
        },
      );
    }
    const state = (await findIssue(database, issue.id))?.state ?? to;
    const counts = await countDeliveries(database, issue.id);
    if (options.json === true) printJson({ issue: issue.id, state, counts });
    else printLine(`Issue ${issue.id} (No. ${issue.number}) ${done[to]}`);
  } finally {
    await database.destroy();
  }
}
