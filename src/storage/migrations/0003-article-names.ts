import type { Kysely } from "kysely";

/** Further names of articles that are in an issue: the new id of a moved file, the new content of an edited one. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("article_names")
    .addColumn("newsletter", "text", (column) => column.notNull())
    .addColumn("cadence", "text", (column) => column.notNull())
    .addColumn("name", "text", (column) => column.notNull())
    .addColumn("known_as", "text", (column) => column.notNull())
    .addPrimaryKeyConstraint("article_names_once", ["newsletter", "cadence", "name"])
    .execute();
}
