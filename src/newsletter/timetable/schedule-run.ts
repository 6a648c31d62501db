import type { Config } from "../../config/config.ts";
import type { Lease } from "../../storage/schedule/leases.ts";
import type { Database } from "../../storage/ledger/open-database.ts";
import type { DraftRow } from "../../storage/schema/schedule-tables.ts";
import type { IssueRow } from "../../storage/schema/issue-tables.ts";
import type { NewsletterContext } from "../newsletter-context.ts";
import type { SendProgress } from "../sending/send-issue.ts";

/** What the schedule did, for the log. */
export interface SlotEvent {
  readonly newsletter: string;
  readonly cadence: string;
  readonly slot: Date;
  /**
   * `resumed`: an unfinished issue went on. `waiting`: something is in the way, and it is tried again by itself. `draft`:
   * the editors got one.
   */
  readonly outcome: "started" | "sent" | "skipped" | "held" | "failed" | "resumed" | "waiting" | "draft";
  /** One sentence without a full stop. */
  readonly reason: string;
  /** Id in the ledger, where it is about an issue. */
  readonly issue?: number;
  /** The stack of a fault of ours. */
  readonly fault?: unknown;
}

export interface ScheduleRun extends SendProgress {
  readonly config: Config;
  readonly database: Database;
  readonly onEvent: (event: SlotEvent) => void;
  /** The configuration as it is now, asked at each look at what is due; absent: `config` stays. */
  readonly readConfig?: () => Promise<Config>;
  /** Who sends when several issues are due; absent: `defaultTurns`. */
  readonly turns?: TurnTimes;
  /** Whether an edit of an article under review waits for the next look: where there is one, a minute later. */
  readonly settleEdits?: boolean;
  /** Where issues are made; undefined: in this process. */
  readonly workshop?: Workshop;
}

/**
 * The parts of a run that need the articles, the templates and much memory, and that send readers nothing. A command lets them
 * happen in a process that ends, so that the one that sends, or waits for years, stays small.
 */
export interface Workshop {
  readonly decideSlot: (run: LeasedRun, context: OpenContext, slot: Date) => Promise<SlotDecision>;
  /** @returns Undefined where an article of the draft went out in another issue. */
  readonly freezeApproved: (
    run: LeasedRun,
    context: OpenContext,
    draft: DraftRow,
  ) => Promise<IssueRow | undefined>;
  /** Makes the slot's draft, where there is none of what the folder holds now, and tells the editors who do not have it. */
  readonly makeDraft: (run: LeasedRun, context: OpenContext, slot: Date) => Promise<void>;
}

/** How long an issue is sent while others wait, and how often other work is looked at meanwhile. Milliseconds. */
export interface TurnTimes {
  readonly turnMs: number;
  readonly lookEveryMs: number;
}

/** A turn costs a new connection to the server at its end, so it is a hundred times as long as that. */
export const defaultTurns: TurnTimes = { turnMs: 30_000, lookEveryMs: 15_000 };

/** A run that holds the lease: what it records, it records only while it still does. */
export interface LeasedRun extends ScheduleRun {
  readonly lease: Lease;
  /** Issues that this run froze and has not sent yet, with their names for the log. */
  readonly frozen: Map<number, string>;
}

export type OpenContext = NewsletterContext & { readonly database: Database };

/** How a slot ended; `again`: nothing is decided, the next tick tries again. */
export type SlotDecision =
  | { readonly outcome: "frozen"; readonly issue: IssueRow }
  | {
      readonly outcome: "skipped" | "held" | "failed";
      readonly reason: string;
      readonly remedy?: string;
      /** Said once, however many slots end so, until an issue goes out. */
      readonly isStanding?: boolean;
    }
  | { readonly outcome: "again"; readonly reason: string; readonly remedy?: string };
