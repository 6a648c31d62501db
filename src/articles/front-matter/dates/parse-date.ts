import { readOffset, readZone } from "./date-zones.ts";
import { readEnglishMonth } from "./english-month.ts";
import { findCalendar, toCommonEra, toWesternDay, toWesternYear } from "./other-calendars.ts";
import { parseWordedDay, type DateParts } from "./parse-worded-day.ts";
import { withUsualSigns } from "./usual-signs.ts";
import { toInstant, type WrittenDate } from "../../../platform/zone-time.ts";

export type ParsedDate =
  | {
      readonly kind: "date";
      readonly written: WrittenDate;
      /** What it proves of its author: which of two figures is the month. */
      readonly monthComes?: MonthPlace;
    }
  /** It can be more than one day. */
  | { readonly kind: "ambiguous"; readonly readings: readonly DateReading[] }
  /** It has the form of a date, but no calendar has it, such as 2024-02-30. */
  | { readonly kind: "impossible"; readonly reason: string }
  /** It is no date at all. */
  | { readonly kind: "unreadable" };

/** Which of the figures of `05/06/2026` is the month. */
export type MonthPlace = "first" | "second";

/** One of the days that a date can be, and what it would say of its author. */
export interface DateReading {
  readonly written: WrittenDate;
  /** Which number is taken for the month, of two that could be. */
  readonly monthComes: MonthPlace | undefined;
  /** The languages in which its month is named so. */
  readonly languages: readonly string[];
}

const iso =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?)?(?: ?(?:Z|([+-])(\d{2}):?(\d{2})))?$/;
/** Hungarians end it with a full stop. */
const yearFirst = /^(\d{4})([-/. ])(\d{1,2})\2(\d{1,2})(?:\.(?=\s|$)|(?!\d))/;
const yearLast = /^(\d{1,2})(\. |[-/. ])(\d{1,2})\2(\d{4})(?:\.(?=\s|$)|(?!\d))/;
/** Chinese, Japanese and Korean, with signs or with full stops. */
const eastAsian = /^(\d{4})\s*[年년.]\s*(\d{1,2})\s*[月월.]\s*(\d{1,2})\s*[日号號일.]?(?!\d)/;
const compact = /^(\d{4})(\d{2})(\d{2})(?:[T ]?(\d{2})(?::?(\d{2}))?(?::?(\d{2}))?)?(Z|[+-]\d{2}:?\d{2})?$/;
const weekday = /^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+/i;
const time =
  /^[T,\s]+(?:(?:at|ore|alle|um|kl\.?|klo|om|à|às|a las|в|о|saat)\s+)?(\d{1,2})[:.h](\d{1,2})(?::(\d{1,2})(?:[.,](\d{1,9}))?)?(?:\s*([ap]\.?m\b\.?))?(?:\s+(\d{4})(?=\s|$))?\s*(.*)$/i;

/** East Asians put the half of the day before the hour. */
const halfOfDay = /^\s*(?:(上午|午前|오전|早上|凌晨)|下午|午後|오후|晚上)\s*((\d{1,2}):\d{2}(?::\d{2})?)/;

/** What somebody notes behind the day: `2026-10-14 (quarta, 19h)`; a time of day is no note. */
const remark = /^\s*[(（][^()（）:：+]{1,60}[)）]\s*$/;

/** An hour alone is one where an offset stands behind it: `19 -0400`. */
const hourAndOffset = /^[T\s]\s*(\d{1,2})\s*(Z|[+-]\d{2}:?\d{2})$/;

/** Such as `2024010510`, which as Unix time would be in 2034. */
const dayAndHour = /^(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?:[01]\d|2[0-3])$/;
/** Letters; the longest that JavaScript writes has 70, with its zone spelt out. */
const maxLength = 120;

/**
 * Reads a date as people write it in front matter: ISO 8601 and its relaxed forms, RFC 2822, month names of many languages,
 * slashes and dots, Unix time, with or without time and zone. Where it can be more than one day, all are given, and none is
 * guessed.
 */
export function parseDate(text: string): ParsedDate {
  const trimmed = text.trim();
  if (trimmed.length > maxLength) return { kind: "unreadable" };
  const quick = readIso(trimmed);
  if (quick !== undefined) return quick;
  // Notion's from one day to another.
  const [from = "", to] = trimmed.split(/\s*→\s*/, 2);
  if (to !== undefined && to !== "") return parseDate(from);
  const written = toCommonEra(withUsualSigns(trimmed));
  if (/^\d{10}$/.test(written) && !dayAndHour.test(written))
    return { kind: "date", written: Number(written) * 1000 };
  if (/^\d{13}$/.test(written)) return { kind: "date", written: Number(written) };

  // TiddlyWiki's, to the millisecond, in UTC.
  const tiddler = /^(\d{8})(\d{2})(\d{2})(\d{2})\d{3}$/.exec(written);
  if (tiddler !== null) return parseDate(`${tiddler[1] ?? ""}T${tiddler.slice(2).join("")}Z`);

  const packed = compact.exec(written);
  if (packed !== null) {
    const [, year, month, day, hour, minute, second, zone] = packed;
    const rest = hour === undefined ? "" : ` ${hour}:${minute ?? "00"}:${second ?? "00"}${zone ?? ""}`;
    return assemble({ year: Number(year), month: Number(month), day: Number(day), rest });
  }
  // Some write the time before the day.
  const dayFirst = written
    .replace(/^(?:am|on) (?=\d)/i, "")
    .replace(/^(\d{1,2}:\d{2}(?::\d{2})?)[,\s]+(?=\S)(.*)$/, "$2 $1");
  const parts = readDay(dayFirst.replace(weekday, "")) ?? parseWordedDay(dayFirst);
  return assembleAll(parts);
}

function assembleAll(parts: readonly (DateParts & Pick<Partial<DateReading>, "monthComes">)[]): ParsedDate {
  const dates = parts.map((days) => ({ days, parsed: assemble(days) }));
  const [first] = dates;
  if (first === undefined) return { kind: "unreadable" };
  if (dates.length === 1) {
    const { monthComes } = first.days;
    return first.parsed.kind === "date" && monthComes !== undefined
      ? { ...first.parsed, monthComes }
      : first.parsed;
  }
  const readings = dates.flatMap(({ days, parsed }): DateReading[] =>
    parsed.kind === "date"
      ? [{ written: parsed.written, monthComes: days.monthComes, languages: days.languages ?? [] }]
      : [],
  );
  if (readings.length === 0) return first.parsed;
  const [only] = readings;
  return readings.length === 1 && only !== undefined
    ? { kind: "date", written: only.written }
    : { kind: "ambiguous", readings };
}

/** The form that nearly every article uses, without the tolerance of the others. */
function readIso(text: string): ParsedDate | undefined {
  const match = iso.exec(text);
  if (match === null) return undefined;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (findCalendar(year) !== undefined || toWesternYear(year) !== year) return undefined;
  const fault = refuseDay(year, month, day);
  if (fault !== undefined) return fault;
  const [, , , , hour, minute = "", second = "00", fraction = "", sign, offsetHours, offsetMinutes] = match;
  const date = text.slice(0, 10);
  if (hour === undefined) return { kind: "date", written: date };
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return undefined;
  const ms = fraction.padEnd(3, "0").slice(0, 3);
  const isLocal = sign === undefined && !text.endsWith("Z");
  if (isLocal) return { kind: "date", written: `${date}T${hour}:${minute}:${second}.${ms}` };
  const utc = Date.UTC(year, month - 1, day, Number(hour), Number(minute), Number(second), Number(ms));
  const east = readOffset(sign, offsetHours, offsetMinutes);
  return east === undefined ? undefined : { kind: "date", written: utc - east };
}

/** The day, or the days, that a text starts with, in figures or with an English month. */
function readDay(
  text: string,
): readonly (DateParts & Pick<Partial<DateReading>, "monthComes">)[] | undefined {
  const first = yearFirst.exec(text) ?? eastAsian.exec(text);
  if (first !== null) {
    const [year, month, day] = first
      .slice(1)
      .filter((part) => /^\d+$/.test(part))
      .map(Number);
    return [{ year: year ?? 0, month: month ?? 0, day: day ?? 0, rest: text.slice(first[0].length) }];
  }
  const last = yearLast.exec(text);
  if (last !== null) return readYearLast(last, text.slice(last[0].length));
  const named = readEnglishMonth(text);
  return named === undefined ? undefined : [named];
}

/** Dots mean day, month, year, unless there is no such month; with slashes and hyphens only a number above 12 tells. */
function readYearLast(match: RegExpExecArray, rest: string): (DateParts & Pick<DateReading, "monthComes">)[] {
  const [first, second, year] = [Number(match[1]), Number(match[3]), Number(match[4])];
  const dayFirst = { year, month: second, day: first, rest, monthComes: "second" } as const;
  const monthFirst = { year, month: first, day: second, rest, monthComes: "first" } as const;
  // Where there are dots, the day comes first whatever the author does elsewhere.
  if (match[2]?.startsWith(".") === true && (second <= 12 || first > 12))
    return [{ ...dayFirst, monthComes: undefined }];
  if (first === second) return [{ ...dayFirst, monthComes: undefined }];
  if (first > 12) return [dayFirst];
  return second > 12 ? [monthFirst] : [dayFirst, monthFirst];
}

function assemble(parts: DateParts): ParsedDate {
  const { month, day } = parts;
  const year = toWesternYear(parts.year);
  const calendar = findCalendar(year);
  const fault = calendar === undefined ? refuseDay(year, month, day) : undefined;
  if (fault !== undefined) return fault;
  const date =
    calendar === undefined
      ? `${String(year).padStart(4, "0")}-${pad(month)}-${pad(day)}`
      : toWesternDay(calendar, year, month, day);
  if (date === undefined) return { kind: "impossible", reason: "does not exist in the calendar of its year" };
  // East Asians put the weekday behind the day.
  const rest = parts.rest
    .replace(/^\s*[(（][^()（）\d]{1,12}[)）]/, "")
    .replace(remark, "")
    .replace(halfOfDay, (_all, morning: string | undefined, hours: string, hour: string) =>
      Number(hour) > 12 ? ` ${hours}` : ` ${hours} ${morning === undefined ? "pm" : "am"}`,
    );
  if (/^[\s,]*$/.test(rest)) return { kind: "date", written: date };
  const hourOnly = hourAndOffset.exec(rest);
  if (hourOnly !== null) return assemble({ ...parts, rest: ` ${hourOnly[1] ?? ""}:00 ${hourOnly[2] ?? ""}` });

  const match = time.exec(rest);
  if (match === null) return { kind: "unreadable" };
  const [, hourText, minute, second, fraction, half, repeatedYear, zoneText] = match;
  // An offset without its sign, as in `09:30:00 0500`, says nothing, and the time is that of the place.
  if (
    repeatedYear !== undefined &&
    Number(repeatedYear) !== parts.year &&
    !/^(?:0\d|1[0-4])(?:00|30|45)$/.test(repeatedYear)
  )
    return { kind: "unreadable" };
  // ISO 8601's end of a day.
  if (
    half === undefined &&
    /^24:00(?::00)?$/.test(`${hourText ?? ""}:${minute ?? ""}${second === undefined ? "" : `:${second}`}`)
  )
    return assemble({ ...nextDay(year, month, day), rest: ` 00:00 ${zoneText ?? ""}` });
  const hour = toHour(Number(hourText), half);
  if (hour === undefined || Number(minute) > 59 || Number(second ?? 0) > 59) {
    return { kind: "impossible", reason: "has a time that does not exist" };
  }
  const local = `${date}T${pad(hour)}:${pad(Number(minute))}:${pad(Number(second ?? 0))}.${(fraction ?? "").padEnd(3, "0").slice(0, 3)}`;
  const zone = readZone((zoneText ?? "").trim());
  if (zone === undefined)
    return {
      kind: "impossible",
      reason: `has a time zone that is not known, ${JSON.stringify(zoneText)}; write its offset, such as +01:00`,
    };
  if (zone.kind === "none") return { kind: "date", written: local };
  if (zone.kind === "offset") return { kind: "date", written: Date.parse(`${local}Z`) - zone.offsetMs };
  return { kind: "date", written: toInstant(local, zone.timeZone).getTime() };
}

function nextDay(year: number, month: number, day: number): Omit<DateParts, "rest"> {
  const next = new Date(Date.UTC(year, month - 1, day + 1));
  return { year: next.getUTCFullYear(), month: next.getUTCMonth() + 1, day: next.getUTCDate() };
}

function refuseDay(year: number, month: number, day: number): ParsedDate | undefined {
  if (year < 1000) return { kind: "impossible", reason: "has a year before 1000" };
  if (month < 1 || month > 12)
    return { kind: "impossible", reason: `does not exist: there is no month ${month}` };
  const length =
    month === 2
      ? year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
        ? 29
        : 28
      : [4, 6, 9, 11].includes(month)
        ? 30
        : 31;
  if (day < 1 || day > length)
    return { kind: "impossible", reason: `does not exist: month ${month} of ${year} has ${length} days` };
  return undefined;
}

function toHour(hour: number, half: string | undefined): number | undefined {
  if (half === undefined) return hour > 23 ? undefined : hour;
  if (hour < 1 || hour > 12) return undefined;
  return (hour % 12) + (half.toLowerCase().startsWith("p") ? 12 : 0);
}

function pad(value: number): string {
  return String(value).padStart(2, "0");
}
