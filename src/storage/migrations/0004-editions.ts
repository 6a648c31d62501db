import { type Kysely, sql } from "kysely";

/**
 * Editions in pieces that they share, with a subject of their own and the articles they hold; what they are made from,
 * for those who join later; a reader's cadence, and the changes of it that an issue has yet to close.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("edition_pieces")
    .addColumn("issue_id", "integer", (column) => column.notNull().references("issues.id"))
    .addColumn("number", "integer", (column) => column.notNull())
    .addColumn("content", "text", (column) => column.notNull())
    .addPrimaryKeyConstraint("edition_pieces_key", ["issue_id", "number"])
    .modifyEnd(sql`without rowid`)
    .execute();
  await db.schema.alterTable("editions").renameTo("editions_before").execute();
  await db.schema
    .createTable("editions")
    .addColumn("issue_id", "integer", (column) => column.notNull().references("issues.id"))
    .addColumn("key", "text", (column) => column.notNull())
    .addColumn("subject", "text", (column) => column.notNull())
    .addColumn("preheader", "text", (column) => column.notNull())
    .addColumn("html", "text", (column) => column.notNull())
    .addColumn("text", "text", (column) => column.notNull())
    .addColumn("articles", "text")
    .addColumn("readers", "integer", (column) => column.notNull())
    .addPrimaryKeyConstraint("editions_once", ["issue_id", "key"])
    .modifyEnd(sql`without rowid`)
    .execute();
  // Before this, an issue had one edition: its HTML and its text are a piece each.
  await sql`INSERT INTO edition_pieces (issue_id, number, content)
    SELECT issue_id, 0, html FROM editions_before UNION ALL SELECT issue_id, 1, text FROM editions_before`.execute(
    db,
  );
  await sql`INSERT INTO editions (issue_id, key, subject, preheader, html, text, readers)
    SELECT issue_id, key, issues.subject, issues.preheader, '0', '1', issues.recipients
    FROM editions_before JOIN issues ON issues.id = issue_id`.execute(db);
  await db.schema.dropTable("editions_before").execute();

  await db.schema
    .createTable("issue_sources")
    .addColumn("issue_id", "integer", (column) => column.primaryKey().references("issues.id"))
    .addColumn("source", "blob", (column) => column.notNull())
    .execute();

  await db.schema.alterTable("subscriptions").addColumn("cadence", "text").execute();
  await db.schema
    .createTable("cadence_changes")
    .addColumn("newsletter", "text", (column) => column.notNull())
    .addColumn("cadence", "text", (column) => column.notNull())
    .addColumn("address", "text", (column) => column.notNull())
    .addColumn("left_at", "text", (column) => column.notNull())
    .addColumn("closed_in", "integer", (column) => column.references("issues.id"))
    .addPrimaryKeyConstraint("cadence_changes_once", ["newsletter", "cadence", "address", "left_at"])
    .modifyEnd(sql`without rowid`)
    .execute();
}
