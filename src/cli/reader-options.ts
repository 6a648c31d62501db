import type { WhoseEdition } from "../newsletter/readers/find-reader.ts";
import { GazetteError } from "../platform/errors.ts";
import { isLanguage, splitTopics } from "../subscribers/read-subscriber-rows.ts";

/** `--as`, `--topics`, `--language`: whose edition. */
export interface ReaderOptions {
  readonly as?: string;
  readonly topics?: string;
  readonly language?: string;
}

/**
 * @returns Undefined: nobody's in particular.
 * @throws GazetteError `usage`
 */
export function parseReader({ as, topics, language }: ReaderOptions): WhoseEdition | undefined {
  if (as === undefined && topics === undefined && language === undefined) return undefined;
  if (language !== undefined && !isKnownLanguage(language)) {
    throw new GazetteError("usage", `--language takes a language tag; found "${language}".`, {
      hint: "Such as en, fr or zh-Hant.",
    });
  }
  return { as, topics: topics === undefined ? undefined : splitTopics(topics), language };
}

/** A tag of the right form can still name nothing, such as `french`. */
function isKnownLanguage(tag: string): boolean {
  const names = new Intl.DisplayNames("en", { type: "language", fallback: "none" });
  return isLanguage(tag) && names.of(tag) !== undefined;
}
