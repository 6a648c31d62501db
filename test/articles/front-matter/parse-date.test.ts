import { expect, test } from "vitest";

import { parseDate } from "../../../src/articles/front-matter/dates/parse-date.ts";
import { toInstant } from "../../../src/platform/zone-time.ts";
import fc from "../../support/fast-check.ts";

const timeZone = "America/New_York";

/** The instant a text means in New York, or why it means none. */
function read(text: string): string {
  const parsed = parseDate(text);
  if (parsed.kind === "date") return toInstant(parsed.written, timeZone).toISOString();
  return parsed.kind === "impossible" ? parsed.reason : parsed.kind;
}

test.each([
  ["2026-11-20", "2026-11-20T05:00:00.000Z"],
  ["2026-11-20Z", "2026-11-20T05:00:00.000Z"],
  ["2026-11-20+01:00", "2026-11-20T05:00:00.000Z"],
  ["2026-7-4", "2026-07-04T04:00:00.000Z"],
  ["2026/11/20", "2026-11-20T05:00:00.000Z"],
  ["20.11.2026", "2026-11-20T05:00:00.000Z"],
  ["31/12/2026", "2026-12-31T05:00:00.000Z"],
  ["12.31.2026", "2026-12-31T05:00:00.000Z"],
  ["12/31/2026", "2026-12-31T05:00:00.000Z"],
  ["November 20, 2026", "2026-11-20T05:00:00.000Z"],
  ["20th November 2026", "2026-11-20T05:00:00.000Z"],
  ["2026年11月20日", "2026-11-20T05:00:00.000Z"],
  ["20261120", "2026-11-20T05:00:00.000Z"],
  ["2026. 11. 20.", "2026-11-20T05:00:00.000Z"],
  ["20. 11. 2026", "2026-11-20T05:00:00.000Z"],
  ["\u200f20 نوفمبر 2026", "2026-11-20T05:00:00.000Z"],
  ["الجمعة، 20 نوفمبر 2026", "2026-11-20T05:00:00.000Z"],
  ["2 رمضان 1445 هـ", "2024-03-12T04:00:00.000Z"],
  ["سه\u200cشنبه ۲۲ اسفند ماه ۱۴۰۲", "2024-03-12T04:00:00.000Z"],
  ["Thứ sáu, ngày 20 tháng 11 năm 2026", "2026-11-20T05:00:00.000Z"],
  ["วันศุกร์ที่ 20 พฤศจิกายน 2569", "2026-11-20T05:00:00.000Z"],
  ["mar. 10 mars 2026", "2026-03-10T04:00:00.000Z"],
  ["mardi 10 mars 2026 à 10 h 30", "2026-03-10T14:30:00.000Z"],
  ["dinsdag 10 maart 2026 om 10:30 uur", "2026-03-10T14:30:00.000Z"],
  ["2026-11-20 19 -0400", "2026-11-20T23:00:00.000Z"],
  ["2026-11-20 19", "unreadable"],
  ["20 XI 2026", "2026-11-20T05:00:00.000Z"],
  ["20.11.2026 г.", "2026-11-20T05:00:00.000Z"],
  ["20.11.2026 09:30 Uhr", "2026-11-20T14:30:00.000Z"],
  ["am 20. November 2026", "2026-11-20T05:00:00.000Z"],
  ["2026-11-20 (sexta, 19h)", "2026-11-20T05:00:00.000Z"],
  ["20:e november 2026", "2026-11-20T05:00:00.000Z"],
  ["<2026-11-20 Fri>", "2026-11-20T05:00:00.000Z"],
  ["[2026-11-20 Fri 09:30]", "2026-11-20T14:30:00.000Z"],
  ["2026年11月20日10:44:17", "2026-11-20T15:44:17.000Z"],
  ["2026年11月20日 星期五", "2026-11-20T05:00:00.000Z"],
  ["2026年11月20日周五 9时30分", "2026-11-20T14:30:00.000Z"],
  ["2026年11月20号 晚上8:30", "2026-11-21T01:30:00.000Z"],
  ["2026-11-20 星期五 09:30", "2026-11-20T14:30:00.000Z"],
  ["二〇二六年十一月二十日", "2026-11-20T05:00:00.000Z"],
  ["2026年11月20日 金曜日 9時30分", "2026-11-20T14:30:00.000Z"],
  ["2026년 11월 20일 금요일 오후 3시 5분", "2026-11-20T20:05:00.000Z"],
  ["２０２６年１１月２０日", "2026-11-20T05:00:00.000Z"],
  ["2026－11－20 09：30", "2026-11-20T14:30:00.000Z"],
  ["2026–11–20", "2026-11-20T05:00:00.000Z"],
  ["2026-11-20_09:30", "2026-11-20T14:30:00.000Z"],
  ["2026-11-20-09-30", "2026-11-20T14:30:00.000Z"],
  ["2026-11-20 @ 09:30", "2026-11-20T14:30:00.000Z"],
  ["20261120 0930", "2026-11-20T14:30:00.000Z"],
  ["2026-11-20 24:00", "2026-11-21T05:00:00.000Z"],
  ["2026-12-31T24:00:00", "2027-01-01T05:00:00.000Z"],
  ["20 พ.ย. 2569", "2026-11-20T05:00:00.000Z"],
  ["20 พฤศจิกายน พ.ศ. 2569", "2026-11-20T05:00:00.000Z"],
  ["20 Tháng Mười Một, 2026", "2026-11-20T05:00:00.000Z"],
  ["ה-20 בנובמבר 2026", "2026-11-20T05:00:00.000Z"],
  ["marraskuun 20. 2026", "2026-11-20T05:00:00.000Z"],
  ["5. marts 2026 kl. 10.15", "2026-03-05T15:15:00.000Z"],
  ["2026.11.20.", "2026-11-20T05:00:00.000Z"],
  ["2026.11.20. 9:30", "2026-11-20T14:30:00.000Z"],
  ["24 5 2026", "2026-05-24T04:00:00.000Z"],
  ["2026 05 24", "2026-05-24T04:00:00.000Z"],
  ["5 6 2026", "ambiguous"],
  ["2569-11-20", "2026-11-20T05:00:00.000Z"],
  ["20/11/2569 09:30", "2026-11-20T14:30:00.000Z"],
  ["2026/11/20 下午3:05", "2026-11-20T20:05:00.000Z"],
  ["2026. 11. 20. 오후 3:05", "2026-11-20T20:05:00.000Z"],
  ["2026年11月20日 午前12:05", "2026-11-20T05:05:00.000Z"],
  ["2026年11月20日 下午15:05", "2026-11-20T20:05:00.000Z"],
  ["5 marzo 2026 ore 10:15", "2026-03-05T15:15:00.000Z"],
  ["2026-11-20 10h15", "2026-11-20T15:15:00.000Z"],
  ["2026년 11월 20일", "2026-11-20T05:00:00.000Z"],
  ["2026/11/20 (金)", "2026-11-20T05:00:00.000Z"],
  ["٢٠٢٦-١١-٢٠", "2026-11-20T05:00:00.000Z"],
  ["12 de março de 2026", "2026-03-12T04:00:00.000Z"],
  ["12 de Marzo, 2026", "2026-03-12T04:00:00.000Z"],
  ["1er août 2026", "2026-08-01T04:00:00.000Z"],
  ["1 aout 2026", "2026-08-01T04:00:00.000Z"],
  ["5. März 2026", "2026-03-05T05:00:00.000Z"],
  ["Donnerstag, den 5. März 2026", "2026-03-05T05:00:00.000Z"],
  ["5 maart 2026", "2026-03-05T05:00:00.000Z"],
  ["20 mag 2026", "2026-05-20T04:00:00.000Z"],
  ["5 marca 2026 r.", "2026-03-05T05:00:00.000Z"],
  ["5 března 2026", "2026-03-05T05:00:00.000Z"],
  ["5 марта 2026 г.", "2026-03-05T05:00:00.000Z"],
  ["5 березня 2026 року", "2026-03-05T05:00:00.000Z"],
  ["2026. március 5.", "2026-03-05T05:00:00.000Z"],
  ["5 Mart 2026", "2026-03-05T05:00:00.000Z"],
  ["5 Maret 2026", "2026-03-05T05:00:00.000Z"],
  ["ngày 5 tháng 3 năm 2026", "2026-03-05T05:00:00.000Z"],
  ["٥ مارس ٢٠٢٦", "2026-03-05T05:00:00.000Z"],
  ["5 במרץ 2026", "2026-03-05T05:00:00.000Z"],
  ["5 मार्च 2026", "2026-03-05T05:00:00.000Z"],
  ["20.11.2026 r.", "2026-11-20T05:00:00.000Z"],
  // Tunisia's and Algeria's months, and one named twice, as in the west and in the east of the Arab countries.
  ["5 أوت 2026", "2026-08-05T04:00:00.000Z"],
  ["20 نوفمبر/تشرين الثاني 2026", "2026-11-20T05:00:00.000Z"],
  ["20 تشرين الثاني (نوفمبر) 2026", "2026-11-20T05:00:00.000Z"],
  // Without hamzas, with the letters of the neighbours, with the sign that binds words.
  ["5 اغسطس 2026", "2026-08-05T04:00:00.000Z"],
  ["5 شهريور ۱۴۰۴", "2025-08-27T04:00:00.000Z"],
  ["۱۴ ژوئیهٔ ۲۰۲۶", "2026-07-14T04:00:00.000Z"],
  ["২১শে ফেব্রুয়ারী ২০২৬", "2026-02-21T05:00:00.000Z"],
  ["১৫ই আগষ্ট, ২০২৬", "2026-08-15T04:00:00.000Z"],
  ["5 सितम्बर 2026", "2026-09-05T04:00:00.000Z"],
  ["5 מרס 2026", "2026-03-05T05:00:00.000Z"],
  ["2026 жылғы 5 тамыз", "2026-08-05T04:00:00.000Z"],
  // The year of the Buddha.
  ["5 มีนาคม 2569", "2026-03-05T05:00:00.000Z"],
])("the day %s starts at midnight in the newsletter's zone", (text, instant) => {
  expect(read(text)).toBe(instant);
});

test.each([
  ["2026-11-20 09:30", "2026-11-20T14:30:00.000Z"],
  ["2026-11-20T09:30:15.250", "2026-11-20T14:30:15.250Z"],
  ["2013/7/13 20:46:25", "2013-07-14T00:46:25.000Z"],
  ["Nov 20, 2026 at 9:30 pm", "2026-11-21T02:30:00.000Z"],
  ["202611200930", "2026-11-20T14:30:00.000Z"],
  ["2026-11-20 9:5:7", "2026-11-20T14:05:07.000Z"],
  ["2026-11-20 09.30", "2026-11-20T14:30:00.000Z"],
  ["lundi 15 juin 2026 à 10h30", "2026-06-15T14:30:00.000Z"],
  ["15 juni 2026 kl. 10:30", "2026-06-15T14:30:00.000Z"],
  // Nobody can tell the sign that is missing.
  ["2026-06-15 10:30:00 0500", "2026-06-15T14:30:00.000Z"],
])("the time %s is the clock's in the newsletter's zone", (text, instant) => {
  expect(read(text)).toBe(instant);
});

test.each([
  ["2026-11-20T09:30:00Z", "2026-11-20T09:30:00.000Z"],
  ["2026-11-20 09:30:00 +0100", "2026-11-20T08:30:00.000Z"],
  ["2026-11-20 09:30 +05:30", "2026-11-20T04:00:00.000Z"],
  ["2026-11-20 09:30:00 +0100 CET", "2026-11-20T08:30:00.000Z"],
  ["2026-11-20T09:30:00+09:00[Asia/Tokyo]", "2026-11-20T00:30:00.000Z"],
  ["2026-11-20 09:30:00 +2h", "2026-11-20T07:30:00.000Z"],
  ["15 juin 2026 10:30 +0200", "2026-06-15T08:30:00.000Z"],
  ["2026-11-20 09:30 PST", "2026-11-20T17:30:00.000Z"],
  ["Jumat, 20 November 2026 09:30 WIB", "2026-11-20T02:30:00.000Z"],
  ["2026-11-20 09:30 Asia/Taipei", "2026-11-20T01:30:00.000Z"],
  ["Fri, 20 Nov 2026 09:30:00 +0100", "2026-11-20T08:30:00.000Z"],
  ["Fri Nov 20 2026 09:30:00 GMT+0100 (Central European Standard Time)", "2026-11-20T08:30:00.000Z"],
  ["Fri Nov 20 09:30:00 UTC 2026", "2026-11-20T09:30:00.000Z"],
  // Seen in a real blog; the year is given twice.
  ["2023-01-29 18:30:22 2023 -0800", "2023-01-30T02:30:22.000Z"],
  ["20261120T093000+0800", "2026-11-20T01:30:00.000Z"],
  ["20 ноября 2026, 10:30 МСК", "2026-11-20T07:30:00.000Z"],
  ["2026-11-20T09:30:00Z[UTC]", "2026-11-20T09:30:00.000Z"],
  ["20/Nov/2026:09:30:00 +0800", "2026-11-20T01:30:00.000Z"],
  ["2026年11月20日 星期五 09时30分00秒 CST", "2026-11-20T01:30:00.000Z"],
  ["1795167000", "2026-11-20T09:30:00.000Z"],
  ["2026112009", "2026-11-20T14:00:00.000Z"],
  ["1795167000000", "2026-11-20T09:30:00.000Z"],
])("the date %s names its own zone", (text, instant) => {
  expect(read(text)).toBe(instant);
});

test.each([
  ["2024-02-30", "does not exist: month 2 of 2024 has 29 days"],
  ["2023-02-29", "does not exist: month 2 of 2023 has 28 days"],
  ["2024-13-45", "does not exist: there is no month 13"],
  ["2026-06-31T10:00:00Z", "does not exist: month 6 of 2026 has 30 days"],
  ["2026-11-20 25:00", "has a time that does not exist"],
  ["2026-11-20 10:60", "has a time that does not exist"],
  ["31 de febrero de 2026", "does not exist: month 2 of 2026 has 28 days"],
  ["1403-12-31", "does not exist in the calendar of its year"],
  ["2026-11-20 10:00 IST", 'has a time zone that is not known, "IST"; write its offset, such as +01:00'],
  [
    "2026-11-20 10:00 Mars/Olympus",
    'has a time zone that is not known, "Mars/Olympus"; write its offset, such as +01:00',
  ],
])("%s is refused, never moved to another day", (text, reason) => {
  expect(read(text)).toBe(reason);
});

test.each([
  ["05/06/2026", ["2026-06-05", "2026-05-06"]],
  // November in Poland, October in Croatia.
  ["5 listopada 2026", ["2026-11-05", "2026-10-05"]],
])("%s can be two days, and is none of them by itself", (text, days) => {
  const parsed = parseDate(text);

  expect(parsed.kind === "ambiguous" && parsed.readings.map(({ written }) => written)).toEqual(days);
});

test.each([
  // Persian and Islamic years, with figures and with names, and the eras of Japan and Taiwan.
  ["1402-12-10", "2024-02-29T05:00:00.000Z"],
  ["1403-12-30T10:00:00", "2025-03-20T14:00:00.000Z"],
  ["۱۱ مهر ۱۴۰۵", "2026-10-03T04:00:00.000Z"],
  ["1447/01/01", "2025-06-26T04:00:00.000Z"],
  ["令和8年11月20日", "2026-11-20T05:00:00.000Z"],
  ["民國115年11月20日", "2026-11-20T05:00:00.000Z"],
  // Two words, each of which is half of another month's name.
  ["٢٠ تشرين الثاني ٢٠٢٦", "2026-11-20T05:00:00.000Z"],
  ["20 كانون الأول 2026", "2026-12-20T05:00:00.000Z"],
  ["13:34 11/20/2026", "2026-11-20T18:34:00.000Z"],
])("%s is the day that its author's calendar and order mean", (text, instant) => {
  expect(read(text)).toBe(instant);
});

test.each([
  "yesterday",
  "12:30:45",
  "2026",
  "2026-W12-3",
  "maybe 5, 2026",
  "20 Nov",
  "2026-11-20 or so",
  "12 de 2026",
  "5 mars",
  "5 mars – 7 avril 2026",
  "5 mars 2026 environ",
  "5 marzo 2026 a. C.",
  "",
])("%j is no date", (text) => {
  expect(read(text)).toBe("unreadable");
});

test("every day that Intl writes out in many languages is read as that day", () => {
  const languages =
    "en-GB fr de es pt it nl pl cs sk ru uk bg ro tr el sv nb da fi et hu ca ar he hi id vi th ko ja zh".split(
      " ",
    );
  fc.assert(
    fc.property(
      fc.constantFrom(...languages),
      fc.date({ min: new Date("1970-01-01"), max: new Date("2099-12-31"), noInvalidDate: true }),
      (language, day) => {
        const calendar = language === "th" ? "buddhist" : "gregory";
        const text = new Intl.DateTimeFormat(`${language}-u-ca-${calendar}`, {
          day: "numeric",
          month: "long",
          year: "numeric",
          timeZone: "UTC",
        }).format(day);
        const parsed = parseDate(text.replace("พุทธศักราช ", ""));
        if (language === "pl" && day.getUTCMonth() === 10) expect(parsed.kind).toBe("ambiguous");
        else
          expect({ text, parsed }).toEqual({
            text,
            parsed: { kind: "date", written: day.toISOString().slice(0, 10) },
          });
      },
    ),
    { numRuns: 2000 },
  );
});

test("a time that the spring change skips is an hour later, and of two in autumn the first is meant", () => {
  expect(read("2026-03-08 02:30")).toBe("2026-03-08T07:30:00.000Z");
  expect(read("2026-11-01 01:30")).toBe("2026-11-01T05:30:00.000Z");
});

test("a day whose midnight is skipped starts with its first instant", () => {
  const written = parseDate("2026-04-24");

  expect(written.kind === "date" && toInstant(written.written, "Africa/Cairo").toISOString()).toBe(
    "2026-04-23T22:00:00.000Z",
  );
});

test("every ISO instant is read as itself, and every other day of a calendar is refused", () => {
  const year = fc.integer({ min: 1970, max: 2100 });
  fc.assert(
    fc.property(year, fc.integer({ min: 0, max: 15 }), fc.integer({ min: 0, max: 33 }), (y, m, d) => {
      const text = `${y}-${String(m).padStart(2, "0")}-${String(d).padStart(2, "0")}`;
      const utc = new Date(Date.UTC(y, m - 1, d));
      const exists = utc.getUTCFullYear() === y && utc.getUTCMonth() === m - 1 && utc.getUTCDate() === d;
      const parsed = parseDate(`${text}T10:00:00Z`);
      if (exists) expect(parsed).toEqual({ kind: "date", written: utc.getTime() + 36_000_000 });
      else expect(parsed.kind).toBe("impossible");
    }),
    { numRuns: 2000 },
  );
});
