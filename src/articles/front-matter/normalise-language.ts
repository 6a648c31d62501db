/** The fields in which an article says what language it is in. */
export const languageKeys = ["lang", "language", "locale", "pagelang"] as const;

const known = new Map<string, string | undefined>();

/**
 * A language tag in its canonical form, `zh_tw` as `zh-TW`; undefined for what is no tag, such as `English`.
 *
 * @see BCP 47
 */
export function normaliseLanguage(written: string): string | undefined {
  if (known.has(written)) return known.get(written);
  let tag: string | undefined;
  try {
    tag = Intl.getCanonicalLocales(
      written
        .trim()
        .replace(/[.@].*$/, "")
        .replaceAll("_", "-"),
    )[0];
  } catch {
    tag = undefined;
  }
  // A word of five to eight letters is well-formed, and no language has one.
  if (tag !== undefined && /^[a-z]{4,}(?:-|$)/i.test(tag)) tag = undefined;
  known.set(written, tag);
  return tag;
}
