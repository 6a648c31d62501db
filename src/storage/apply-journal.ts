import { sql } from "kysely";
import { findDatabaseFile, foldLog, journalFile, openBodyJournal, readBodyJournal } from "./body-journal.ts";
import { normaliseAddress } from "../platform/mailbox.ts";
import { assertTransition } from "./delivery-transitions.ts";
import type { Database } from "./open-database.ts";
import type { DeliveryState } from "./schema/delivery-tables.ts";

interface Ended {
  readonly issueId: number;
  readonly address: string;
  readonly fence: number;
  readonly state: DeliveryState;
  readonly code: number | null;
}

const rowsAtATime = 2000;

/**
 * Brings back what the journal knows and the ledger lost: a body that began and has no end is `uncertain`, one with an end
 * has that. Only for the holder of the sender's lock, before anything is leased. Then the journal begins anew.
 */
export async function applyJournal(database: Database, now: Date): Promise<void> {
  const path = journalFile(await findDatabaseFile(database));
  const ends = new Map<string, Ended>();
  for (const [kind, issueId, written, fence, state, code] of readBodyJournal(path)) {
    // A journal of an earlier version names domains as they were written.
    const address = normaliseAddress(written);
    const ended = kind === "ended" ? { state: state as DeliveryState, code } : undefined;
    const { state: known = "uncertain", code: knownCode = null } = ended ?? {};
    ends.set(`${issueId} ${address}`, { issueId, address, fence, state: known, code: knownCode ?? null });
  }
  const all = [...ends.values()];
  for (let from = 0; from < all.length; from += rowsAtATime)
    await apply(database, all.slice(from, from + rowsAtATime), now.toISOString());
  // What the journal said, and the issue itself, are in the ledger's file from here on.
  if (!(await foldLog(database)) || all.length === 0) return;
  const journal = openBodyJournal(path);
  journal.clear();
  journal.close();
}

/** A fence below the journal's: the ledger lost that lease. The same one: it lost what came after it. */
async function apply(database: Database, ends: readonly Ended[], at: string): Promise<void> {
  for (const from of ["pending", "leased", "deferred"] as const) assertTransition(from, "uncertain");
  const rows = ends.map(({ issueId, address, fence, state, code }) => [issueId, address, fence, state, code]);
  await sql`
    UPDATE deliveries SET
      state = ended.value ->> 3,
      fence = ended.value ->> 2,
      code = coalesce(ended.value ->> 4, code),
      attempts = attempts + 1,
      first_attempt_at = coalesce(first_attempt_at, ${at}),
      next_attempt_at = CASE WHEN ended.value ->> 3 = 'deferred' THEN ${at} END,
      updated_at = ${at}
    FROM json_each(${JSON.stringify(rows)}) AS ended
    WHERE issue_id = ended.value ->> 0 AND address = ended.value ->> 1
      AND ((fence < ended.value ->> 2 AND state IN ('pending', 'leased', 'deferred'))
        OR (fence = ended.value ->> 2 AND state IN ('leased', 'in_data')))`.execute(database);
}
