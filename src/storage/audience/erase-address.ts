import { createHmac, randomBytes } from "node:crypto";
import { sql, type Transaction } from "kysely";
import { everySpelling } from "../../platform/mailbox.ts";
import { toStorageFault } from "../ledger/storage-fault.ts";
import { assertTransition } from "../deliveries/delivery-transitions.ts";
import type { Database } from "../ledger/open-database.ts";
import type { DeliveryState } from "../schema/delivery-tables.ts";
import type { Tables } from "../schema/tables.ts";

/** What was taken out of the ledger. */
export interface ErasedRows {
  readonly subscriptions: number;
  readonly deliveries: number;
  readonly reports: number;
  readonly suppressions: number;
  /** Whether the address was erased once before. */
  readonly wasErased: boolean;
  /** False: another process held the ledger, so that bytes of it may still be on the disk. */
  readonly isOverwritten: boolean;
}

/** Columns that may quote a server or another reader's mailbox, and so name anyone. */
const quotations = [
  ["issues", "pause_reason"],
  ["domain_holds", "reply"],
  ["deliveries", "response"],
  ["reports", "diagnostic"],
  ["suppressions", "detail"],
  ["slots", "reason"],
] as const;

const keyBytes = 32;

/** The key of the hashes, made when the first address is erased; undefined where none was yet. */
async function readKey(database: Database | Transaction<Tables>): Promise<string | undefined> {
  const row = await database.selectFrom("erasure_key").select("key").executeTakeFirst();
  return row?.key;
}

/** 32 hexadecimal digits. Without the key nobody can try addresses until one fits. */
function digestOf(address: string, key: string): string {
  return createHmac("sha256", Buffer.from(key, "hex")).update(address).digest("hex").slice(0, 32);
}

/** Says of an address whether it was erased; asks the ledger once. */
export async function loadErasures(database: Database): Promise<(address: string) => boolean> {
  const key = await readKey(database);
  if (key === undefined) return () => false;
  const rows = await database.selectFrom("erasures").select("digest").execute();
  const digests = new Set(rows.map(({ digest }) => digest));
  return (address) => everySpelling(address).some((spelling) => digests.has(digestOf(spelling, key)));
}

/**
 * Lets an erased address come back, because its owner asks for it. What it was sent before is its own again, so that no issue
 * is sent a second time.
 *
 * @returns Whether it was erased.
 */
export async function forgetErasure(database: Database, address: string): Promise<boolean> {
  const key = await readKey(database);
  if (key === undefined) return false;
  const digests = everySpelling(address).map((spelling) => digestOf(spelling, key));
  return database.transaction().execute(async (transaction) => {
    for (const digest of digests) await takeBackDeliveries(transaction, nameOf(digest), address);
    const result = await transaction.deleteFrom("erasures").where("digest", "in", digests).executeTakeFirst();
    return result.numDeletedRows > 0n;
  });
}

/**
 * Takes an address out of the whole ledger. Its deliveries stay, under a keyed hash and without what was said of them, so
 * that the sums of their issues balance; what was not sent is skipped. Only for the holder of the sender's lock. The bytes
 * are overwritten on the disk.
 */
export async function eraseAddress(database: Database, address: string, now: Date): Promise<ErasedRows> {
  await sql`PRAGMA secure_delete = ON`.execute(database);
  const erased = await database.transaction().execute(async (transaction) => {
    const key = (await readKey(transaction)) ?? randomBytes(keyBytes).toString("hex");
    await transaction
      .insertInto("erasure_key")
      .values({ id: 1, key })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    return erase(transaction, address, digestOf(address, key), now);
  });
  return { ...erased, isOverwritten: await overwrite(database) };
}

/** Pages still have, between what is kept, what was moved out of them before; and the log has them as they were. */
async function overwrite(database: Database): Promise<boolean> {
  try {
    await sql`VACUUM`.execute(database);
    const { rows } = await sql<{ readonly busy: number }>`PRAGMA wal_checkpoint(TRUNCATE)`.execute(database);
    return rows[0]?.busy === 0;
  } catch (error) {
    // What matters more, that nothing of the address is kept, is done.
    if (toStorageFault(error) === undefined) throw error;
    return false;
  }
}

async function erase(
  transaction: Transaction<Tables>,
  address: string,
  digest: string,
  now: Date,
): Promise<Omit<ErasedRows, "isOverwritten">> {
  await dropRepeated(transaction, address, nameOf(digest));
  const deliveries = await eraseDeliveries(transaction, address, nameOf(digest), now);
  await eraseQuotations(transaction, address);
  const removed = await removeRows(transaction, address);
  const inserted = await transaction
    .insertInto("erasures")
    .values({ digest, erased_at: now.toISOString() })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return {
    subscriptions: removed.get("subscriptions") ?? 0,
    deliveries,
    reports: removed.get("reports") ?? 0,
    suppressions: removed.get("suppressions") ?? 0,
    wasErased: inserted.numInsertedOrUpdatedRows !== 1n,
  };
}

/** What an erased address's deliveries are kept under. */
function nameOf(digest: string): string {
  return `erased-${digest}`;
}

async function eraseQuotations(transaction: Transaction<Tables>, address: string): Promise<void> {
  for (const spelling of everySpelling(address)) {
    for (const [table, name] of quotations) {
      const column = sql.ref(name);
      await sql`
        UPDATE ${sql.table(table)} SET ${column} = '(erased)'
        WHERE instr(lower(${column}), ${spelling}) > 0`.execute(transaction);
    }
    await sql`
      DELETE FROM alerts
      WHERE instr(lower(key || ' ' || message || ' ' || remedy), ${spelling}) > 0`.execute(transaction);
  }
}

async function takeBackDeliveries(
  transaction: Transaction<Tables>,
  name: string,
  address: string,
): Promise<void> {
  await dropRepeated(transaction, name, address);
  await transaction.updateTable("deliveries").set({ address }).where("address", "=", name).execute();
}

/** One mailbox has one delivery of an issue: where both names have one, that of `kept` stays. */
async function dropRepeated(transaction: Transaction<Tables>, spare: string, kept: string): Promise<void> {
  const { rows } = await sql<{ readonly issue_id: number }>`
    DELETE FROM deliveries
    WHERE address = ${spare} AND issue_id IN (SELECT issue_id FROM deliveries WHERE address = ${kept})
    RETURNING issue_id`.execute(transaction);
  for (const { issue_id } of rows) {
    await sql`
      UPDATE issues SET recipients = (SELECT count(*) FROM deliveries WHERE issue_id = issues.id)
      WHERE id = ${issue_id}`.execute(transaction);
  }
}

/** Out of every table that has a column of addresses, so that one that is added later is not forgotten. */
async function removeRows(transaction: Transaction<Tables>, address: string): Promise<Map<string, number>> {
  await sql`PRAGMA defer_foreign_keys = ON`.execute(transaction);
  const tables = await sql<{ readonly name: string }>`
    SELECT tables.name FROM sqlite_master AS tables, pragma_table_info(tables.name) AS columns
    WHERE tables.type = 'table' AND columns.name = 'address' AND tables.name <> 'deliveries'`.execute(
    transaction,
  );
  const removed = new Map<string, number>();
  for (const { name } of tables.rows) {
    const result = await sql`DELETE FROM ${sql.table(name)} WHERE address = ${address}`.execute(transaction);
    removed.set(name, Number(result.numAffectedRows ?? 0));
  }
  return removed;
}

async function eraseDeliveries(
  transaction: Transaction<Tables>,
  address: string,
  name: string,
  now: Date,
): Promise<number> {
  const unsent: readonly DeliveryState[] = ["pending", "leased", "deferred"];
  for (const state of unsent) assertTransition(state, "skipped");
  const move = (states: readonly DeliveryState[], isIn: boolean, to: DeliveryState | undefined) =>
    transaction
      .updateTable("deliveries")
      .set({
        address: name,
        name: "",
        language: null,
        response: null,
        next_attempt_at: null,
        local_due_at: null,
        updated_at: now.toISOString(),
        ...(to === undefined ? {} : { state: to }),
      })
      .where("address", "=", address)
      .where("state", isIn ? "in" : "not in", states)
      .executeTakeFirst();
  const skipped = await move(unsent, true, "skipped");
  const others = await move(unsent, false, undefined);
  return Number(skipped.numUpdatedRows + others.numUpdatedRows);
}
