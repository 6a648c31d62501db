import { fullLocale, isLanguageTag, numberFormat, pluralRules } from "./formats.ts";
import { ar } from "./languages/ar.ts";
import { de } from "./languages/de.ts";
import { en } from "./languages/en.ts";
import { es } from "./languages/es.ts";
import { fr } from "./languages/fr.ts";
import { he } from "./languages/he.ts";
import { hi } from "./languages/hi.ts";
import { ja } from "./languages/ja.ts";
import { ko } from "./languages/ko.ts";
import { pt } from "./languages/pt.ts";
import { th } from "./languages/th.ts";
import { zhHans } from "./languages/zh-hans.ts";
import { zhHant } from "./languages/zh-hant.ts";
import type { InterfaceStrings, PluralForms } from "./languages/interface-strings.ts";

/** By language, or by language and script. */
export const languages: Readonly<Record<string, InterfaceStrings>> = {
  ar,
  de,
  en,
  es,
  fr,
  he,
  hi,
  ja,
  ko,
  pt,
  th,
  "zh-Hans": zhHans,
  "zh-Hant": zhHant,
};

/**
 * The phrases for a language: those of its script (`zh-Hant`), else of the language, else English.
 *
 * @param language - A valid BCP 47 tag.
 */
export function chooseStrings(language: string): InterfaceStrings {
  const locale = fullLocale(language);
  return languages[`${locale.language}-${locale.script ?? ""}`] ?? languages[locale.language] ?? en;
}

/**
 * The language that there are phrases in for readers of another one, such as `fr` for `fr-CA`; undefined: there are none, or
 * it is no language tag at all.
 */
export function findInterfaceLanguage(language: string): string | undefined {
  if (!isLanguageTag(language)) return undefined;
  const locale = fullLocale(language);
  return [`${locale.language}-${locale.script ?? ""}`, locale.language].find((name) =>
    Object.hasOwn(languages, name),
  );
}

/**
 * Keeps a value of the other direction, such as an English name in an Arabic sentence, from pulling the words
 * around it along: Unicode's isolates (UAX 9).
 */
export function isolate(value: string, direction: "ltr" | "rtl"): string {
  const other = direction === "ltr" ? /[\p{sc=Arab}\p{sc=Hebr}\p{sc=Syrc}\p{sc=Thaa}]/u : /\p{sc=Latn}/u;
  return other.test(value) ? `\u2068${value}\u2069` : value;
}

/** Fills `{name}` in a phrase; a name that is not given stays, so that the fault is seen. */
export function fillPhrase(phrase: string, values: Readonly<Record<string, unknown>>): string {
  return phrase.replace(/\{(\w+)\}/g, (whole, name: string) =>
    Object.hasOwn(values, name) ? String(values[name]) : whole,
  );
}

/** The form of a counted phrase that the language's plural rules ask for, with the number in its digits. */
export function fillPlural(forms: PluralForms, count: number, language: string): string {
  const form = forms[pluralRules(language).select(count)] ?? forms.other;
  return fillPhrase(form, { count: formatNumber(count, language) });
}

/** A number in the digits and grouping of a language. */
export function formatNumber(value: number, language: string): string {
  return numberFormat(language).format(value);
}
