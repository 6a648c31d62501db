import { type Kysely, sql } from "kysely";

/** Since when a cadence is not in the configuration any more. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`ALTER TABLE timetables ADD COLUMN absent_since TEXT`.execute(db);
}
