import { type Kysely, sql } from "kysely";

/** Whom a notice has reached, so that only the others get it again, and when a draft is told again. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const table of ["alerts", "drafts"])
    await sql`ALTER TABLE ${sql.table(table)} ADD COLUMN told_to TEXT NOT NULL DEFAULT '[]'`.execute(db);
  await sql`ALTER TABLE drafts ADD COLUMN attempts INTEGER NOT NULL DEFAULT 0`.execute(db);
  await sql`ALTER TABLE drafts ADD COLUMN next_attempt_at TEXT`.execute(db);
}
