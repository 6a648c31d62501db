import { GazetteError } from "../../platform/errors.ts";
import { cleanLine } from "../../platform/clean-text.ts";
import { displayWidth } from "../../platform/display-width.ts";
import { createLocalTime } from "../../platform/local-time.ts";
import { fits, shortenText } from "./shorten-text.ts";
import type { Window } from "../candidates/window.ts";

/** What a pattern may speak of, besides the titles. */
export interface SubjectFacts {
  /** The issue's number. */
  readonly number?: number | undefined;
  readonly slot?: Date | undefined;
  readonly window?: Window | undefined;
  /** IANA name. @default "UTC" */
  readonly timeZone?: string | undefined;
  /** Dates are written in it. BCP 47. @default "en" */
  readonly language?: string | undefined;
}

interface PatternFacts extends SubjectFacts {
  readonly newsletter: string;
  /** The lead's first. */
  readonly titles: readonly string[];
}

/** The narrowest a lead's title is cut to before the whole line is. */
const minTitle = 20;

/**
 * Fills `{lead} {second} {third} {count} {newsletter} {number} {date} {since} {until}` into a subject. A line that would be too wide loses
 * words of the lead's title first, then of its end.
 *
 * @throws GazetteError `config-invalid` for any other name in braces.
 */
export function fillSubjectPattern(pattern: string, facts: PatternFacts, max: number): string {
  const { titles, newsletter, number } = facts;
  const [lead = "", second = "", third = ""] = titles;
  const day = createDayFormat(facts);
  const { since, until } = facts.window ?? {};
  const values = new Map(
    Object.entries({
      lead,
      second,
      third,
      count: String(titles.length),
      newsletter,
      number: number === undefined ? "" : String(number),
      date: day(facts.slot),
      since: day(since),
      until: day(until === undefined ? undefined : new Date(until.getTime() - 1)),
    }),
  );
  const fill = (leadTitle: string): string =>
    cleanLine(
      pattern.replace(/\{(\w*)\}/g, (_, name: string) => {
        const value = name === "lead" ? leadTitle : values.get(name);
        if (value === undefined) throw unknownPlaceholder(pattern, name, [...values.keys()]);
        return value;
      }),
    );
  const whole = fill(lead);
  if (fits(whole, max)) return whole;
  const room = max - (displayWidth(whole) - displayWidth(lead));
  return shortenText(fill(shortenText(lead, Math.max(room, minTitle))), max);
}

function unknownPlaceholder(pattern: string, name: string, allowed: readonly string[]): GazetteError {
  return new GazetteError(
    "config-invalid",
    `The subject "${pattern}" names {${name}}, which is nothing it knows.`,
    {
      hint: `Use ${allowed.map((item) => `{${item}}`).join(" ")}.`,
    },
  );
}

/** Such as `22 November 2026`, in the newsletter's language and time zone. */
function createDayFormat({
  timeZone = "UTC",
  language = "en",
}: SubjectFacts): (instant: Date | undefined) => string {
  return (instant) => {
    if (instant === undefined) return "";
    const [locale] = Intl.DateTimeFormat.supportedLocalesOf([language]);
    if (locale === undefined) return createLocalTime(timeZone).day(instant);
    const style = { timeZone, day: "numeric", month: "long", year: "numeric" } as const;
    return new Intl.DateTimeFormat(locale === "en" ? "en-GB" : locale, style).format(instant);
  };
}
