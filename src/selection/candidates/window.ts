import type { Article } from "../../articles/article.ts";
import { GazetteError } from "../../platform/errors.ts";
import type { DatedArticle, Ruling } from "../terms/availability.ts";
import type { DecisionContext } from "../terms/decision-context.ts";
import { findNewest } from "./find-newest.ts";
import { createLocalTime, type LocalTime } from "../../platform/local-time.ts";
import type { SelectionRules } from "../terms/selection-rules.ts";

/** Half-open: an article dated exactly at `until` waits for the next issue. */
export interface Window {
  readonly since: Date;
  readonly until: Date;
}

export type WindowKind = "first-issue" | "since-last-issue" | "explicit" | "last-days";

/** The window of one issue, and why it is this one. */
export interface WindowDecision {
  readonly kind: WindowKind;
  readonly window: Window;
  /** Articles dated from here to the window's start are taken in as late arrivals; equal to `since`: none are. */
  readonly lateFrom: Date;
  /** One sentence without a full stop. */
  readonly reason: string;
  /** First issue only. */
  readonly newest?: NewestOnly | undefined;
}

/** What a first issue is made of. */
export interface NewestOnly {
  /** Paths of the newest articles, the only ones it takes. */
  readonly paths: ReadonlySet<string>;
  /** By path, what has the id or the content of one of them. */
  readonly doubles: ReadonlyMap<string, Ruling>;
  /** Whether there are no more than these that the newsletter would take: then age keeps nothing out. */
  readonly isAll: boolean;
}

/** What the operator asked for, on the command line or in the configuration. `since` wins over `days`. */
export interface WindowRequest extends DecisionContext {
  readonly since?: Date | undefined;
  readonly until?: Date | undefined;
  /** The last N local days before the slot's day, and that day up to the slot. */
  readonly days?: number | undefined;
}

/**
 * Decides which dates an issue covers: what was asked for, else everything since the last issue, else the newest
 * articles of a folder that never sent one.
 *
 * @param articles Only looked at for a first issue.
 * @throws GazetteError `usage` where the window asked for ends before it starts.
 */
export function decideWindow(
  articles: readonly Article[],
  rules: SelectionRules,
  request: WindowRequest,
): WindowDecision {
  const time = createLocalTime(request.timeZone);
  const lastUntil = latest(request.ledger.issues.map((issue) => issue.until));
  if (request.since !== undefined) return explicitWindow(request.since, request, time);
  if (request.days !== undefined) return lastDays(request.days, rules, request, time);
  if (lastUntil !== undefined) return sinceLastIssue(lastUntil, rules, request, time);
  return firstIssue(articles, rules, request, time);
}

function explicitWindow(since: Date, request: WindowRequest, time: LocalTime): WindowDecision {
  const window = { since, until: request.until ?? request.slot };
  refuseBackwards(window, time);
  const reason = `from ${time.minute(since)} to ${time.minute(window.until)} ${time.timeZone}, as asked for`;
  return { kind: "explicit", window, lateFrom: since, reason };
}

function refuseBackwards({ since, until }: Window, time: LocalTime): void {
  if (since < until) return;
  throw new GazetteError(
    "usage",
    `The window would end (${time.minute(until)}) before it starts (${time.minute(since)} ${time.timeZone}).`,
    { hint: "Give --since an earlier instant than --until." },
  );
}

function lastDays(
  days: number,
  rules: SelectionRules,
  request: WindowRequest,
  time: LocalTime,
): WindowDecision {
  const until = request.until ?? request.slot;
  const since = time.startOfDay(until, -days);
  const window = { since, until };
  const reason = `the last ${days === 1 ? "day" : `${days} days`}, from ${time.minute(since)} ${time.timeZone}`;
  return { kind: "last-days", window, lateFrom: lateBound(since, rules, request, time), reason };
}

function sinceLastIssue(
  lastUntil: Date,
  rules: SelectionRules,
  request: WindowRequest,
  time: LocalTime,
): WindowDecision {
  if (request.until !== undefined) refuseBackwards({ since: lastUntil, until: request.until }, time);
  const until = request.until ?? request.slot;
  const since = lastUntil < until ? lastUntil : until;
  const last = request.ledger.issues.find((issue) => issue.until.getTime() === lastUntil.getTime());
  const reason = `since issue ${last?.number ?? "?"}, which ended at ${time.minute(lastUntil)} ${time.timeZone}`;
  const window = { since, until };
  return { kind: "since-last-issue", window, lateFrom: lateBound(since, rules, request, time), reason };
}

function firstIssue(
  articles: readonly Article[],
  rules: SelectionRules,
  request: WindowRequest,
  time: LocalTime,
): WindowDecision {
  const end = request.until ?? request.slot;
  const { articles: newest, doubles, oldestLeftOut, isAll } = findNewest(articles, end, rules, request, time);
  const newestOnly = { paths: new Set(newest.map((article) => article.path)), doubles, isAll };
  const [first] = newest;
  const oldest = oldestOf(newest.at(-1), oldestLeftOut);
  if (first === undefined || oldest === undefined) {
    const since = time.startOfDay(oldest?.publishedAt ?? new Date(end.getTime() - 1));
    const reason = `the first issue, and nothing that it could take is dated before ${time.minute(end)} ${time.timeZone}`;
    return {
      kind: "first-issue",
      window: { since, until: end },
      lateFrom: since,
      reason,
      newest: newestOnly,
    };
  }
  const since = time.startOfDay(oldest.publishedAt);
  const dayAfter = time.startOfDay(first.publishedAt, 1);
  const until = dayAfter < end ? dayAfter : end;
  return {
    kind: "first-issue",
    window: { since, until },
    lateFrom: since,
    reason: `the first issue: the newest ${newest.length === 1 ? "article" : `${newest.length} articles`}, from ${time.day(since)} to ${time.day(first.publishedAt)}`,
    newest: newestOnly,
  };
}

function oldestOf(a: DatedArticle | undefined, b: DatedArticle | undefined): DatedArticle | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return a.publishedAt < b.publishedAt ? a : b;
}

/** Late arrivals are not older than `lateDays` before the slot, and never from before the first issue began. */
function lateBound(since: Date, rules: SelectionRules, request: WindowRequest, time: LocalTime): Date {
  const first = request.ledger.issues[0];
  if (first === undefined) return since;
  const oldest = time.startOfDay(request.slot, -rules.lateDays);
  const bound = oldest > first.since ? oldest : first.since;
  return bound < since ? bound : since;
}

function latest(dates: readonly Date[]): Date | undefined {
  return dates.reduce<Date | undefined>(
    (max, date) => (max === undefined || date > max ? date : max),
    undefined,
  );
}
