import type { LeasedRun, SlotEvent, Workshop } from "../../newsletter/timetable/schedule-run.ts";
import { GazetteError } from "../../platform/errors.ts";
import { chooseNewsletter, type CommandContext } from "../command-context.ts";
import { withLedger, type WithLedger } from "../with-newsletter.ts";
import { packError } from "./pack-error.ts";
import type { ApartContext, ApartInput, ApartMessage, ApartRequest, ApartTask, ApartTasks } from "./tasks.ts";

type Tell = (event: SlotEvent) => void;

/** Does the one task that the process which started this one asks for, tells it how it ended, and ends. */
export async function workApart(): Promise<void> {
  const { channel } = process;
  if (channel === undefined) {
    throw new GazetteError("usage", "This command is for Gazette itself, which starts it when it needs it.", {
      hint: "`gazette --help` lists the commands.",
    });
  }
  const tell = (message: ApartMessage): Promise<void> =>
    new Promise((resolve) => {
      process.send?.(message, () => resolve());
    });
  // Whoever started this decides what a signal means; with it, this ends too.
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => undefined);
  process.once("disconnect", () => process.kill(process.pid, "SIGKILL"));
  const { task, input } = await new Promise<ApartRequest>((resolve) => process.once("message", resolve));
  const tasks = createTasks((event) => void tell({ kind: "event", event }));
  const run = tasks[task] as (given: ApartInput<ApartTask>) => Promise<unknown>;
  const end: ApartMessage = await run(input).then(
    (output) => ({ kind: "done", output }),
    (error: unknown) => ({ kind: "failed", error: packError(error) }),
  );
  await tell(end);
  process.removeAllListeners("disconnect");
  process.disconnect();
}

function createTasks(tell: Tell): ApartTasks {
  return {
    freezeNext: async ({ options, ...input }) => {
      const { freezeNext } = await import("../send/freeze-next.ts");
      return withOpen(input, (context, open) => freezeNext(context, open, options));
    },
    addJoined: async ({ issue, ...input }) => {
      const { addJoinedReaders } = await import("../../newsletter/freezing/add-joined-readers.ts");
      return withOpen(input, (context, open) => addJoinedReaders(open, issue, context.now()));
    },
    decideSlot: (input) =>
      withRun(input, tell, ({ decideSlot }, run, open) => decideSlot(run, open, input.slot)),
    makeDraft: (input) =>
      withRun(input, tell, ({ makeDraft }, run, open) => makeDraft(run, open, input.slot)),
    freezeApproved: (input) =>
      withRun(input, tell, ({ freezeApproved }, run, open) => freezeApproved(run, open, input.draft)),
  };
}

function withOpen<T>(
  { config, newsletter, cadence, fixedNow }: ApartContext,
  work: (context: CommandContext, open: WithLedger) => Promise<T>,
): Promise<T> {
  const context = { config, fixedNow, now: () => fixedNow ?? new Date() };
  return withLedger(context, chooseNewsletter(config, newsletter), (open) => work(context, open), cadence);
}

/** The run as it is here: the lease is the other process's, and so is the decision when to stop. */
async function withRun<T>(
  { lease, ...input }: ApartInput<"decideSlot">,
  onEvent: Tell,
  work: (workshop: Workshop, run: LeasedRun, open: WithLedger) => Promise<T>,
): Promise<T> {
  const { ownWorkshop } = await import("../../newsletter/slots/own-workshop.ts");
  return withOpen(input, ({ config, now }, open) => {
    const run: LeasedRun = {
      config,
      database: open.database,
      lease,
      now,
      frozen: new Map(),
      signal: new AbortController().signal,
      onOutcome: () => undefined,
      onEvent,
    };
    return work(ownWorkshop, run, open);
  });
}
