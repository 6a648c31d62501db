import { expect, test } from "vitest";
import { listSlotsBetween, nextSlots } from "../../src/schedule/slots.ts";

const at = (text: string): Date => new Date(text);
const texts = (slots: readonly Date[]): string[] =>
  slots.map((slot) => slot.toISOString().replace(":00.000Z", "Z"));

test.each([
  [
    "a weekly slot",
    "0 7 * * 1",
    "Europe/Paris",
    "2026-11-22T12:00:00Z",
    ["2026-11-23T06:00Z", "2026-11-30T06:00Z"],
  ],
  [
    "a skipped hour in New York",
    "30 2 * * *",
    "America/New_York",
    "2026-03-07T12:00:00Z",
    ["2026-03-08T07:00Z", "2026-03-09T06:30Z"],
  ],
  [
    "a repeated hour in New York",
    "30 1 * * *",
    "America/New_York",
    "2026-10-31T12:00:00Z",
    ["2026-11-01T05:30Z", "2026-11-02T06:30Z"],
  ],
  [
    "a skipped midnight in Cairo",
    "0 0 * * *",
    "Africa/Cairo",
    "2026-04-23T12:00:00Z",
    ["2026-04-23T22:00Z", "2026-04-24T21:00Z"],
  ],
  [
    "the last hour of a day in Greenland, which the next day takes",
    "30 23 * * *",
    "America/Nuuk",
    "2026-03-27T12:00:00Z",
    ["2026-03-28T01:30Z", "2026-03-29T01:00Z", "2026-03-30T00:30Z"],
  ],
  [
    "a weekly slot in that hour",
    "0 23 * * 6",
    "America/Nuuk",
    "2026-03-22T12:00:00Z",
    ["2026-03-29T01:00Z", "2026-04-05T00:00Z"],
  ],
  [
    "a quarter-hour zone",
    "0 7 * * *",
    "Asia/Kathmandu",
    "2026-11-22T12:00:00Z",
    ["2026-11-23T01:15Z", "2026-11-24T01:15Z"],
  ],
  [
    "the last day of a month",
    "0 7 L * *",
    "UTC",
    "2028-02-01T00:00:00Z",
    ["2028-02-29T07:00Z", "2028-03-31T07:00Z"],
  ],
  [
    "day and weekday as alternatives",
    "0 7 13 * 5",
    "UTC",
    "2026-11-10T00:00:00Z",
    ["2026-11-13T07:00Z", "2026-11-20T07:00Z"],
  ],
])("%s falls where the local clock says", (_, cron, timeZone, after, expected) => {
  expect(texts(nextSlots({ cron, timeZone }, at(after), expected.length))).toEqual(expected);
});

test("a span holds the slot at its end and not the one at its start", () => {
  const weekly = { cron: "0 7 * * 1", timeZone: "UTC" };
  const between = (after: string, until: string): string[] =>
    texts(listSlotsBetween(weekly, at(after), at(until), 10));

  expect(between("2026-11-16T07:00:00Z", "2026-11-23T06:59:59.999Z")).toEqual([]);
  expect(between("2026-11-16T07:00:00Z", "2026-11-23T07:00:00Z")).toEqual(["2026-11-23T07:00Z"]);
  expect(between("2026-11-23T07:00:00Z", "2026-11-23T07:00:00Z")).toEqual([]);
});

test("of a long downtime the earliest slots come first, as many as are asked for", () => {
  const daily = { cron: "0 7 * * *", timeZone: "UTC" };

  expect(texts(listSlotsBetween(daily, at("2026-11-01T07:00:00Z"), at("2026-11-22T12:00:00Z"), 2))).toEqual([
    "2026-11-02T07:00Z",
    "2026-11-03T07:00Z",
  ]);
});
