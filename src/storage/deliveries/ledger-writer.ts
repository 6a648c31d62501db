import { setImmediate as nextTurn, setTimeout as sleep } from "node:timers/promises";
import {
  type BodyJournal,
  findDatabaseFile,
  foldLog,
  journalFile,
  linesOfBeginnings,
  linesOfEnds,
  openBodyJournal,
} from "../ledger/body-journal.ts";
import { assertTransition } from "./delivery-transitions.ts";
import type { LedgerPlace } from "../ledger/ledger-place.ts";
import { type Database, ledgerFileOf } from "../ledger/open-database.ts";
import { toStorageFault } from "../ledger/storage-fault.ts";
import {
  type AskedRecord,
  type AskedStep,
  type HeldDelivery,
  prepareGroupWriter,
  type RecordedOutcome,
  type StepAnswer,
  type WrittenGroup,
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
  /**
   * How long a group waits for others to join, in milliseconds; 0: only for what the same turn of the event loop brings. Where
   * several connections ask, a wait that is short beside a message's own makes fewer groups, and so fewer threads to wake
   * (as `commit_delay` does in PostgreSQL).
   */
  readonly gatherMs: number;
}

/** An outcome that cannot be written is tried again this often; then its delivery is found `in_data` by the next start. */
const maxTries = 5;
/** Some ten thousand messages: then the ledger's log is folded into its file, and the journal begins anew. */
const maxJournalBytes = 1024 * 1024;

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
  let journal: BodyJournal | undefined;
  let place: LedgerPlace | undefined;
  let isLost = false;
  let foldAtBytes = maxJournalBytes;

  /** Never rejects: what goes wrong is told to those who asked. */
  const flushAll = async (): Promise<void> => {
    try {
      while (steps.length + records.length > 0) {
        await (gatherMs > 0 ? sleep(gatherMs) : nextTurn());
        await flush();
        await shortenJournal();
      }
    } catch (error) {
      for (const { reject } of [...records.splice(0), ...steps.splice(0)]) reject(error);
    } finally {
      running = undefined;
    }
  };

  /** Where the log cannot be folded now (a reader holds it, the disk is full), the journal keeps what it has and is tried again later. */
  const shortenJournal = async (): Promise<void> => {
    if (journal === undefined || journal.bytes() < foldAtBytes) return;
    if (await foldLog(database)) {
      journal.clear();
      foldAtBytes = maxJournalBytes;
    } else foldAtBytes = journal.bytes() + maxJournalBytes;
  };

  const openBook = async (): Promise<BodyJournal> => {
    if (journal !== undefined) return journal;
    const path = await findDatabaseFile(database);
    place = file.place;
    journal = openBodyJournal(journalFile(path));
    return journal;
  };

  /** Where the ledger is gone no body leaves any more; what has happened is still written, for the one that is put back. */
  const takeSteps = (): WaitingStep[] => {
    const taken = steps;
    steps = [];
    if (taken.length === 0 || place === undefined) return taken;
    let fault: unknown;
    try {
      if (place.isHeld()) return taken;
      isLost = true;
      fault = place.fault();
    } catch (error) {
      // Whether it is still there cannot be seen, so nothing more may leave; it is not known to be lost either.
      fault = toStorageFault(error) ?? error;
    }
    for (const step of taken) step.reject(fault);
    return [];
  };

  const flush = async (): Promise<void> => {
    const nowRecords = records;
    records = [];
    const nowSteps = takeSteps();
    const written = await write(nowRecords, nowSteps);
    if (written === undefined) return;
    try {
      await file.sync();
    } catch (error) {
      // What the disk refused to confirm once it may confirm falsely the next time: nobody asks it again.
      const fault = toStorageFault(error) ?? error;
      for (const { reject } of [...nowRecords, ...nowSteps]) reject(fault);
      return;
    }
    nowRecords.forEach((record, index) => record.resolve(written.moved[index] ?? false));
    nowSteps.forEach((step, index) => step.resolve(written.answers[index] ?? "lost"));
  };

  /** @returns Undefined where nothing could be written; whoever asked has been told, or waits for another try. */
  const write = async (
    nowRecords: readonly WaitingRecord[],
    nowSteps: readonly WaitingStep[],
  ): Promise<WrittenGroup | undefined> => {
    let takeBack: (() => void) | undefined;
    try {
      const book = await openBook();
      const beforeCommit = ({ moved, answers }: WrittenGroup): void => {
        // Before the commit: what the ledger says of a body, the journal knows already.
        takeBack = book.append([
          ...linesOfEnds(nowRecords.filter((_, index) => moved[index] === true)),
          ...linesOfBeginnings(nowSteps.filter((_, index) => answers[index] === "go")),
        ]);
      };
      return await file.commit(() => writeGroup(nowRecords, nowSteps, now().toISOString(), beforeCommit));
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
      return undefined;
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
      const closing = journal;
      journal = undefined;
      try {
        if (isLost) await place?.putBack(database);
        else if (await foldLog(database)) closing.clear();
      } finally {
        closing.close();
      }
    },
  };
}
