import type { Kysely } from "kysely";

/**
 * Of a report only codes, one line and the instant are kept: its body may hold anything, and is nobody's to keep. Whoever was
 * erased is remembered by a keyed hash alone.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable("reports").dropColumn("raw").execute();
  await db.schema
    .createTable("erasures")
    .addColumn("digest", "text", (column) => column.notNull().primaryKey())
    .addColumn("erased_at", "text", (column) => column.notNull())
    .execute();
  await db.schema
    .createTable("erasure_key")
    .addColumn("id", "integer", (column) => column.notNull().primaryKey())
    .addColumn("key", "text", (column) => column.notNull())
    .execute();
}
