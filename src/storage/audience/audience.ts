import { type RawBuilder, sql } from "kysely";
import { readLedgerVersion } from "../ledger/ledger-version.ts";
import type { Database } from "../ledger/open-database.ts";
import { readBeside } from "../ledger/read-beside.ts";

/** Whose issue it is: everything that decides which subscribers it goes to. */
export interface Audience {
  readonly newsletter: string;
  readonly cadence: string;
  /** Names of the newsletter's cadences; who chose none of these has the first. */
  readonly cadences: readonly string[];
  /** Issues of other cadences that hold articles of this one: what a reader had of them is not sent again. */
  readonly sharedIssues: readonly number[];
  /** Leaves out those who have a delivery of this issue. */
  readonly joinedSince?: number | undefined;
}

/** What some readers asked for, and what they had already. */
export interface WishGroup {
  /** A JSON array, as it is stored. */
  readonly topics: string;
  /** BCP 47; empty: none. */
  readonly language: string;
  /** What they had of the shared issues, as `ID KEY` of editions with commas between; empty: nothing. */
  readonly history: string;
  readonly readers: number;
}

/** Deliveries in other states may have reached their reader, or still may. */
const neverReached = sql`('skipped', 'failed', 'expired')`;

/** The audience as a query of `address, name, language, topics, history`. */
function readersOf(audience: Audience): RawBuilder<unknown> {
  const { newsletter, cadence, cadences, sharedIssues, joinedSince } = audience;
  const [first = cadence] = cadences;
  const everyCadence = cadences.length <= 1;
  const isTheirs = everyCadence
    ? sql`true`
    : sql`(CASE WHEN subscriptions.cadence IN (SELECT value FROM json_each(${JSON.stringify(cadences)}))
          THEN subscriptions.cadence ELSE ${first} END = ${cadence}
        OR EXISTS (SELECT 1 FROM cadence_changes
          WHERE cadence_changes.newsletter = subscriptions.newsletter AND cadence_changes.cadence = ${cadence}
            AND cadence_changes.address = subscriptions.address AND cadence_changes.closed_in IS NULL))`;
  const histories = sql`
    LEFT JOIN (
      SELECT address, group_concat(issue_id || ' ' || edition_key, ',' ORDER BY issue_id) AS history
      FROM deliveries
      WHERE issue_id IN (SELECT value FROM json_each(${JSON.stringify(sharedIssues)})) AND state NOT IN ${neverReached}
      GROUP BY address
    ) AS histories ON histories.address = subscriptions.address`;
  const isNew =
    joinedSince === undefined
      ? sql`true`
      : sql`NOT EXISTS (SELECT 1 FROM deliveries
          WHERE deliveries.issue_id = ${joinedSince} AND deliveries.address = subscriptions.address)`;
  return sql`
    SELECT subscriptions.address, subscribers.name, subscribers.language, subscriptions.topics,
      ${sharedIssues.length === 0 ? sql`''` : sql`coalesce(histories.history, '')`} AS history
    FROM subscriptions
    JOIN subscribers ON subscribers.address = subscriptions.address
    ${sharedIssues.length === 0 ? sql`` : histories}
    WHERE subscriptions.newsletter = ${newsletter} AND subscriptions.state = 'active'
      AND ${isTheirs} AND ${isNew}
      AND NOT EXISTS (SELECT 1 FROM suppressions WHERE suppressions.address = subscriptions.address)`;
}

/** What the audience asks for, the wish of most readers first. */
export async function listWishes(database: Database, audience: Audience): Promise<WishGroup[]> {
  return (await wishesOf(audience).execute(database)).rows;
}

function wishesOf(audience: Audience): RawBuilder<WishGroup> {
  return sql<WishGroup>`
    SELECT topics, coalesce(language, '') AS language, history, count(*) AS readers
    FROM (${readersOf(audience)}) AS readers
    GROUP BY 1, 2, 3 ORDER BY readers DESC, topics, language, history`;
}

/** What an audience asked for, and when: it still does, as long as the ledger has that version. */
export interface KnownWishes {
  readonly version: string;
  readonly groups: readonly WishGroup[];
}

/** From so many subscriptions on, reading the wishes takes longer than starting a thread for it. */
const largeAudience = 50_000;

/** The same as `listWishes`; for a large audience beside other work. Not within a transaction. */
export async function readWishes(database: Database, audience: Audience): Promise<KnownWishes> {
  const version = await readLedgerVersion(database);
  const query = wishesOf(audience);
  const far = await database
    .selectFrom("subscriptions")
    .select("address")
    .where("newsletter", "=", audience.newsletter)
    .limit(1)
    .offset(largeAudience)
    .executeTakeFirst();
  const groups =
    far === undefined
      ? (await query.execute(database)).rows
      : await readBeside(database, query.compile(database));
  return { version, groups };
}

/** The wish of one reader of the audience; undefined where the issue does not go to them. */
export async function findWish(
  database: Database,
  audience: Audience,
  address: string,
): Promise<WishGroup | undefined> {
  const { rows } = await sql<WishGroup>`
    SELECT topics, coalesce(language, '') AS language, history, 1 AS readers
    FROM (${readersOf(audience)}) AS readers WHERE address = ${address}`.execute(database);
  return rows[0];
}

/** How many subscribers an issue goes to. @param only Counts those of these addresses; undefined: all. */
export async function countAudience(
  database: Database,
  audience: Audience,
  only?: readonly string[],
): Promise<number> {
  const asked =
    only === undefined ? sql`` : sql`WHERE address IN (SELECT value FROM json_each(${JSON.stringify(only)}))`;
  const { rows } = await sql<{ readonly count: number }>`
    SELECT count(*) AS count FROM (${readersOf({ ...audience, sharedIssues: [] })}) AS readers
    ${asked}`.execute(database);
  return rows[0]?.count ?? 0;
}

/** Whether an issue goes to any subscriber: of a million, the first is enough to know. */
export async function hasAudience(database: Database, audience: Audience): Promise<boolean> {
  const { rows } = await sql`
    SELECT 1 FROM (${readersOf({ ...audience, sharedIssues: [] })}) AS readers LIMIT 1`.execute(database);
  return rows.length > 0;
}

/** Which edition a wish gets; no key: nothing is left for it. */
export interface ChosenWish extends Omit<WishGroup, "readers"> {
  readonly key: string | undefined;
}

const nothingLeft = "nothing of this issue is left for what the reader chose";

/**
 * Gives every reader of the audience a delivery: of their edition, or one that is `skipped` where nothing is left for
 * them. One statement: a million rows never pass through this process.
 *
 * @param chosen One for every wish of the audience.
 */
export async function insertAudience(
  database: Database,
  audience: Audience,
  issue: { readonly id: number; readonly at: string },
  chosen: readonly ChosenWish[],
): Promise<void> {
  const insert = sql`INSERT INTO deliveries (issue_id, address, name, language, edition_key, state, response, updated_at)`;
  const only = chosen[0]?.key;
  if (only !== undefined && chosen.every(({ key }) => key === only)) {
    await sql`${insert}
      SELECT ${issue.id}, address, name, language, ${only}, 'pending', NULL, ${issue.at}
      FROM (${readersOf({ ...audience, sharedIssues: [] })}) AS readers WHERE true ORDER BY address
      ON CONFLICT DO NOTHING`.execute(database);
    return;
  }
  const rows = JSON.stringify(
    chosen.map(({ topics, language, history, key }) => [topics, language, history, key ?? ""]),
  );
  // A table with a key of its own: joined without one, ten thousand wishes are compared a hundred million times.
  await sql`
    CREATE TEMP TABLE IF NOT EXISTS chosen_editions (
      topics text NOT NULL, language text NOT NULL, history text NOT NULL, edition_key text NOT NULL,
      PRIMARY KEY (topics, language, history)
    ) WITHOUT ROWID`.execute(database);
  await sql`DELETE FROM chosen_editions`.execute(database);
  await sql`
    INSERT INTO chosen_editions (topics, language, history, edition_key)
    SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3 FROM json_each(${rows})`.execute(database);
  await sql`
    ${insert}
    SELECT ${issue.id}, address, name, readers.language, edition_key,
      CASE edition_key WHEN '' THEN 'skipped' ELSE 'pending' END,
      CASE edition_key WHEN '' THEN ${nothingLeft} END, ${issue.at}
    FROM (${readersOf(audience)}) AS readers
    JOIN chosen_editions AS chosen ON chosen.topics = readers.topics
      AND chosen.language = coalesce(readers.language, '') AND chosen.history = readers.history
    WHERE true ORDER BY address
    ON CONFLICT DO NOTHING`.execute(database);
}

/** The issue that was just frozen is the last one for those who left its cadence. */
export async function closeCadenceChanges(
  database: Database,
  { newsletter, cadence }: Audience,
  issueId: number,
): Promise<void> {
  await database
    .updateTable("cadence_changes")
    .set({ closed_in: issueId })
    .where("newsletter", "=", newsletter)
    .where("cadence", "=", cadence)
    .where("closed_in", "is", null)
    .execute();
}

/** Issues of the newsletter's other cadences that hold one of these articles, told by id or content; oldest first. */
export async function listSharedIssues(
  database: Database,
  newsletter: string,
  cadence: string,
  names: readonly string[],
): Promise<number[]> {
  const { rows } = await sql<{ readonly id: number }>`
    WITH names AS MATERIALIZED (SELECT value AS name FROM json_each(${JSON.stringify(names)}))
    SELECT DISTINCT issue_id AS id FROM issue_articles
    WHERE newsletter = ${newsletter} AND cadence <> ${cadence}
      AND (article_id IN (SELECT name FROM names) OR content_hash IN (SELECT name FROM names))
    ORDER BY 1`.execute(database);
  return rows.map(({ id }) => id);
}

/** Ids and content hashes of the articles in an edition. */
export async function listEditionArticles(
  database: Database,
  issueId: number,
  key: string,
): Promise<string[]> {
  const edition = await database
    .selectFrom("editions")
    .select("articles")
    .where("issue_id", "=", issueId)
    .where("key", "=", key)
    .executeTakeFirst();
  const ids = edition?.articles ?? null;
  const rows = await database
    .selectFrom("issue_articles")
    .select(["article_id", "content_hash"])
    .where("issue_id", "=", issueId)
    .$if(ids !== null, (query) =>
      query.where("article_id", "in", sql<string>`(SELECT value FROM json_each(${ids}))`),
    )
    .execute();
  return rows.flatMap(({ article_id, content_hash }) => [article_id, content_hash]);
}
