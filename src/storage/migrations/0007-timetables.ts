import type { Kysely } from "kysely";

/** By which timetable each cadence was last looked at, so that a change of it is noticed. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("timetables")
    .addColumn("newsletter", "text", (column) => column.notNull())
    .addColumn("cadence", "text", (column) => column.notNull())
    .addColumn("cron", "text", (column) => column.notNull())
    .addColumn("time_zone", "text", (column) => column.notNull())
    .addPrimaryKeyConstraint("timetables_key", ["newsletter", "cadence"])
    .execute();
}
