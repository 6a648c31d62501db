import { findDateWords, foldWord, type MonthMeanings } from "./month-names.ts";
import { buddhistYears, findCalendar, findPersianMonth } from "./other-calendars.ts";

/** A day, and what is said of the time behind it. */
export interface DateParts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  /** What follows the day. */
  readonly rest: string;
  /** The languages in which the month's name means this one, where it means another one elsewhere. */
  readonly languages?: readonly string[];
}

const vietnamese =
  /^(?:ngày\s+)?(\d{1,2})\s+(?:tháng|thg)\s+(\d{1,2}|\p{L}+(?:\s+(?:một|hai))?),?\s+(?:năm\s+)?(\d{4})(?!\d)/iu;
const vietnameseMonths = "một hai ba tư năm sáu bảy tám chín mười mười_một mười_hai".split(" ");
const timeOfDay =
  /(?<!\d)(\d{1,2})(?::|\s?h\s?)(\d{2})(?::(\d{2}))?(?!\d)(?:\s*([A-Z]{3,4}|[+-]\d{2}:?\d{2}))?/u;
/** As Poles and Hungarians write them. */
const romanMonths = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"];
/** What stands between the parts of a date and says nothing more, folded. */
const small = new Set(
  "ה a al alle anno as at d da das de del den der di do du el gada h i il kl klo km la le les m o of ob om ore r saat the um uhr uur year г год года р року рік в у о об ж жыл жылы жылғы من از في ساعت سنة م ماه هـ"
    .split(" ")
    .map(foldWord),
);
/** The ends of numbers: `1er`, `2ème`, `3rd`, `5º`, `1-го`, `১৫ই`. */
const ordinal = /^(?:er|ere|eme|e|st|nd|rd|th|º|ª|o|a|de|ste|го|е|й|η|ης|ko|ই|শে|রা|লা|ঠা)$/u;

/**
 * Reads a day that is named in words in any of many languages, such as `12 de março de 2024`, `1er août 2021` or
 * `ngày 5 tháng 3 năm 2021`: a year, a month, a day, each once and in any order, and nothing that is not understood.
 *
 * @returns More than one day for a month that is another one in another language; none for what is no such day.
 */
export function parseWordedDay(written: string): readonly DateParts[] {
  const text = written
    // Denmark, Finland and Italy put a full stop into the time.
    .replace(/(?<=\s(?:kl|klo|ore|alle|um)\.?\s+\d{1,2})\.(?=\d{2}(?!\d))/iu, ":")
    // Thailand's months are short, and its eras are named, with full stops.
    .replace(/[พค]\.ศ\./gu, " ")
    .replace(/(?<=\p{Script=Thai})\.(?=\p{Script=Thai}|\s)/gu, "");
  const numbered = vietnamese.exec(text);
  if (numbered !== null) {
    const [all, day, named = "", year] = numbered;
    const word = named.normalize("NFC").toLowerCase().replace(/\s+/, "_");
    const month = /^\d/.test(named) ? Number(named) : vietnameseMonths.indexOf(word) + 1;
    if (month === 0) return [];
    const rest = readTime(text.slice(all.length));
    return [{ year: Number(year), month, day: Number(day), rest }];
  }
  if (!/[\p{L}\p{M}]{2}|\b[IVX]\b/u.test(text) || !/\d{4}/.test(text)) return [];
  const clock = timeOfDay.exec(text);
  const words =
    clock === null ? text : `${text.slice(0, clock.index)} ${text.slice(clock.index + clock[0].length)}`;
  const { months, phrases, weekdays } = findDateWords();
  let year: number | undefined;
  let month: MonthMeanings | undefined;
  let day: number | undefined;
  let monthWord = "";
  let hasPersianMonth = false;
  let hasSigns = false;
  let isNamedTwice = false;
  for (const token of joinPhrases(words, phrases).match(/\d+|[\p{L}\p{M}_ºª]+|[^\s\p{L}\d.,’'-]/gu) ?? []) {
    const word = foldWord(token);
    const persian = findPersianMonth(word);
    const roman = romanMonths.indexOf(token) + 1;
    const named =
      persian !== undefined
        ? new Map([[persian, ["fa"]]])
        : roman > 0
          ? new Map([[roman, []]])
          : months.get(word);
    if (/^\d{4}$/.test(token) && year === undefined) year = Number(token);
    else if (/^\d{1,2}$/.test(token) && day === undefined) day = Number(token);
    // The French `mar.` is a weekday where a month follows.
    else if (named !== undefined && (month === undefined || weekdays.has(monthWord))) {
      month = named;
      monthWord = word;
      hasPersianMonth = persian !== undefined;
    } else if (named !== undefined && month !== undefined && areSame(month, named)) {
      isNamedTwice = true;
    } else if (/^[/()]$/.test(token)) hasSigns = true;
    else if (!weekdays.has(word) && !small.has(word) && !ordinal.test(word)) return [];
  }
  if (year === undefined || month === undefined || day === undefined) return [];
  // Arab newspapers name a month twice, as it is called in the west and in the east: `15 أغسطس/آب 2026`.
  if (hasSigns && !isNamedTwice) return [];
  // A month of one calendar in a year of another is none of either.
  if (hasPersianMonth !== (findCalendar(year)?.name === "persian")) return [];
  const isThai = /\p{Script=Thai}/u.test(text) && year > 2400;
  const date = {
    year: isThai ? year - buddhistYears : year,
    day,
    rest: clock === null ? "" : readTime(clock[0]),
  };
  return [...month].map(([named, languages]) => ({ ...date, month: named, languages }));
}

/** Whether two words name one month. */
function areSame(one: MonthMeanings, other: MonthMeanings): boolean {
  return one.size === 1 && other.size === 1 && [...one.keys()].every((month) => other.has(month));
}

/** A text in which month names of several words are one, so that `تشرين الثاني` is not taken for two halves of others. */
function joinPhrases(text: string, phrases: ReadonlyMap<string, string>): string {
  if (!/\p{Script=Arabic}/u.test(text)) return text;
  const folded = foldWord(text.replace(/\s+/g, " "));
  for (const [phrase, word] of phrases) if (folded.includes(phrase)) return folded.replace(phrase, word);
  return text;
}

/** A time with colons and a space before it. */
function readTime(text: string): string {
  const clock = timeOfDay.exec(text);
  if (clock === null) return text;
  const [, hour = "", minute = "", second, zone] = clock;
  return ` ${hour}:${minute}${second === undefined ? "" : `:${second}`}${zone === undefined ? "" : ` ${zone}`}`;
}

const zeros = [0x660, 0x6f0, 0x966, 0x9e6, 0xe50, 0xff10];

/** The digits of Arabic, Persian, Hindi, Bengali, Thai and East Asian texts as `0` to `9`. */
export function toAsciiDigits(text: string): string {
  return text.replace(/[٠-٩۰-۹०-९০-৯๐-๙０-９]/gu, (digit) => {
    const code = digit.codePointAt(0) ?? 0;
    return String(code - (zeros.find((zero) => code >= zero && code < zero + 10) ?? code));
  });
}
