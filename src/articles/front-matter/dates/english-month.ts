import type { DateParts } from "./parse-worded-day.ts";

const monthName =
  /\b(?:(jan)(?:uary)?|(feb)(?:ruary)?|(mar)(?:ch)?|(apr)(?:il)?|(may)|(june?)|(july?)|(aug)(?:ust)?|(sep)(?:t(?:ember)?)?|(oct)(?:ober)?|(nov)(?:ember)?|(dec)(?:ember)?)\b\.?/i;

/** `20 November 2026`, `November 20th, 2026`, `Nov 20 09:30:00 +0100 2026`, and what RFC 2822 and JavaScript write. */
export function readEnglishMonth(text: string): DateParts | undefined {
  const name = monthName.exec(text);
  if (name === null) return undefined;
  const month = name.slice(1).findIndex((found) => (found as string | undefined) !== undefined) + 1;
  const before = /^(\d{1,2})(?:st|nd|rd|th)?(?:\s+of|[-\s.])?\s*$/i.exec(text.slice(0, name.index));
  const after = text.slice(name.index + name[0].length);
  if (before !== null) {
    const year = /^[-,\s]*(\d{4})(?!\d)/.exec(after);
    return year === null
      ? undefined
      : { year: Number(year[1]), month, day: Number(before[1]), rest: after.slice(year[0].length) };
  }
  if (text.slice(0, name.index).trim() !== "") return undefined;
  const day = /^\s*(\d{1,2})(?:st|nd|rd|th)?(?!\d)/i.exec(after);
  if (day === null) return undefined;
  const rest = after.slice(day[0].length);
  const year = /^\.?[,\s]+(\d{4})(?!\d)/.exec(rest);
  if (year !== null)
    return { year: Number(year[1]), month, day: Number(day[1]), rest: rest.slice(year[0].length) };
  // Unix `date` and Git put the year after the time.
  const late =
    /^(\s+\d{1,2}:\d{2}:\d{2})((?:\s+(?:[A-Z]{3,4}|[+-]\d{4}))?)\s+(\d{4})((?:\s+[+-]\d{4})?)$/.exec(rest);
  if (late === null) return undefined;
  return {
    year: Number(late[3]),
    month,
    day: Number(day[1]),
    rest: `${late[1] ?? ""}${late[2] ?? ""}${late[4] ?? ""}`,
  };
}
