/** How often a reader gets a newsletter, and the last change of that. */
export interface ReaderCadence {
  readonly cadence: string;
  readonly changed?: { readonly from: string; readonly at: Date } | undefined;
}

/**
 * Whether an issue is for a reader. After a change the new cadence begins at once, and the old one closes with one more
 * issue: between them they hold everything, since each cadence takes every article once. What the reader had
 * in the other cadence is left out of both (`ReaderWish.received`), so that nothing comes twice.
 *
 * @param slots Slots of the issues of that issue's cadence so far, in any order.
 */
export function isReadersIssue(
  issue: { readonly cadence: string; readonly slot: Date },
  reader: ReaderCadence,
  slots: readonly Date[],
): boolean {
  if (issue.cadence === reader.cadence) return true;
  const { changed } = reader;
  if (issue.cadence !== changed?.from || issue.slot <= changed.at) return false;
  return !slots.some((slot) => slot > changed.at && slot < issue.slot);
}
