import type { Config } from "../../config/config.ts";
import { GazetteError } from "../../platform/errors.ts";
import {
  examineInstance,
  findDoubt,
  type InstanceDoubt,
  type InstancePlace,
} from "../../storage/ledger/instance.ts";
import type { Database } from "../../storage/ledger/open-database.ts";

interface Doubted {
  readonly config: Config;
  readonly database: Database;
  readonly now: () => Date;
}

export function placeOf({ data, instance }: Pick<Config, "data" | "instance">): InstancePlace {
  return { dataDir: data, ...instance };
}

/** What speaks against sending from this data folder, in words; undefined: nothing. */
export async function doubtInstance({
  config,
  database,
  now,
}: Doubted): Promise<{ readonly message: string; readonly remedy: string } | undefined> {
  const doubt = await examineInstance(database, placeOf(config), now());
  return doubt === undefined ? undefined : { message: describe(doubt, config.data), remedy: remedyForDoubt };
}

/** @throws GazetteError `instance-doubted` where this folder may be a copy, so that sending from it may send twice. */
export async function assertInstance(doubted: Doubted): Promise<void> {
  const doubt = await doubtInstance(doubted);
  if (doubt === undefined) return;
  throw new GazetteError("instance-doubted", `${doubt.message}.`, { hint: doubt.remedy });
}

/** The same for a look that changes nothing. */
export async function describeDoubt(
  config: Config,
  database: Database,
): Promise<{ readonly message: string; readonly remedy: string } | undefined> {
  const doubt = await findDoubt(database, placeOf(config));
  return doubt === undefined ? undefined : { message: describe(doubt, config.data), remedy: remedyForDoubt };
}

function describe(doubt: InstanceDoubt, dataDir: string): string {
  if (doubt === "restored")
    return `${dataDir} was put back from a backup, which does not know what went out since, and nothing is sent by itself until you say so`;
  if (doubt === "copied")
    return `${dataDir} is a copy: issues were last sent from another machine or another folder, and nothing is sent from here until you say so`;
  return `${dataDir} is older than what was sent from it, as after restoring a backup, and nothing is sent until you say so`;
}

const remedyForDoubt =
  "If overdue slots went out from elsewhere, or you are not sure: `gazette schedule --adopt skip`. " +
  "If nothing was sent from elsewhere: `gazette schedule --adopt send`.";
