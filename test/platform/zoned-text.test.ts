import { expect, test } from "vitest";
import { localDay, localMinute } from "../../src/platform/zoned-text.ts";

test.each(["2026-11-22T23:59:59.999Z", "2026-01-03T07:05:00Z", "2028-02-29T00:00:00Z"])(
  "%s reads the same in UTC as in a zone that keeps UTC's time",
  (text) => {
    const instant = new Date(text);

    expect(localDay(instant, "UTC")).toBe(localDay(instant, "Africa/Abidjan"));
    expect(localMinute(instant, "UTC")).toBe(localMinute(instant, "Africa/Abidjan"));
  },
);

test("a zone has its own day and hour", () => {
  const instant = new Date("2026-11-22T20:00:00Z");

  expect(localDay(instant, "Asia/Kathmandu")).toBe("2026-11-23");
  expect(localMinute(instant, "Asia/Kathmandu")).toBe("Mon, 23 Nov 2026 01:45");
});
