import { assertTransition } from "./delivery-transitions.ts";
import { type Database, isStorageFault, ledgerFileOf } from "./open-database.ts";
import {
  type AskedRecord,
  type AskedStep,
  type HeldDelivery,
  prepareGroupWriter,
  type RecordedOutcome,
  type StepAnswer,
} from "./write-transitions.ts";

export interface LedgerWriter {
  /**
   * Asks for the step from `leased` into `in_data`. Resolves when the answer is on the disk.
   *
   * @param relay Whose quota of the day the message counts towards.
   */
  stepIntoBody(delivery: HeldDelivery, relay: string): Promise<StepAnswer>;
  /** Moves a delivery on, if fence and state are still the caller's; resolves with whether it moved, once it is on the disk. */
  record(delivery: HeldDelivery, outcome: RecordedOutcome): Promise<boolean>;
  /** Resolves when everything asked so far is on the disk. */
  drain(): Promise<void>;
}

interface WaitingStep extends AskedStep {
  readonly resolve: (answer: StepAnswer) => void;
  readonly reject: (error: unknown) => void;
}

interface WaitingRecord extends AskedRecord {
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

/**
 * Gathers the transitions of many connections into one transaction: each is durable before its promise resolves, and a
 * message does not cost a commit of its own. While the disk confirms one group, the next one gathers.
 */
export function createLedgerWriter({ database, now, gatherMs }: LedgerWriterOptions): LedgerWriter {
  const file = ledgerFileOf(database);
  const writeGroup = prepareGroupWriter(file.sqlite);
  let steps: WaitingStep[] = [];
  let records: WaitingRecord[] = [];
  let running: Promise<void> | undefined;

  const flushAll = async (): Promise<void> => {
    while (steps.length + records.length > 0) {
      if (gatherMs > 0) await new Promise((resolve) => setTimeout(resolve, gatherMs));
      else await new Promise((resolve) => setImmediate(resolve));
      await flush();
    }
    running = undefined;
  };

  const flush = async (): Promise<void> => {
    const [nowSteps, nowRecords] = [steps, records];
    steps = [];
    records = [];
    try {
      const { moved, answers } = await file.commit(() =>
        writeGroup(nowRecords, nowSteps, now().toISOString()),
      );
      nowRecords.forEach((record, index) => record.resolve(moved[index] ?? false));
      nowSteps.forEach((step, index) => step.resolve(answers[index] ?? "lost"));
    } catch (error) {
      // No body may leave on a ledger that cannot be written; what has happened already is worth another try.
      for (const step of nowSteps) step.reject(error);
      for (const record of nowRecords) {
        record.tries += 1;
        if (isStorageFault(error) && record.tries < maxTries) records.push(record);
        else record.reject(error);
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
    },
  };
}
