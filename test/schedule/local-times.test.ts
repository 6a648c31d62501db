import { expect, test } from "vitest";
import { localTimesOf } from "../../src/schedule/local-times.ts";
import { nextSlots } from "../../src/schedule/slots.ts";

test.each([
  ["America/New_York", "2026-03-08T02:30", "2026-03-08T07:00:00.000Z"],
  ["Africa/Cairo", "2026-04-24T00:00", "2026-04-23T22:00:00.000Z"],
  ["Australia/Lord_Howe", "2026-10-04T02:15", "2026-10-03T15:30:00.000Z"],
  ["America/New_York", "2026-11-01T01:30", "2026-11-01T05:30:00.000Z"],
  ["Asia/Kolkata", "2026-03-08T02:30", "2026-03-07T21:00:00.000Z"],
])(
  "a reader in %s gets an issue of %s at %s, as a slot of their own zone would be",
  (zone, wall, instant) => {
    const times = localTimesOf(new Date(`${wall}Z`), "UTC", [zone]);

    expect(times.get(zone)?.toISOString()).toBe(instant);
    const [, hour = "", minute = ""] = /T(\d+):(\d+)/u.exec(wall) ?? [];
    const before = new Date(Date.parse(instant) - 3_600_000);
    const cron = `${Number(minute)} ${Number(hour)} * * *`;
    expect(nextSlots({ cron, timeZone: zone }, before, 1)[0]?.toISOString()).toBe(instant);
  },
);
