import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import { listSlotsBetween, nextSlots } from "../../src/schedule/slots.ts";

/** One number or everything, for each field: what a table of clock changes needs, and simple enough to be trusted. */
interface Wanted {
  readonly minute: number;
  readonly hour: number;
  readonly day: number | "L" | undefined;
  readonly month: number | undefined;
  readonly weekday: number | undefined;
}

/**
 * The slots of a span, found day by day on the calendar alone and not with croner. A local time that does not exist falls
 * on the instant the clocks change (asked of the zone itself); of one that occurs twice the first counts.
 */
function slotsByCalendar(wanted: Wanted, timeZone: string, after: Date, until: Date): string[] {
  const slots: string[] = [];
  const start = Temporal.Instant.fromEpochMilliseconds(after.getTime()).toZonedDateTimeISO(timeZone);
  let day = start.toPlainDate().subtract({ days: 1 });
  const last = Temporal.Instant.fromEpochMilliseconds(until.getTime())
    .toZonedDateTimeISO(timeZone)
    .toPlainDate();
  while (Temporal.PlainDate.compare(day, last) <= 0) {
    if (isWanted(day, wanted)) {
      const wall = day.toPlainDateTime({ hour: wanted.hour, minute: wanted.minute });
      const earlier = wall.toZonedDateTime(timeZone, { disambiguation: "earlier" });
      const exists = earlier.toPlainDateTime().equals(wall);
      const change = earlier.getTimeZoneTransition("next");
      const instant = exists ? earlier.epochMilliseconds : (change ?? earlier).epochMilliseconds;
      // A day that a country left out is none; one whose last hours are skipped is.
      const isDay = day.toZonedDateTime(timeZone).toPlainDate().equals(day);
      if (instant > after.getTime() && instant <= until.getTime() && isDay)
        slots.push(new Date(instant).toISOString());
    }
    day = day.add({ days: 1 });
  }
  return slots;
}

function isWanted(date: Temporal.PlainDate, { day, month, weekday }: Wanted): boolean {
  if (month !== undefined && date.month !== month) return false;
  const isDay = day === undefined || date.day === (day === "L" ? date.daysInMonth : day);
  return isDay && (weekday === undefined || date.dayOfWeek % 7 === weekday);
}

const zones = [
  "America/New_York",
  "Europe/London",
  "Africa/Cairo",
  "Australia/Sydney",
  "Australia/Lord_Howe",
  "Pacific/Apia",
  "Asia/Kathmandu",
  "America/Nuuk",
];

/** Around every clock change of these zones, and at hours that have none. */
const times: readonly (readonly [hour: number, minute: number])[] = [
  [0, 0],
  [1, 30],
  [2, 0],
  [2, 30],
  [7, 0],
  [23, 0],
  [23, 30],
];

test.each(zones)(
  "every day of a leap year and the year after it, at times around the clock changes, in %s",
  (timeZone) => {
    const [after, until] = [new Date("2027-12-20T12:00:00Z"), new Date("2029-12-31T12:00:00Z")];
    for (const [hour, minute] of times) {
      const wanted = { minute, hour, day: undefined, month: undefined, weekday: undefined };
      const expected = slotsByCalendar(wanted, timeZone, after, until);
      const found = nextSlots({ cron: `${minute} ${hour} * * *`, timeZone }, after, expected.length);

      expect(
        found.map((slot) => slot.toISOString()),
        `${hour}:${minute}`,
      ).toEqual(expected);
    }
  },
);

test.each([
  ["the 29th, which February has in leap years only", "30 2 29 * *", { day: 29 }],
  ["the 30th", "30 2 30 * *", { day: 30 }],
  ["the 31st", "30 2 31 * *", { day: 31 }],
  ["the last day", "30 2 L * *", { day: "L" as const }],
  ["29 February", "30 2 29 2 *", { day: 29, month: 2 }],
  ["Sundays, when most clocks change", "30 2 * * 0", { weekday: 0 }],
])("%s of a month, in every zone, over nine years", (_, cron, part) => {
  const [after, until] = [new Date("2023-12-20T12:00:00Z"), new Date("2032-12-31T12:00:00Z")];
  for (const timeZone of zones) {
    const wanted = { minute: 30, hour: 2, day: undefined, month: undefined, weekday: undefined, ...part };
    const expected = slotsByCalendar(wanted, timeZone, after, until);
    expect(expected.length).toBeGreaterThan(0);

    expect(
      nextSlots({ cron, timeZone }, after, expected.length).map((slot) => slot.toISOString()),
      timeZone,
    ).toEqual(expected);
  }
});

test("around every clock change of every zone, each time of day has its slot once", () => {
  const [first, last] = [Temporal.Instant.from("2026-01-01T00:00Z"), Date.parse("2028-01-01T00:00Z")];
  let changes = 0;
  for (const timeZone of Intl.supportedValuesOf("timeZone")) {
    let change = first.toZonedDateTimeISO(timeZone).getTimeZoneTransition("next");
    for (
      ;
      change !== null && change.epochMilliseconds < last;
      change = change.getTimeZoneTransition("next")
    ) {
      changes += 1;
      const at = change.epochMilliseconds;
      const nominal = change.subtract({ nanoseconds: 1 }).toPlainDateTime().add({ nanoseconds: 1 });
      const [after, until] = [new Date(at - 20 * 3_600_000), new Date(at + 20 * 3_600_000)];
      for (const minutes of [-60, -31, -1, 0, 15, 30, 59, 60, 90]) {
        const { minute, hour, day, month } = nominal.add({ minutes });
        const expected = slotsByCalendar(
          { minute, hour, day, month, weekday: undefined },
          timeZone,
          after,
          until,
        );
        expect(expected).toHaveLength(1);
        const cron = `${minute} ${hour} ${day} ${month} *`;
        const found = listSlotsBetween({ cron, timeZone }, after, until, 10);
        expect(
          found.map((slot) => slot.toISOString()),
          `${cron} in ${timeZone}`,
        ).toEqual(expected);
      }
    }
  }
  expect(changes).toBeGreaterThan(400);
});

test("a day that a country left out has no slot of its own: Apia had no 30 December 2011", () => {
  const slots = nextSlots(
    { cron: "0 7 * * *", timeZone: "Pacific/Apia" },
    new Date("2011-12-28T00:00:00Z"),
    4,
  );

  expect(slots.map((slot) => slot.toISOString())).toEqual([
    "2011-12-28T17:00:00.000Z",
    "2011-12-29T17:00:00.000Z",
    "2011-12-30T17:00:00.000Z",
    "2011-12-31T17:00:00.000Z",
  ]);
});
