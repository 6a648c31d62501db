import type { Database } from "./open-database.ts";

export interface RelayUsage {
  /** The first day on which the relay was used; undefined: never yet. */
  readonly firstDay: string | undefined;
  /** Messages handed to it on the day asked for. */
  readonly messages: number;
}

/** How much of a day's quota a relay has used. @param day Of UTC, such as `2026-11-22`. */
export async function readRelayUsage(database: Database, relay: string, day: string): Promise<RelayUsage> {
  const first = await database
    .selectFrom("relay_usage")
    .select((expression) => expression.fn.min("day").as("day"))
    .where("relay", "=", relay)
    .executeTakeFirst();
  const today = await database
    .selectFrom("relay_usage")
    .select("messages")
    .where("relay", "=", relay)
    .where("day", "=", day)
    .executeTakeFirst();
  return { firstDay: first?.day ?? undefined, messages: today?.messages ?? 0 };
}
