import type { Database } from "../ledger/open-database.ts";

export interface RelayUsage {
  /** On how many days but the one asked for it was used. */
  readonly otherDays: number;
  /** Messages handed to it on the day asked for. */
  readonly messages: number;
}

/** How much of a day's quota a relay has used. @param day Of UTC, such as `2026-11-22`. */
export async function readRelayUsage(database: Database, relay: string, day: string): Promise<RelayUsage> {
  const others = await database
    .selectFrom("relay_usage")
    .select((expression) => expression.fn.countAll<number>().as("days"))
    .where("relay", "=", relay)
    .where("day", "!=", day)
    .executeTakeFirst();
  const today = await database
    .selectFrom("relay_usage")
    .select("messages")
    .where("relay", "=", relay)
    .where("day", "=", day)
    .executeTakeFirst();
  return { otherDays: others?.days ?? 0, messages: today?.messages ?? 0 };
}

/** The relays that messages were handed to on the last day on which there were any. */
export async function findLastRelays(database: Database): Promise<string[]> {
  const rows = await database
    .selectFrom("relay_usage")
    .select("relay")
    .where(
      "day",
      "=",
      database.selectFrom("relay_usage").select((expression) => expression.fn.max("day").as("day")),
    )
    .orderBy("relay")
    .execute();
  return rows.map(({ relay }) => relay);
}
