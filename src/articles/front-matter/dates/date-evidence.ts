import type { WrittenDate } from "../../../platform/zone-time.ts";
import type { DateReading, MonthPlace } from "./parse-date.ts";

/** What an article shows of how its author writes dates. */
export interface DateEvidence {
  /** The day that the file's name or folder gives, where the date must be that one. */
  readonly day: WrittenDate | undefined;
  /** Whether the month stands first or second, as other dates beside it prove. */
  readonly monthComes: MonthPlace | undefined;
  /** BCP 47, the language that the article is in. */
  readonly language: string | undefined;
}

/** The one reading that the evidence leaves, of a date that can be more than one day; undefined: it leaves several, or none. */
export function chooseReading(
  readings: readonly DateReading[],
  { day, monthComes, language }: DateEvidence,
): DateReading | undefined {
  const base = language?.split("-")[0]?.toLowerCase();
  const fits = [
    (reading: DateReading): boolean => day !== undefined && dayOf(reading.written) === day,
    (reading: DateReading): boolean => monthComes !== undefined && reading.monthComes === monthComes,
    (reading: DateReading): boolean => base !== undefined && reading.languages.includes(base),
  ];
  for (const isFitting of fits) {
    const [only, ...others] = readings.filter(isFitting);
    if (only !== undefined && others.length === 0) return only;
  }
  return undefined;
}

/** The day of a date, as it is written or in UTC. */
export function dayOf(written: WrittenDate): string {
  return (typeof written === "number" ? new Date(written).toISOString() : written).slice(0, 10);
}

const numeric = /(?<![\d/-])(\d{1,2})([/-])(\d{1,2})\2\d{4}(?!\d)/g;

/** How dates in figures stand in a text, by those of which one number is no month; undefined: none tells, or they disagree. */
export function findOrder(text: string): MonthPlace | undefined {
  const orders = new Set<MonthPlace>();
  for (const [, first, , second] of text.matchAll(numeric)) {
    if (Number(first) > 12) orders.add("second");
    else if (Number(second) > 12) orders.add("first");
  }
  const [only] = orders;
  return orders.size === 1 ? only : undefined;
}

/** Letters that tell the languages whose months have each other's names, in the order in which they are asked. */
const letters: readonly (readonly [language: string, letter: RegExp])[] = [
  ["pl", /[ąęłńśźż]/i],
  ["cs", /[ěřůýťďň]/i],
  ["hr", /[čđšž]/i],
];

/** Which of the languages that share the names of months a text is written in, by its letters. */
export function findMonthLanguage(text: string): string | undefined {
  return letters.find(([, letter]) => letter.test(text))?.[0];
}
