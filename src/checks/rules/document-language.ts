import type { Rule } from "../rule.ts";

export const documentLanguage: Rule = {
  id: "document-language",
  severity: "error",
  looksAt: "the `lang` of the page, and that every `lang` is a language tag",
  source: "WCAG 3.1.1, Language of Page, and 3.1.2, Language of Parts",
  remedy: 'Write the language on `<mjml>`: `lang="{{language}}"`.',
  check: ({ elements }) => {
    const root = elements.find(({ name }) => name === "html");
    const missing =
      root?.attribs["lang"] === undefined
        ? [
            {
              at: root ?? { offset: 0 },
              message: "The page does not say its language, so that a screen reader guesses how to speak it.",
            },
          ]
        : [];
    const wrong = elements
      .filter(({ attribs }) => attribs["lang"] !== undefined && !isLanguage(attribs["lang"]))
      .map((element) => ({
        at: element,
        message: `lang is "${element.attribs["lang"] ?? ""}"; allowed is a language tag such as en, de or zh-Hant.`,
      }));
    return [...missing, ...wrong];
  },
};

/** `und` is a valid tag that says nothing (RFC 5646, section 4.1). */
function isLanguage(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1 && !/^und\b/iu.test(tag);
  } catch {
    return false;
  }
}
