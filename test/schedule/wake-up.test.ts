import { beforeEach, expect, onTestFinished, test, vi } from "vitest";
import { startWakeUp } from "../../src/schedule/wake-up.ts";

const minute = 60_000;
const day = 24 * 60 * minute;
const start = new Date("2026-11-26T12:00:07Z");

beforeEach(() => {
  vi.useFakeTimers({
    toFake: ["Date", "setTimeout", "clearTimeout", "setInterval", "clearInterval", "performance"],
  });
  vi.setSystemTime(start);
  onTestFinished(() => {
    vi.useRealTimers();
  });
});

/** When it woke, by the clock of the wall. */
function watchWakeUps(): string[] {
  const woke: string[] = [];
  const wakeUp = startWakeUp(() => {
    woke.push(new Date().toISOString().slice(0, 19));
    return Promise.resolve();
  });
  onTestFinished(() => wakeUp.stop());
  return woke;
}

test("it wakes at once, at each full minute, and at least every 15 seconds in between", async () => {
  const woke = watchWakeUps();

  await vi.advanceTimersByTimeAsync(2 * minute);

  expect(woke[0]).toBe("2026-11-26T12:00:07");
  expect(woke).toEqual(expect.arrayContaining(["2026-11-26T12:01:00", "2026-11-26T12:02:00"]));
  const at = woke.map((text) => Date.parse(`${text}Z`));
  expect(Math.max(...at.slice(1).map((instant, index) => instant - (at[index] ?? 0)))).toBeLessThanOrEqual(
    15_000,
  );
});

test.each([
  ["set back by two hours", -2 * 60 * minute],
  ["set back by half a year", -182 * day],
  ["put forward by a night of sleep", 9 * 60 * minute],
  ["put forward by a year", 365 * day],
])("a clock that is %s wakes it within a second, and at full minutes from then on", async (_, shift) => {
  const woke = watchWakeUps();
  await vi.advanceTimersByTimeAsync(minute);
  const said = vi.spyOn(console, "warn");
  woke.length = 0;
  const [, begun] = [vi.setSystemTime(Date.now() + shift), process.hrtime.bigint()];

  await vi.advanceTimersByTimeAsync(1000);
  expect(woke).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(2 * minute);

  expect(woke.filter((text) => text.endsWith(":00"))).toHaveLength(2);
  expect(woke.length).toBeLessThan(20);
  expect(said).not.toHaveBeenCalled();
  expect(Number(process.hrtime.bigint() - begun) / 1e6).toBeLessThan(5000);
});

test("a clock that was never set wakes it all the same, and setting it is no work", async () => {
  vi.setSystemTime(new Date("1970-01-01T00:00:20Z"));
  const woke = watchWakeUps();
  await vi.advanceTimersByTimeAsync(minute);
  expect(woke.length).toBeGreaterThanOrEqual(4);
  const begun = process.hrtime.bigint();
  vi.setSystemTime(start);

  await vi.advanceTimersByTimeAsync(minute);

  expect(woke).toContain("2026-11-26T12:01:00");
  expect(Number(process.hrtime.bigint() - begun) / 1e6).toBeLessThan(5000);
});
