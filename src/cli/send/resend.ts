import type { NewsletterContext } from "../../newsletter/newsletter-context.ts";
import { GazetteError } from "../../platform/errors.ts";
import { normaliseAddress } from "../../platform/mailbox.ts";
import { acceptArrived } from "../../storage/issues/accept-arrived.ts";
import { countDeliveries, countOpen, totalOf } from "../../storage/deliveries/deliveries.ts";
import type { Database } from "../../storage/ledger/open-database.ts";
import { reopenIssue } from "../../storage/issues/issue-state.ts";
import { findIssue, listIssues } from "../../storage/issues/issues.ts";
import type { IssueRow } from "../../storage/schema/issue-tables.ts";
import { runApart } from "../apart/run-apart.ts";
import {
  countSuppressed,
  requeueDeliveries,
  type ResendState,
} from "../../storage/issues/requeue-deliveries.ts";
import { requireIssue } from "../find-issue.ts";
import type { CommandContext } from "../command-context.ts";
import type { CommonOptions } from "../common-options.ts";
import type { WithLedger } from "../with-newsletter.ts";
import { confirmSend } from "./confirm-send.ts";
import { deliver } from "./deliver.ts";
import type { ResendOptions } from "./send-options.ts";
import { reportSend, summarise } from "./report-send.ts";

const resendStates = ["failed", "deferred", "uncertain", "expired"] as const satisfies readonly ResendState[];

/** `gazette send --issue`, `--only`, `--joined`: sends parts of an issue that was frozen before. */
export async function sendAgain(
  context: CommandContext,
  open: WithLedger,
  options: ResendOptions & CommonOptions,
): Promise<void> {
  const { issue, nothing } = await resendIssue(context, open, options);
  if (nothing === undefined) {
    await deliver(context, open, issue, options);
    return;
  }
  const counts = await countDeliveries(open.database, issue.id);
  const none = { durationMs: 0, handedOver: 0, isDryRun: false };
  reportSend({ ...none, issue: summarise(issue), total: totalOf(counts), counts, nothing }, open, options);
}

/** `--dry-run` with them: to how many it would go again. */
export async function rehearseAgain(
  { database, ...open }: NewsletterContext,
  options: ResendOptions & CommonOptions,
): Promise<void> {
  if (database === undefined) throw nothingSent(open);
  const issue = await chooseIssue({ ...open, database }, options);
  const counts = await countDeliveries(database, issue.id);
  const states = options.only === undefined ? [] : parseStates(options.only);
  const total =
    (await countAgain(database, issue, states)) -
    parseArrived(options.arrived).length +
    (counts.pending ?? 0);
  const report = { durationMs: 0, handedOver: 0, isDryRun: true, counts: {} };
  reportSend({ ...report, issue: summarise(issue), total }, { ...open, database }, options);
}

/** How many deliveries in these states would be sent again. */
async function countAgain(
  database: Database,
  { id }: IssueRow,
  states: readonly ResendState[],
): Promise<number> {
  const counts = await countDeliveries(database, id);
  const all = states.reduce((sum, state) => sum + (counts[state] ?? 0), 0);
  return all - (await countSuppressed(database, id, states));
}

/** Normalised. */
function parseArrived(text = ""): string[] {
  return [...new Set(text.split(",").map(normaliseAddress))].filter((address) => address !== "");
}

/** Asks before it goes to several who may have it, and puts on record who has. */
async function settleUncertain(
  context: CommandContext,
  { database }: WithLedger,
  issue: IssueRow,
  options: ResendOptions,
): Promise<void> {
  const arrived = parseArrived(options.arrived);
  const count = (await countAgain(database, issue, ["uncertain"])) - arrived.length;
  const what = `No. ${issue.number} again to ${count} readers, each of whom may have it already`;
  await confirmSend(what, count, options.yes === true);
  const unknown = await acceptArrived(database, issue.id, arrived, context.now());
  if (unknown.length === 0) return;
  throw new GazetteError("usage", `No. ${issue.number} is not uncertain for ${unknown.join(", ")}.`, {
    hint: `Nothing was done. \`gazette status ${issue.id}\` names those for whom it is.`,
  });
}

/**
 * Opens an issue again for what a person asked for: deliveries in some states, or those who joined since.
 *
 * @returns The issue, ready to be sent, or why nothing of it is to be sent again.
 * @throws GazetteError `issue-missing`, `issue-state`, `usage`.
 */
async function resendIssue(
  context: CommandContext,
  open: WithLedger,
  options: ResendOptions,
): Promise<{ readonly issue: IssueRow; readonly nothing: string | undefined }> {
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
  const reasons: string[] = [];
  if (options.only !== undefined) {
    const states = parseStates(options.only);
    if (states.includes("uncertain")) await settleUncertain(context, open, issue, options);
    const suppressed = await countSuppressed(database, issue.id, states);
    const again = await requeueDeliveries(database, issue.id, states, context.now());
    if (again === 0)
      reasons.push(
        suppressed === 0 ? `none of it is ${states.join(" or ")}` : describeSuppressed(suppressed, states),
      );
    else if (suppressed > 0) process.stderr.write(`Left out: ${describeSuppressed(suppressed, states)}.\n`);
  }
  if (options.joined === true && (await addJoined(context, open, issue)) === 0)
    reasons.push("nobody joined since it went out");
  if (countOpen(await countDeliveries(database, issue.id)) === 0) {
    const parts = "every delivery of it is settled; --only and --joined send parts of it again";
    return { issue, nothing: reasons.length === 0 ? parts : reasons.join(", and ") };
  }
  await reopenIssue(database, issue.id);
  return { issue: (await findIssue(database, issue.id)) ?? issue, nothing: undefined };
}

/** @returns How many. */
function addJoined({ config, fixedNow }: CommandContext, open: WithLedger, issue: IssueRow): Promise<number> {
  const { newsletter, cadence } = open;
  return runApart("addJoined", { config, newsletter: newsletter.key, cadence, fixedNow, issue });
}

function describeSuppressed(count: number, states: readonly ResendState[]): string {
  const who =
    count === 1
      ? `the address that is ${states.join(" or ")} is`
      : `${count} addresses that are ${states.join(" or ")} are`;
  return `${who} suppressed (\`gazette subscribers show ADDRESS\` says why, \`add ADDRESS --rejoin\` lifts it)`;
}

async function chooseIssue({ database, newsletter }: WithLedger, options: ResendOptions): Promise<IssueRow> {
  if (options.issue !== undefined) {
    const named = await requireIssue(database, options.issue);
    if (named.newsletter === newsletter.key) return named;
    throw new GazetteError("usage", `Issue ${named.id} is one of "${named.newsletter}".`, {
      hint: `Write: gazette send ${named.newsletter} --issue ${named.id}`,
    });
  }
  const latest = (await listIssues(database, 100)).find(
    (row) =>
      row.newsletter === newsletter.key && (options.cadence === undefined || row.cadence === options.cadence),
  );
  if (latest !== undefined) return latest;
  throw nothingSent({ newsletter });
}

function nothingSent({ newsletter }: Pick<NewsletterContext, "newsletter">): GazetteError {
  return new GazetteError("issue-missing", `No issue of "${newsletter.title}" was sent yet.`, {
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
