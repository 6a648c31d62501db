import type { Kysely } from "kysely";
import type { Database } from "../ledger/open-database.ts";
import type { Tables } from "../schema/tables.ts";

/** The right to do some work, until it is lost or released. */
export interface Lease {
  readonly name: string;
  readonly holder: string;
  readonly fence: number;
}

export interface LeaseRequest {
  readonly name: string;
  readonly holder: string;
  readonly now: Date;
  readonly ttlMs: number;
  /** Whether a holder is known to be gone, so that nobody waits for its time to run out. */
  readonly isGone: (holder: string) => boolean;
}

/**
 * Takes a lease that is free, has run out, or whose holder is gone. A time to live beyond any that is given out was
 * written by a clock that was wrong, and counts as run out.
 *
 * @returns Undefined where someone else holds it.
 */
export async function acquireLease(database: Database, request: LeaseRequest): Promise<Lease | undefined> {
  const { name, holder, now, ttlMs, isGone } = request;
  const expires_at = new Date(now.getTime() + ttlMs).toISOString();
  const impossible = new Date(now.getTime() + 2 * ttlMs).toISOString();
  const current = await database.selectFrom("leases").selectAll().where("name", "=", name).executeTakeFirst();
  if (current === undefined) {
    const added = await database
      .insertInto("leases")
      .values({ name, holder, fence: 1, expires_at })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    return added.numInsertedOrUpdatedRows === 1n ? { name, holder, fence: 1 } : undefined;
  }
  const isFree =
    current.expires_at <= now.toISOString() || current.expires_at > impossible || isGone(current.holder);
  if (!isFree) return undefined;
  const fence = current.fence + 1;
  const taken = await database
    .updateTable("leases")
    .set({ holder, fence, expires_at })
    .where("name", "=", name)
    .where("fence", "=", current.fence)
    // Renewed in the meantime: its holder is at work after all.
    .where("expires_at", "=", current.expires_at)
    .executeTakeFirst();
  return taken.numUpdatedRows === 1n ? { name, holder, fence } : undefined;
}

/** @returns False where the lease was lost. */
export async function renewLease(
  database: Database,
  { name, holder, fence }: Lease,
  now: Date,
  ttlMs: number,
): Promise<boolean> {
  const renewed = await database
    .updateTable("leases")
    .set({ expires_at: new Date(now.getTime() + ttlMs).toISOString() })
    .where("name", "=", name)
    .where("holder", "=", holder)
    .where("fence", "=", fence)
    .executeTakeFirst();
  return renewed.numUpdatedRows === 1n;
}

/** Lets others have it at once. The fence stays, so that it never repeats. */
export async function releaseLease(database: Database, lease: Lease): Promise<void> {
  await renewLease(database, lease, new Date(0), 0);
}

/** A step was refused because someone else has the lease now. */
export class LeaseLost extends Error {
  readonly lease: Pick<Lease, "name" | "fence">;

  constructor({ name, fence }: Pick<Lease, "name" | "fence">) {
    super(`The lease "${name}" with fence ${fence} was lost.`);
    this.name = "LeaseLost";
    this.lease = { name, fence };
  }
}

/** @throws LeaseLost inside a transaction whose writer no longer holds the lease: the transaction must not commit. */
export async function assertLease(database: Kysely<Tables>, lease: Lease): Promise<void> {
  const row = await database
    .selectFrom("leases")
    .select("fence")
    .where("name", "=", lease.name)
    .where("holder", "=", lease.holder)
    .executeTakeFirst();
  if (row?.fence !== lease.fence) throw new LeaseLost(lease);
}
