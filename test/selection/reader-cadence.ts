/** How often a reader gets a newsletter, and what they changed about it. */
export interface ReaderCadence {
  readonly cadence: string;
  /** The cadences they left, and when; in any order. */
  readonly left: readonly { readonly cadence: string; readonly at: Date }[];
}

/**
 * Whether an issue is for a reader. After a change the new cadence begins at once, and the old one closes with one more
 * issue: between them they hold everything, since each cadence takes every article once. What the reader had in the
 * other cadence is left out of both (`ReaderWish.received`), so that nothing comes twice.
 *
 * @param slots Slots of the issues of that issue's cadence so far, in any order.
 */
export function isReadersIssue(
  issue: { readonly cadence: string; readonly slot: Date },
  reader: ReaderCadence,
  slots: readonly Date[],
): boolean {
  if (issue.cadence === reader.cadence) return true;
  const leftAt = Math.max(
    ...reader.left.filter(({ cadence }) => cadence === issue.cadence).map(({ at }) => at.getTime()),
  );
  if (issue.slot.getTime() <= leftAt || leftAt === -Infinity) return false;
  return !slots.some((slot) => slot.getTime() > leftAt && slot < issue.slot);
}
