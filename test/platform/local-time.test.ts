import { expect, test } from "vitest";

import { createLocalTime } from "../../src/platform/local-time.ts";
import fc from "../support/fast-check.ts";

const zones = [
  "Europe/Paris",
  "America/New_York",
  "Africa/Cairo",
  "Asia/Hebron",
  "Australia/Lord_Howe",
  "America/Boa_Vista",
  "Asia/Kathmandu",
];

test("prints every minute as the zone's own clock shows it", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...zones),
      fc.date({ min: new Date("1990-01-01"), max: new Date("2035-01-01"), noInvalidDate: true }),
      (timeZone, instant) => {
        const parts = new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short", timeStyle: "short" });
        expect(createLocalTime(timeZone).minute(instant)).toBe(parts.format(instant));
      },
    ),
    { numRuns: 2_000 },
  );
});

test("knows the days on which a clock change came and the next one took it back", () => {
  const time = createLocalTime("America/Boa_Vista");

  expect(time.minute(new Date("2000-10-10T12:00:00Z"))).toBe("2000-10-10 09:00");
  expect(time.minute(new Date("2000-10-20T12:00:00Z"))).toBe("2000-10-20 08:00");
});

test("a day starts at one o'clock where midnight is skipped", () => {
  const start = createLocalTime("Africa/Cairo").startOfDay(new Date("2026-04-24T10:00:00Z"));

  expect(start).toEqual(new Date("2026-04-23T22:00:00Z"));
});

test("a date beyond the calendar is printed all the same", () => {
  const time = createLocalTime("Europe/Paris");

  expect(time.minute(new Date(8.64e15))).toMatch(/^\+?275760-09-13 00:00$/);
  expect(time.day(new Date(-8.64e15))).toMatch(/^-271821-04-20$/);
});

test("finds the day after the last one that four digits can name", () => {
  expect(createLocalTime("UTC").startOfDay(new Date("9999-12-31T10:00:00Z"), 1)).toEqual(
    new Date("+010000-01-01T00:00:00Z"),
  );
});
