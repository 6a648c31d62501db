import type { GazetteErrorCode } from "../../platform/errors.ts";
import type { Config } from "../../config/config.ts";
import type { NextIssue } from "../send/freeze-next.ts";
import type { SendOptions } from "../send/send-options.ts";
import type { SlotDecision, SlotEvent } from "../../newsletter/timetable/schedule-run.ts";
import type { Lease } from "../../storage/schedule/leases.ts";
import type { IssueRow } from "../../storage/schema/issue-tables.ts";
import type { DraftRow } from "../../storage/schema/schedule-tables.ts";

/** What every task is about; plain data. */
export interface ApartContext {
  readonly config: Config;
  /** Key of one of its newsletters. */
  readonly newsletter: string;
  readonly cadence: string;
  /** The clock of `--now`; undefined: the machine's. */
  readonly fixedNow: Date | undefined;
}

interface SlotInput extends ApartContext {
  readonly lease: Lease;
  readonly slot: Date;
}

/** What a process of its own can be asked to do. Input and output cross between processes: plain data, dates, maps. */
export interface ApartTasks {
  readonly freezeNext: (input: ApartContext & { readonly options: SendOptions }) => Promise<NextIssue>;
  readonly addJoined: (input: ApartContext & { readonly issue: IssueRow }) => Promise<number>;
  readonly decideSlot: (input: SlotInput) => Promise<SlotDecision>;
  readonly makeDraft: (input: SlotInput) => Promise<void>;
  readonly freezeApproved: (input: SlotInput & { readonly draft: DraftRow }) => Promise<IssueRow | undefined>;
}

export type ApartTask = keyof ApartTasks;
export type ApartInput<Task extends ApartTask> = Parameters<ApartTasks[Task]>[0];
export type ApartOutput<Task extends ApartTask> = Awaited<ReturnType<ApartTasks[Task]>>;

/** From the process that asks, once. */
export interface ApartRequest<Task extends ApartTask = ApartTask> {
  readonly task: Task;
  readonly input: ApartInput<Task>;
}

/** From the process that works: any number of events, and one end. */
export type ApartMessage =
  | { readonly kind: "event"; readonly event: SlotEvent }
  | { readonly kind: "done"; readonly output: unknown }
  | { readonly kind: "failed"; readonly error: PackedError };

/** An error that keeps its kind on its way to another process. */
export type PackedError =
  | {
      readonly kind: "gazette";
      readonly code: GazetteErrorCode;
      readonly message: string;
      readonly hint: string | undefined;
    }
  | { readonly kind: "lease-lost"; readonly lease: Pick<Lease, "name" | "fence"> }
  | { readonly kind: "other"; readonly message: string; readonly stack: string | undefined };
