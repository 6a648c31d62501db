import type { Kysely } from "kysely";
import type { Tables } from "../schema/tables.ts";

/** Cron expression and time zone of a cadence. */
interface Timetable {
  readonly cron: string;
  readonly timeZone: string;
}

/** The timetable of the last look. */
export interface KnownTimetable extends Timetable {
  /** Since when the configuration did not have the cadence; undefined: it did. */
  readonly absentSince: Date | undefined;
}

export interface CadenceKey {
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
  if (row === undefined) return undefined;
  const { cron, time_zone, absent_since } = row;
  return {
    cron,
    timeZone: time_zone,
    absentSince: absent_since === null ? undefined : new Date(absent_since),
  };
}

/** Cadences that were in the configuration at the last look at them. */
export async function listPresentCadences(database: Kysely<Tables>): Promise<CadenceKey[]> {
  return database
    .selectFrom("timetables")
    .select(["newsletter", "cadence"])
    .where("absent_since", "is", null)
    .execute();
}

export async function markCadenceAbsent(
  database: Kysely<Tables>,
  { newsletter, cadence }: CadenceKey,
  now: Date,
): Promise<void> {
  await database
    .updateTable("timetables")
    .set({ absent_since: now.toISOString() })
    .where("newsletter", "=", newsletter)
    .where("cadence", "=", cadence)
    .execute();
}

/** Keeps the timetable of a cadence that the configuration has. */
export async function storeTimetable(
  database: Kysely<Tables>,
  { newsletter, cadence, cron, timeZone }: CadenceKey & Timetable,
): Promise<void> {
  await database
    .insertInto("timetables")
    .values({ newsletter, cadence, cron, time_zone: timeZone })
    .onConflict((conflict) =>
      conflict
        .columns(["newsletter", "cadence"])
        .doUpdateSet({ cron, time_zone: timeZone, absent_since: null }),
    )
    .execute();
}
