import type { Config } from "../../config/config.ts";
import { GazetteError } from "../../platform/errors.ts";
import { scrub } from "../../platform/logger.ts";
import { describeDuration } from "../../schedule/judge-lateness.ts";
import { assertLedgerInPlace } from "../../storage/ledger/assert-ledger-in-place.ts";
import type { Database } from "../../storage/ledger/open-database.ts";
import { chooseRelays } from "../sending/choose-relays.ts";
import { doubtInstance } from "../instance/instance-doubt.ts";
import { listOverdue } from "../timetable/list-overdue.ts";

export interface HealthSource {
  readonly config: Config;
  readonly database: Database;
  readonly now: () => Date;
  /** Why the last look at what is due failed, as where the disk is full and no alert can be kept; undefined: it did not. */
  readonly fault?: string | undefined;
}

export interface Health {
  readonly ok: boolean;
  /** One sentence each, without addresses or secrets. */
  readonly problems: readonly string[];
  readonly overdue: readonly {
    readonly newsletter: string;
    readonly cadence: string;
    readonly seconds: number;
  }[];
  readonly relays: readonly { readonly name: string; readonly isUp: boolean }[];
}

/**
 * Whether issues come and can leave: no slot is overdue, the last look at what is due did not fail, every relay answers, and this
 * folder is the one that sends.
 */
export async function examineHealth(source: HealthSource, probe: RelayProbe): Promise<Health> {
  const problems = await doubtLedger(source);
  const { fault } = source;
  if (fault !== undefined && !problems.includes(fault)) problems.push(scrub(fault));
  const overdue = await listOverdue(source);
  for (const { newsletter, slot, lateMs } of overdue)
    problems.push(
      `the slot of ${newsletter} at ${slot.toISOString()} is ${describeDuration(lateMs)} overdue`,
    );
  const relays = await probe(source.config);
  for (const { name, isUp } of relays) if (!isUp) problems.push(`the mail server ${name} cannot be reached`);
  return {
    ok: problems.length === 0,
    problems,
    overdue: overdue.map(({ newsletter, cadence, lateMs }) => ({
      newsletter,
      cadence,
      seconds: Math.round(lateMs / 1000),
    })),
    relays,
  };
}

/** What keeps this ledger from being sent by, in words. */
async function doubtLedger(source: HealthSource): Promise<string[]> {
  try {
    assertLedgerInPlace(source.database);
    const doubt = await doubtInstance(source);
    return doubt === undefined ? [] : [doubt.message];
  } catch (error) {
    if (error instanceof GazetteError) return [error.message];
    throw error;
  }
}

export type RelayProbe = (config: Config) => Promise<Health["relays"]>;

const probeEveryMs = 60_000;
const probeTimeoutMs = 5_000;

/** Looks whether the mail servers answer, at most once a minute: they are asked to log in each time. */
export function createRelayProbe(): RelayProbe {
  let probedAt = -Infinity;
  let known: Health["relays"] = [];
  let running: Promise<Health["relays"]> | undefined;
  return async (config) => {
    if (config.delivery.relays.length === 0) return [];
    if (performance.now() - probedAt < probeEveryMs) return known;
    running ??= Promise.all(chooseRelays(config).map(({ transport }) => probeRelay(transport))).finally(
      () => {
        running = undefined;
      },
    );
    known = await running;
    probedAt = performance.now();
    return known;
  };
}

async function probeRelay(
  factory: ReturnType<typeof chooseRelays>[number]["transport"],
): Promise<Health["relays"][number]> {
  const { name } = factory;
  const attempt = factory.open().then(
    async (transport) => {
      await transport.close();
      return true;
    },
    (error: unknown) => {
      if (error instanceof GazetteError) return false;
      throw error;
    },
  );
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), probeTimeoutMs);
  });
  try {
    return { name, isUp: await Promise.race([attempt, late]) };
  } finally {
    clearTimeout(timer);
  }
}
