import type { Kysely } from "kysely";

/** Issues, the articles they consumed, their frozen editions, one delivery a recipient, and how each slot ended. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("issues")
    .addColumn("id", "integer", (column) => column.primaryKey().autoIncrement())
    .addColumn("newsletter", "text", (column) => column.notNull())
    .addColumn("cadence", "text", (column) => column.notNull())
    .addColumn("slot", "text", (column) => column.notNull())
    .addColumn("number", "integer", (column) => column.notNull())
    .addColumn("state", "text", (column) => column.notNull())
    .addColumn("origin", "text", (column) => column.notNull())
    .addColumn("since", "text", (column) => column.notNull())
    .addColumn("until", "text", (column) => column.notNull())
    .addColumn("subject", "text", (column) => column.notNull())
    .addColumn("preheader", "text", (column) => column.notNull())
    .addColumn("hash", "text", (column) => column.notNull())
    .addColumn("manifest", "text", (column) => column.notNull())
    .addColumn("frozen_at", "text", (column) => column.notNull())
    .addColumn("completed_at", "text")
    .addUniqueConstraint("issues_one_a_slot", ["newsletter", "cadence", "slot"])
    .execute();

  await db.schema
    .createTable("issue_articles")
    .addColumn("issue_id", "integer", (column) => column.notNull().references("issues.id"))
    .addColumn("newsletter", "text", (column) => column.notNull())
    .addColumn("cadence", "text", (column) => column.notNull())
    .addColumn("article_id", "text", (column) => column.notNull())
    .addColumn("content_hash", "text", (column) => column.notNull())
    .addColumn("path", "text", (column) => column.notNull())
    .addPrimaryKeyConstraint("issue_articles_once", ["newsletter", "cadence", "article_id"])
    .execute();

  await db.schema
    .createTable("editions")
    .addColumn("issue_id", "integer", (column) => column.notNull().references("issues.id"))
    .addColumn("key", "text", (column) => column.notNull())
    .addColumn("html", "text", (column) => column.notNull())
    .addColumn("text", "text", (column) => column.notNull())
    .addPrimaryKeyConstraint("editions_key", ["issue_id", "key"])
    .execute();

  await db.schema
    .createTable("edition_images")
    .addColumn("issue_id", "integer", (column) => column.notNull().references("issues.id"))
    .addColumn("name", "text", (column) => column.notNull())
    .addColumn("content_type", "text", (column) => column.notNull())
    .addColumn("bytes", "blob", (column) => column.notNull())
    .addPrimaryKeyConstraint("edition_images_key", ["issue_id", "name"])
    .execute();

  await db.schema
    .createTable("deliveries")
    .addColumn("issue_id", "integer", (column) => column.notNull().references("issues.id"))
    .addColumn("address", "text", (column) => column.notNull())
    .addColumn("name", "text", (column) => column.notNull())
    .addColumn("edition_key", "text", (column) => column.notNull())
    .addColumn("message_id", "text", (column) => column.notNull())
    .addColumn("state", "text", (column) => column.notNull())
    .addColumn("fence", "integer", (column) => column.notNull().defaultTo(0))
    .addColumn("attempts", "integer", (column) => column.notNull().defaultTo(0))
    .addColumn("code", "integer")
    .addColumn("enhanced_code", "text")
    .addColumn("response", "text")
    .addColumn("host", "text")
    .addColumn("updated_at", "text", (column) => column.notNull())
    .addPrimaryKeyConstraint("deliveries_once", ["issue_id", "address"])
    .execute();

  await db.schema.createIndex("deliveries_state").on("deliveries").columns(["issue_id", "state"]).execute();

  await db.schema
    .createTable("slots")
    .addColumn("newsletter", "text", (column) => column.notNull())
    .addColumn("cadence", "text", (column) => column.notNull())
    .addColumn("slot", "text", (column) => column.notNull())
    .addColumn("outcome", "text", (column) => column.notNull())
    .addColumn("reason", "text", (column) => column.notNull())
    .addColumn("decided_at", "text", (column) => column.notNull())
    .addPrimaryKeyConstraint("slots_once", ["newsletter", "cadence", "slot"])
    .execute();
}
