import { sql, type Transaction } from "kysely";
import { assertTransition } from "./delivery-transitions.ts";
import {
  type BodyJournal,
  findDatabaseFile,
  foldLog,
  journalFile,
  linesOfBeginnings,
  linesOfEnds,
  openBodyJournal,
} from "./body-journal.ts";
import type { Database } from "./open-database.ts";
import type { DeliveryRow, DeliveryState, SuppressionReason, Tables } from "./schema.ts";
import { toStorageFault } from "./storage-fault.ts";

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
}

/**
 * The ledger's answer to "may the body leave now?". `suppressed`: the address is on the suppression list and the delivery
 * is `skipped`. `stopped`: the issue was paused or cancelled; the delivery is still leased. `lost`: it is someone else's.
 */
export type StepAnswer = "go" | "suppressed" | "stopped" | "lost";

type Held = Pick<DeliveryRow, "issue_id" | "address" | "fence">;

export interface LedgerWriter {
  /**
   * Asks for the step from `leased` into `in_data`. Resolves when the answer is on the disk.
   *
   * @param relay Whose quota of the day the message counts towards.
   */
  stepIntoBody(delivery: Held, relay: string): Promise<StepAnswer>;
  /** Moves a delivery on, if fence and state are still the caller's; resolves with whether it moved, once it is on the disk. */
  record(delivery: Held, outcome: RecordedOutcome): Promise<boolean>;
  /** Resolves when everything asked so far is on the disk. */
  drain(): Promise<void>;
}

interface WaitingStep {
  readonly delivery: Held;
  readonly relay: string;
  readonly resolve: (answer: StepAnswer) => void;
  readonly reject: (error: unknown) => void;
}

interface WaitingRecord {
  readonly delivery: Held;
  readonly outcome: RecordedOutcome;
  readonly at: string;
  tries: number;
  readonly resolve: (moved: boolean) => void;
  readonly reject: (error: unknown) => void;
}

export interface LedgerWriterOptions {
  readonly database: Database;
  readonly now: () => Date;
  /** How long to gather the steps of many connections into one transaction. */
  readonly gatherMs: number;
}

/** An outcome that cannot be written is tried again this often; then its delivery is found `in_data` by the next start. */
const maxTries = 5;
/** Some ten thousand messages: then the ledger's log is folded into its file, and the journal begins anew. */
const maxJournalBytes = 1024 * 1024;

/**
 * Gathers the transitions of many connections into one transaction every few milliseconds: each is durable before its
 * promise resolves, and a message does not cost a commit of its own.
 */
export function createLedgerWriter({ database, now, gatherMs }: LedgerWriterOptions): LedgerWriter {
  let steps: WaitingStep[] = [];
  let records: WaitingRecord[] = [];
  let running: Promise<void> | undefined;
  let journal: BodyJournal | undefined;

  const flushAll = async (): Promise<void> => {
    while (steps.length + records.length > 0) {
      if (gatherMs > 0) await new Promise((resolve) => setTimeout(resolve, gatherMs));
      else await new Promise((resolve) => setImmediate(resolve));
      await flush();
      if ((journal?.bytes() ?? 0) > maxJournalBytes && (await foldLog(database))) journal?.clear();
    }
    running = undefined;
  };

  const flush = async (): Promise<void> => {
    const [nowSteps, nowRecords] = [steps, records];
    steps = [];
    records = [];
    let takeBack: (() => void) | undefined;
    try {
      const at = now().toISOString();
      journal ??= openBodyJournal(journalFile(await findDatabaseFile(database)));
      const book = journal;
      const answers = await database.transaction().execute(async (transaction) => {
        const moved = await writeRecords(transaction, nowRecords);
        const answers = await writeSteps(transaction, nowSteps, at);
        // Before the commit: what the ledger says of a body, the journal knows already.
        takeBack = book.append([
          ...linesOfEnds(nowRecords.filter((_, index) => moved[index] === true)),
          ...linesOfBeginnings(nowSteps.filter((_, index) => answers[index] === "go")),
        ]);
        return { moved, steps: answers };
      });
      nowRecords.forEach((record, index) => record.resolve(answers.moved[index] ?? false));
      nowSteps.forEach((step, index) => step.resolve(answers.steps[index] ?? "lost"));
    } catch (error) {
      takeBack?.();
      // No body may leave on a ledger that cannot be written; what has happened already is worth another try.
      const fault = toStorageFault(error);
      for (const step of nowSteps) step.reject(fault ?? error);
      for (const record of nowRecords) {
        record.tries += 1;
        if (fault !== undefined && record.tries < maxTries) records.push(record);
        else record.reject(fault ?? error);
      }
    }
  };

  const wake = (): void => {
    running ??= flushAll();
  };

  return {
    stepIntoBody: (delivery, relay) =>
      new Promise((resolve, reject) => {
        steps.push({ delivery, relay, resolve, reject });
        wake();
      }),
    record: (delivery, outcome) => {
      assertTransition(outcome.from, outcome.to);
      return new Promise((resolve, reject) => {
        records.push({ delivery, outcome, at: now().toISOString(), tries: 0, resolve, reject });
        wake();
      });
    },
    drain: async () => {
      while (running !== undefined) await running;
      if (journal === undefined) return;
      if (await foldLog(database)) journal.clear();
      journal.close();
      journal = undefined;
    },
  };
}

const keyOf = ({ issue_id, address, fence }: Held): string => `${issue_id} ${fence} ${address}`;

interface MovedRow {
  readonly issue_id: number;
  readonly address: string;
  readonly fence: number;
}

async function writeRecords(
  transaction: Transaction<Tables>,
  waiting: readonly WaitingRecord[],
): Promise<boolean[]> {
  if (waiting.length === 0) return [];
  const rows = waiting.map(({ delivery, outcome, at }) => [
    delivery.issue_id,
    delivery.address,
    delivery.fence,
    outcome.from,
    outcome.to,
    outcome.nextAttemptAt?.toISOString() ?? null,
    outcome.isAttempt ? 1 : 0,
    outcome.reply?.code ?? null,
    outcome.reply?.enhancedCode ?? null,
    outcome.reply?.text ?? null,
    outcome.reply?.host ?? null,
    at,
  ]);
  const moved = await sql<MovedRow>`
    UPDATE deliveries SET
      state = ended.value ->> 4,
      next_attempt_at = ended.value ->> 5,
      attempts = attempts + (ended.value ->> 6),
      first_attempt_at = CASE WHEN ended.value ->> 6 THEN coalesce(first_attempt_at, ended.value ->> 11) ELSE first_attempt_at END,
      code = CASE WHEN ended.value ->> 10 IS NULL THEN code ELSE ended.value ->> 7 END,
      enhanced_code = CASE WHEN ended.value ->> 10 IS NULL THEN enhanced_code ELSE ended.value ->> 8 END,
      response = coalesce(ended.value ->> 9, response),
      host = coalesce(ended.value ->> 10, host),
      updated_at = ended.value ->> 11
    FROM json_each(${JSON.stringify(rows)}) AS ended
    WHERE issue_id = ended.value ->> 0 AND address = ended.value ->> 1 AND fence = ended.value ->> 2
      AND state = ended.value ->> 3
    RETURNING issue_id, address, fence`.execute(transaction);
  const done = new Set(moved.rows.map(keyOf));
  const suppressions = waiting.flatMap(({ delivery, outcome, at }) =>
    outcome.suppress === undefined || !done.has(keyOf(delivery))
      ? []
      : [{ address: delivery.address, ...outcome.suppress, created_at: at }],
  );
  if (suppressions.length > 0) {
    await transaction
      .insertInto("suppressions")
      .values(suppressions)
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
  return waiting.map(({ delivery }) => done.has(keyOf(delivery)));
}

/** The suppression check, the look at the issue's state and the step are one transaction (invariant 10). */
async function writeSteps(
  transaction: Transaction<Tables>,
  waiting: readonly WaitingStep[],
  at: string,
): Promise<StepAnswer[]> {
  if (waiting.length === 0) return [];
  const rows = JSON.stringify(
    waiting.map(({ delivery }) => [delivery.issue_id, delivery.address, delivery.fence]),
  );
  const stepped = await sql<MovedRow & { readonly state: DeliveryState }>`
    UPDATE deliveries SET
      state = CASE WHEN EXISTS (SELECT 1 FROM suppressions WHERE suppressions.address = deliveries.address)
        THEN 'skipped' ELSE 'in_data' END,
      updated_at = ${at}
    FROM json_each(${rows}) AS step
    WHERE issue_id = step.value ->> 0 AND address = step.value ->> 1 AND fence = step.value ->> 2
      AND state = 'leased'
      AND EXISTS (SELECT 1 FROM issues WHERE issues.id = issue_id AND issues.state = 'sending')
    RETURNING issue_id, address, fence, state`.execute(transaction);
  const states = new Map(stepped.rows.map((row) => [keyOf(row), row.state]));
  const held = stepped.rows.length === waiting.length ? new Set<number>() : await listHeldIssues(transaction);
  const answers = waiting.map(({ delivery }): StepAnswer => {
    const state = states.get(keyOf(delivery));
    if (state === undefined) return held.has(delivery.issue_id) ? "stopped" : "lost";
    return state === "skipped" ? "suppressed" : "go";
  });
  await countUsage(
    transaction,
    waiting.filter((_, index) => answers[index] === "go").map(({ relay }) => relay),
    at.slice(0, 10),
  );
  return answers;
}

async function listHeldIssues(transaction: Transaction<Tables>): Promise<Set<number>> {
  const rows = await transaction
    .selectFrom("issues")
    .select("id")
    .where("state", "in", ["paused", "cancelled"])
    .execute();
  return new Set(rows.map(({ id }) => id));
}

async function countUsage(
  transaction: Transaction<Tables>,
  relays: readonly string[],
  day: string,
): Promise<void> {
  for (const relay of new Set(relays)) {
    const messages = relays.filter((name) => name === relay).length;
    await transaction
      .insertInto("relay_usage")
      .values({ relay, day, messages })
      .onConflict((conflict) =>
        conflict.columns(["relay", "day"]).doUpdateSet((expression) => ({
          messages: expression("relay_usage.messages", "+", messages),
        })),
      )
      .execute();
  }
}
