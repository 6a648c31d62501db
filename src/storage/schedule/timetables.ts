import type { Kysely } from "kysely";
import type { Tables } from "../schema/tables.ts";

/** Cron expression and time zone of a cadence. */
export interface KnownTimetable {
  readonly cron: string;
  readonly timeZone: string;
}

interface CadenceKey {
  readonly newsletter: string;
  readonly cadence: string;
}

/** When a cadence was due at the last look; undefined: nobody looked yet. */
export async function findTimetable(
  database: Kysely<Tables>,
  { newsletter, cadence }: CadenceKey,
): Promise<KnownTimetable | undefined> {
  const row = await database
    .selectFrom("timetables")
    .selectAll()
    .where("newsletter", "=", newsletter)
    .where("cadence", "=", cadence)
    .executeTakeFirst();
  return row === undefined ? undefined : { cron: row.cron, timeZone: row.time_zone };
}

export async function storeTimetable(
  database: Kysely<Tables>,
  { newsletter, cadence, cron, timeZone }: CadenceKey & KnownTimetable,
): Promise<void> {
  await database
    .insertInto("timetables")
    .values({ newsletter, cadence, cron, time_zone: timeZone })
    .onConflict((conflict) =>
      conflict.columns(["newsletter", "cadence"]).doUpdateSet({ cron, time_zone: timeZone }),
    )
    .execute();
}
