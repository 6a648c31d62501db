import { localParts } from "../platform/local-parts.ts";
import { zoneOffsetMs } from "../platform/zone-offset.ts";

/** What the clocks do between two slots of a cadence, or at one. */
export interface ClockNote {
  /** Such as `+01:00`. */
  readonly utcOffset: string;
  /** Between the slot before and this one. */
  readonly change: "forward" | "back" | null;
  /** The clocks skip the slot's own time of day, so that it falls on the instant they change. */
  readonly isMoved: boolean;
}

/**
 * What daylight saving does to a slot.
 *
 * @param before The slot before it, or now.
 * @param cron Five fields; its hour and minute say whether the slot stands where it was asked for.
 */
export function noteClockChange(slot: Date, before: Date, timeZone: string, cron: string): ClockNote {
  const offset = Math.round(zoneOffsetMs(slot, timeZone) / 60_000);
  const difference = offset - Math.round(zoneOffsetMs(before, timeZone) / 60_000);
  return {
    utcOffset: formatOffset(offset),
    change: difference === 0 ? null : difference > 0 ? "forward" : "back",
    isMoved: difference > 0 && !isAtAskedTime(slot, timeZone, cron),
  };
}

function formatOffset(minutes: number): string {
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  return `${minutes < 0 ? "-" : "+"}${String(hours).padStart(2, "0")}:${String(rest).padStart(2, "0")}`;
}

/** Only single numbers are compared: with lists and steps a moved slot may stand where another one is asked for. */
function isAtAskedTime(slot: Date, timeZone: string, cron: string): boolean {
  const [minute = "*", hour = "*"] = cron.trim().split(/\s+/u);
  const local = localParts(slot, timeZone);
  const agrees = (field: string, value: number): boolean => !/^\d+$/u.test(field) || Number(field) === value;
  return agrees(minute, local.minute) && agrees(hour, local.hour);
}
