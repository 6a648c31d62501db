import { nextSlots, type Slot } from "../schedule/slots.ts";
import type { Database } from "../storage/ledger/open-database.ts";
import { hasLedger } from "../storage/ledger/has-ledger.ts";
import type { CommandContext } from "./command-context.ts";

/** A slot that is decided, as an ISO 8601 instant. */
export interface DecidedSlot {
  readonly newsletter: string;
  readonly cadence: string;
  readonly slot: string;
}

/**
 * The next slots of every cadence, in order of time. What was decided before its time, for readers further east or at once, is
 * not to come any more.
 *
 * @param last The last decided slot of each cadence.
 * @param count How many of each cadence.
 */
export function listSlots(
  { config, now }: Pick<CommandContext, "config" | "now">,
  last: readonly DecidedSlot[],
  count: number,
): Slot[] {
  return config.newsletters
    .flatMap(({ key, cadences, timeZone }) =>
      cadences.flatMap(({ name, cron }) => {
        const decided = last.find(({ newsletter, cadence }) => newsletter === key && cadence === name)?.slot;
        const after = new Date(Math.max(now().getTime(), Date.parse(decided ?? "") || 0));
        return nextSlots({ cron, timeZone }, after, count).map((slot) => ({
          newsletter: key,
          cadence: name,
          slot,
        }));
      }),
    )
    .sort((a, b) => a.slot.getTime() - b.slot.getTime());
}

/** What the ledger has of it, where there is one. */
export async function readDecidedSlots({ config, now }: CommandContext): Promise<DecidedSlot[]> {
  if (!hasLedger(config.data)) return [];
  const { openDatabase } = await import("../storage/ledger/open-database.ts");
  const database = await openDatabase(config.data);
  try {
    return await listDecidedSlots(database, now());
  } finally {
    await database.destroy();
  }
}

/** The last decided slot of each cadence. */
export async function listDecidedSlots(database: Database, now: Date): Promise<DecidedSlot[]> {
  const { listLastSlots } = await import("../storage/schedule/slots.ts");
  return (await listLastSlots(database, now)).map((row) => ({ ...row, slot: row.slot.toISOString() }));
}
