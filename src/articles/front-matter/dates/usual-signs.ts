import { toAsciiDigits } from "./parse-worded-day.ts";

const numerals = "〇一二三四五六七八九";
/** `二〇二四年三月十二日`. */
const inNumerals =
  /^([〇零一二三四五六七八九]{4})年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})[日号號]/;
/** Behind the day: `星期二`, `周二`, `火曜日`, `화요일`. */
const weekday =
  /(?<=[日号號일\d.])[\s,，、]*(?:(?:星期|周|週|礼拜|禮拜)[一二三四五六日天]|[月火水木金土日]曜日?|[월화수목금토일]요일)(?=[\s,，、]|$)/;
/** `10時30分`, `10时30分00秒`, `10시 30분`, `10時`. */
const clock = /(\d{1,2})\s*[時时點点시]\s*(?:(\d{1,2})\s*[分분]\s*(?:(\d{1,2})\s*[秒초])?)?/;

/**
 * A date with the signs that figures usually have: digits of the West, hyphens, colons and a space before the time, for
 * what people write in full width, with dashes, in numerals of Chinese or with the units of East Asia behind the figures.
 * What was usual stays as it is.
 */
export function withUsualSigns(text: string): string {
  const figures = withoutWords(
    toAsciiDigits(text).replace(/[\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, ""),
  )
    .replace(/(?<=\d)[－‐‑‒–—−](?=\d)/g, "-")
    .replaceAll("／", "/")
    .replaceAll("：", ":");
  const eastAsian = /[\u3007\u4e00-\u9fff\uac00-\ud7af]/.test(figures) ? withoutUnits(figures) : figures;
  return (
    eastAsian
      // Some put another sign than a space before the time.
      .replace(/^(\d{4}([-/.])\d{1,2}\2\d{1,2})(?:_|:|\s*[@|]\s*)(?=\d{1,2}:)/, "$1 ")
      .replace(
        /^(\d{4}-\d{2}-\d{2})[-_ ](\d{2})-(\d{2})(?:-(\d{2}))?$/,
        (_all, day: string, ...parts: string[]) => {
          const [hour = "", minute = "", second = "00"] = parts;
          return `${day} ${hour}:${minute}:${second}`;
        },
      )
      // Some leave the seconds out before their fraction.
      .replace(/^([^:]+:\d{2})(\.\d{3}(?:Z|[+-]\d{2}:?\d{2}))$/, "$1:00$2")
      // Emacs' Org has it in brackets, with the weekday behind.
      .replace(/^[<[](\d{4}-.*)[>\]]$/, "$1")
      .replace(/^(\d{4}-\d{2}-\d{2})\s+(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}\.?(?=\s|$)/i, "$1")
      // As in the logs of servers.
      .replace(/^(\d{1,2})\/(\p{L}{3,})\.?\/(\d{4})(?::(?=\d))?/u, "$1 $2 $3 ")
  );
}

/** Months of the Islamic calendar, each with its spellings; in order. */
const islamicMonths = [
  "محرم",
  "صفر",
  "ربيع (?:الأول|الاول)",
  "ربيع (?:الآخر|الاخر|الثاني)",
  "جماد[ىي] (?:الأولى|الاولى)",
  "جماد[ىي] (?:الآخرة|الاخرة|الثانية)",
  "رجب",
  "شعبان",
  "رمضان",
  "شوال",
  "ذ[وي] القعدة",
  "ذ[وي] الحجة",
];

/** Without the words that several languages put around figures and that say nothing more. */
function withoutWords(text: string): string {
  const plain = text
    // Vietnam's and Thailand's weekdays, before the day.
    .replace(/^(?:thứ\s+\p{L}+|chủ nhật),?\s+/iu, "")
    .replace(/^วัน\p{Script=Thai}*\s*/u, "")
    // Russian, Ukrainian, Polish, German and Dutch behind a year or an hour; Sweden's ordinals; Moscow's time.
    .replace(/(?<=\d)\s*(?:г\.?|р\.?|r\.|uhr|uur)$/iu, "")
    .replace(/^(\d{1,2}):e\s/, "$1 ")
    .replace(/(?<=\d\s)МСК$/, "MSK");
  if (!/[\u0600-\u06ff]/.test(plain)) return plain;
  const arabic = plain.replaceAll("،", ",").replaceAll("\u200c", " ");
  if (!/\b14[1-5]\d\b/.test(arabic)) return arabic;
  for (const [index, name] of islamicMonths.entries()) {
    const found = new RegExp(`(\\d{1,2})\\s+${name}\\s+(\\d{4})\\s*(?:هـ?)?`).exec(arabic);
    if (found !== null)
      return `${found[2] ?? ""}-${index + 1}-${found[1] ?? ""}${arabic.slice(found.index + found[0].length)}`;
  }
  return arabic;
}

function withoutUnits(text: string): string {
  return (
    text
      .replace(inNumerals, (_all, year: string, month: string, day: string) => {
        const digits = year.replace(/./gu, (numeral) => String(Math.max(0, numerals.indexOf(numeral))));
        return `${digits}年${toNumber(month)}月${toNumber(day)}日`;
      })
      .replace(weekday, "")
      .replace(/(?<=[日号號일])(?=\d{1,2}(?::|\s?[時时點点시]))/, " ")
      .replace(clock, (_all, hour: string, minute: string | undefined, second: string | undefined) =>
        [hour, minute ?? "", second ?? ""].map((part) => part.padStart(2, "0")).join(":"),
      )
      // In China, CST is China's time.
      .replace(/\bCST$/, "+0800")
  );
}

/** Up to 39: `十二` as 12, `三十` as 30. */
function toNumber(written: string): number {
  const [tens, ones] = written.includes("十") ? written.split("十") : ["0", written];
  const toDigit = (numeral: string | undefined, none: number): number =>
    numeral === undefined || numeral === "" ? none : Math.max(0, numerals.indexOf(numeral));
  return toDigit(tens, 1) * 10 + toDigit(ones, 0);
}
