import { randomUUID } from "node:crypto";
import { readlinkSync } from "node:fs";
import { hostname } from "node:os";
import { acquireLease, type Lease, releaseLease, renewLease } from "../storage/schedule/leases.ts";
import type { Database } from "../storage/ledger/open-database.ts";

/** How long a holder that says nothing is waited for; one that died on this machine is not. */
const ttlMs = 30_000;
const renewEveryMs = 10_000;

const processToken = randomUUID();
let holders = 0;

/**
 * Does `work` if nobody else is at it, and keeps the lease until it is done.
 *
 * @param work Gets the lease, to guard what it writes, and a signal that aborts when the lease is lost or the caller's does.
 * @returns Whether it was done; false: someone else holds the lease.
 */
export async function holdLease(
  database: Database,
  name: string,
  { now, signal }: { readonly now: () => Date; readonly signal: AbortSignal },
  work: (lease: Lease, signal: AbortSignal) => Promise<void>,
): Promise<boolean> {
  holders += 1;
  const holder = `${machine()}/${process.pid}/${processToken}/${holders}`;
  const lease = await acquireLease(database, { name, holder, now: now(), ttlMs, isGone });
  if (lease === undefined) return false;
  const lost = new AbortController();
  const heart = setInterval(() => {
    renewLease(database, lease, now(), ttlMs).then(
      (isHeld) => {
        if (!isHeld) lost.abort();
      },
      // A database that is busy now may not be in ten seconds; the fence guards what is written in between.
      () => undefined,
    );
  }, renewEveryMs);
  heart.unref();
  try {
    await work(lease, AbortSignal.any([signal, lost.signal]));
    return true;
  } finally {
    clearInterval(heart);
    await releaseLease(database, lease);
  }
}

/** Process numbers mean something within one machine, and there within one container. */
function machine(): string {
  try {
    return `${hostname()}#${readlinkSync("/proc/self/ns/pid")}`;
  } catch {
    return hostname();
  }
}

/** Only of a process of this machine can it be known; the others' time has to run out. */
function isGone(holder: string): boolean {
  const [host, pid, token] = holder.split("/");
  if (host !== machine()) return false;
  if (Number(pid) === process.pid) return token !== processToken;
  try {
    process.kill(Number(pid), 0);
    return false;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "ESRCH";
  }
}
