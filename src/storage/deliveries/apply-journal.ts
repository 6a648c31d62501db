import { sql } from "kysely";
import {
  findDatabaseFile,
  foldLog,
  journalFile,
  openBodyJournal,
  readBodyJournal,
} from "../ledger/body-journal.ts";
import { normaliseAddress } from "../../platform/mailbox.ts";
import { assertTransition } from "./delivery-transitions.ts";
import type { Database } from "../ledger/open-database.ts";

interface Ended {
  readonly issueId: number;
  readonly address: string;
  readonly fence: number;
  readonly isOver: boolean;
  readonly state: string;
  readonly code: number | null;
}

const rowsAtATime = 2000;
/** So many are held in mind beyond those without an end, however long the journal has become. */
const deliveriesAtATime = 50_000;

/**
 * Brings back what the journal knows and the ledger lost: a body that began and has no end is `uncertain`, one with an end
 * has that. Only for the holder of the sender's lock, before anything is leased. Then the journal begins anew.
 */
export async function applyJournal(database: Database, now: Date): Promise<void> {
  const path = journalFile(await findDatabaseFile(database));
  const known = new Map<string, Ended>();
  let isEmpty = true;
  let mostKnown = deliveriesAtATime;
  const applyThose = async (isToApply: (ended: Ended) => boolean): Promise<void> => {
    const rows = [...known].filter(([, ended]) => isToApply(ended));
    for (const [key] of rows) known.delete(key);
    for (let from = 0; from < rows.length; from += rowsAtATime)
      await apply(
        database,
        rows.slice(from, from + rowsAtATime).map(([, ended]) => ended),
        now.toISOString(),
      );
  };
  for (const [kind, issueId, written, fence, state = "uncertain", code = null] of readBodyJournal(path)) {
    isEmpty = false;
    // A journal of an earlier version names domains as they were written.
    const address = normaliseAddress(written);
    known.set(`${issueId} ${address}`, { issueId, address, fence, isOver: kind === "ended", state, code });
    // What began and has no end yet may find it further on.
    if (known.size < mostKnown) continue;
    await applyThose(({ isOver }) => isOver);
    mostKnown = known.size + deliveriesAtATime;
  }
  await applyThose(() => true);
  // What the journal said, and the issue itself, are in the ledger's file from here on.
  if (!(await foldLog(database)) || isEmpty) return;
  const journal = openBodyJournal(path);
  journal.clear();
  journal.close();
}

/** Where the ledger may have stopped before a lease that it lost; from the last three a person had sent it again. */
const forgotten = ["pending", "leased", "deferred", "failed", "expired", "uncertain"] as const;

/** A fence below the journal's: the ledger lost that lease. The same one: it lost what came after it. */
async function apply(database: Database, ends: readonly Ended[], at: string): Promise<void> {
  for (const from of forgotten) assertTransition(from, "uncertain");
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
      AND ((fence < ended.value ->> 2 AND state IN (${sql.join(forgotten.map((state) => sql.lit(state)))}))
        OR (fence = ended.value ->> 2 AND state IN ('leased', 'in_data')))`.execute(database);
}
