import type { Config, NewsletterConfig } from "../config/config.ts";
import type { Database } from "../storage/ledger/open-database.ts";

/** What every use case works on: one newsletter of one project. */
export interface NewsletterContext {
  readonly config: Config;
  readonly newsletter: NewsletterConfig;
  /** The cadence whose issues are counted; the newsletter's first where none is named. */
  readonly cadence: string;
  /** Undefined: there is no ledger yet, so no issue either. */
  readonly database: Database | undefined;
}

/** What the operator asked for instead of "everything since the last issue". */
export interface WindowWish {
  readonly since?: Date | undefined;
  readonly until?: Date | undefined;
}
