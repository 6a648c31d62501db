import { type Kysely, sql } from "kysely";

/** The reader's own time of day, kept beside the next attempt: that one is written anew by every attempt. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`ALTER TABLE deliveries ADD COLUMN local_due_at TEXT`.execute(db);
}
