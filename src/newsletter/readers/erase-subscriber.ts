import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Config } from "../../config/config.ts";
import { everySpelling, normaliseAddress } from "../../platform/mailbox.ts";
import { applyJournal } from "../../storage/deliveries/apply-journal.ts";
import { asSender } from "../../storage/ledger/as-sender.ts";
import { eraseAddress, type ErasedRows } from "../../storage/audience/erase-address.ts";
import type { Database } from "../../storage/ledger/open-database.ts";
import { fileMarkOf } from "./message-file-name.ts";

export interface Erasure extends ErasedRows {
  /** Messages in `out/outbox/` that were deleted. */
  readonly files: number;
  /** What only a person can do: places that still name the address, as sentences without a full stop. */
  readonly remaining: readonly string[];
}

/**
 * Forgets an address: in the ledger and among the messages in `out/outbox/`.
 *
 * @param address Normalised.
 * @throws GazetteError `issue-state` where a send is under way.
 */
export async function eraseSubscriber(
  database: Database,
  config: Config,
  address: string,
  now: Date,
): Promise<Erasure> {
  return asSender(config.data, async () => {
    // The journal names readers too; what it knows goes into the ledger first, and then it is empty.
    await applyJournal(database, now);
    const rows = await eraseAddress(database, address, now);
    const files = await removeMessages(join(config.out, "outbox"), address);
    const remaining = await listRemaining(config, address);
    const log = join(config.data, "gazette.sqlite-wal");
    const kept = rows.isOverwritten
      ? []
      : [`${log} and the ledger may hold bytes of it until another process closes them; run this again then`];
    return { ...rows, files, remaining: [...kept, ...remaining] };
  });
}

async function removeMessages(folder: string, address: string): Promise<number> {
  const names = await readdir(folder).catch(() => []);
  const marks = everySpelling(address).map(fileMarkOf);
  const own = names.filter((name) => marks.some((mark) => name.includes(mark)));
  for (const name of own) await rm(join(folder, name), { force: true });
  return own.length;
}

/** The ledger, what SQLite keeps beside it, and an empty lock. */
const inUse = /^gazette\.sqlite(?:-wal|-shm|\.migrating)?$/u;

async function listRemaining({ data, newsletters }: Config, address: string): Promise<string[]> {
  const named = newsletters
    .filter(({ to }) => to.some((mailbox) => normaliseAddress(mailbox.address) === address))
    .map(({ key }) => `the configuration names it as a reader of ${key} (MAIL_TO, or newsletters.${key}.to)`);
  const files = await readdir(data).catch(() => []);
  const copies = files
    .toSorted()
    .filter((name) => name.startsWith("gazette.sqlite") && !inUse.test(name))
    .map((name) => `${join(data, name)} is another copy of the ledger; delete it when you need it no more`);
  return [...named, ...copies, "backups of the ledger, and the logs of your mail server"];
}
