import type { Kysely } from "kysely";

/** What the schedule remembers: who is at work, whose data folder this is, drafts that wait for an editor, alerts. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("leases")
    .addColumn("name", "text", (column) => column.notNull().primaryKey())
    .addColumn("holder", "text", (column) => column.notNull())
    .addColumn("fence", "integer", (column) => column.notNull())
    .addColumn("expires_at", "text", (column) => column.notNull())
    .execute();
  await db.schema
    .createTable("instance")
    .addColumn("id", "integer", (column) => column.notNull().primaryKey())
    .addColumn("token", "text", (column) => column.notNull())
    .addColumn("place", "text", (column) => column.notNull())
    .addColumn("counter", "integer", (column) => column.notNull())
    .addColumn("adopted_at", "text", (column) => column.notNull())
    .execute();
  await db.schema
    .createTable("drafts")
    .addColumn("id", "integer", (column) => column.primaryKey().autoIncrement())
    .addColumn("newsletter", "text", (column) => column.notNull())
    .addColumn("cadence", "text", (column) => column.notNull())
    .addColumn("slot", "text", (column) => column.notNull())
    .addColumn("number", "integer", (column) => column.notNull())
    .addColumn("hash", "text", (column) => column.notNull())
    .addColumn("state", "text", (column) => column.notNull())
    .addColumn("signature", "text", (column) => column.notNull())
    .addColumn("manifest", "text", (column) => column.notNull())
    .addColumn("frozen", "blob", (column) => column.notNull())
    .addColumn("made_at", "text", (column) => column.notNull())
    .addColumn("decided_at", "text")
    .addColumn("told_at", "text")
    .execute();
  await db.schema
    .createIndex("drafts_slot")
    .on("drafts")
    .columns(["newsletter", "cadence", "slot"])
    .execute();
  await db.schema
    .createTable("alerts")
    .addColumn("key", "text", (column) => column.notNull().primaryKey())
    .addColumn("message", "text", (column) => column.notNull())
    .addColumn("remedy", "text", (column) => column.notNull())
    .addColumn("raised_at", "text", (column) => column.notNull())
    .addColumn("told_at", "text")
    .addColumn("attempts", "integer", (column) => column.notNull().defaultTo(0))
    .addColumn("next_attempt_at", "text")
    .execute();
  await db.schema.createIndex("subscribers_time_zone").on("subscribers").columns(["time_zone"]).execute();
}
