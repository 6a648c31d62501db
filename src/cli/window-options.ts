import type { WindowWish } from "../newsletter/newsletter-context.ts";
import { parseInstant } from "./command-context.ts";
import type { CommonOptions } from "./common-options.ts";

/** `--since`, `--until`, `--cadence`: which issue is next. */
export interface WindowOptions extends CommonOptions {
  readonly since?: string;
  readonly until?: string;
  readonly cadence?: string;
}

/**
 * `--since` and `--until` as instants; a day is one of the newsletter's time zone.
 *
 * @throws GazetteError `usage`
 */
export async function parseWindow(options: WindowOptions, timeZone: string): Promise<WindowWish> {
  const read = (text: string | undefined, option: string): Promise<Date> | undefined =>
    text === undefined ? undefined : parseInstant(text, option, timeZone);
  return { since: await read(options.since, "--since"), until: await read(options.until, "--until") };
}
