import { sql } from "kysely";
import { scrub } from "../../platform/logger.ts";
import type { Database } from "../ledger/open-database.ts";
import type { AlertRow } from "../schema/schedule-tables.ts";

export interface NewAlert {
  /** The same for what is one fault: it is told once. */
  readonly key: string;
  /** One sentence without a full stop. */
  readonly message: string;
  readonly remedy: string;
}

/**
 * Addresses that a server's answer names are left out, as they are of logs: what is told leaves this machine.
 *
 * @returns Whether it is new: one that is known already stays as it is.
 */
export async function raiseAlert(
  database: Database,
  { key, message, remedy }: NewAlert,
  now: Date,
): Promise<boolean> {
  const result = await database
    .insertInto("alerts")
    .values({
      key,
      // Errors end with a full stop, and what follows a message begins with one.
      message: scrub(message).replace(/\.$/u, ""),
      remedy,
      raised_at: now.toISOString(),
      told_at: null,
      next_attempt_at: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return result.numInsertedOrUpdatedRows === 1n;
}

/** What an alert names has another name now; nobody is told again. */
export async function renameInAlert(
  database: Database,
  key: string,
  before: string,
  after: string,
): Promise<void> {
  await database
    .updateTable("alerts")
    .set({
      message: sql<string>`replace(message, ${before}, ${after})`,
      remedy: sql<string>`replace(remedy, ${before}, ${after})`,
    })
    .where("key", "=", key)
    .execute();
}

/** What it was about is over. @returns Whether there was one. */
export async function clearAlert(database: Database, key: string): Promise<boolean> {
  const result = await database.deleteFrom("alerts").where("key", "=", key).executeTakeFirst();
  return result.numDeletedRows > 0n;
}

/** What these were about is over. @returns The keys of those that there were. */
export async function clearAlerts(database: Database, keys: readonly string[]): Promise<Set<string>> {
  const rows = await database
    .deleteFrom("alerts")
    .where("key", "in", [...keys])
    .returning("key")
    .execute();
  return new Set(rows.map(({ key }) => key));
}

/**
 * An issue went out: what the operator was told of its slot and of earlier ones of the cadence asks for nothing any more, nor does
 * what is said once of a cadence. A later slot that waits for a person still does. Not what they have not been told yet.
 */
export async function clearSlotAlerts(
  database: Database,
  {
    newsletter,
    cadence,
    slot,
  }: { readonly newsletter: string; readonly cadence: string; readonly slot: Date },
): Promise<void> {
  for (const kind of ["slot", "missed", "again", "nobody", "renamed"]) {
    const start = `${kind}:${newsletter}:${cadence}:`;
    await database
      .deleteFrom("alerts")
      .where("told_at", "is not", null)
      .where("key", ">=", start)
      .where("key", "<=", `${start}${slot.toISOString()}`)
      .execute();
  }
}

/** A later slot was decided: what the operator was told of an earlier one that was held or failed asks for nothing any more. */
export async function clearEarlierSlotAlerts(
  database: Database,
  {
    newsletter,
    cadence,
    slot,
  }: { readonly newsletter: string; readonly cadence: string; readonly slot: Date },
): Promise<void> {
  const start = `slot:${newsletter}:${cadence}:`;
  await database
    .deleteFrom("alerts")
    .where("told_at", "is not", null)
    .where("key", ">=", start)
    .where("key", "<", `${start}${slot.toISOString()}`)
    .execute();
}

/** What alerts of a kind were about is over, but for those with these keys. @param kind What their keys begin with. */
export async function clearOtherAlerts(
  database: Database,
  kind: string,
  keys: readonly string[],
): Promise<void> {
  await database
    .deleteFrom("alerts")
    .where("key", ">=", `${kind}:`)
    // A semicolon comes after the colon, so this is every key that begins so.
    .where("key", "<", `${kind};`)
    .where("key", "not in", [...keys])
    .execute();
}

/** Alerts that the operator has not been told of and whose next attempt is due, the oldest first. */
export async function listUntoldAlerts(database: Database, now: Date): Promise<AlertRow[]> {
  return database
    .selectFrom("alerts")
    .selectAll()
    .where("told_at", "is", null)
    .where((expression) =>
      expression.or([
        expression("next_attempt_at", "is", null),
        expression("next_attempt_at", "<=", now.toISOString()),
      ]),
    )
    .orderBy("raised_at")
    .orderBy("key")
    .execute();
}

/** Clocks are set back by seconds every day. */
const clockToleranceMs = 60 * 60 * 1000;

/** Newest first; for people. What a clock raised that was ahead of `now` is left out. */
export async function listAlerts(database: Database, since: Date, now?: Date): Promise<AlertRow[]> {
  const alerts = database
    .selectFrom("alerts")
    .selectAll()
    .where("raised_at", ">=", since.toISOString())
    .orderBy("raised_at", "desc")
    .orderBy("key");
  if (now === undefined) return alerts.execute();
  const latest = new Date(now.getTime() + clockToleranceMs).toISOString();
  return alerts.where("raised_at", "<=", latest).execute();
}

export async function markAlertTold(database: Database, key: string, now: Date): Promise<void> {
  await database
    .updateTable("alerts")
    .set({ told_at: now.toISOString(), next_attempt_at: null })
    .where("key", "=", key)
    .execute();
}

/** Not everyone could be told; the others are tried again. @param toldTo As the row keeps it. */
export async function postponeAlert(
  database: Database,
  key: string,
  { nextAttemptAt, toldTo }: { readonly nextAttemptAt: Date; readonly toldTo: string },
): Promise<void> {
  await database
    .updateTable("alerts")
    .set((expression) => ({
      attempts: expression("attempts", "+", 1),
      next_attempt_at: nextAttemptAt.toISOString(),
      told_to: toldTo,
    }))
    .where("key", "=", key)
    .execute();
}
