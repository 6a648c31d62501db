import type { Kysely } from "kysely";
import type { Database } from "../ledger/open-database.ts";
import type { Alongside } from "../issues/freeze-issue.ts";
import { assertLease, type Lease } from "./leases.ts";
import type { SlotOutcome, SlotTable } from "../schema/schedule-tables.ts";
import type { Tables } from "../schema/tables.ts";

export interface SlotRecord {
  readonly newsletter: string;
  readonly cadence: string;
  readonly slot: Date;
  readonly outcome: SlotOutcome;
  /** One sentence without a full stop. */
  readonly reason: string;
}

type CadenceKey = Pick<SlotRecord, "newsletter" | "cadence">;

/** Clocks are set back by seconds every day; a decision that is less than this ahead of the clock stands. */
const clockToleranceMs = 60 * 60 * 1000;
const endOfTime = new Date("9999-12-31T00:00:00Z");

/**
 * Decisions later than this were taken by another clock than the one that says `now`. One of the two is wrong, and nobody
 * knows which: they do not count until then, and count again when the clock gets there, or back there.
 */
function lastCredible(now: Date): string {
  return new Date(Math.min(now.getTime() + clockToleranceMs, endOfTime.getTime())).toISOString();
}

/** The last slot on record of a cadence, as far as it counts at `now`; undefined before its schedule was first started. */
export async function findLastSlot(
  database: Database,
  newsletter: string,
  cadence: string,
  now: Date = endOfTime,
): Promise<SlotRecord | undefined> {
  const row = await slotsOf(database, { newsletter, cadence })
    .selectAll()
    .where("decided_at", "<=", lastCredible(now))
    .orderBy("slot", "desc")
    .limit(1)
    .executeTakeFirst();
  return row === undefined ? undefined : toRecord(row);
}

/** The record of a slot, where it counts at `now`. */
export async function findSlot(
  database: Kysely<Tables>,
  { slot, ...key }: CadenceKey & { readonly slot: Date },
  now: Date = endOfTime,
): Promise<SlotRecord | undefined> {
  const row = await slotsOf(database, key)
    .selectAll()
    .where("slot", "=", slot.toISOString())
    .where("decided_at", "<=", lastCredible(now))
    .executeTakeFirst();
  return row === undefined ? undefined : toRecord(row);
}

function slotsOf(database: Kysely<Tables>, { newsletter, cadence }: CadenceKey) {
  return database.selectFrom("slots").where("newsletter", "=", newsletter).where("cadence", "=", cadence);
}

function toRecord({ newsletter, cadence, slot, outcome, reason }: SlotTable): SlotRecord {
  return { newsletter, cadence, slot: new Date(slot), outcome, reason };
}

/** Writes how a slot ended; the first record of a slot stands, unless a clock that was wrong wrote it. */
export async function recordSlot(
  database: Kysely<Tables>,
  record: SlotRecord,
  decidedAt: Date,
): Promise<void> {
  await recordSlots(database, [record], decidedAt);
}

/** The same for many, in one statement; at most 1,000. */
export async function recordSlots(
  database: Kysely<Tables>,
  records: readonly SlotRecord[],
  decidedAt: Date,
): Promise<void> {
  if (records.length === 0) return;
  await database
    .insertInto("slots")
    .values(
      records.map(({ newsletter, cadence, slot, outcome, reason }) => ({
        newsletter,
        cadence,
        slot: slot.toISOString(),
        outcome,
        reason,
        decided_at: decidedAt.toISOString(),
      })),
    )
    .onConflict((conflict) =>
      conflict
        .columns(["newsletter", "cadence", "slot"])
        .doUpdateSet((expression) => ({
          outcome: expression.ref("excluded.outcome"),
          reason: expression.ref("excluded.reason"),
          decided_at: expression.ref("excluded.decided_at"),
        }))
        .where("slots.decided_at", ">", lastCredible(decidedAt)),
    )
    .execute();
}

/** Changes what is on record of a slot that went on: held, and approved late; sent, and counted afterwards. */
export async function amendSlot(
  database: Kysely<Tables>,
  { newsletter, cadence, slot, outcome, reason }: SlotRecord,
  decidedAt: Date,
): Promise<void> {
  await database
    .updateTable("slots")
    .set({ outcome, reason, decided_at: decidedAt.toISOString() })
    .where("newsletter", "=", newsletter)
    .where("cadence", "=", cadence)
    .where("slot", "=", slot.toISOString())
    .execute();
}

/** Records a slot in the transaction that freezes its issue, if the writer still holds the lease. */
export function recordSent(lease: Lease, record: CadenceKey & { readonly slot: Date }): Alongside {
  return async (transaction, issue) => {
    await assertLease(transaction, lease);
    const sent: SlotRecord = {
      ...record,
      outcome: "sent",
      reason: `No. ${issue.number}, for ${issue.recipients} ${issue.recipients === 1 ? "reader" : "readers"}`,
    };
    const at = new Date(issue.frozen_at);
    await recordSlot(transaction, sent, at);
    await amendSlot(transaction, sent, at);
  };
}

/** The newest record of every cadence, for people, as far as it counts at `now`. Its slot may be yet to come: it was decided ahead. */
export async function listLastSlots(database: Database, now: Date): Promise<SlotRecord[]> {
  const rows = await database
    .selectFrom("slots as last")
    .selectAll()
    .where("outcome", "!=", "started")
    .where("decided_at", "<=", lastCredible(now))
    .where("slot", "=", (subquery) =>
      subquery
        .selectFrom("slots")
        .select((expression) => expression.fn.max("slots.slot").as("slot"))
        .whereRef("slots.newsletter", "=", "last.newsletter")
        .whereRef("slots.cadence", "=", "last.cadence")
        .where("slots.decided_at", "<=", lastCredible(now))
        .where("slots.outcome", "!=", "started"),
    )
    .orderBy("newsletter")
    .orderBy("cadence")
    .execute();
  return rows.map(toRecord);
}
