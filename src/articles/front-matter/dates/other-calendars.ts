import { foldWord } from "./month-names.ts";

/** A calendar other than that of the West in which people date what they write. */
export interface OtherCalendar {
  readonly name: "persian" | "islamic-umalqura";
  /** Its years from 1995 to 2036: who dates an article in the fourteenth or fifteenth century means one of these. */
  readonly years: readonly [first: number, last: number];
  /** When its first year began, in years of the West. */
  readonly before: number;
  /** How much of a year of the West one of its years is. */
  readonly length: number;
}

const persian: OtherCalendar = { name: "persian", years: [1374, 1414], before: 622.22, length: 1 };
const islamic: OtherCalendar = {
  name: "islamic-umalqura",
  years: [1415, 1458],
  before: 622.54,
  length: 0.970224,
};

/** The calendar that a year is written in; undefined: that of the West. */
export function findCalendar(year: number): OtherCalendar | undefined {
  return [persian, islamic].find(({ years: [first, last] }) => year >= first && year <= last);
}

/** How far Thailand's years are ahead of those of the West; its months and days are the same. */
export const buddhistYears = 543;

/** A year of the Buddhist era, from that of 1957 to that of 2056, as the year of the West; any other as it is. */
export function toWesternYear(year: number): number {
  return year >= 2500 && year <= 2599 ? year - buddhistYears : year;
}

const dayMs = 86_400_000;

/** The day of the West, `2026-11-20`, that a day of another calendar is; undefined where that calendar has no such day. */
export function toWesternDay(
  calendar: OtherCalendar,
  year: number,
  month: number,
  day: number,
): string | undefined {
  if (month < 1 || month > 12 || day < 1 || day > 31) return undefined;
  const format = new Intl.DateTimeFormat(`en-u-ca-${calendar.name}-nu-latn`, {
    timeZone: "UTC",
    year: "numeric",
    month: "numeric",
    day: "numeric",
  });
  // Near enough for the day to be found beside it.
  const years = calendar.before + (year - 1 + (month - 1 + day / 31) / 12) * calendar.length;
  const guess = Math.round((years - 1970) * 365.2425);
  for (let away = 0; away <= 30; away++) {
    for (const ms of [(guess + away) * dayMs, (guess - away) * dayMs]) {
      const parts = format.formatToParts(ms);
      const read = (type: string): number => Number(parts.find((part) => part.type === type)?.value);
      if (read("year") === year && read("month") === month && read("day") === day)
        return new Date(ms).toISOString().slice(0, 10);
    }
  }
  return undefined;
}

let persianMonths: ReadonlyMap<string, number> | undefined;

/** The month of the Persian calendar, 1 to 12, that a word names, folded by `foldWord`. */
export function findPersianMonth(word: string): number | undefined {
  if (persianMonths === undefined) {
    const format = new Intl.DateTimeFormat("fa-u-ca-persian", { month: "long", timeZone: "UTC" });
    // From April on, the fifth of each of our months is in the next of theirs.
    persianMonths = new Map(
      Array.from({ length: 12 }, (_, index) => [
        foldWord(format.format(Date.UTC(2023, 3 + index, 5))),
        index + 1,
      ]),
    );
  }
  return persianMonths.get(word);
}

/** The years before the first of an era, by which Japan and Taiwan count. */
const eras = new Map([
  ["令和", 2018],
  ["平成", 1988],
  ["昭和", 1925],
  ["民國", 1911],
  ["民国", 1911],
]);

/** `令和8年` as `2026年`. */
export function toCommonEra(text: string): string {
  return text.replace(
    /^(令和|平成|昭和|民國|民国)\s*(元|\d{1,3})\s*年/,
    (_all, era: string, year: string) => `${(eras.get(era) ?? 0) + (year === "元" ? 1 : Number(year))}年`,
  );
}
