/** Languages whose dates people write in words. Of a language with several calendars or sets of names, each that is in use. */
const locales =
  "en fr de es pt it nl pl cs sk ru uk be bg sr hr sl mk ro hu tr az el sv nb da fi et lv lt is eu ca gl sq ar ar-SY ar-MA ar-TN he fa ur hi bn ta te mr th id ms sw ka hy kk".split(
    " ",
  );

/** Months as many spell them, beside how Intl does: a number, then words. */
const otherSpellings: Readonly<Record<string, readonly (readonly [month: number, words: string])[]>> = {
  bn: [
    [1, "জানুয়ারী"],
    [2, "ফেব্রুয়ারী"],
    [8, "আগষ্ট অগাস্ট"],
  ],
  he: [[3, "מרס"]],
  hi: [
    [2, "फरवरी"],
    [9, "सितम्बर"],
    [10, "अक्टूबर"],
    [11, "नवम्बर"],
    [12, "दिसम्बर"],
  ],
};

/** The months, 1 to 12, that a word means, each with the languages in which it does: `listopada` is one here and another there. */
export type MonthMeanings = ReadonlyMap<number, readonly string[]>;

export interface DateWords {
  readonly months: ReadonlyMap<string, MonthMeanings>;
  /** Names of more than one word, none of which names a month alone, such as Arabic ones: what stands for each in one word. */
  readonly phrases: ReadonlyMap<string, string>;
  readonly weekdays: ReadonlySet<string>;
}

let words: DateWords | undefined;

/**
 * The names of months and weekdays, whole and short, in many languages, folded by `foldWord`. Made when a date is met
 * that cannot be read without them: Intl takes 0.2 s for all of them.
 */
export function findDateWords(): DateWords {
  if (words !== undefined) return words;
  const months = new Map<string, Map<number, string[]>>();
  const phrases = new Map<string, string>();
  const weekdays = new Set<string>();
  const add = (word: string, month: number, locale: string): void => {
    const meanings = months.get(word) ?? new Map<number, string[]>();
    const languages = meanings.get(month) ?? [];
    const language = locale.split("-")[0] ?? locale;
    if (!languages.includes(language)) languages.push(language);
    months.set(word, meanings.set(month, languages));
  };
  for (const locale of locales) {
    for (const style of ["long", "short"] as const) {
      // With a day beside it, a month may have another ending.
      const dated = openFormat(locale, { month: style, day: "numeric" });
      const alone = openFormat(locale, { month: style });
      for (let month = 1; month <= 12; month++) {
        for (const format of [dated, alone]) {
          const name = wordsOf(format, Date.UTC(2021, month - 1, 15), "month");
          if (name.length > 1) phrases.set(name.join(" "), name.join("_"));
          for (const word of name.length > 1 ? [name.join("_")] : name) {
            add(word, month, locale);
            // Finnish: "on the fifth of March".
            if (locale === "fi" && word.endsWith("kuu")) add(`${word}n`, month, locale);
          }
        }
      }
      const weekday = openFormat(locale, { weekday: style });
      for (let day = 1; day <= 7; day++)
        for (const word of wordsOf(weekday, Date.UTC(2021, 1, day), "weekday")) weekdays.add(word);
    }
  }
  for (const [language, spellings] of Object.entries(otherSpellings))
    for (const [month, names] of spellings)
      for (const name of names.split(" ")) add(foldWord(name), month, language);
  words = { months, phrases, weekdays };
  return words;
}

function openFormat(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(`${locale}-u-ca-gregory-nu-latn`, { ...options, timeZone: "UTC" });
}

/** The words of a name: Catalan says `de març`, Portuguese `sexta-feira`. Two Latin letters, such as `de`, name nothing. */
function wordsOf(format: Intl.DateTimeFormat, ms: number, type: "month" | "weekday"): string[] {
  const name = format.formatToParts(ms).find((part) => part.type === type)?.value ?? "";
  return (name.replace(/(?<=\p{Script=Thai})\./gu, "").match(/[\p{L}\p{M}]{2,}/gu) ?? [])
    .map(foldWord)
    .filter((word) => !/^[a-z]{2}$/.test(word));
}

/**
 * A word in lower case and without accents, vowel signs and hamzas, which people leave out, with the one yeh and kaf for those
 * of Arabic and Persian, and without the Hebrew for "in": `Février` and `fevrier` are one, and so are `أغسطس` and `اغسطس`.
 */
export function foldWord(word: string): string {
  return word
    .toLowerCase()
    .normalize("NFD")
    .replace(/[\u0300-\u036f\u0640\u064b-\u0655]/g, "")
    .replace(/[يى]/g, "ی")
    .replaceAll("ك", "ک")
    .replace(/^ב(?=\p{L}{3})/u, "");
}
