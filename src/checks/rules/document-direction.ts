import type { Rule } from "../rule.ts";

export const documentDirection: Rule = {
  id: "document-direction",
  severity: "warning",
  looksAt: "the `dir` of the page, and that it fits the language",
  source: "HTML, section 3.2.6.4, the dir attribute; WCAG 1.3.2, Meaningful Sequence",
  remedy: 'Write the direction on `<mjml>`: `dir="{{direction}}"`.',
  check: ({ elements }) => {
    const root = elements.find(({ name }) => name === "html");
    const dir = root?.attribs["dir"]?.toLowerCase();
    const at = root ?? { offset: 0 };
    if (dir !== "ltr" && dir !== "rtl") {
      const found = dir === undefined ? "does not say its direction" : `has the direction "${dir}"`;
      return [{ at, message: `The page ${found}; allowed is ltr or rtl.` }];
    }
    const expected = directionOf(root?.attribs["lang"] ?? "");
    return expected === undefined || expected === dir
      ? []
      : [
          {
            at,
            message: `The page is in "${root?.attribs["lang"] ?? ""}", written ${expected}, and its direction is ${dir}.`,
          },
        ];
  },
};

const rightToLeft = new Set(["Arab", "Hebr", "Syrc", "Thaa", "Nkoo", "Adlm", "Rohg"]);

function directionOf(language: string): "ltr" | "rtl" | undefined {
  try {
    const { script } = new Intl.Locale(language).maximize();
    return script === undefined ? undefined : rightToLeft.has(script) ? "rtl" : "ltr";
  } catch {
    return undefined;
  }
}
