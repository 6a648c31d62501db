import { join } from "node:path";
import type { Config } from "../config/config.ts";
import type { DomainHold } from "../storage/schema/delivery-tables.ts";
import type { AlertRow } from "../storage/schema/schedule-tables.ts";
import type { Attention, DraftStatus, IssueStatus } from "./status-view.ts";

/** What needs a person, the most pressing first. */
export function findAttention(
  config: Config,
  issues: readonly IssueStatus[],
  holds: readonly DomainHold[],
  alerts: readonly AlertRow[],
  drafts: readonly DraftStatus[],
): Attention[] {
  const told = alerts.flatMap(describeAlert);
  const isTold = ({ hash }: DraftStatus): boolean =>
    told.some(({ command }) => command.includes(hash.slice(0, 12)));
  return [
    ...told,
    ...drafts.filter((draft) => !isTold(draft)).flatMap(describeDraft),
    ...issues.flatMap((issue) => describeIssue(issue, whereToLook(config))),
    ...holds.flatMap(describeHold),
  ];
}

/** What is said of issues below, with its own command, is not said twice. */
function describeAlert({ key, message, remedy }: AlertRow): Attention[] {
  if (/^(?:sending|paused):/u.test(key)) return [];
  const command = /`(gazette [^`]+)`/u.exec(remedy)?.[1] ?? "gazette doctor";
  return [{ issue: null, message, command }];
}

function describeDraft({ state, newsletter, number, slot, hash }: DraftStatus): Attention[] {
  if (state === "approved") return [];
  const message = `draft of ${newsletter} No. ${number} for ${slot} waits for an editor`;
  return [{ issue: null, message, command: `gazette send --approve ${hash.slice(0, 12)}` }];
}

/** A domain that refuses by policy waits for a person; one that asks for less does not. */
function describeHold({ domain, kind, until, reply }: DomainHold): Attention[] {
  if (kind !== "policy") return [];
  const message = `${domain} refuses our mail by policy ("${reply}") and gets nothing until ${until}`;
  return [{ issue: null, message, command: "gazette doctor" }];
}

/** Where a person finds out whether a message of which nobody knows arrived. */
function whereToLook({ delivery, out }: Config): string {
  if (delivery.relays.length > 0) return "the server's log";
  return delivery.sendmail === undefined ? join(out, "outbox") : "the mail system's log";
}

function describeIssue(
  { id, number, state, deliveries, newsletter, pauseReason }: IssueStatus,
  place: string,
): Attention[] {
  const found: Attention[] = [];
  const { uncertain = 0, failed = 0 } = deliveries;
  if (uncertain > 0) {
    const message =
      `issue ${number}: ${uncertain} uncertain: the sending ended after the message had left and before the answer came. ` +
      `Look for the recipient in ${place}; only where it is not there`;
    found.push({ issue: id, message, command: `gazette send ${newsletter} --issue ${id} --only uncertain` });
  }
  if (failed > 0) {
    found.push({
      issue: id,
      message: `issue ${number}: ${failed} refused by the server`,
      command: `gazette status ${id}`,
    });
  }
  if (state === "paused") {
    const message = `issue ${number} is paused: ${pauseReason ?? "by hand"}`;
    found.push({ issue: id, message, command: `gazette resume ${id}` });
  }
  if (state === "sending") {
    found.push({
      issue: id,
      message: `issue ${number} is not finished`,
      command: `gazette send ${newsletter}`,
    });
  }
  return found;
}
