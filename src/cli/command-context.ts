import type { CommonOptions } from "./common-options.ts";
import type { Config, NewsletterConfig } from "../config/config.ts";
import { nearest } from "../config/describe-problems.ts";
import { loadConfig } from "../config/load-config.ts";
import { GazetteError } from "../platform/errors.ts";
import { toTerminal } from "./terminal-text.ts";

/** What a command works with: the configuration and the clock. */
export interface CommandContext {
  readonly config: Config;
  readonly now: () => Date;
  /** What `--now` says; undefined: the clock is the machine's. */
  readonly fixedNow: Date | undefined;
}

/** @param key - The newsletter the command speaks of; a day in `--now` is a day of its time zone. */
export async function openContext(options: CommonOptions, key?: string): Promise<CommandContext> {
  const config = await loadConfig(process.cwd(), {
    ...(options.config === undefined ? {} : { configFile: options.config }),
    ...(options.articles === undefined ? {} : { articlesDir: options.articles }),
    ...(options.out === undefined ? {} : { outDir: options.out }),
    ...(options.data === undefined ? {} : { dataDir: options.data }),
  });
  if (options.now === undefined) return { config, now: () => new Date(), fixedNow: undefined };
  const fixed = await parseInstant(options.now, "--now", chooseNewsletter(config, key).timeZone);
  return { config, now: () => fixed, fixedNow: fixed };
}

const instant = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?(?:Z|[+-]\d{2}:\d{2}))?$/u;

/**
 * Reads an instant from the command line; a day alone is its midnight in `timeZone`, as it is in an article.
 *
 * @throws GazetteError `usage` for anything that is not an existing instant.
 */
export async function parseInstant(text: string, option: string, timeZone: string): Promise<Date> {
  const date = new Date(text);
  const exists = instant.test(text) && !Number.isNaN(date.getTime()) && dayExists(text.slice(0, 10));
  if (exists && (text.includes("T") || timeZone === "UTC")) return date;
  if (exists) {
    const { toInstant } = await import("../platform/zone-time.ts");
    return toInstant(text, timeZone);
  }
  throw new GazetteError("usage", `${option} takes an instant; found "${text}".`, {
    hint: `Write it with its zone, such as 2026-11-22T07:00:00Z or 2026-11-22T08:00:00+01:00, or a day such as 2026-11-22, which begins at midnight in ${timeZone}.`,
  });
}

/** `Date` turns 30 February into 2 March. */
function dayExists(day: string): boolean {
  const date = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day);
}

/**
 * The newsletter of that name, or the first.
 *
 * @throws GazetteError `usage` that lists the names there are.
 */
export function chooseNewsletter(config: Config, key: string | undefined): NewsletterConfig {
  if (key === undefined) return config.newsletters[0];
  const found = config.newsletters.find((newsletter) => newsletter.key === key);
  if (found !== undefined) return found;
  const keys = config.newsletters.map((newsletter) => newsletter.key);
  const meant = nearest(key, keys);
  throw new GazetteError("usage", `There is no newsletter "${key}"; there is ${keys.join(", ")}.`, {
    hint: meant === undefined ? "Newsletters are named in gazette.config.ts." : `Did you mean "${meant}"?`,
  });
}

/** The one JSON document of `--json`. */
export function printJson(document: unknown): void {
  process.stdout.write(`${JSON.stringify(document, null, 2)}\n`);
}

/** A line, or several, of which a terminal obeys nothing but colours. */
export function printLine(line = ""): void {
  process.stdout.write(`${toTerminal(line)}\n`);
}
