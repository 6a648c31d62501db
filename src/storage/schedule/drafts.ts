import { deserialize, serialize } from "node:v8";
import type { Kysely } from "kysely";
import type { FrozenIssue } from "../issues/freeze-issue.ts";
import type { Database } from "../ledger/open-database.ts";
import type { DraftRow, DraftState } from "../schema/schedule-tables.ts";
import type { Tables } from "../schema/tables.ts";

export interface DraftKey {
  readonly newsletter: string;
  readonly cadence: string;
  readonly slot: Date;
}

/** What a draft holds: an issue but for its audience, which is asked when it goes. */
export type DraftContent = Omit<FrozenIssue, "audience" | "chooseEditions">;

export interface NewDraft extends DraftKey {
  readonly number: number;
  readonly hash: string;
  readonly signature: string;
  readonly manifest: string;
  readonly frozen: DraftContent;
}

/**
 * Keeps a draft. Open ones of its slot and of earlier slots of the cadence are superseded, but not that of a slot that was held
 * or failed: its editors were told how to send it. An approved one of the same slot stays approved until an editor approves the
 * new one.
 */
export async function storeDraft(database: Database, draft: NewDraft, madeAt: Date): Promise<DraftRow> {
  const { newsletter, cadence, number, hash, signature, manifest } = draft;
  const slot = draft.slot.toISOString();
  return database.transaction().execute(async (transaction) => {
    await supersede(transaction, draft)
      .where((expression) =>
        expression.or([
          expression.and([expression("slot", "=", slot), expression("state", "=", "open")]),
          expression.and([
            expression("slot", "<", slot),
            expression("state", "in", ["open", "approved"]),
            expression(
              "slot",
              "not in",
              expression
                .selectFrom("slots")
                .select("slots.slot")
                .where("newsletter", "=", newsletter)
                .where("cadence", "=", cadence)
                .where("outcome", "in", ["held", "failed"]),
            ),
          ]),
        ]),
      )
      .execute();
    return transaction
      .insertInto("drafts")
      .values({
        newsletter,
        cadence,
        slot,
        number,
        hash,
        signature,
        manifest,
        state: "open",
        frozen: serialize(draft.frozen),
        made_at: madeAt.toISOString(),
        decided_at: null,
        told_at: null,
      })
      .returningAll()
      .executeTakeFirstOrThrow();
  });
}

/** What the draft's issue is frozen with. */
export function readFrozen({ frozen }: Pick<DraftRow, "frozen">): DraftContent {
  return deserialize(frozen) as DraftContent;
}

function draftsOf(database: Database, { newsletter, cadence }: Omit<DraftKey, "slot">) {
  return database
    .selectFrom("drafts")
    .selectAll()
    .where("newsletter", "=", newsletter)
    .where("cadence", "=", cadence);
}

/** Drafts of one slot, the newest first. */
export async function listDrafts(database: Database, { slot, ...of }: DraftKey): Promise<DraftRow[]> {
  return draftsOf(database, of).where("slot", "=", slot.toISOString()).orderBy("id", "desc").execute();
}

/** Drafts whose hash begins so, the newest first. */
export async function findDraftsByHash(database: Database, prefix: string): Promise<DraftRow[]> {
  return database
    .selectFrom("drafts")
    .selectAll()
    .where("hash", ">=", prefix)
    .where("hash", "<", `${prefix}g`)
    .orderBy("id", "desc")
    .execute();
}

/** Approved drafts of a cadence that did not become an issue yet, the oldest slot first. */
export async function listApprovedDrafts(
  database: Database,
  newsletter: string,
  cadence: string,
): Promise<DraftRow[]> {
  return draftsOf(database, { newsletter, cadence })
    .where("state", "=", "approved")
    .orderBy("slot")
    .execute();
}

/**
 * Drafts that wait for an editor, or for their slot.
 *
 * @param rejectedAfter Those too that an editor rejected, of slots after this.
 */
export async function listWaitingDrafts(
  database: Database,
  rejectedAfter?: Date,
): Promise<Omit<DraftRow, "frozen">[]> {
  return database
    .selectFrom("drafts")
    .select([
      "id",
      "newsletter",
      "cadence",
      "slot",
      "number",
      "hash",
      "state",
      "signature",
      "manifest",
      "made_at",
      "decided_at",
      "told_at",
      "told_to",
      "attempts",
      "next_attempt_at",
    ])
    .where((expression) => {
      const waits = expression("state", "in", ["open", "approved"]);
      if (rejectedAfter === undefined) return waits;
      const isLater = expression("slot", ">", rejectedAfter.toISOString());
      return expression.or([waits, expression.and([expression("state", "=", "rejected"), isLater])]);
    })
    .orderBy("slot")
    .orderBy("id")
    .execute();
}

/**
 * Approves or rejects a draft; what else was approved for its slot is superseded. A newer draft that waits goes on waiting: its
 * editors were told of it.
 *
 * @returns False, with nothing changed, where it went out or was superseded in the meantime.
 */
export async function decideDraft(
  database: Database,
  draft: DraftRow,
  state: Extract<DraftState, "approved" | "rejected">,
  now: Date,
  frozen: DraftContent = readFrozen(draft),
): Promise<boolean> {
  return database.transaction().execute(async (transaction) => {
    const decided = await transaction
      .updateTable("drafts")
      .set({
        state,
        decided_at: now.toISOString(),
        frozen: serialize(frozen),
        manifest: frozen.issue.manifest,
      })
      .where("id", "=", draft.id)
      .where("state", "not in", ["sent", "superseded"])
      .executeTakeFirst();
    if (decided.numUpdatedRows === 0n) return false;
    await supersede(transaction, draft)
      .where("slot", "=", draft.slot)
      .where("state", "=", "approved")
      .where("id", "!=", draft.id)
      .execute();
    return true;
  });
}

/** An editor rejected a draft, or a newer one took its place, while it was being frozen: the transaction must not commit. */
export class DraftTaken extends Error {
  constructor({ id }: Pick<DraftRow, "id">) {
    super(`Draft ${id} is not the one to be sent any more.`);
    this.name = "DraftTaken";
  }
}

/**
 * The draft became an issue.
 *
 * @throws DraftTaken
 */
export async function markDraftSent(database: Kysely<Tables>, { id }: Pick<DraftRow, "id">): Promise<void> {
  const sent = await database
    .updateTable("drafts")
    .set({ state: "sent" })
    .where("id", "=", id)
    .where("state", "in", ["open", "approved"])
    .executeTakeFirst();
  if (sent.numUpdatedRows === 0n) throw new DraftTaken({ id });
}

/** A later slot was decided: what waits of earlier ones and was not approved is not to be sent any more. */
export async function supersedeEarlier(database: Kysely<Tables>, key: DraftSlot): Promise<void> {
  await supersede(database, key).where("slot", "<", key.slot).where("state", "=", "open").execute();
}

/** No draft of this slot is to be sent any more. */
export async function supersedeSlot(database: Kysely<Tables>, key: DraftSlot): Promise<void> {
  await supersede(database, key)
    .where("slot", "=", key.slot)
    .where("state", "in", ["open", "approved"])
    .execute();
}

type DraftSlot = Pick<DraftRow, "newsletter" | "cadence" | "slot">;

/** Drafts of a cadence, as superseded; which of them, the caller says. */
function supersede(
  database: Kysely<Tables>,
  { newsletter, cadence }: Pick<DraftRow, "newsletter" | "cadence">,
) {
  return database
    .updateTable("drafts")
    .set({ state: "superseded" })
    .where("newsletter", "=", newsletter)
    .where("cadence", "=", cadence);
}

export async function setDraftSignature(database: Database, id: number, signature: string): Promise<void> {
  await database.updateTable("drafts").set({ signature }).where("id", "=", id).execute();
}

/** Every editor was told who can be. @param toldTo As the row keeps it. */
export async function markDraftTold(
  database: Database,
  id: number,
  toldTo: string,
  now: Date,
): Promise<void> {
  await database
    .updateTable("drafts")
    .set({ told_at: now.toISOString(), told_to: toldTo })
    .where("id", "=", id)
    .execute();
}

/** Not every editor could be told; the others are tried again. @param toldTo As the row keeps it. */
export async function postponeDraft(
  database: Database,
  id: number,
  { nextAttemptAt, toldTo }: { readonly nextAttemptAt: Date; readonly toldTo: string },
): Promise<void> {
  await database
    .updateTable("drafts")
    .set((expression) => ({
      attempts: expression("attempts", "+", 1),
      next_attempt_at: nextAttemptAt.toISOString(),
      told_to: toldTo,
    }))
    .where("id", "=", id)
    .execute();
}
