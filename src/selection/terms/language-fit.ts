/** How well a text in one language serves a reader of another: 3 the same, 2 the same script, 1 the same language, 0 not. */
export function languageFit(tag: string, wanted: string): number {
  const a = toLocale(tag);
  const b = toLocale(wanted);
  if (a === undefined || b === undefined) return tag.toLowerCase() === wanted.toLowerCase() ? 3 : 0;
  if (a.language !== b.language) return 0;
  if (a.script !== b.script) return 1;
  return a.region === b.region ? 3 : 2;
}

const locales = new Map<string, Intl.Locale | undefined>();

/** With the script and region that a bare tag implies: `zh-TW` is written in `Hant`. */
function toLocale(tag: string): Intl.Locale | undefined {
  if (!locales.has(tag)) {
    try {
      locales.set(tag, new Intl.Locale(tag.replaceAll("_", "-")).maximize());
    } catch {
      locales.set(tag, undefined);
    }
  }
  return locales.get(tag);
}
