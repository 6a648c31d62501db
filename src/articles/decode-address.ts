/** An address with its percent signs decoded; undefined where they do not stand for UTF-8. */
export function decodeAddress(address: string): string | undefined {
  try {
    return decodeURIComponent(address);
  } catch {
    return undefined;
  }
}
