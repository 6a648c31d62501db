import { en } from "./languages/en.ts";
import type { InterfaceStrings, PluralForms } from "./languages/interface-strings.ts";

const languages: Readonly<Record<string, InterfaceStrings>> = { en };

/**
 * The phrases for a language: those of its script (`zh-Hant`), else of the language, else English.
 *
 * @param language - A valid BCP 47 tag.
 */
export function chooseStrings(language: string): InterfaceStrings {
  const locale = new Intl.Locale(language).maximize();
  return languages[`${locale.language}-${locale.script ?? ""}`] ?? languages[locale.language] ?? en;
}

/** Fills `{name}` in a phrase; a name that is not given stays, so that the fault is seen. */
export function fillPhrase(phrase: string, values: Readonly<Record<string, unknown>>): string {
  return phrase.replace(/\{(\w+)\}/g, (whole, name: string) =>
    Object.hasOwn(values, name) ? String(values[name]) : whole,
  );
}

/** The form of a counted phrase that the language's plural rules ask for, with the number in its digits. */
export function fillPlural(forms: PluralForms, count: number, language: string): string {
  const form = forms[new Intl.PluralRules(language).select(count)] ?? forms.other;
  return fillPhrase(form, { count: formatNumber(count, language) });
}

/** A number in the digits and grouping of a language. */
export function formatNumber(value: number, language: string): string {
  return new Intl.NumberFormat(language).format(value);
}
