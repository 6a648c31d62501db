import { existsSync } from "node:fs";
import { join } from "node:path";
import type { NewsletterConfig } from "../config/config.ts";
import type { NewsletterContext } from "../newsletter/newsletter-context.ts";
import type { Database } from "../storage/open-database.ts";
import type { CommandContext } from "./command-context.ts";

export type WithLedger = NewsletterContext & { readonly database: Database };

/** Runs `work` with a newsletter and its ledger, made where there is none, and closes the ledger afterwards. */
export async function withLedger<T>(
  { config }: CommandContext,
  newsletter: NewsletterConfig,
  work: (context: WithLedger) => Promise<T>,
): Promise<T> {
  const { openDatabase } = await import("../storage/open-database.ts");
  const database = await openDatabase(config.data);
  try {
    return await work({ config, newsletter, cadence: newsletter.cadences[0]?.name ?? "regular", database });
  } finally {
    await database.destroy();
  }
}

/** The same for commands that change nothing: where there is no ledger yet, none is made. */
export async function withLedgerIfAny<T>(
  context: CommandContext,
  newsletter: NewsletterConfig,
  work: (context: NewsletterContext) => Promise<T>,
): Promise<T> {
  const { config } = context;
  if (existsSync(join(config.data, "gazette.sqlite"))) return withLedger(context, newsletter, work);
  const cadence = newsletter.cadences[0]?.name ?? "regular";
  return work({ config, newsletter, cadence, database: undefined });
}
