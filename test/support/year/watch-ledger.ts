import SQLite from "better-sqlite3";
import { isTransition } from "../../../src/storage/deliveries/delivery-transitions.ts";
import { databaseFile } from "../../../src/storage/ledger/open-database.ts";
import type { DeliveryState } from "../../../src/storage/schema/delivery-tables.ts";

/** A look at the ledger beside whoever works on it, and a record of every step that a delivery takes. */
export interface LedgerWatch {
  /** How many deliveries are in their bodies, by what is on record now. */
  countInData(address?: string): number;
  isSuppressed(address: string): boolean;
  /** Addresses that are not written to. */
  listSuppressed(): Set<string>;
  /** As a report that comes in from another process; false where the ledger was busy. */
  suppress(address: string, at: string): boolean;
  /** What steps were taken that no invariant allows, one line each. */
  listBadSteps(): string[];
  readonly all: (sql: string) => Record<string, unknown>[];
  close(): void;
}

interface Step {
  readonly issue: number;
  readonly address: string;
  readonly source: DeliveryState;
  readonly target: DeliveryState;
  readonly oldFence: number;
  readonly fence: number;
  readonly suppressed: number;
}

/** The trigger writes in the transaction of the step itself, so that a crash undoes both or neither. */
const watching = `
  CREATE TABLE steps (issue INTEGER, address TEXT, source TEXT, target TEXT, oldFence INTEGER, fence INTEGER, suppressed INTEGER);
  CREATE TRIGGER watch_steps AFTER UPDATE ON deliveries WHEN OLD.state <> NEW.state OR OLD.fence <> NEW.fence BEGIN
    INSERT INTO steps VALUES (NEW.issue_id, NEW.address, OLD.state, NEW.state, OLD.fence, NEW.fence,
      EXISTS (SELECT 1 FROM suppressions WHERE suppressions.address = NEW.address));
  END`;

export function watchLedger(data: string): LedgerWatch {
  const ledger = new SQLite(databaseFile(data), { timeout: 0 });
  ledger.exec(watching);
  const inData = ledger.prepare<[], string>("SELECT address FROM deliveries WHERE state = 'in_data'").pluck();
  const suppressed = ledger.prepare<[], string>("SELECT address FROM suppressions").pluck();
  const suppress = ledger.prepare<[string, string]>(
    "INSERT INTO suppressions (address, reason, detail, created_at) VALUES (?, 'complaint', 'a report', ?) ON CONFLICT DO NOTHING",
  );
  return {
    countInData: (address) =>
      inData.all().filter((found) => address === undefined || found === address).length,
    isSuppressed: (address) => suppressed.all().includes(address),
    listSuppressed: () => new Set(suppressed.all()),
    suppress: (address, at) => {
      try {
        return suppress.run(address, at).changes === 1;
      } catch (error) {
        if (error instanceof SQLite.SqliteError && error.code.startsWith("SQLITE_BUSY")) return false;
        throw error;
      }
    },
    listBadSteps: () => ledger.prepare<[], Step>("SELECT * FROM steps").all().flatMap(describeBadStep),
    all: (sql) => ledger.prepare<[], Record<string, unknown>>(sql).all(),
    close: () => ledger.close(),
  };
}

function describeBadStep(step: Step): string[] {
  const { issue, address, source, target, oldFence, fence, suppressed } = step;
  const where = `issue ${issue}, ${address}: ${source} -> ${target}, fence ${oldFence} -> ${fence}`;
  // While it is frozen, before anybody had it: readers who wait for their own time of day.
  const isFreezing = source === "pending" && target === "deferred" && fence === 0;
  const bad: string[] = [];
  if (source !== target && !isFreezing && !isTransition(source, target)) bad.push(`8. ${where}`);
  if (target === "leased" ? fence !== oldFence + 1 : fence !== oldFence) bad.push(`8. fence: ${where}`);
  if (target === "in_data" && suppressed === 1) bad.push(`10. suppressed: ${where}`);
  return bad;
}
