import { type Kysely, sql } from "kysely";

/**
 * Deliveries ordered by issue and address (so that a million rows are written and read in one direction), with their next
 * attempt; the audience; what keeps an address from being written to; holds, quotas and bounce reports.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable("issues").addColumn("pause_reason", "text").execute();
  await db.schema
    .alterTable("issues")
    .addColumn("recipients", "integer", (column) => column.notNull().defaultTo(0))
    .execute();
  await db.schema
    .alterTable("issues")
    .addColumn("sender", "text", (column) => column.notNull().defaultTo("{}"))
    .execute();

  await db.schema.alterTable("deliveries").renameTo("deliveries_before").execute();
  await db.schema.dropIndex("deliveries_state").execute();
  await db.schema
    .createTable("deliveries")
    .addColumn("issue_id", "integer", (column) => column.notNull().references("issues.id"))
    .addColumn("address", "text", (column) => column.notNull())
    .addColumn("name", "text", (column) => column.notNull())
    .addColumn("language", "text")
    .addColumn("edition_key", "text", (column) => column.notNull())
    .addColumn("state", "text", (column) => column.notNull())
    .addColumn("fence", "integer", (column) => column.notNull().defaultTo(0))
    .addColumn("attempts", "integer", (column) => column.notNull().defaultTo(0))
    .addColumn("first_attempt_at", "text")
    .addColumn("next_attempt_at", "text")
    .addColumn("code", "integer")
    .addColumn("enhanced_code", "text")
    .addColumn("response", "text")
    .addColumn("host", "text")
    .addColumn("updated_at", "text", (column) => column.notNull())
    .addPrimaryKeyConstraint("deliveries_once", ["issue_id", "address"])
    .modifyEnd(sql`without rowid`)
    .execute();
  await sql`
    INSERT INTO deliveries (issue_id, address, name, edition_key, state, fence, attempts, code, enhanced_code, response, host, updated_at)
    SELECT issue_id, address, name, edition_key, state, fence, attempts, code, enhanced_code, response, host, updated_at
    FROM deliveries_before ORDER BY issue_id, address`.execute(db);
  await sql`UPDATE issues SET recipients = (SELECT count(*) FROM deliveries WHERE issue_id = issues.id)`.execute(
    db,
  );
  await db.schema.dropTable("deliveries_before").execute();
  await db.schema.createIndex("deliveries_state").on("deliveries").columns(["issue_id", "state"]).execute();
  await sql`CREATE INDEX deliveries_due ON deliveries (issue_id, next_attempt_at) WHERE state = 'deferred'`.execute(
    db,
  );

  await db.schema
    .createTable("subscribers")
    .addColumn("address", "text", (column) => column.notNull().primaryKey())
    .addColumn("name", "text", (column) => column.notNull())
    .addColumn("language", "text")
    .addColumn("time_zone", "text")
    .addColumn("created_at", "text", (column) => column.notNull())
    .modifyEnd(sql`without rowid`)
    .execute();
  await db.schema
    .createTable("subscriptions")
    .addColumn("newsletter", "text", (column) => column.notNull())
    .addColumn("address", "text", (column) => column.notNull().references("subscribers.address"))
    .addColumn("state", "text", (column) => column.notNull())
    .addColumn("topics", "text", (column) => column.notNull())
    .addColumn("joined_at", "text", (column) => column.notNull())
    .addColumn("left_at", "text")
    .addPrimaryKeyConstraint("subscriptions_once", ["newsletter", "address"])
    .modifyEnd(sql`without rowid`)
    .execute();
  await db.schema.createIndex("subscriptions_address").on("subscriptions").columns(["address"]).execute();
  await db.schema
    .createTable("suppressions")
    .addColumn("address", "text", (column) => column.notNull().primaryKey())
    .addColumn("reason", "text", (column) => column.notNull())
    .addColumn("detail", "text", (column) => column.notNull())
    .addColumn("created_at", "text", (column) => column.notNull())
    .modifyEnd(sql`without rowid`)
    .execute();

  await db.schema
    .createTable("reports")
    .addColumn("hash", "text", (column) => column.notNull())
    .addColumn("address", "text", (column) => column.notNull())
    .addColumn("kind", "text", (column) => column.notNull())
    .addColumn("status", "text")
    .addColumn("diagnostic", "text")
    .addColumn("reporter", "text")
    .addColumn("issue_id", "integer")
    .addColumn("received_at", "text", (column) => column.notNull())
    .addColumn("raw", "blob", (column) => column.notNull())
    .addPrimaryKeyConstraint("reports_once", ["hash", "address"])
    .execute();
  await db.schema.createIndex("reports_address").on("reports").columns(["address", "received_at"]).execute();
  await db.schema
    .createTable("domain_holds")
    .addColumn("domain", "text", (column) => column.notNull().primaryKey())
    .addColumn("until", "text", (column) => column.notNull())
    .addColumn("kind", "text", (column) => column.notNull())
    .addColumn("reply", "text", (column) => column.notNull())
    .execute();
  await db.schema
    .createTable("relay_usage")
    .addColumn("relay", "text", (column) => column.notNull())
    .addColumn("day", "text", (column) => column.notNull())
    .addColumn("messages", "integer", (column) => column.notNull())
    .addPrimaryKeyConstraint("relay_usage_once", ["relay", "day"])
    .execute();
}
