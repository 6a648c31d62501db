import { addJoinedReaders } from "../newsletter/add-joined-readers.ts";
import { GazetteError } from "../platform/errors.ts";
import { requeueDeliveries, type ResendState } from "../storage/deliveries.ts";
import { clearDomainHolds } from "../storage/domain-holds.ts";
import { resumeIssue } from "../storage/issue-state.ts";
import { findIssue, listIssues } from "../storage/issues.ts";
import type { IssueRow } from "../storage/schema.ts";
import { requireIssue } from "./find-issue.ts";
import type { WithLedger } from "./with-newsletter.ts";

export interface ResendOptions {
  readonly issue?: string;
  /** States, separated by commas. */
  readonly only?: string;
  readonly joined?: true;
}

const resendStates = ["failed", "deferred", "uncertain", "expired"] as const satisfies readonly ResendState[];

/**
 * Opens an issue again for what a person asked for: deliveries in some states, or those who joined since.
 *
 * @returns The issue, ready to be sent.
 * @throws GazetteError `issue-missing`, `issue-state`, `usage`.
 */
export async function resendIssue(open: WithLedger, options: ResendOptions, now: Date): Promise<IssueRow> {
  const { database } = open;
  const issue = await chooseIssue(open, options);
  if (issue.state === "paused" || issue.state === "cancelled") {
    throw new GazetteError("issue-state", `Issue ${issue.id} is ${issue.state}.`, {
      hint:
        issue.state === "paused"
          ? `\`gazette resume ${issue.id}\` lets it go on.`
          : "A cancelled issue is never sent again.",
    });
  }
  if (options.only !== undefined) {
    await requeueDeliveries(database, issue.id, parseStates(options.only), now);
    // Whoever sends again says that what held a domain is mended.
    await clearDomainHolds(database);
  }
  if (options.joined === true) await addJoinedReaders(open, issue, now);
  if (issue.state === "complete") await resumeIssue(database, issue.id);
  return (await findIssue(database, issue.id)) ?? issue;
}

async function chooseIssue({ database, newsletter }: WithLedger, options: ResendOptions): Promise<IssueRow> {
  if (options.issue !== undefined) {
    const named = await requireIssue(database, options.issue);
    if (named.newsletter === newsletter.key) return named;
    throw new GazetteError("usage", `Issue ${named.id} is one of "${named.newsletter}".`, {
      hint: `Write: gazette send ${named.newsletter} --issue ${named.id}`,
    });
  }
  const latest = (await listIssues(database, 100)).find((row) => row.newsletter === newsletter.key);
  if (latest !== undefined) return latest;
  throw new GazetteError("issue-missing", `No issue of "${newsletter.title}" was sent yet.`, {
    hint: "Send one with `gazette send`.",
  });
}

function parseStates(text: string): ResendState[] {
  return text.split(",").map((name) => {
    const state = resendStates.find((known) => known === name.trim());
    if (state !== undefined) return state;
    throw new GazetteError("usage", `--only takes ${resendStates.join(", ")}; found "${name.trim()}".`, {
      hint: "Such as --only failed or --only deferred,uncertain.",
    });
  });
}
