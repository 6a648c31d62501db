import { type Kysely, sql } from "kysely";
import type { Database } from "../ledger/open-database.ts";
import type { Tables } from "../schema/tables.ts";

/** The time zones a newsletter's readers live in, each once. */
export async function listTimeZones(database: Database, newsletter: string): Promise<string[]> {
  const rows = await sql<{ readonly time_zone: string }>`
    WITH RECURSIVE zones (time_zone) AS (
      SELECT min(time_zone) FROM subscribers
      UNION ALL
      SELECT (SELECT min(time_zone) FROM subscribers WHERE time_zone > zones.time_zone)
      FROM zones WHERE zones.time_zone IS NOT NULL
    )
    SELECT time_zone FROM zones
    WHERE time_zone IS NOT NULL AND EXISTS (
      SELECT 1 FROM subscribers JOIN subscriptions USING (address)
      WHERE subscribers.time_zone = zones.time_zone
        AND subscriptions.newsletter = ${newsletter} AND subscriptions.state = 'active'
    )`.execute(database);
  return rows.rows.map(({ time_zone }) => time_zone);
}

/**
 * Lets the deliveries of an issue wait for their readers' time: they are `deferred` without an attempt until then, also those
 * that are due by now, because the clock that says so may be ahead.
 *
 * @param others When readers are due whose zone is not known, or not in `dues`.
 */
export async function deferDeliveries(
  database: Kysely<Tables>,
  issueId: number,
  dues: ReadonlyMap<string, Date>,
  others: Date,
): Promise<void> {
  const settle = async (due: Date, zone?: string): Promise<void> => {
    const local_due_at = due.toISOString();
    await database
      .updateTable("deliveries")
      .set({ state: "deferred", next_attempt_at: local_due_at, local_due_at })
      .where("issue_id", "=", issueId)
      .where("state", "in", ["pending", "deferred"])
      .$if(zone !== undefined, (query) =>
        query.where("address", "in", (subquery) =>
          subquery
            .selectFrom("subscribers")
            .select("address")
            .where("time_zone", "=", zone ?? null),
        ),
      )
      .execute();
  };
  await settle(others);
  for (const [zone, due] of dues) await settle(due, zone);
}

/** How many deliveries of an issue are deferred for nothing but their readers' time: no server has put them off. */
export async function countUntilOwnTime(database: Database, issueId: number): Promise<number> {
  const row = await database
    .selectFrom("deliveries")
    .select((expression) => expression.fn.countAll<number>().as("count"))
    .where("issue_id", "=", issueId)
    .where("state", "=", "deferred")
    .whereRef("next_attempt_at", "=", "local_due_at")
    .executeTakeFirst();
  return row?.count ?? 0;
}
