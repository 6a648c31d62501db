import { sql } from "kysely";
import type { Database } from "./open-database.ts";
import type { DeliveryRow, DeliveryState, EditionTable } from "./schema.ts";

/** What the ledger keeps of an SMTP reply. */
export interface RecordedReply {
  readonly code: number | undefined;
  readonly enhancedCode: string | undefined;
  readonly text: string | undefined;
  readonly host: string | undefined;
}

/** Makes deliveries in `states` due again, because a person asked for it. */
export async function requeueDeliveries(
  database: Database,
  issueId: number,
  states: readonly DeliveryState[],
  now: Date,
): Promise<void> {
  await database
    .updateTable("deliveries")
    .set({ state: "pending", updated_at: now.toISOString() })
    .where("issue_id", "=", issueId)
    .where("state", "in", [...states])
    .execute();
}

/** Takes up to `count` pending deliveries for this sender, by address: each becomes `leased` with a new fence. */
export async function leaseDeliveries(
  database: Database,
  issueId: number,
  count: number,
  now: Date,
): Promise<DeliveryRow[]> {
  return database
    .updateTable("deliveries")
    .set((expression) => ({
      state: "leased",
      fence: expression("fence", "+", 1),
      attempts: expression("attempts", "+", 1),
      updated_at: now.toISOString(),
    }))
    .where("issue_id", "=", issueId)
    .where("address", "in", (subquery) =>
      subquery
        .selectFrom("deliveries")
        .select("address")
        .where("issue_id", "=", issueId)
        .where("state", "=", "pending")
        .orderBy("address")
        .limit(count),
    )
    .returningAll()
    .execute();
}

/**
 * Moves one delivery on, if its fence and state are still what the caller saw.
 *
 * @returns Whether it moved; false: another sender has it now, and the caller must let go of it.
 */
export async function moveDelivery(
  database: Database,
  delivery: Pick<DeliveryRow, "issue_id" | "address" | "fence">,
  from: DeliveryState,
  to: DeliveryState,
  now: Date,
  reply?: RecordedReply,
): Promise<boolean> {
  const result = await database
    .updateTable("deliveries")
    .set({
      state: to,
      updated_at: now.toISOString(),
      ...(reply === undefined
        ? {}
        : {
            code: reply.code ?? null,
            enhanced_code: reply.enhancedCode ?? null,
            response: reply.text ?? null,
            host: reply.host ?? null,
          }),
    })
    .where("issue_id", "=", delivery.issue_id)
    .where("address", "=", delivery.address)
    .where("fence", "=", delivery.fence)
    .where("state", "=", from)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/**
 * Sorts out what a sender that died left behind; only for the one that holds the sender's lock. `leased` had sent no
 * byte of its body and goes back to `pending`; `in_data` may have been accepted and becomes `uncertain`.
 */
export async function recoverDeliveries(database: Database, issueId: number, now: Date): Promise<void> {
  const recover = async (from: DeliveryState, to: DeliveryState): Promise<void> => {
    await database
      .updateTable("deliveries")
      .set({ state: to, updated_at: now.toISOString() })
      .where("issue_id", "=", issueId)
      .where("state", "=", from)
      .execute();
  };
  await recover("leased", "pending");
  await recover("in_data", "uncertain");
}

/** How many deliveries of an issue are in each state; states without any are left out. */
export async function countDeliveries(
  database: Database,
  issueId: number,
): Promise<Partial<Record<DeliveryState, number>>> {
  const rows = await database
    .selectFrom("deliveries")
    .select(["state", sql<number>`count(*)`.as("count")])
    .where("issue_id", "=", issueId)
    .groupBy("state")
    .execute();
  return Object.fromEntries(rows.map(({ state, count }) => [state, count]));
}

export interface StoredEdition {
  readonly edition: EditionTable;
  readonly images: readonly {
    readonly name: string;
    readonly contentType: string;
    readonly bytes: Uint8Array;
  }[];
}

/** The frozen bytes of one edition of an issue. */
export async function readEdition(database: Database, issueId: number, key: string): Promise<StoredEdition> {
  const edition = await database
    .selectFrom("editions")
    .selectAll()
    .where("issue_id", "=", issueId)
    .where("key", "=", key)
    .executeTakeFirstOrThrow();
  const images = await database
    .selectFrom("edition_images")
    .selectAll()
    .where("issue_id", "=", issueId)
    .execute();
  return {
    edition,
    images: images.map(({ name, content_type, bytes }) => ({ name, contentType: content_type, bytes })),
  };
}
