import { setTimeout as sleep } from "node:timers/promises";
import { countDeliveries, countOpen, type DeliveryCounts } from "../../storage/deliveries/deliveries.ts";
import { countUntilOwnTime } from "../../storage/deliveries/local-deliveries.ts";
import { listSendable, type Sendable } from "./list-sendable.ts";
import { defaultTurns, type LeasedRun } from "../timetable/schedule-run.ts";
import { describeCounts } from "./describe-counts.ts";
import { sendScheduledIssue } from "./send-scheduled-issue.ts";

/** Work that goes on beside a send. `lost`: another process has taken over, and nothing more is to be begun. */
export type Look = () => Promise<"done" | "lost">;

/**
 * Sends what is due of every unfinished issue. One at a time has the servers, so that their limits hold; while others wait,
 * each is sent for a turn, whoever waited longest first. Of one cadence the oldest issue goes first.
 *
 * @param current The run with the configuration of the latest look.
 * @param look Called now and then while an issue is sent: it may freeze further issues.
 */
export async function sendInTurns(current: () => LeasedRun, look: Look): Promise<void> {
  const rounds = openRounds();
  for (;;) {
    const run = current();
    const [next] = run.signal.aborted ? [] : await rounds.listWaiting(run);
    if (next === undefined) break;
    const end = await takeTurn(current, next, rounds, look);
    if (end === "lost") break;
  }
  await rounds.reportRest(current());
}

/** Who had a turn when, and what is still to be said in the log. */
interface Rounds {
  /** Who can be sent now, whoever waited longest first. */
  listWaiting(run: LeasedRun): Promise<Sendable[]>;
  begin(run: LeasedRun, sendable: Sendable): Promise<void>;
  /** @param isOver Nothing more of it can go now. */
  end(run: LeasedRun, sendable: Sendable, counts: DeliveryCounts | undefined, isOver: boolean): Promise<void>;
  /** What had its share may have more that is due: a retry, or the hour that it waited for. */
  wakeAll(): void;
  /** Says of issues whose last turn was cut short, or that nobody could be sent yet, how far they are. */
  reportRest(run: LeasedRun): Promise<void>;
}

function openRounds(): Rounds {
  const resting = new Set<number>();
  const lastTurns = new Map<number, number>();
  const begun = new Map<number, { readonly sendable: Sendable; readonly before: string }>();
  let turns = 0;

  const describe = async ({ database }: LeasedRun, id: number, counts: DeliveryCounts): Promise<string> =>
    describeCounts(counts, await countUntilOwnTime(database, id));

  const report = async (
    run: LeasedRun,
    { context, issue }: Sendable,
    counts: DeliveryCounts | undefined,
  ): Promise<void> => {
    const before = begun.get(issue.id)?.before;
    begun.delete(issue.id);
    const name = run.frozen.get(issue.id);
    run.frozen.delete(issue.id);
    const done = counts === undefined ? undefined : await describe(run, issue.id, counts);
    // Most minutes nothing of an unfinished issue can be sent, and nobody wants to read that.
    if (name === undefined && (done === undefined || done === before)) return;
    run.onEvent({
      newsletter: context.newsletter.key,
      cadence: context.cadence,
      slot: new Date(issue.slot),
      issue: issue.id,
      ...(name === undefined
        ? { outcome: "resumed", reason: `went on with No. ${issue.number}: ${done ?? ""}` }
        : { outcome: "sent", reason: `${name}: ${done ?? "frozen, and not sent yet"}` }),
    });
  };

  return {
    listWaiting: async (run) => {
      const waiting = (await listSendable(run, run.frozen)).filter(({ issue }) => !resting.has(issue.id));
      const cadences = new Set<string>();
      const first = waiting.filter(({ issue }) => {
        const name = `${issue.newsletter} ${issue.cadence}`;
        return !cadences.has(name) && cadences.add(name);
      });
      const since = ({ issue }: Sendable): number => lastTurns.get(issue.id) ?? 0;
      return first.sort((one, other) => since(one) - since(other));
    },
    begin: async (run, sendable) => {
      const { id } = sendable.issue;
      turns += 1;
      lastTurns.set(id, turns);
      if (begun.has(id)) return;
      const before = await describe(run, id, await countDeliveries(run.database, id));
      begun.set(id, { sendable, before });
    },
    end: async (run, sendable, counts, isOver) => {
      if (!isOver) return;
      resting.add(sendable.issue.id);
      await report(run, sendable, counts);
    },
    wakeAll: () => resting.clear(),
    reportRest: async (run) => {
      for (const { sendable } of [...begun.values()])
        await report(run, sendable, await countDeliveries(run.database, sendable.issue.id));
    },
  };
}

/** Sends an issue until nothing more of it is due, or others have waited for a whole turn. */
async function takeTurn(
  current: () => LeasedRun,
  sendable: Sendable,
  rounds: Rounds,
  look: Look,
): Promise<"done" | "lost"> {
  const run = current();
  const { turnMs, lookEveryMs } = run.turns ?? defaultTurns;
  const startedAt = performance.now();
  const over = new AbortController();
  const cut = new AbortController();
  let end: "done" | "lost" = "done";

  const watch = async (): Promise<void> => {
    for (;;) {
      await sleep(lookEveryMs, undefined, { signal: over.signal }).catch(() => undefined);
      if (over.signal.aborted || run.signal.aborted) return;
      end = await look();
      rounds.wakeAll();
      const isTurnOver = performance.now() - startedAt >= turnMs;
      const others = async (): Promise<boolean> =>
        (await rounds.listWaiting(current())).some(({ issue }) => issue.id !== sendable.issue.id);
      if (end === "lost" || (isTurnOver && (await others()))) {
        cut.abort();
        return;
      }
    }
  };

  await rounds.begin(run, sendable);
  const signal = AbortSignal.any([run.signal, cut.signal]);
  const watching = watch();
  // A fault of the desk is thrown below, and ends the turn as soon as it comes.
  watching.catch(() => cut.abort());
  try {
    const counts = await sendScheduledIssue({ ...run, signal }, sendable.context, sendable.issue);
    const isCut = signal.aborted && counts !== undefined && countOpen(counts) > 0;
    await rounds.end(current(), sendable, counts, !isCut);
  } finally {
    over.abort();
    await watching;
  }
  return end;
}
