import type SQLite from "better-sqlite3";
import type { SuppressionReason } from "../schema/audience-tables.ts";
import type { DeliveryRow, DeliveryState, DomainHold } from "../schema/delivery-tables.ts";

/** What the ledger keeps of an SMTP reply. */
export interface RecordedReply {
  readonly code: number | undefined;
  readonly enhancedCode: string | undefined;
  readonly text: string | undefined;
  readonly host: string | undefined;
}

/** How an attempt ended, as the ledger keeps it. */
export interface RecordedOutcome {
  readonly from: DeliveryState;
  readonly to: DeliveryState;
  readonly reply?: RecordedReply | undefined;
  /** For `deferred`: when it is due again. */
  readonly nextAttemptAt?: Date | undefined;
  /** The address is not written to any more. */
  readonly suppress?: { readonly reason: SuppressionReason; readonly detail: string } | undefined;
  /** False: a hold of the domain, not a try. */
  readonly isAttempt: boolean;
  /** The domain gets nothing until then; in place of a hold that it has. */
  readonly hold?: DomainHold | undefined;
  /** The issue is paused, with this reason. */
  readonly pause?: string | undefined;
}

/**
 * The ledger's answer to "may the body leave now?". `suppressed`: the address is on the suppression list and the delivery
 * is `skipped`. `stopped`: the issue was paused or cancelled; the delivery is still leased. `lost`: it is someone else's.
 */
export type StepAnswer = "go" | "suppressed" | "stopped" | "lost";

/** A delivery as its holder knows it: a transition with an old fence does nothing. */
export type HeldDelivery = Pick<DeliveryRow, "issue_id" | "address" | "fence">;

export interface AskedStep {
  readonly delivery: HeldDelivery;
  /** Whose quota of the day the message counts towards. */
  readonly relay: string;
}

export interface AskedRecord {
  readonly delivery: HeldDelivery;
  readonly outcome: RecordedOutcome;
  readonly at: string;
}

/** In the order asked: whether each record moved its delivery, and the answer to each step. */
export interface WrittenGroup {
  readonly moved: readonly boolean[];
  readonly answers: readonly StepAnswer[];
}

/**
 * Writes a group of transitions in one transaction.
 *
 * @param beforeCommit Called inside the transaction; where it throws, nothing is written.
 * @throws Where the ledger cannot be written; then nothing of the group is.
 */
export type GroupWriter = (
  records: readonly AskedRecord[],
  steps: readonly AskedStep[],
  at: string,
  beforeCommit: (written: WrittenGroup) => void,
) => WrittenGroup;

const held = "issue_id = ? AND address = ? AND fence = ?";

/**
 * Prepares the few statements that every message needs, once. They run on the connection itself: building each as a query
 * costs as much as running it.
 */
export function prepareGroupWriter(sqlite: SQLite.Database): GroupWriter {
  const record = prepareRecord(sqlite);
  const follow = prepareConsequences(sqlite);
  const step = prepareStep(sqlite);
  const count = sqlite.prepare<[string, string, number]>(
    `INSERT INTO relay_usage (relay, day, messages) VALUES (?, ?, ?)
     ON CONFLICT (relay, day) DO UPDATE SET messages = messages + excluded.messages`,
  );
  const write: GroupWriter = (records, steps, at, beforeCommit) => {
    const moved = records.map(record);
    records.forEach(follow);
    const answers = steps.map((asked) => step(asked, at));
    const used = new Map<string, number>();
    steps.forEach(({ relay }, index) => {
      if (answers[index] === "go") used.set(relay, (used.get(relay) ?? 0) + 1);
    });
    for (const [relay, messages] of used) count.run(relay, at.slice(0, 10), messages);
    beforeCommit({ moved, answers });
    return { moved, answers };
  };
  const transaction = sqlite.transaction(write);
  return (...asked) => transaction.immediate(...asked);
}

function prepareRecord(sqlite: SQLite.Database): (asked: AskedRecord) => boolean {
  const update = sqlite.prepare(
    `UPDATE deliveries SET
       state = @to, next_attempt_at = @next, attempts = attempts + @tries, updated_at = @at,
       first_attempt_at = CASE WHEN @tries THEN coalesce(first_attempt_at, @at) ELSE first_attempt_at END,
       code = CASE WHEN @host IS NULL THEN code ELSE @code END,
       enhanced_code = CASE WHEN @host IS NULL THEN enhanced_code ELSE @enhanced END,
       response = coalesce(@text, response), host = coalesce(@host, host)
     WHERE issue_id = @issue AND address = @address AND fence = @fence AND state = @from`,
  );
  const suppress = sqlite.prepare<[string, string, string, string]>(
    "INSERT INTO suppressions (address, reason, detail, created_at) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
  );
  return ({ delivery, outcome, at }) => {
    const { from, to, reply, nextAttemptAt, isAttempt } = outcome;
    const { changes } = update.run({
      issue: delivery.issue_id,
      address: delivery.address,
      fence: delivery.fence,
      from,
      to,
      at,
      next: nextAttemptAt?.toISOString() ?? null,
      tries: isAttempt ? 1 : 0,
      code: reply?.code ?? null,
      enhanced: reply?.enhancedCode ?? null,
      text: reply?.text ?? null,
      host: reply?.host ?? null,
    });
    if (changes === 1 && outcome.suppress !== undefined) {
      suppress.run(delivery.address, outcome.suppress.reason, outcome.suppress.detail, at);
    }
    return changes === 1;
  };
}

/** What an outcome means for others is as durable as the outcome: both are on record, or neither. */
function prepareConsequences(sqlite: SQLite.Database): (asked: AskedRecord) => void {
  const hold = sqlite.prepare<[DomainHold]>(
    `INSERT INTO domain_holds (domain, until, kind, reply) VALUES (@domain, @until, @kind, @reply)
     ON CONFLICT (domain) DO UPDATE SET until = excluded.until, kind = excluded.kind, reply = excluded.reply
     WHERE until <> excluded.until`,
  );
  const pause = sqlite.prepare<[string, number]>(
    "UPDATE issues SET state = 'paused', pause_reason = ? WHERE id = ? AND state = 'sending'",
  );
  return ({ delivery, outcome }) => {
    if (outcome.hold !== undefined) hold.run(outcome.hold);
    if (outcome.pause !== undefined) pause.run(outcome.pause, delivery.issue_id);
  };
}

/**
 * The suppression check, the look at the issue's state and the step are one transaction (invariant 10). Whoever left the
 * newsletter after the issue was frozen counts as suppressed: with local times there is a day between.
 */
function prepareStep(sqlite: SQLite.Database): (asked: AskedStep, at: string) => StepAnswer {
  const step = sqlite.prepare<[string, number, string, number]>(
    `UPDATE deliveries SET state = 'in_data', updated_at = ?
     WHERE ${held} AND state = 'leased'
       AND EXISTS (SELECT 1 FROM issues WHERE id = issue_id AND issues.state = 'sending'
         AND NOT EXISTS (SELECT 1 FROM subscriptions AS left_ones
           WHERE left_ones.newsletter = issues.newsletter AND left_ones.address = deliveries.address
             AND left_ones.state = 'left' AND left_ones.left_at >= issues.frozen_at))
       AND NOT EXISTS (SELECT 1 FROM suppressions WHERE suppressions.address = deliveries.address)`,
  );
  const skip = sqlite.prepare<[string, number, string, number]>(
    `UPDATE deliveries SET state = 'skipped', updated_at = ?
     WHERE ${held} AND state = 'leased'
       AND EXISTS (SELECT 1 FROM issues WHERE id = issue_id AND issues.state = 'sending')`,
  );
  const isHeld = sqlite
    .prepare<[number], number>("SELECT 1 FROM issues WHERE id = ? AND state IN ('paused', 'cancelled')")
    .pluck();
  return ({ delivery: { issue_id, address, fence } }, at) => {
    if (step.run(at, issue_id, address, fence).changes === 1) return "go";
    if (skip.run(at, issue_id, address, fence).changes === 1) return "suppressed";
    return isHeld.get(issue_id) === undefined ? "lost" : "stopped";
  };
}
