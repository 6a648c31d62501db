import { type Kysely, sql } from "kysely";
import { asciiDomainOf, normaliseAddress } from "../../platform/mailbox.ts";

type Db = Kysely<unknown>;

/**
 * Domains of other scripts in their one, ASCII form. What was kept as several addresses and is one mailbox becomes one: no
 * suppression and no goodbye is lost, and of two deliveries of an issue the one stays that is likelier to have arrived.
 */
export async function up(db: Db): Promise<void> {
  // All or nothing; run again after that, it finds nothing to do.
  await db.transaction().execute(async (transaction) => {
    await sql`PRAGMA defer_foreign_keys = ON`.execute(transaction);
    await listRespelt(transaction);
    await mergeDeliveries(transaction);
    await mergeSubscriptions(transaction);
    await mergeSuppressions(transaction);
    await renameOnce(transaction, "reports");
    await renameOnce(transaction, "cadence_changes");
    await mergeSubscribers(transaction);
    await renameHolds(transaction);
    await sql`DROP TABLE respelt`.execute(transaction);
  });
}

async function listRespelt(db: Db): Promise<void> {
  await sql`CREATE TEMP TABLE respelt (old text PRIMARY KEY, new text NOT NULL) WITHOUT ROWID`.execute(db);
  for (const table of ["deliveries", "subscribers", "suppressions", "reports", "cadence_changes"]) {
    const { rows } = await sql<{ readonly address: string }>`
      SELECT DISTINCT address FROM ${sql.table(table)} WHERE address GLOB '*@*[^ -~]*'`.execute(db);
    const pairs = rows
      .map(({ address }) => [address, normaliseAddress(address)])
      .filter(([before, after]) => before !== after);
    await sql`
      INSERT OR IGNORE INTO respelt
      SELECT value ->> 0, value ->> 1 FROM json_each(${JSON.stringify(pairs)})`.execute(db);
  }
}

/** Renames, and drops what is there already. */
async function renameOnce(db: Db, table: string): Promise<void> {
  await sql`
    UPDATE OR IGNORE ${sql.table(table)} SET address = (SELECT new FROM respelt WHERE old = address)
    WHERE address IN (SELECT old FROM respelt)`.execute(db);
  await dropRespelt(db, table);
}

async function dropRespelt(db: Db, table: string): Promise<void> {
  await sql`DELETE FROM ${sql.table(table)} WHERE address IN (SELECT old FROM respelt)`.execute(db);
}

/** Every spelling of the mailboxes that have several, with the one that all get. */
const spellings = sql`(SELECT old AS address, new FROM respelt UNION SELECT new, new FROM respelt)`;

/** What says most of whether the message arrived comes first. */
const likeliest = JSON.stringify([
  "complained",
  "bounced",
  "accepted",
  "uncertain",
  "in_data",
  "leased",
  "deferred",
  "pending",
  "failed",
  "expired",
  "skipped",
]);

async function mergeDeliveries(db: Db): Promise<void> {
  await sql`
    CREATE TEMP TABLE spare AS SELECT issue_id, address FROM (
      SELECT issue_id, address, row_number() OVER (
        PARTITION BY issue_id, new
        ORDER BY (SELECT key FROM json_each(${likeliest}) WHERE value = state), address) AS place
      FROM deliveries JOIN ${spellings} AS spellings USING (address))
    WHERE place > 1`.execute(db);
  await sql`DELETE FROM deliveries WHERE (issue_id, address) IN (SELECT issue_id, address FROM spare)`.execute(
    db,
  );
  await renameOnce(db, "deliveries");
  await sql`
    UPDATE issues SET recipients = (SELECT count(*) FROM deliveries WHERE issue_id = issues.id)
    WHERE id IN (SELECT issue_id FROM spare)`.execute(db);
  await sql`DROP TABLE spare`.execute(db);
}

/** What was said last counts: a goodbye after the reader joined, or joining after a goodbye. */
async function mergeSubscriptions(db: Db): Promise<void> {
  await sql`
    DELETE FROM subscriptions WHERE (newsletter, address) IN (
      SELECT newsletter, address FROM (
        SELECT newsletter, address, row_number() OVER (
          PARTITION BY newsletter, new
          ORDER BY CASE state WHEN 'left' THEN coalesce(left_at, joined_at) ELSE joined_at END DESC, state DESC, address
        ) AS place
        FROM subscriptions JOIN ${spellings} AS spellings USING (address))
      WHERE place > 1)`.execute(db);
  await renameOnce(db, "subscriptions");
}

/** The earliest stays, with its reason. */
async function mergeSuppressions(db: Db): Promise<void> {
  await sql`
    INSERT INTO suppressions (address, reason, detail, created_at)
    SELECT new, reason, detail, created_at FROM suppressions JOIN respelt ON old = address WHERE true
    ON CONFLICT (address) DO UPDATE SET
      reason = excluded.reason, detail = excluded.detail, created_at = excluded.created_at
    WHERE excluded.created_at < suppressions.created_at`.execute(db);
  await dropRespelt(db, "suppressions");
}

async function mergeSubscribers(db: Db): Promise<void> {
  await sql`
    INSERT INTO subscribers (address, name, language, time_zone, created_at)
    SELECT new, name, language, time_zone, created_at FROM subscribers JOIN respelt ON old = address WHERE true
    ON CONFLICT (address) DO UPDATE SET
      name = CASE subscribers.name WHEN '' THEN excluded.name ELSE subscribers.name END,
      language = coalesce(subscribers.language, excluded.language),
      time_zone = coalesce(subscribers.time_zone, excluded.time_zone),
      created_at = min(subscribers.created_at, excluded.created_at)`.execute(db);
  await dropRespelt(db, "subscribers");
}

async function renameHolds(db: Db): Promise<void> {
  const { rows } = await sql<{ readonly domain: string }>`
    SELECT domain FROM domain_holds WHERE domain GLOB '*[^ -~]*'`.execute(db);
  for (const { domain } of rows) {
    const ascii = asciiDomainOf(domain);
    await sql`UPDATE OR REPLACE domain_holds SET domain = ${ascii} WHERE domain = ${domain}`.execute(db);
  }
}
