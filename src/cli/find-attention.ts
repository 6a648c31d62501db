import { join } from "node:path";
import type { Config } from "../config/config.ts";
import type { OverdueSlot } from "../newsletter/timetable/list-overdue.ts";
import { localMinute } from "../platform/zoned-text.ts";
import { describeDuration } from "../schedule/judge-lateness.ts";
import type { DomainHold } from "../storage/schema/delivery-tables.ts";
import type { AlertRow } from "../storage/schema/schedule-tables.ts";
import type { Attention, DraftStatus, IssueStatus } from "./status-view.ts";

export interface Looked {
  readonly config: Config;
  /** The newest first. */
  readonly issues: readonly IssueStatus[];
  readonly holds: readonly DomainHold[];
  readonly alerts: readonly AlertRow[];
  readonly drafts: readonly DraftStatus[];
  readonly overdue: readonly OverdueSlot[];
  /** Whether a schedule, or `send --due`, has ever run here: what has its time goes on by itself. */
  readonly isScheduled: boolean;
  readonly now: Date;
}

/** What needs a person, the most pressing first. */
export function findAttention(looked: Looked): Attention[] {
  const { issues, holds, alerts, drafts } = looked;
  const told = alerts.flatMap(describeAlert);
  const isTold = ({ hash }: DraftStatus): boolean =>
    told.some(({ command }) => command.includes(hash.slice(0, 12)));
  return [
    ...told,
    ...looked.overdue.flatMap((slot) => describeOverdue(slot, looked)),
    ...drafts.filter((draft) => !isTold(draft)).flatMap((draft) => describeDraft(draft, looked)),
    ...issues.flatMap((issue) => describeIssue(issue, looked)),
    ...holds.flatMap(describeHold),
  ];
}

/** What is said of issues below, with its own command, is not said twice. */
function describeAlert({ key, message, remedy }: AlertRow): Attention[] {
  if (/^(?:sending|paused|uncertain):/u.test(key)) return [];
  const command = /`(gazette [^`]+)`/u.exec(remedy)?.[1] ?? "gazette doctor";
  return [{ issue: null, message, command }];
}

/** Only what is running tells of slots; where nothing is, nobody else would say so. */
function describeOverdue(
  { newsletter, cadence, slot, lateMs }: OverdueSlot,
  { config, alerts }: Looked,
): Attention[] {
  const isTold = ["again", "fault"].some((kind) =>
    alerts.some(({ key }) => `${key}:`.startsWith(`${kind}:${newsletter}:${cadence}:`)),
  );
  if (isTold) return [];
  const zone = config.newsletters.find(({ key }) => key === newsletter)?.timeZone ?? "UTC";
  const message =
    `the slot of ${newsletter} at ${localMinute(slot, zone)} ${zone} is ${describeDuration(lateMs)} overdue: ` +
    "nothing has run that would decide it, so see that the schedule runs, or";
  return [{ issue: null, message, command: "gazette send --due" }];
}

/** A draft that goes out without a word, or that waits beside an approved one, holds nothing up. */
function describeDraft(draft: DraftStatus, { config, drafts }: Looked): Attention[] {
  const { state, newsletter, cadence, number, slot, hash } = draft;
  const found = config.newsletters.find(({ key }) => key === newsletter);
  if (state !== "open" || found?.review.mode !== "required") return [];
  // Of a cadence that is no more, no slot comes.
  if (found.cadences.every(({ name }) => name !== cadence)) return [];
  if (drafts.some((other) => other.state === "approved" && isOfSameSlot(draft)(other))) return [];
  const zone = found.timeZone;
  const message = `draft of ${newsletter} No. ${number} for ${localMinute(new Date(slot), zone)} ${zone} waits for an editor`;
  return [{ issue: null, message, command: `gazette send --approve ${hash.slice(0, 12)}` }];
}

function isOfSameSlot({ newsletter, cadence, slot }: DraftStatus): (other: DraftStatus) => boolean {
  return (other) => other.newsletter === newsletter && other.cadence === cadence && other.slot === slot;
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

/** An issue is called by its number within its newsletter; the one that commands take counts all newsletters' issues. */
function nameOf({ newsletter, number }: IssueStatus): string {
  return `${newsletter} No. ${number}`;
}

function describeIssue(issue: IssueStatus, looked: Looked): Attention[] {
  const { id, state, deliveries, newsletter, pauseReason } = issue;
  const name = nameOf(issue);
  const place = whereToLook(looked.config);
  const found: Attention[] = [];
  const { uncertain = 0, failed = 0, expired = 0 } = deliveries;
  if (uncertain > 0) {
    const message =
      `${name}: ${uncertain} uncertain: the sending ended after the message had left and before the answer came. ` +
      `Look for each reader (\`gazette status ${id}\`) in ${place}, and name those who are there with --arrived ADDRESSES; the others get it by`;
    found.push({ issue: id, message, command: `gazette send ${newsletter} --issue ${id} --only uncertain` });
  }
  const isLast = looked.issues.find(isOfSameCadence(issue)) === issue;
  // What the last issue could not be sent to is worth a look; the one before it is history.
  if (failed > 0 && isLast) {
    found.push({
      issue: id,
      message: `${name}: ${failed} refused by the server`,
      command: `gazette status ${id}`,
    });
  }
  if (expired > 0 && isLast) {
    found.push({
      issue: id,
      message: `${name}: ${expired} given up, because the server deferred them too long`,
      command: `gazette status ${id}`,
    });
  }
  if (state === "paused") {
    const message = `${name} is paused: ${pauseReason ?? "by hand"}`;
    found.push({ issue: id, message, command: `gazette resume ${id}` });
  }
  if (state === "sending") found.push(...describeUnfinished(issue, looked));
  return found;
}

function isOfSameCadence({ newsletter, cadence }: IssueStatus): (other: IssueStatus) => boolean {
  return (other) => other.newsletter === newsletter && other.cadence === cadence;
}

/** A look every 15 seconds, or from a crontab every few minutes, is not late before this. */
const lateMs = 10 * 60 * 1000;

function describeUnfinished(issue: IssueStatus, { alerts, config, isScheduled, now }: Looked): Attention[] {
  const { id, newsletter, perMinute, nextAttemptAt, deliveries } = issue;
  if (config.newsletters.every(({ key }) => key !== newsletter)) {
    // A schedule that runs has told of it in the same words.
    if (alerts.some(({ key }) => key === `stray:${id}`)) return [];
    const message = `${nameOf(issue)} is not finished, and no newsletter is called that any more`;
    return [{ issue: id, message, command: `gazette cancel ${id}` }];
  }
  const alert = alerts.find(({ key }) => key === `sending:${id}`);
  if (alert !== undefined) return [{ issue: id, message: alert.message, command: "gazette doctor" }];
  if ((perMinute ?? 0) > 0) return [];
  const { pending = 0 } = deliveries;
  const hasItsTime =
    pending === 0 && nextAttemptAt !== null && now.getTime() - Date.parse(nextAttemptAt) < lateMs;
  if (isScheduled && hasItsTime) return [];
  return [{ issue: id, message: `${nameOf(issue)} is not finished`, command: `gazette send ${newsletter}` }];
}
