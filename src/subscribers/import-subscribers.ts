import type { Readable } from "node:stream";
import { loadErasures } from "../storage/audience/erase-address.ts";
import type { Database } from "../storage/ledger/open-database.ts";
import { type NewSubscription, storeSubscriptions } from "../storage/audience/subscribers.ts";
import { readSubscriberRows, type RejectedRow } from "./read-subscriber-rows.ts";

export interface ImportCounts {
  readonly added: number;
  readonly updated: number;
  /** Asked to be forgotten, and are not brought back by a list. */
  readonly erased: number;
  /** Had left before and stay away. */
  readonly left: number;
  /** The same address a second time in one list. */
  readonly repeated: number;
  readonly rejected: number;
}

const rowsAtATime = 2000;

/**
 * Brings a list into a newsletter's audience, a batch a transaction: what is wrong is refused with its line, the rest goes
 * in. Importing a list twice changes nothing.
 */
export async function importSubscribers(
  database: Database,
  newsletter: string,
  input: Readable,
  options: {
    readonly now: () => Date;
    /** Of the newsletter, the one of readers who choose none first. */
    readonly cadences: readonly string[];
    readonly onRejected: (row: RejectedRow) => void;
  },
): Promise<ImportCounts> {
  const isErased = await loadErasures(database);
  const counts = { added: 0, updated: 0, erased: 0, left: 0, repeated: 0, rejected: 0 };
  let batch = new Map<string, NewSubscription>();
  const store = async (): Promise<void> => {
    if (batch.size === 0) return;
    const stored = await storeSubscriptions(database, newsletter, [...batch.values()], options.now(), {
      rejoin: false,
      defaultCadence: options.cadences[0],
    });
    counts.added += stored.added;
    counts.updated += stored.updated;
    counts.left += stored.left;
    batch = new Map();
  };
  for await (const row of readSubscriberRows(input)) {
    if (row.kind === "rejected") {
      counts.rejected += 1;
      options.onRejected({ line: row.line, address: row.address, reason: row.reason });
      continue;
    }
    const { subscription } = row;
    const { cadence = null } = subscription;
    if (cadence !== null && !options.cadences.includes(cadence)) {
      counts.rejected += 1;
      const reason = `there is no cadence "${cadence}"; there is ${options.cadences.join(", ")}`;
      options.onRejected({ line: row.line, address: subscription.address, reason });
      continue;
    }
    if (isErased(subscription.address)) {
      counts.erased += 1;
      continue;
    }
    if (batch.has(subscription.address)) counts.repeated += 1;
    batch.set(subscription.address, subscription);
    if (batch.size >= rowsAtATime) await store();
  }
  await store();
  return counts;
}
