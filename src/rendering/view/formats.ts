/*
 * Intl's formats cost a tenth of a millisecond and more to make, and nothing to keep: there is one for every
 * language, zone and style that an issue uses.
 */
const kept = new Map<string, unknown>();

function keep<T>(key: string, make: () => T): T {
  const known = kept.get(key) as T | undefined;
  if (known !== undefined) return known;
  const made = make();
  kept.set(key, made);
  return made;
}

export function numberFormat(language: string): Intl.NumberFormat {
  return keep(`number ${language}`, () => new Intl.NumberFormat(language));
}

export function pluralRules(language: string): Intl.PluralRules {
  return keep(`plural ${language}`, () => new Intl.PluralRules(language));
}

export function listFormat(language: string): Intl.ListFormat {
  return keep(`list ${language}`, () => new Intl.ListFormat(language, { type: "conjunction" }));
}

/** @param style - Which fields are shown, and how. */
export function dateFormat(
  language: string,
  timeZone: string,
  style: Intl.DateTimeFormatOptions,
): Intl.DateTimeFormat {
  return keep(
    `date ${language} ${timeZone} ${JSON.stringify(style)}`,
    () => new Intl.DateTimeFormat(language, { timeZone, ...style }),
  );
}

/** Language and script, with the script that the language is usually written in where the tag names none. */
export function fullLocale(language: string): Intl.Locale {
  return keep(`locale ${language}`, () => new Intl.Locale(language).maximize());
}

/** Whether a text is a tag of BCP 47, as far as Intl knows. */
export function isLanguageTag(text: string): boolean {
  try {
    return fullLocale(text).language !== "";
  } catch {
    return false;
  }
}

export function segmenter(granularity: "grapheme" | "sentence" | "word"): Intl.Segmenter {
  return keep(`segments ${granularity}`, () => new Intl.Segmenter("en", { granularity }));
}
