import type { Database } from "./open-database.ts";
import type { SlotOutcome } from "./schema.ts";

export interface SlotRecord {
  readonly newsletter: string;
  readonly cadence: string;
  readonly slot: Date;
  readonly outcome: SlotOutcome;
  /** One sentence without a full stop. */
  readonly reason: string;
}

/** The last slot on record of a cadence; undefined before its schedule was first started. */
export async function findLastSlot(
  database: Database,
  newsletter: string,
  cadence: string,
): Promise<SlotRecord | undefined> {
  const row = await database
    .selectFrom("slots")
    .selectAll()
    .where("newsletter", "=", newsletter)
    .where("cadence", "=", cadence)
    .orderBy("slot", "desc")
    .limit(1)
    .executeTakeFirst();
  return row === undefined ? undefined : { ...row, slot: new Date(row.slot) };
}

/** Writes how a slot ended; the first record of a slot stands. */
export async function recordSlot(database: Database, record: SlotRecord, decidedAt: Date): Promise<void> {
  await database
    .insertInto("slots")
    .values({ ...record, slot: record.slot.toISOString(), decided_at: decidedAt.toISOString() })
    .onConflict((conflict) => conflict.columns(["newsletter", "cadence", "slot"]).doNothing())
    .execute();
}
