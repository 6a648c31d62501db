/** `7 editions; 4 readers get none, for nothing is left for what they chose`; empty for an issue that is the same for all. */
export function describeEditions(editions: number, withoutEdition: number): string {
  const different = editions > 1 ? [`${editions} editions`] : [];
  const who = withoutEdition === 1 ? "1 reader gets none" : `${withoutEdition} readers get none`;
  const without = withoutEdition === 0 ? [] : [`${who}: nothing of it is left for the topics they chose`];
  return [...different, ...without].join("; ");
}
