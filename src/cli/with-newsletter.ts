import type { NewsletterConfig } from "../config/config.ts";
import { nearest } from "../config/describe-problems.ts";
import type { NewsletterContext } from "../newsletter/newsletter-context.ts";
import { GazetteError } from "../platform/errors.ts";
import { hasLedger } from "../storage/ledger/has-ledger.ts";
import type { Database } from "../storage/ledger/open-database.ts";
import type { CommandContext } from "./command-context.ts";

/**
 * The cadence of that name, or the newsletter's first.
 *
 * @throws GazetteError `usage` that lists the names there are.
 */
export function chooseCadence({ key, cadences }: NewsletterConfig, name: string | undefined): string {
  const names = cadences.map((cadence) => cadence.name);
  if (name === undefined) return names[0] ?? "regular";
  if (names.includes(name)) return name;
  const meant = nearest(name, names);
  throw new GazetteError("usage", `"${key}" has no cadence "${name}"; it has ${names.join(", ")}.`, {
    hint: meant === undefined ? "Cadences are named in gazette.config.ts." : `Did you mean "${meant}"?`,
  });
}

export type WithLedger = NewsletterContext & { readonly database: Database };

/** Runs `work` with a newsletter and its ledger, made where there is none, and closes the ledger afterwards. */
export async function withLedger<T>(
  { config }: CommandContext,
  newsletter: NewsletterConfig,
  work: (context: WithLedger) => Promise<T>,
  cadence = chooseCadence(newsletter, undefined),
): Promise<T> {
  const { openDatabase } = await import("../storage/ledger/open-database.ts");
  const database = await openDatabase(config.data);
  try {
    return await work({ config, newsletter, cadence, database });
  } finally {
    await database.destroy();
  }
}

/** The same for commands that change nothing: where there is no ledger yet, none is made. */
export async function withLedgerIfAny<T>(
  context: CommandContext,
  newsletter: NewsletterConfig,
  work: (context: NewsletterContext) => Promise<T>,
  cadence = chooseCadence(newsletter, undefined),
): Promise<T> {
  const { config } = context;
  if (hasLedger(config.data)) return withLedger(context, newsletter, work, cadence);
  return work({ config, newsletter, cadence, database: undefined });
}
