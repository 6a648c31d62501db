import type { Slot } from "../schedule/slots.ts";
import type { DeliveryState } from "../storage/schema/delivery-tables.ts";

/** What `gazette status` knows. */
export interface Status {
  readonly issues: readonly IssueStatus[];
  readonly last: readonly LastSlot[];
  readonly next: readonly Slot[];
  readonly drafts: readonly DraftStatus[];
  readonly attention: readonly Attention[];
}

export interface IssueStatus {
  readonly id: number;
  readonly newsletter: string;
  readonly cadence: string;
  readonly number: number;
  readonly slot: string;
  readonly state: string;
  readonly subject: string;
  readonly deliveries: Partial<Record<DeliveryState, number>>;
  /** Of the deferred: readers who wait for their own time of day, and whom no server has put off. */
  readonly untilOwnTime?: number;
  /** How many different editions it has. */
  readonly editions: number;
  /** Of the skipped: readers for whom nothing of it was left. */
  readonly withoutEdition: number;
  /** Messages accepted in the last minute; null where it is not being sent. */
  readonly perMinute: number | null;
  /** Why it is paused; null where it is not. */
  readonly pauseReason: string | null;
  /** When the next deferred delivery is due. */
  readonly nextAttemptAt: string | null;
  /** Only where one issue was asked for: deliveries that were not accepted, with what was said. */
  readonly problems?: readonly Problem[];
}

export interface Problem {
  readonly address: string;
  /** What logs call it. */
  readonly delivery: string;
  readonly state: DeliveryState;
  readonly attempts: number;
  readonly said: string;
  readonly host: string;
  readonly at: string;
}

export interface LastSlot {
  readonly newsletter: string;
  readonly cadence: string;
  readonly slot: string;
  readonly outcome: string;
  readonly reason: string;
}

/** An issue that waits for an editor or for its slot. */
export interface DraftStatus {
  readonly newsletter: string;
  readonly cadence: string;
  readonly slot: string;
  readonly number: number;
  readonly hash: string;
  /** `rejected` only until its slot. */
  readonly state: "open" | "approved" | "rejected";
}

/** Something that needs a person, and the command for it. */
export interface Attention {
  readonly issue: number | null;
  readonly message: string;
  readonly command: string;
}
