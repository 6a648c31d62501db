/** The words of a tag in order; in quotes of either kind, many are one. */
export function splitWords(given: string): string[] {
  return [...given.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(([, double, single, bare]) =>
    (double ?? single ?? bare ?? "").trim(),
  );
}
