import { sql, type Transaction } from "kysely";
import type { Database } from "../ledger/open-database.ts";
import type { SubscriptionState } from "../schema/audience-tables.ts";
import type { Tables } from "../schema/tables.ts";

/** A subscriber of one newsletter, ready to be stored: the address is normalised. */
export interface NewSubscription {
  readonly address: string;
  readonly name: string;
  readonly language: string | null;
  readonly timeZone: string | null;
  /** Null: nothing was said of topics, and what is stored stays. */
  readonly topics: readonly string[] | null;
  /** A cadence of the newsletter; null or absent: nothing was said of it. */
  readonly cadence?: string | null;
}

/** One row of a newsletter's audience. */
export interface SubscriptionView extends NewSubscription {
  readonly newsletter: string;
  /** As the reader named them; empty: everything. */
  readonly topics: readonly string[];
  /** Null: the newsletter's first. */
  readonly cadence: string | null;
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

export interface StoreOptions {
  /** Brings back those who have left. */
  readonly rejoin: boolean;
  /** The cadence of subscribers who chose none: the newsletter's first. */
  readonly defaultCadence?: string | undefined;
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
  options: StoreOptions = { rejoin: false },
): Promise<StoredCounts> {
  const at = now.toISOString();
  const json = JSON.stringify(
    rows.map(({ address, name, language, timeZone, topics, cadence = null }) => [
      address,
      name,
      language,
      timeZone,
      topics === null ? null : JSON.stringify(topics),
      cadence,
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
    await recordCadenceChanges(transaction, newsletter, json, at, options.defaultCadence ?? null);
    await sql`
      INSERT INTO subscriptions (newsletter, address, state, topics, cadence, joined_at, left_at)
      SELECT ${newsletter}, value ->> 0, 'active',
        coalesce(value ->> 4,
          (SELECT topics FROM subscriptions AS before WHERE before.newsletter = ${newsletter} AND before.address = value ->> 0),
          '[]'),
        value ->> 5, ${at}, NULL
      FROM json_each(${json}) WHERE true
      ON CONFLICT (newsletter, address) DO UPDATE SET
        topics = excluded.topics,
        cadence = coalesce(excluded.cadence, subscriptions.cadence),
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

/**
 * Notes for whom the next issue of the cadence they had is the last one. Who comes back to a cadence before that has not
 * left it.
 */
async function recordCadenceChanges(
  transaction: Transaction<Tables>,
  newsletter: string,
  json: string,
  at: string,
  defaultCadence: string | null,
): Promise<void> {
  await sql`
    INSERT INTO cadence_changes (newsletter, cadence, address, left_at)
    SELECT ${newsletter}, coalesce(subscriptions.cadence, ${defaultCadence}), subscriptions.address, ${at}
    FROM json_each(${json}) AS row
    CROSS JOIN subscriptions ON newsletter = ${newsletter} AND address = row.value ->> 0
    WHERE subscriptions.state = 'active' AND row.value ->> 5 IS NOT NULL
      AND coalesce(subscriptions.cadence, ${defaultCadence}) <> row.value ->> 5
    ON CONFLICT DO NOTHING`.execute(transaction);
  await sql`
    DELETE FROM cadence_changes
    WHERE newsletter = ${newsletter} AND closed_in IS NULL
      AND (address, cadence) IN (SELECT value ->> 0, value ->> 5 FROM json_each(${json}))`.execute(
    transaction,
  );
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
  readonly cadence: string | null;
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
    cadence: row.cadence,
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
      "subscriptions.cadence",
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
