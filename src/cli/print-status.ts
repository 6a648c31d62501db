import { styleText } from "node:util";
import type { ReviewConfig } from "../config/config.ts";
import { localDay, localMinute } from "../platform/zoned-text.ts";
import { describeCounts } from "../newsletter/slots/describe-counts.ts";
import { type CommandContext, printLine } from "./command-context.ts";
import { describeEditions } from "./describe-editions.ts";
import type { DraftStatus, Status } from "./status-view.ts";

/** `gazette status` for people: instants in the newsletter's own time, and in UTC. */
export function printStatus({ config }: CommandContext, status: Status): void {
  const zones = new Map(config.newsletters.map(({ key, timeZone }) => [key, timeZone]));
  const zoneOf = (newsletter: string): string => zones.get(newsletter) ?? "UTC";
  const when = (newsletter: string, instant: Date): string => {
    const zone = zoneOf(newsletter);
    return `${localMinute(instant, zone)} ${zone}  (${instant.toISOString()})`;
  };
  const { issues, last, next, drafts, attention } = status;

  printLine(styleText("bold", "Issues"));
  if (issues.length === 0) printLine("  none sent yet");
  for (const {
    id,
    newsletter,
    number,
    slot,
    state,
    subject,
    deliveries,
    untilOwnTime,
    perMinute,
    nextAttemptAt,
    ...more
  } of issues) {
    const day = localDay(new Date(slot), zoneOf(newsletter));
    const counts = describeCounts(deliveries, untilOwnTime);
    const rate = perMinute === null ? "" : `; ${perMinute} in the last minute`;
    printLine(`  ${String(id).padStart(4)}  ${day}  ${newsletter} No. ${number}  ${state}: ${counts}${rate}`);
    printLine(`        ${subject}`);
    const notes = describeEditions(more.editions, more.withoutEdition);
    if (notes !== "") printLine(`        ${notes}`);
    if (nextAttemptAt !== null && state === "sending")
      printLine(`        next attempt ${when(newsletter, new Date(nextAttemptAt))}`);
  }
  for (const { address, state, said } of issues.flatMap(({ problems = [] }) => problems)) {
    printLine(`        ${state.padEnd(9)} ${address}  ${said}`);
  }
  if (last.length > 0) {
    printLine();
    printLine(styleText("bold", "Last"));
    for (const { newsletter, cadence, slot, outcome, reason } of last) {
      printLine(`  ${nameOf(newsletter, cadence)}  ${when(newsletter, new Date(slot))}`);
      printLine(`        ${outcome}: ${reason}`);
    }
  }
  printLine();
  printLine(styleText("bold", "Next"));
  for (const { newsletter, cadence, slot } of next) {
    printLine(`  ${nameOf(newsletter, cadence)}  ${when(newsletter, slot)}`);
    const found = config.newsletters.find(({ key }) => key === newsletter);
    if (found?.localTime === true)
      printLine("        at that time of day in each reader's own time zone, so to some earlier");
    const ofSlot = drafts.filter(
      (draft) =>
        draft.newsletter === newsletter && draft.cadence === cadence && draft.slot === slot.toISOString(),
    );
    for (const line of describeDrafts(ofSlot, found?.review.mode)) printLine(`        ${line}`);
  }
  if (attention.length === 0) return;
  printLine();
  printLine(styleText(["bold", "yellow"], "Needs a person"));
  for (const { message, command } of attention) printLine(`  ${message}: ${command}`);
}

/** A cadence is worth a word where there are several. */
function nameOf(newsletter: string, cadence: string): string {
  return cadence === "regular" ? newsletter : `${newsletter}, ${cadence}`;
}

/** What becomes of the drafts of one slot; the oldest first. */
function describeDrafts(drafts: readonly DraftStatus[], mode: ReviewConfig["mode"] = "none"): string[] {
  const isApproved = drafts.some(({ state }) => state === "approved");
  return drafts.flatMap(({ state, hash }) => {
    const name = `draft ${hash.slice(0, 12)}`;
    if (state !== "open") return [`${state}: ${name}`];
    if (isApproved) return [`newer: ${name}, which goes out only if it is approved instead`];
    // Where review was switched off since, what goes out is made at the slot.
    if (mode === "none") return [];
    return [mode === "required" ? `waits for an editor: ${name}` : `goes out by itself: ${name}`];
  });
}
