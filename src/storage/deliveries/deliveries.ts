import { type RawBuilder, sql } from "kysely";
import { assertTransition, settledStates } from "./delivery-transitions.ts";
import type { Database } from "../ledger/open-database.ts";
import type { DeliveryRow, DeliveryState } from "../schema/delivery-tables.ts";

/**
 * The addresses of an issue's deliveries in one state, found by the index. Asked for by issue and state alone, SQLite reads all
 * deliveries of the issue, for each is nearer by its key.
 */
export function deliveriesIn(issueId: number, state: DeliveryState): RawBuilder<string> {
  return sql`(SELECT address FROM deliveries WHERE issue_id = ${issueId} AND state = ${state})`;
}

/** Instants later than `dueBefore` and earlier than `impossible` are not due yet. */
export interface Due {
  readonly dueBefore: Date;
  /**
   * No back-off reaches as far as this: a later `next_attempt_at` was written by a clock that was wrong, and is due.
   */
  readonly impossible: Date;
}

/**
 * Takes up to `count` deliveries for this sender: those never tried first, by address, then deferred ones that are due. Each
 * becomes `leased` with a new fence.
 */
export async function leaseDeliveries(
  database: Database,
  issueId: number,
  count: number,
  now: Date,
  due: Due,
): Promise<DeliveryRow[]> {
  const lease = (
    state: "pending" | "deferred",
    limit: number,
    which: RawBuilder<unknown>,
  ): Promise<DeliveryRow[]> => {
    assertTransition(state, "leased");
    return database
      .updateTable("deliveries")
      .set((expression) => ({
        state: "leased",
        fence: expression("fence", "+", 1),
        updated_at: now.toISOString(),
      }))
      .where("issue_id", "=", issueId)
      .where(
        "address",
        "in",
        sql<string>`(SELECT address FROM deliveries WHERE issue_id = ${issueId} AND ${which} LIMIT ${limit})`,
      )
      .returningAll()
      .execute();
  };
  const leased = await lease("pending", count, sql`state = 'pending' ORDER BY address`);
  for (const span of dueSpans(due))
    if (leased.length < count) leased.push(...(await lease("deferred", count - leased.length, span)));
  return leased;
}

/**
 * Where the deferred deliveries that are due are found; no row is in both. Two spans and not one condition with OR, for which
 * SQLite would read everything that is deferred.
 */
function dueSpans({ dueBefore, impossible }: Due): RawBuilder<boolean>[] {
  const [now, tooFar] = [dueBefore.toISOString(), impossible.toISOString()];
  const isLocalTime = sql`(local_due_at IS NULL OR local_due_at <= ${now} OR local_due_at > ${tooFar})`;
  return [sql`next_attempt_at <= ${now}`, sql`next_attempt_at > ${tooFar}`].map(
    (span) => sql`state = 'deferred' AND ${span} AND ${isLocalTime}`,
  );
}

/**
 * Gives leased deliveries back untouched, where their fence is still the caller's. One that had waited for a time waits for
 * it still: the clock by which it was due may have been wrong.
 */
export async function handBackDeliveries(
  database: Database,
  deliveries: readonly Pick<DeliveryRow, "issue_id" | "address" | "fence">[],
  now: Date,
): Promise<void> {
  if (deliveries.length === 0) return;
  for (const state of ["pending", "deferred"] as const) assertTransition("leased", state);
  const rows = JSON.stringify(deliveries.map(({ issue_id, address, fence }) => [issue_id, address, fence]));
  await sql`
    UPDATE deliveries SET updated_at = ${now.toISOString()},
      state = CASE WHEN next_attempt_at IS NULL THEN 'pending' ELSE 'deferred' END
    FROM json_each(${rows}) AS held
    WHERE issue_id = held.value ->> 0 AND address = held.value ->> 1 AND fence = held.value ->> 2
      AND state = 'leased'`.execute(database);
}

/** Ends deferred deliveries first tried before `firstTriedBefore` that had at least `minimumAttempts` tries. */
export async function expireDeliveries(
  database: Database,
  issueId: number,
  limit: { readonly firstTriedBefore: Date; readonly minimumAttempts: number },
  now: Date,
): Promise<number> {
  assertTransition("deferred", "expired");
  const result = await database
    .updateTable("deliveries")
    .set({ state: "expired", next_attempt_at: null, updated_at: now.toISOString() })
    .where("issue_id", "=", issueId)
    .where("address", "in", deliveriesIn(issueId, "deferred"))
    .where("first_attempt_at", "<=", limit.firstTriedBefore.toISOString())
    .where("attempts", ">=", limit.minimumAttempts)
    .executeTakeFirst();
  return Number(result.numUpdatedRows);
}

export type DeliveryCounts = Partial<Record<DeliveryState, number>>;

/** How many deliveries of an issue are in each state; states without any are left out. */
export async function countDeliveries(database: Database, issueId: number): Promise<DeliveryCounts> {
  const rows = await database
    .selectFrom("deliveries")
    .select(["state", sql<number>`count(*)`.as("count")])
    .where("issue_id", "=", issueId)
    .groupBy("state")
    .execute();
  return Object.fromEntries(rows.map(({ state, count }) => [state, count]));
}

/** How many deliveries of an issue were accepted since an instant. */
export async function countAcceptedSince(database: Database, issueId: number, since: Date): Promise<number> {
  const row = await database
    .selectFrom("deliveries")
    .select(sql<number>`count(*)`.as("count"))
    .where("issue_id", "=", issueId)
    .where("state", "=", "accepted")
    .where("updated_at", ">", since.toISOString())
    .executeTakeFirst();
  return row?.count ?? 0;
}

/** How many deliveries there are, in whatever state. */
export function totalOf(counts: DeliveryCounts): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}

/** How many deliveries still want a sender. */
export function countOpen(counts: DeliveryCounts): number {
  return Object.entries(counts).reduce(
    (sum, [state, count]) => (settledStates.has(state as DeliveryState) ? sum : sum + count),
    0,
  );
}

/** The earliest instant at which a deferred delivery is due; undefined where none is deferred. */
export async function findNextAttempt(database: Database, issueId: number): Promise<Date | undefined> {
  const row = await database
    .selectFrom("deliveries")
    .select((expression) => expression.fn.min("next_attempt_at").as("next"))
    .where("issue_id", "=", issueId)
    .where("state", "=", sql.lit("deferred"))
    .executeTakeFirst();
  return row?.next === null || row?.next === undefined ? undefined : new Date(row.next);
}

/** Whether anything of an issue can be sent now: not all of it waits for its next attempt. */
export async function hasDue(database: Database, issueId: number, due: Due): Promise<boolean> {
  const inState = database
    .selectFrom("deliveries")
    .select("address")
    .where("issue_id", "=", issueId)
    .limit(1);
  const untried = await inState.where("state", "in", ["pending", "leased", "in_data"]).executeTakeFirst();
  if (untried !== undefined) return true;
  for (const span of dueSpans(due))
    if ((await inState.where(span).executeTakeFirst()) !== undefined) return true;
  return false;
}

/** Deliveries of an issue in one of `states`, by address, with what was said of them. */
export async function listDeliveries(
  database: Database,
  issueId: number,
  states: readonly DeliveryState[],
  limit: number,
): Promise<DeliveryRow[]> {
  return database
    .selectFrom("deliveries")
    .selectAll()
    .where("issue_id", "=", issueId)
    .where("state", "in", [...states])
    .orderBy("address")
    .limit(limit)
    .execute();
}
