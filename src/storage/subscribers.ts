import { sql } from "kysely";
import type { Database } from "./open-database.ts";
import type { SubscriptionState } from "./schema.ts";

/** A subscriber of one newsletter, ready to be stored: the address is normalised. */
export interface NewSubscription {
  readonly address: string;
  readonly name: string;
  readonly language: string | null;
  readonly timeZone: string | null;
  readonly topics: readonly string[];
}

/** One row of a newsletter's audience. */
export interface SubscriptionView extends NewSubscription {
  readonly newsletter: string;
  readonly state: SubscriptionState;
  readonly joinedAt: string;
  /** Why the address is not written to; null where it is. */
  readonly suppressed: string | null;
}

/** How many of a batch were new to the newsletter, were changed, or had left and stay away. */
export interface StoredCounts {
  readonly added: number;
  readonly updated: number;
  readonly left: number;
}

/**
 * Adds subscribers to a newsletter, or brings their name, language, zone and topics up to date; all or nothing. One who has
 * left stays away, unless `rejoin`: a list that is imported again must not undo a goodbye.
 */
export async function storeSubscriptions(
  database: Database,
  newsletter: string,
  rows: readonly NewSubscription[],
  now: Date,
  options: { readonly rejoin: boolean } = { rejoin: false },
): Promise<StoredCounts> {
  const at = now.toISOString();
  const json = JSON.stringify(
    rows.map(({ address, name, language, timeZone, topics }) => [
      address,
      name,
      language,
      timeZone,
      JSON.stringify(topics),
    ]),
  );
  return database.transaction().execute(async (transaction) => {
    const before = await sql<{ readonly state: SubscriptionState }>`
      SELECT state FROM json_each(${json}) AS row
      CROSS JOIN subscriptions ON newsletter = ${newsletter} AND address = row.value ->> 0`.execute(
      transaction,
    );
    await sql`
      INSERT INTO subscribers (address, name, language, time_zone, created_at)
      SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, ${at} FROM json_each(${json}) WHERE true
      ON CONFLICT (address) DO UPDATE SET
        name = CASE WHEN excluded.name = '' THEN subscribers.name ELSE excluded.name END,
        language = coalesce(excluded.language, subscribers.language),
        time_zone = coalesce(excluded.time_zone, subscribers.time_zone)`.execute(transaction);
    await sql`
      INSERT INTO subscriptions (newsletter, address, state, topics, joined_at, left_at)
      SELECT ${newsletter}, value ->> 0, 'active', value ->> 4, ${at}, NULL FROM json_each(${json}) WHERE true
      ON CONFLICT (newsletter, address) DO UPDATE SET
        topics = excluded.topics,
        state = CASE WHEN ${options.rejoin ? 1 : 0} THEN 'active' ELSE subscriptions.state END,
        joined_at = CASE WHEN ${options.rejoin ? 1 : 0} AND subscriptions.state = 'left' THEN excluded.joined_at ELSE subscriptions.joined_at END,
        left_at = CASE WHEN ${options.rejoin ? 1 : 0} THEN NULL ELSE subscriptions.left_at END`.execute(
      transaction,
    );
    const known = before.rows.length;
    const left = options.rejoin ? 0 : before.rows.filter(({ state }) => state === "left").length;
    return { added: rows.length - known, updated: known - left, left };
  });
}

/** Takes an address out of a newsletter; its record stays, so that an import does not bring it back. */
export async function leaveNewsletter(
  database: Database,
  newsletter: string,
  address: string,
  now: Date,
): Promise<boolean> {
  const result = await database
    .updateTable("subscriptions")
    .set({ state: "left", left_at: now.toISOString() })
    .where("newsletter", "=", newsletter)
    .where("address", "=", address)
    .where("state", "=", "active")
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

interface SubscriptionRecord {
  readonly newsletter: string;
  readonly address: string;
  readonly state: SubscriptionState;
  readonly topics: string;
  readonly joined_at: string;
  readonly name: string;
  readonly language: string | null;
  readonly time_zone: string | null;
  readonly suppressed: string | null;
}

function toView(row: SubscriptionRecord): SubscriptionView {
  return {
    newsletter: row.newsletter,
    address: row.address,
    name: row.name,
    language: row.language,
    timeZone: row.time_zone,
    topics: JSON.parse(row.topics) as string[],
    state: row.state,
    joinedAt: row.joined_at,
    suppressed: row.suppressed,
  };
}

function selectSubscriptions(database: Database) {
  return database
    .selectFrom("subscriptions")
    .innerJoin("subscribers", "subscribers.address", "subscriptions.address")
    .leftJoin("suppressions", "suppressions.address", "subscriptions.address")
    .select([
      "subscriptions.newsletter",
      "subscriptions.address",
      "subscriptions.state",
      "subscriptions.topics",
      "subscriptions.joined_at",
      "subscribers.name",
      "subscribers.language",
      "subscribers.time_zone",
      "suppressions.reason as suppressed",
    ]);
}

/** A page of a newsletter's audience: by address, after `after`, at most `limit`. */
export async function listSubscriptions(
  database: Database,
  newsletter: string,
  after: string,
  limit: number,
): Promise<SubscriptionView[]> {
  const rows = await selectSubscriptions(database)
    .where("subscriptions.newsletter", "=", newsletter)
    .where("subscriptions.address", ">", after)
    .orderBy("subscriptions.address")
    .limit(limit)
    .execute();
  return rows.map(toView);
}

/** Every subscription of one address. */
export async function findSubscriptions(database: Database, address: string): Promise<SubscriptionView[]> {
  const rows = await selectSubscriptions(database)
    .where("subscriptions.address", "=", address)
    .orderBy("subscriptions.newsletter")
    .execute();
  return rows.map(toView);
}

/** How many would get the newsletter's next issue, apart from those the configuration names. */
export async function countSubscriptions(
  database: Database,
  newsletter: string,
  except: readonly string[],
): Promise<number> {
  const row = await sql<{ readonly count: number }>`
    SELECT count(*) AS count FROM subscriptions
    WHERE newsletter = ${newsletter} AND state = 'active'
      AND NOT EXISTS (SELECT 1 FROM suppressions WHERE suppressions.address = subscriptions.address)
      AND address NOT IN (SELECT value FROM json_each(${JSON.stringify(except)}))`.execute(database);
  return row.rows[0]?.count ?? 0;
}
